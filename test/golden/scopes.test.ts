import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { createLog } from '../../src/base/log.ts';
import { readConfig } from '../../src/config.ts';
import { globalId } from '../../src/domains/global-id.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Answer, AskOptions } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { email } from './forms.ts';
import { NOW } from './golden.ts';
import { pastExpo, registered } from './visit-rows.ts';
import { type Guarded, VISUAL_VISITOR_CLOSED, VISUAL_VISITOR_GUARDED } from './visual-visitor-guarded.ts';

const NO_ERRORS: Pick<Answer, 'errors'> = { errors: [] };
const SECRET = 'a-secret-for-everything';

/** A gateway in live mode over the simulators: a caller without a key reads, but neither people nor chat text. */
async function startRestricted() {
  const clock = createVirtualClock(NOW);
  const sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
  const config = readConfig({
    ...sandbox.settings,
    PORT: '0',
    WEIR_STORE: 'memory',
    WEIR_LOG: 'silent',
    WEIR_ANONYMOUS: 'on',
    WEIR_CONSUMER_KEYS: `all:${SECRET}`,
  });
  const log = createLog(config.logLevel);
  const app = await startApp({ config, clock, chance: Math.random, log, announce: () => undefined });
  return { app, sandbox };
}

const GUARDED: readonly Guarded[] = [
  ...VISUAL_VISITOR_GUARDED,
  {
    type: 'Contact',
    open: 'sourceId reference type company department jobFunction website vatNumber cocNumber',
    closed: [
      'firstName',
      'lastName',
      'email',
      'phone',
      'phone1',
      'gender',
      'dateOfBirth',
      'comments',
      'addresses { city }',
    ],
    around: (selection) => `visitors(expoId: "{EXPO}", first: 1) { nodes { contact { ${selection} } } }`,
    path: ['visitors', 'nodes', 0, 'contact'],
  },
  {
    type: 'Visitor',
    open: `sourceId registrationState language registrationType { name } expo { name } partner { name }
      participant { showState } encounters { nodes { rating } }`,
    closed: ['person { email }'],
    around: (selection) => `visitors(expoId: "{EXPO}", first: 1) { nodes { ${selection} } }`,
    path: ['visitors', 'nodes', 0],
  },
  {
    type: 'Encounter',
    open: 'sourceId time rating answers { name } contact { company } content { name } visitor { sourceId }',
    closed: ['notes'],
    around: (selection) => `encounters(expoId: "{EXPO}", first: 1) { nodes { ${selection} } }`,
    path: ['encounters', 'nodes', 0],
  },
  {
    type: 'Webhook',
    open: 'sourceId type state enabled log { status time }',
    closed: ['url'],
    around: (selection) => `webhooks(expoId: "{EXPO}", first: 1) { nodes { ${selection} } }`,
    path: ['webhooks', 'nodes', 0],
  },
  {
    type: 'License',
    open: 'sourceId type activationMax partner { name }',
    closed: ['code'],
    around: (selection) => `licenses(expoId: "{EXPO}", first: 1) { nodes { ${selection} } }`,
    path: ['licenses', 'nodes', 0],
  },
  {
    type: 'Operator',
    open: `sourceId pseudo externalId roles role languages chatMaxNumber callConfig { type } group { name } skills { name } websites { url }
      live { connected } statistic { conversationCount } conversations { nodes { channel } }`,
    closed: ['firstName', 'lastName', 'email', 'person { email }', 'profile { city }'],
    around: (selection) => `operators(first: 1) { nodes { ${selection} } }`,
    path: ['operators', 'nodes', 0],
  },
  {
    type: 'CallConfig',
    open: 'type askPhoneNumberAtEveryConnection',
    closed: ['phoneNumber'],
    around: (selection) => `operator(id: "{CALLED}") { callConfig { ${selection} } }`,
    path: ['operator', 'callConfig'],
  },
  {
    type: 'ChatVisitor',
    open: 'sourceId uniqueId externalId browser createdAt websites { url } conversations { nodes { channel } }',
    closed: ['firstName', 'lastName', 'email', 'phone', 'address', 'city', 'zip', 'country', 'person { email }'],
    around: (selection) => `conversations(first: 1) { nodes { visitor { ${selection} } } }`,
    path: ['conversations', 'nodes', 0, 'visitor'],
  },
  {
    type: 'Transaction',
    open: 'sourceId externalId amount currency createdAt visitorUid conversation { channel } website { url }',
    closed: ['visitorEmail', 'person { email }'],
    around: (selection) => `transactions(first: 1) { nodes { ${selection} } }`,
    path: ['transactions', 'nodes', 0],
  },
  {
    type: 'Satisfaction',
    open: 'sourceId noteWelcome noteResolution noteDelay createdAt operator { pseudo }',
    closed: ['comment'],
    around: (selection) => `satisfactions(first: 1) { nodes { ${selection} } }`,
    path: ['satisfactions', 'nodes', 0],
  },
  {
    type: 'CallMeeting',
    open: 'sourceId visitorUid status startAt targetingRuleId skill { name } visitor { uniqueId }',
    closed: ['phoneNumber'],
    around: (selection) => `callMeetings(first: 1) { nodes { ${selection} } }`,
    path: ['callMeetings', 'nodes', 0],
  },
  {
    type: 'ConversationMessage',
    open: 'author kind sentAt',
    closed: ['text'],
    around: (selection) => `conversation(id: "{CONVERSATION}") { messages { ${selection} } }`,
    path: ['conversation', 'messages', 0],
  },
];

/** Fields that are closed as a whole, with the path of the error. */
const CLOSED: readonly (readonly [field: string, path: readonly (string | number)[]])[] = [
  ['person(email: "a@b.example") { email }', ['person']],
  ['people(emails: ["a@b.example"]) { email }', ['people']],
  ['node(id: "{PERSON_ID}") { id }', ['node']],
  ['nodes(ids: ["{EXPO_ID}", "{PERSON_ID}"]) { id }', ['nodes', 1]],
  ['customerProfile(userId: "a@b.example") { emailOptIn }', ['customerProfile']],
  ['node(id: "{PROFILE_ID}") { id }', ['node']],
  ['quota { consumer { name } }', ['quota']],
  ['usage(from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z", resolution: DAY) { calls }', ['usage']],
  ['leads(product: PLUS_PERSON, filter: { email: "a@b.example" }) { totalCount }', ['leads']],
  ['visitors(expoId: "{EXPO}", filter: { email: "a@b.example" }) { totalCount }', ['visitors']],
  ['expo(id: "{EXPO}") { visitors(filter: { email: "a@b.example" }) { totalCount } }', ['expo', 'visitors']],
  ['operators(filter: { email: "a@b.example" }) { totalCount }', ['operators']],
  ['operators(filter: { name: "B*" }) { totalCount }', ['operators']],
  ['conversation(id: "{CONVERSATION}") { rawHistory }', ['conversation', 'rawHistory']],
  ['liveOperators(filter: { email: "a@b.example" }) { connected }', ['liveOperators']],
  ['liveOperators(filter: { name: "B*" }) { connected }', ['liveOperators']],
  ...VISUAL_VISITOR_CLOSED,
];

const OPEN = `{ expos { nodes { name forms { name } locations { name } contents(first: 1) { nodes { name } } visitors(first: 1) { nodes { sourceId } } partners(first: 1) { nodes { name } }
    encounters(first: 1) { nodes { rating visitor { sourceId } partner { name } } } } }
  company(domain: "a.example") { domain name leads { totalCount } partners { totalCount } visitors { totalCount } }
  leads(product: PLUS_EMPLOYEE, filter: { domain: "a.example" }) { totalCount }
  operators(filter: { externalId: "HR-*" }, first: 1) { nodes { pseudo } }
  conversations(first: 1) { nodes { channel operator { pseudo } website { url } skill { name } } }
  clientAccounts { nodes { lang websites { nodes { url } } } } operatorGroups { nodes { name operators { totalCount } } }
  skills { nodes { name } } tags { nodes { name } } websites { nodes { url tags { totalCount } } }
  chatVisitors(first: 1) { nodes { uniqueId browser } } liveOperators { connected operator { pseudo } }
  campaignReports(first: 1) { nodes { name metrics { sent } leads(first: 1) { nodes { utmCampaign } } } } }`;

describe('Scopes', () => {
  let app: App;
  let sandbox: Sandbox;
  let names: Readonly<Record<string, string>>;
  const ask = async (query: string, { headers = {}, extensions }: AskOptions = {}): Promise<Answer> => {
    const text = query.replaceAll(/\{([A-Z_]+)\}/g, (_match, name: string) => names[name] ?? '?');
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: text, extensions }),
    });
    return { ...NO_ERRORS, ...((await response.json()) as Answer) };
  };
  const codes = ({ errors }: Answer) => errors.map(({ path, extensions }) => ({ path, code: extensions.code }));
  const forbidden = (path: readonly (string | number)[]) => ({ path, code: 'FORBIDDEN' });
  const valueAt = (data: unknown, path: readonly (string | number)[]): unknown =>
    path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null)?.[key], data);

  beforeAll(async () => {
    ({ app, sandbox } = await startRestricted());
    const expo = pastExpo(sandbox);
    names = { EXPO: expo };
    const { data } = await ask(
      `{ person(email: "a@b.example") { id } expo(id: "${expo}") { id }
        operators { nodes { sourceId callConfig { type } } } conversations { nodes { sourceId messages { author } } } }`,
      {
        headers: { 'x-api-key': SECRET },
      },
    );
    const found = data as {
      person: { id: string };
      expo: { id: string };
      operators: { nodes: { sourceId: string; callConfig: unknown }[] };
      conversations: { nodes: { sourceId: string; messages: unknown[] | null }[] };
    };
    const spoken = found.conversations.nodes.find(({ messages }) => (messages?.length ?? 0) > 0);
    const called = found.operators.nodes.find(({ callConfig }) => callConfig !== null);
    names = {
      EXPO: expo,
      EXPO_ID: found.expo.id,
      PERSON_ID: found.person.id,
      PROFILE_ID: globalId('CustomerProfile', 'a@b.example'),
      CONVERSATION: spoken?.sourceId ?? '',
      CALLED: called?.sourceId ?? '',
    };
  });
  afterAll(async () => {
    const { visualVisitor, visit, notifyVisitors, iadvize } = sandbox;
    expect([visualVisitor, visit, notifyVisitors, iadvize].flatMap(({ violations }) => violations)).toEqual([]);
    await app.stop();
    await sandbox.close();
  });

  for (const { type, open, closed, around, path } of GUARDED) {
    it(`what is open of ${type} answers beside what is closed`, async () => {
      const answer = await ask(`{ ${around(`${open} ${closed.join(' ')}`)} }`);
      const paths = codes(answer).filter(({ path: at = [] }) => at.slice(0, path.length).join() === path.join());
      const names = closed.map((field) => field.split(' ')[0] ?? '');
      expect(paths.toSorted((a, b) => (String(a.path) < String(b.path) ? -1 : 1))).toEqual(
        names.toSorted().map((name) => forbidden([...path, name])),
      );
      expect(answer.errors.every(({ extensions }) => extensions.code === 'FORBIDDEN')).toBe(true);
      const record = valueAt(answer.data, path) as Readonly<Record<string, unknown>>;
      for (const name of names) expect(record[name]).toBeNull();
      const alone = await ask(`{ ${around(open)} }`);
      expect(alone.errors).toEqual([]);
      expect(record).toMatchObject(valueAt(alone.data, path) as object);
    });
    it(`every closed field of ${type} answers a key with all scopes`, async () => {
      const answer = await ask(`{ ${around(closed.join(' '))} }`, { headers: { authorization: `Bearer ${SECRET}` } });
      expect(answer.errors).toEqual([]);
    });
  }

  for (const [field, path] of CLOSED) {
    it(`${field} is forbidden`, async () => {
      const answer = await ask(`{ ${field} }`);
      expect(codes(answer)).toEqual([forbidden(path)]);
      expect(valueAt(answer.data, path)).toBeNull();
    });
  }

  it('the profile and the joins of a person cannot be reached', async () => {
    const answer = await ask(
      '{ leads(product: PLUS_PERSON, first: 1) { nodes { person { profile { name } leads { totalCount } } } } }',
    );
    expect(codes(answer)).toEqual([forbidden(['leads', 'nodes', 0, 'person'])]);
  });

  it('everything else answers', async () => {
    expect((await ask(OPEN)).errors).toEqual([]);
  });

  it('a refused field makes no call', async () => {
    sandbox.visit.clearCalls();
    sandbox.visualVisitor.clearCalls();
    const [known] = registered(sandbox, pastExpo(sandbox)).flatMap(({ contact }) => email(contact.email) ?? []);
    await ask(`{ visitors(expoId: "{EXPO}", filter: { email: "${known}" }) { nodes { sourceId } totalCount }
      leads(product: PLUS_PERSON, filter: { email: "${known}" }) { totalCount } }`);
    expect([...sandbox.visit.calls, ...sandbox.visualVisitor.calls]).toEqual([]);
  });

  it('verify is forbidden, and only ignored in the header', async () => {
    const wished = await ask('{ expos { nodes { name } } }', { extensions: { cache: { mode: 'verify' } } });
    expect(wished.data ?? null).toBeNull();
    expect(wished.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    await ask('{ expos { nodes { name } } }');
    sandbox.visit.clearCalls();
    const header = await ask('{ expos { nodes { name } } }', { headers: { 'cache-control': 'no-cache' } });
    expect(header.errors).toEqual([]);
    expect(sandbox.visit.calls).toEqual([]);
  });

  it('the windows of the upstreams are left out of what an answer cost', async () => {
    const fresh =
      '{ leads(product: PLUS_PERSON, filter: { from: "2025-03-01T00:00:00Z" }, first: 1) { nodes { sourceId } } }';
    const closed = await ask(fresh);
    const open = await ask(fresh.replace('2025-03', '2025-02'), { headers: { 'x-api-key': SECRET } });
    expect(closed.extensions.cost).toMatchObject({ actual: 1, windows: [] });
    expect(open.extensions.cost.windows.length).toBe(2);
  });

  it('an unknown key is refused', async () => {
    const { data, errors } = await ask('{ expos { nodes { name } } }', { headers: { 'x-api-key': 'wrong' } });
    expect(data ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
