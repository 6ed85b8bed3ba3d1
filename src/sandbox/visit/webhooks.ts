import type { ExpoContext } from './context.ts';
import { inOrder } from './noise.ts';
import { type Patch, toDateTime, type WebhookRecord } from './records.ts';

/** The webhooks of one expo. Each belongs to the key that made it, and no other key can tell that it exists. */
export type Webhooks = {
  /** The list leaves the log out. */
  list(owner: string): readonly WebhookRecord[];
  item(owner: string, id: string): WebhookRecord | undefined;
  /** RangeError for a webhook that the key does not have. */
  change(owner: string, id: string, patch: Patch): void;
  add(owner: string, patch: Patch): string;
  remove(owner: string, id: string): void;
};

const TYPES = ['visitor', 'payment'] as const;

function callsOf(context: ExpoContext, place: number): readonly unknown[] {
  const isFailing = place % TYPES.length === 1;
  const at = context.world.now - 3_600_000;
  return [
    { error: null, status: 200, time: toDateTime(at - 60_000) },
    isFailing
      ? { error: 'no answer within 30 seconds', status: null, time: toDateTime(at) }
      : { error: null, status: '200', time: toDateTime(at) },
  ];
}

/** One that works and one that has failed. */
function webhookAt(context: ExpoContext, place: number): WebhookRecord {
  const { ids, plan, revisions } = context;
  const id = ids.encode('webhook', plan.index, place);
  const type = TYPES[place % TYPES.length] ?? 'visitor';
  const isFailing = type === 'payment';
  return {
    currentRevision: revisions.current(),
    enabled: true,
    errorCount: isFailing ? 7 : 0,
    id,
    lastRevision: isFailing ? 0 : revisions.current(),
    log: callsOf(context, place),
    sentTime: toDateTime(context.world.now - 3_600_000),
    state: isFailing ? 'error' : 'wait',
    type,
    url: `https://hooks.harbour-events.example/visit/${ids.short('hook', place)}?token=${ids.short('token', place)}`,
  };
}

export function createWebhooks(context: ExpoContext, owners: readonly string[]): Webhooks {
  const held = new Map<string, Map<string, WebhookRecord>>(
    owners.map((owner, index) => {
      const own = TYPES.map((_type, place) => webhookAt(context, index * TYPES.length + place));
      return [owner, new Map(own.map((webhook) => [webhook.id, webhook]))];
    }),
  );
  const of = (owner: string): Map<string, WebhookRecord> => held.get(owner) ?? new Map();
  let added = 0;
  const known = (owner: string, id: string): WebhookRecord => {
    const webhook = of(owner).get(id);
    if (webhook === undefined) throw new RangeError(`no webhook ${id}`);
    return webhook;
  };
  return {
    list: (owner) => [...of(owner).values()].map(({ log: _log, ...webhook }) => webhook as WebhookRecord),
    item: (owner, id) => of(owner).get(id),
    change: (owner, id, patch) => {
      of(owner).set(id, inOrder({ ...known(owner, id), ...patch, id }));
    },
    add: (owner, patch) => {
      const fresh = webhookAt(context, owners.length * TYPES.length + added);
      added += 1;
      held.set(owner, of(owner).set(fresh.id, inOrder({ ...fresh, ...patch, id: fresh.id })));
      return fresh.id;
    },
    remove: (owner, id) => {
      of(owner).delete(known(owner, id).id);
    },
  };
}
