import { describe, expect, it } from 'vitest';
import { ALL, call, expoAt, ONE, plain, type Row, readAll, start } from './visit-client.ts';

type Loose = Readonly<Record<string, unknown>>;
type Named = { readonly id: string; readonly name?: string };

const LISTS = ['contents', 'licenses', 'payments', 'touchpoints', 'actions', 'activities'] as const;
const idOf = (value: unknown): string | undefined => (value as Named | null)?.id;

describe('Visit simulator: what is shown, sold and done', () => {
  it('refers to records that are there, under their own names', async () => {
    const { simulator } = await start({ size: 3 });
    const { truth } = simulator;
    for (const { id: expo } of truth.expos()) {
      const partners = new Map(truth.partners(expo).map((row) => [row.id, row.name]));
      const visitors = new Set(truth.visitors(expo).map(({ id }) => id));
      const contents = new Set(truth.contents(expo).map(({ id }) => id));
      const places = new Set((truth.expoDetail(expo).locations as Named[]).map(({ id }) => id));
      for (const name of LISTS) {
        for (const { partner, visitor, content, location } of truth[name](expo) as readonly Loose[]) {
          if (partner) expect(partners.get(idOf(partner) ?? '')).toBe((partner as Named).name);
          if (visitor) expect(visitors).toContain(idOf(visitor));
          if (content) expect(contents).toContain(idOf(content));
          if (location) expect(places).toContain(idOf(location));
        }
      }
    }
  });

  it('has contents, payments, touchpoints and a programme in every expo, actions in past ones only', async () => {
    const { simulator } = await start();
    const { truth } = simulator;
    for (const { id: expo } of truth.expos()) {
      const past = expo !== expoAt(simulator, 'future');
      for (const name of LISTS)
        expect(truth[name](expo).length > 0, `${name} of ${expo}`).toBe(past || name !== 'actions');
      const profiles = truth.contents(expo).filter(({ name }) => String(name).trim() === 'Profile');
      expect(profiles.length).toBe(truth.partners(expo).filter(({ deleted }) => !deleted).length);
      const kinds = new Set(truth.contents(expo).map(({ type }) => type));
      for (const type of ['profile', 'product', 'info']) expect(kinds).toContain(type);
    }
  });

  it('tells on the item alone who took part in an activity, as the participants themselves do', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const attended = (id: string): readonly string[] =>
      simulator.truth
        .participants(expo)
        .filter(({ activities }) => (activities as Named[]).some((one) => one.id === id))
        .map((one) => one.id);
    const { rows } = await call(simulator, `/activities/${expo}`);
    expect(rows).toEqual(plain(simulator.truth.activities(expo)));
    let total = 0;
    for (const row of rows) {
      expect(row).not.toHaveProperty('participants');
      const { body } = await call(simulator, `/activities/${expo}/${row.id}`);
      const { participants } = body as { participants: Row[] };
      expect(participants.map(({ id }) => id).sort()).toEqual([...attended(row.id)].sort());
      total += participants.length;
    }
    expect(total).toBeGreaterThan(10);
    expect(simulator.violations).toEqual([]);
  });

  it('gives activities whole, however many there are, and notes any parameter', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    for (let count = 0; count < 100; count += 1)
      simulator.edit.addRecord('activities', expo, { name: `More ${count}` });
    expect((await call(simulator, `/activities/${expo}`)).rows.length).toBe(112);
    expect(simulator.violations).toEqual([]);
    expect((await call(simulator, `/activities/${expo}?limit=5`)).rows.length).toBe(112);
    expect(simulator.violations.map(({ rule }) => rule)).toEqual(['unknown parameter']);
  });

  it('has no item of touchpoints and actions', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    for (const name of ['touchpoints', 'actions'] as const) {
      const [first] = simulator.truth[name](expo);
      expect((await call(simulator, `/${name}/${expo}/${first?.id}`)).status).toBe(404);
    }
    expect(simulator.violations.map(({ rule }) => rule)).toEqual(['unknown route', 'unknown route']);
  });

  it('moves what is edited to the end, and forgets what is removed', async () => {
    const { simulator } = await start();
    const { edit, truth } = simulator;
    const expo = expoAt(simulator, 'past');
    const [first, second] = truth.payments(expo);
    const sync = truth.newestRevision();
    edit.changeRecord('payments', expo, first?.id ?? '', { state: 'refunded' });
    edit.removeRecord('payments', expo, second?.id ?? '');
    const added = edit.addRecord('payments', expo, { state: 'paid' });
    expect((await call(simulator, `/payments/${expo}?fromRevision=${sync + 1}`)).rows).toMatchObject([
      { id: first?.id, state: 'refunded' },
      { id: added.id, revision: added.revision, state: 'paid' },
    ]);
    expect((await call(simulator, `/payments/${expo}/${second?.id}`)).status).toBe(404);
    expect((await readAll(simulator, `/payments/${expo}`)).map(({ id }) => id)).not.toContain(second?.id);
    expect(() => edit.changeRecord('payments', expo, second?.id ?? '', {})).toThrow(RangeError);
    edit.changeRecord('activities', expo, truth.activities(expo)[0]?.id ?? '', { participants: [] });
    expect(truth.activities(expo).at(-1)).not.toHaveProperty('participants');
    expect(simulator.violations).toEqual([]);
  });
});

describe('Visit simulator: webhooks', () => {
  it('belong to the key that made them, their log to the item', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past', 1);
    const { rows } = await call(simulator, `/webhooks/${expo}`);
    const others = await call(simulator, `/webhooks/${expo}`, { secret: ONE.secret });
    expect(rows.length).toBe(2);
    expect(others.rows.length).toBe(2);
    for (const row of rows) {
      expect(row).not.toHaveProperty('log');
      expect(others.rows.map(({ id }) => id)).not.toContain(row.id);
      const { body } = await call(simulator, `/webhooks/${expo}/${row.id}`);
      expect(body).toMatchObject(row);
      expect((body as { log: unknown[] }).log.length).toBeGreaterThan(0);
      expect((await call(simulator, `/webhooks/${expo}/${row.id}`, { secret: ONE.secret })).status).toBe(404);
    }
    expect(simulator.truth.webhooks(expo, ALL.label).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(simulator.violations).toEqual([]);
  });

  it('are changed, added and removed for one key', async () => {
    const { simulator } = await start();
    const { edit, truth } = simulator;
    const expo = expoAt(simulator, 'past');
    const [first, second] = truth.webhooks(expo, ALL.label);
    const id = edit.addWebhook(expo, ALL.label, { type: 'content' });
    edit.changeWebhook(expo, ALL.label, first?.id ?? '', { state: 'error' });
    edit.removeWebhook(expo, ALL.label, second?.id ?? '');
    expect((await call(simulator, `/webhooks/${expo}`)).rows).toMatchObject([
      { id: first?.id, state: 'error' },
      { id, type: 'content' },
    ]);
    expect(() => edit.changeWebhook(expo, ONE.label, id, {})).toThrow(RangeError);
    expect(truth.webhooks(expo, ONE.label).length).toBe(2);
  });
});
