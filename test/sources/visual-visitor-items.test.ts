import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/errors.ts';
import type { Lead, LeadProduct } from '../../src/model/leads.ts';
import { itemsOf, rowsOf } from '../support/source-harness.ts';
import { ALL_TIME, DAY_MS, RECENT, type Started, start } from '../support/visual-visitor-source.ts';

type Wanted = readonly (readonly [LeadProduct, number | string])[];

/** Reads leads by id at once, as one operation does. */
function read(started: Started, wanted: Wanted, wish = {}): Promise<(Lead | null)[]> {
  const { reads, reader } = started.begin({ wish });
  return Promise.all(wanted.map(([product, id]) => reads.lead(reader, product, { customer: null, id: String(id) })));
}

const ids = (leads: readonly (Lead | null)[]) => leads.map((lead) => (lead === null ? null : Number(lead.id)));
const oldest = ({ simulator }: Started, count: number) => simulator.truth.ids('person', ALL_TIME).slice(-count);

describe('a lead by id', () => {
  it('costs one call, brings its visits and is held', async () => {
    const started = await start();
    const [id = 0] = started.simulator.truth.ids('person', RECENT);
    const truth = started.simulator.truth.lead('person', id);
    const [lead] = await read(started, [['PLUS_PERSON', id]]);
    expect(lead).toMatchObject({
      id: String(id),
      product: 'PLUS_PERSON',
      lastVisitAt: Date.parse(String(truth?.lastVisitAt)),
    });
    expect(started.takeCalls()).toEqual([`person #${id}`]);
    const { reads, reader } = started.begin();
    const visits = lead ? await reads.visits(reader, lead) : null;
    expect(visits).toEqual(
      truth?.visits.map(({ startedAt, pages, ...rest }) => ({
        ...rest,
        startedAt: Date.parse(startedAt),
        pages: pages.map((page) => ({ ...page, viewedAt: Date.parse(page.viewedAt) })),
      })),
    );
    expect(ids(await read(started, [['PLUS_PERSON', id]]))).toEqual([id]);
    expect(started.takeCalls()).toEqual([]);
  });

  it('is null where there is none, and that is held too', async () => {
    const started = await start();
    expect(await read(started, [['PLUS_EMPLOYEE', 1]])).toEqual([null]);
    expect(await read(started, [['PLUS_EMPLOYEE', 1]])).toEqual([null]);
    expect(started.takeCalls()).toEqual(['employee #1']);
    for (const id of ['x', '', '1e3', '-1', '1'.repeat(21)])
      await expect(read(started, [['PLUS_PERSON', id]])).rejects.toThrow(InputError);
    expect(started.takeCalls()).toEqual([]);
  });

  it('is aligned with what was asked for, with missing and repeated ids', async () => {
    const started = await start();
    const [a = 0, b = 0] = started.simulator.truth.ids('person', RECENT);
    const [c = 0] = started.simulator.truth.ids('employee', RECENT);
    const found = await read(started, [
      ['PLUS_PERSON', b],
      ['PLUS_EMPLOYEE', c],
      ['PLUS_PERSON', 1],
      ['PLUS_PERSON', a],
      ['PLUS_PERSON', b],
    ]);
    expect(ids(found)).toEqual([b, c, null, a, b]);
    expect(found.map((lead) => lead?.product)).toEqual([
      'PLUS_PERSON',
      'PLUS_EMPLOYEE',
      undefined,
      'PLUS_PERSON',
      'PLUS_PERSON',
    ]);
    expect(started.takeCalls().toSorted()).toEqual([`employee #${c}`, 'person #1', 'person 1'].toSorted());
  });

  it('comes from a page of the list while that is held', async () => {
    const started = await start({ size: 2 });
    const operation = started.begin();
    const rows = await rowsOf(operation.reads.leads(operation.reader, 'PLUS_PERSON', { minPageViews: 2 }), 20);
    started.takeCalls();
    const wanted: Wanted = rows.map(({ item }) => ['PLUS_PERSON', item.id] as const);
    expect(ids(await read(started, wanted))).toEqual(rows.map(({ item }) => Number(item.id)));
    expect(started.takeCalls()).toEqual([]);
  });

  it('takes pages for many and single reads for the rest', async () => {
    const started = await start({ size: 8 });
    const recent = started.simulator.truth.ids('person', RECENT).slice(0, 60);
    expect(
      ids(
        await read(
          started,
          recent.map((id) => ['PLUS_PERSON', id] as const),
        ),
      ),
    ).toEqual(recent);
    expect(started.takeCalls()).toEqual(['person 1']);
  });

  it('is read singly beyond the range of a complete copy', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    await rowsOf(reads.leads(reader, 'PLUS_PERSON', { utmCampaign: 'x' }));
    started.takeCalls();
    const wanted = oldest(started, 3);
    const found = await read(
      started,
      [...wanted, 1].map((id) => ['PLUS_PERSON', id] as const),
    );
    expect(ids(found)).toEqual([...wanted, null]);
    expect(started.takeCalls().toSorted()).toEqual([...wanted, 1].map((id) => `person #${id}`).toSorted());
    started.clock.advance(400_000);
    expect(ids(await read(started, [['PLUS_PERSON', 1]]))).toEqual([null]);
    expect(started.takeCalls()).toEqual(['person #1']);
  });

  it('stands in when the upstream is down or nothing may be called', async () => {
    const started = await start();
    const [id = 0] = oldest(started, 1);
    await read(started, [['PLUS_PERSON', id]]);
    started.clock.advance(400_000);
    started.simulator.faults.inject({ kind: 'status', status: 503 });
    const { reads, reader, meter } = started.begin();
    expect((await reads.lead(reader, 'PLUS_PERSON', { customer: null, id: String(id) }))?.id).toBe(String(id));
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 400, reason: 'UPSTREAM_DOWN' }]);
    expect(ids(await read(started, [['PLUS_PERSON', id]], { mode: 'only-held' }))).toEqual([id]);
    await expect(read(started, [['PLUS_PERSON', 7]], { mode: 'only-held' })).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
    });
  });
});

describe('the visits of a lead', () => {
  it('cost one call for a row of a search, which does not carry them', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const [lead] = await itemsOf(reads.leads(reader, 'PLUS_EMPLOYEE', {}), 1);
    if (lead === undefined) throw new RangeError('no lead');
    expect(lead.visits).toBeNull();
    const visits = await reads.visits(reader, lead);
    expect(visits).toHaveLength(lead.visitCount ?? -1);
    expect(started.takeCalls()).toEqual(['employee 1', `employee #${lead.id}`]);
    started.clock.advance(200_000);
    const next = started.begin({ wish: { maxAge: 250 } });
    expect((await next.reads.lead(next.reader, 'PLUS_EMPLOYEE', { customer: null, id: lead.id }))?.visits).toEqual(
      visits,
    );
    expect(started.takeCalls()).toEqual([]);
  });

  it('stay held when a page brings the same lead without them', async () => {
    const started = await start();
    const [id = 0] = started.simulator.truth.ids('person', RECENT);
    const [lead] = await read(started, [['PLUS_PERSON', id]]);
    const list = started.begin();
    const [row] = await itemsOf(list.reads.leads(list.reader, 'PLUS_PERSON', {}), 1);
    started.takeCalls();
    if (row === undefined) throw new RangeError('no lead');
    expect(row.visits).toBeNull();
    const { reads, reader } = started.begin();
    expect(await reads.visits(reader, row)).toEqual(lead?.visits);
    expect(started.takeCalls()).toEqual([]);
  });

  it('cost nothing where rows carry them, and are null for a lead that has vanished', async () => {
    const started = await start({ searchVisits: true });
    const { reads, reader } = started.begin();
    const [lead] = await itemsOf(reads.leads(reader, 'PLUS_PERSON', {}), 1);
    if (lead === undefined) throw new RangeError('no lead');
    expect(await reads.visits(reader, lead)).toHaveLength(lead.visitCount ?? -1);
    expect(started.takeCalls()).toEqual(['person 1']);
    started.simulator.edit.suppressLead('person', Number(lead.id));
    expect(await reads.visits(reader, { ...lead, visits: null })).toBeNull();
  });
});

describe('an operation that verifies', () => {
  it('reads again what is held', async () => {
    const started = await start();
    const [id = 0] = oldest(started, 1);
    await read(started, [['PLUS_PERSON', id]]);
    started.clock.advance(DAY_MS / 100_000);
    await read(started, [['PLUS_PERSON', id]], { mode: 'verify' });
    expect(started.takeCalls()).toEqual([`person #${id}`, `person #${id}`]);
  });
});
