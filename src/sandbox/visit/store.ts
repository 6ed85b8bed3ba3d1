import type { World } from '../world.ts';
import { createActions } from './actions.ts';
import { createActivities } from './activities.ts';
import { type Connections, createConnections } from './connections.ts';
import { type Contacts, createContacts } from './contacts.ts';
import { createContents, createLicenses, createTouchpoints } from './contents.ts';
import type { ExpoContext } from './context.ts';
import { createExpos, type ExpoPlan, type Expos } from './expos.ts';
import { createIdCodec } from './ids.ts';
import { createParticipants, type Participants } from './participants.ts';
import { createPartners, type Partners } from './partners.ts';
import { createPayments } from './payments.ts';
import type { PlainList } from './plain-list.ts';
import { createRevisions, type Revisions } from './revisions.ts';
import { createVisitors, type Visitors } from './visitors.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

/** Everything of one expo. */
export type ExpoData = {
  readonly plan: ExpoPlan;
  readonly visitors: Visitors;
  readonly partners: Partners;
  readonly participants: Participants;
  readonly connections: Connections;
  readonly plain: Readonly<Record<PlainName, PlainList>>;
  readonly webhooks: Webhooks;
};

/** Lists whose records stand for themselves, by the name of their endpoint. */
const PLAIN_NAMES = ['contents', 'licenses', 'payments', 'touchpoints', 'actions', 'activities'] as const;
export type PlainName = (typeof PLAIN_NAMES)[number];

export function isPlainName(name: string): name is PlainName {
  return (PLAIN_NAMES as readonly string[]).includes(name);
}

export type VisitStore = {
  readonly contacts: Contacts;
  readonly revisions: Revisions;
  readonly expos: Expos;
  readonly data: readonly ExpoData[];
};

/** `keys`: the labels of those who may have made webhooks. */
export function createVisitStore(world: World, keys: readonly string[]): VisitStore {
  const ids = createIdCodec(world.random);
  // Actions have four places for each of the 200 visitors, more than any other list.
  const revisions = createRevisions(world.random, 800 * world.size);
  const contacts = createContacts(world, ids);
  const expos = createExpos(world, ids, revisions);
  const data = expos.plans.map((plan) => {
    const context: ExpoContext = { world, ids, contacts, revisions, plan };
    const partners = createPartners(context);
    const visitors = createVisitors(context, partners);
    const participants = createParticipants(context, visitors);
    const connections = createConnections(context, { visitors, partners, participants });
    const plain = {
      contents: createContents(context, partners),
      licenses: createLicenses(context, partners),
      payments: createPayments(context, { visitors, partners }),
      touchpoints: createTouchpoints(context, partners),
      actions: createActions(context, { visitors, partners, participants }),
      activities: createActivities(context, { visitors, participants }),
    };
    const webhooks = createWebhooks(context, keys);
    return { plan, visitors, partners, participants, connections, plain, webhooks };
  });
  return { contacts, revisions, expos, data };
}

/** The data of an expo that must exist. */
export function dataOf(store: VisitStore, expoId: string): ExpoData {
  const plan = store.expos.planOf(expoId);
  const data = plan && store.data[plan.index];
  if (data === undefined) throw new RangeError(`no expo ${expoId}`);
  return data;
}
