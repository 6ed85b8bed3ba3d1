import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, expoAt, plain, type Row, readAll, STATES, start } from './visit-client.ts';

describe('Visit simulator: paging', () => {
  it.each([
    'visitors',
    'partners',
    'participants',
    'connections',
    'contents',
    'licenses',
    'payments',
    'touchpoints',
    'actions',
  ] as const)('reads %s to the end in ascending revision, equal to the truth', async (name) => {
    const { simulator } = await start();
    for (const expo of simulator.truth.expos()) {
      const states = name === 'visitors' ? `?registrationStates=${STATES}` : '';
      const rows = await readAll(simulator, `/${name}/${expo.id}${states}`, 37);
      const truth = simulator.truth[name](expo.id) as readonly Row[];
      const listed = truth.filter(
        ({ id, deleted }) =>
          name !== 'visitors' || deleted || STATES.split(',').includes(simulator.truth.stateOf(expo.id, id) ?? ''),
      );
      expect(rows).toEqual(plain(listed));
      const revisions = rows.map(({ revision }) => revision);
      expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
      expect(rows.every(({ id }) => /^[0-9a-z]{13}$/.test(id))).toBe(true);
    }
    expect(simulator.violations).toEqual([]);
  });

  it('includes fromRevision, and ends with a short or an empty page', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const all = await readAll(simulator, `/partners/${expo}`);
    const last = all.at(-1)?.revision ?? 0;
    expect((await call(simulator, `/partners/${expo}?fromRevision=${last}`)).rows).toEqual(all.slice(-1));
    expect((await call(simulator, `/partners/${expo}?fromRevision=${last + 1}`)).rows).toEqual([]);
    expect((await call(simulator, `/partners/${expo}?limit=${all.length}`)).rows).toEqual(all);
    expect((await call(simulator, `/visitors/${expo}`)).rows).toHaveLength(100);
    expect((await call(simulator, `/visitors/${expo}?fromRevision=9223372036854775807`)).rows).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });

  it('gives one global counter: no revision twice, expos interleaved', async () => {
    const { simulator } = await start();
    const { truth } = simulator;
    const perExpo = truth.expos().map(({ id }) => truth.visitors(id).map(({ revision }) => revision));
    const every = truth
      .expos()
      .flatMap(({ id }) => [truth.visitors(id), truth.partners(id), truth.participants(id), truth.connections(id)])
      .flatMap((rows) => rows.map(({ revision }) => revision));
    expect(new Set(every).size).toBe(every.length);
    expect(Math.min(...every)).toBeGreaterThan(9e9);
    expect(Math.max(...every)).toBeLessThan(1.1e10);
    const merged = perExpo.flatMap((list, expo) => list.map((revision) => ({ revision, expo })));
    const order = merged.toSorted((a, b) => a.revision - b.revision).map(({ expo }) => expo);
    const changes = order.filter((expo, place) => place > 0 && order[place - 1] !== expo).length;
    expect(changes).toBeGreaterThan(order.length / 2);
  });

  it('serves a limit above the cap at the cap and notes it', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    expect((await call(simulator, `/visitors/${expo}?limit=500`)).rows).toHaveLength(100);
    expect(simulator.violations.map(({ rule }) => rule)).toEqual(['parameter value']);
  });

  it('property: any limit and any start give the next rows of the whole list', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const all = await readAll(simulator, `/connections/${expo}`);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100 }),
        fc.nat(all.length),
        fc.integer({ min: -1, max: 1 }),
        async (limit, at, shift) => {
          const from = (all[at]?.revision ?? 0) + shift;
          const { rows } = await call(
            simulator,
            `/connections/${expo}?limit=${limit}&fromRevision=${Math.max(0, from)}`,
          );
          expect(rows).toEqual(all.filter(({ revision }) => revision >= from).slice(0, limit));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('Visit simulator: parameters', () => {
  it.each([
    'limit=0',
    'limit=-1',
    'limit=ten',
    'limit=2.5',
    'limit=',
    'fromRevision=-1',
    'fromRevision=abc',
    'fromRevision=18446744073709551616',
    'showDeleted=maybe',
    'registrationStates=registered,cancelled',
    'registrationStates=',
    'registrationStates=pendingConfirmation',
    'contactId=UPPER',
    'contactReference=',
  ])('answers 400 to %s', async (query) => {
    const { simulator } = await start();
    const { status, body } = await call(simulator, `/visitors/${expoAt(simulator, 'past')}?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ status: 400, title: 'Bad Request' });
    expect(simulator.violations.map(({ rule }) => rule)).toEqual(['parameter value']);
  });

  it.each([
    ['visitors', 'colour=red', 'unknown parameter'],
    ['partners', 'registrationStates=registered', 'unknown parameter'],
    ['participants', 'showDeleted=false', 'unknown parameter'],
    ['visitors', 'registrationTypes=000000abc', 'newer parameter'],
    ['connections', 'partnerId=0000000000abc', 'newer parameter'],
    ['connections', 'type=visitor', 'newer parameter'],
    ['visitors', 'limit=100&limit=100', 'repeated parameter'],
  ])('ignores %s?%s, and notes it', async (name, query, rule) => {
    const { simulator } = await start();
    const path = `/${name}/${expoAt(simulator, 'past')}`;
    const without = await call(simulator, path);
    expect(await call(simulator, `${path}?${query}`)).toMatchObject({ status: 200, rows: without.rows });
    expect(simulator.violations.map((violation) => violation.rule)).toEqual([rule]);
  });

  it('knows no webhook, and notes that nobody should ask', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    expect((await call(simulator, `/visitors/${expo}?webhookId=34bg2hx3fla87`)).status).toBe(404);
    expect(simulator.violations).toEqual([{ rule: 'not used', detail: 'webhookId' }]);
  });

  it('notes parameters on an item', async () => {
    const { simulator } = await start();
    expect((await call(simulator, `/expos/${expoAt(simulator, 'past')}?limit=5`)).status).toBe(200);
    expect(simulator.violations.map(({ rule }) => rule)).toEqual(['unknown parameter']);
  });

  it('finds expos by reference, exactly and in its case', async () => {
    const { simulator } = await start();
    const names = async (reference: string) =>
      (await call(simulator, `/expos?reference=${reference}`)).rows.map((expo) => expo.reference);
    expect(await names('BUILD-SHOW')).toEqual(['BUILD-SHOW', 'BUILD-SHOW']);
    expect(await names('Build-Show')).toEqual(['Build-Show']);
    expect(await names('build-show')).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });
});

describe('Visit simulator: states and tombstones', () => {
  it('lists registered visitors and tombstones by default', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const rows = await readAll(simulator, `/visitors/${expo}`);
    const tombstones = rows.filter(({ deleted }) => deleted);
    expect(tombstones.length).toBeGreaterThan(1);
    expect(
      rows.filter(({ deleted }) => !deleted).every(({ registrationState }) => registrationState === 'registered'),
    ).toBe(true);
    for (const row of tombstones)
      expect(Object.keys(row)).toEqual(expect.arrayContaining(['deleted', 'id', 'revision']));
    expect(tombstones.every((row) => !('contact' in row))).toBe(true);
    const hidden = await readAll(simulator, `/visitors/${expo}?showDeleted=false`);
    expect(hidden).toEqual(rows.filter(({ deleted }) => !deleted));
    expect(await readAll(simulator, `/visitors/${expo}?showDeleted=true`)).toEqual(rows);
    expect(rows.length).toBeGreaterThan(140);
    expect(simulator.violations).toEqual([]);
  });

  it('answers 404 for a deleted record by id', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    for (const name of ['visitors', 'partners'] as const) {
      const tombstone = simulator.truth[name](expo).find(({ deleted }) => deleted);
      expect((await call(simulator, `/${name}/${expo}/${tombstone?.id}`)).status).toBe(404);
    }
    const live = await readAll(simulator, `/partners/${expo}?showDeleted=false`);
    expect(live).toHaveLength(simulator.truth.partners(expo).filter(({ deleted }) => !deleted).length);
    expect(simulator.violations).toEqual([]);
  });

  it('has every documented state in every expo, one of them in two spellings, and undocumented ones by id only', async () => {
    const { simulator } = await start({ size: 3 });
    const spellings = new Set<string>();
    for (const { id } of simulator.truth.expos()) {
      for (const state of STATES.split(',')) {
        const rows = await readAll(simulator, `/visitors/${id}?registrationStates=${state}&showDeleted=false`);
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) spellings.add(row.registrationState ?? '');
      }
      const odd = simulator.truth
        .visitors(id)
        .filter((row) => ['cancelled', 'unregistered'].includes(String(row.registrationState)));
      expect(odd.length).toBeGreaterThan(0);
      expect((await call(simulator, `/visitors/${id}/${odd[0]?.id}`)).status).toBe(200);
      const registered = simulator.truth.visitors(id).filter((row) => row.registrationState === 'registered').length;
      expect(registered / 600).toBeGreaterThan(0.7);
    }
    expect([...spellings].sort()).toEqual([...STATES.split(','), 'pendingConfirmation'].sort());
    expect(simulator.violations).toEqual([]);
  });
});
