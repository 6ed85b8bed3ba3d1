import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/errors.ts';
import type { Lead, LeadFilter, LeadProduct } from '../../src/model/leads.ts';
import type { List, Position } from '../../src/model/list.ts';
import { itemsOf, rowsOf, walk } from '../support/source-harness.ts';
import { ALL_TIME, DAY_MS, idsOf, NOW, RECENT, type Started, start } from '../support/visual-visitor-source.ts';

function listIn(started: Started, product: LeadProduct, filter: LeadFilter = {}): List<Lead> {
  const { reads, reader } = started.begin();
  return reads.leads(reader, product, filter);
}

const NEVER = { fresh: -1, usable: 0 };

describe('the root list of leads', () => {
  it('gives the last 90 days of a product, newest first, in pages of 200', async () => {
    const started = await start({ size: 4 });
    const { truth } = started.simulator;
    for (const [product, own] of [
      ['PLUS_PERSON', 'person'],
      ['PLUS_EMPLOYEE', 'employee'],
    ] as const) {
      const wanted = truth.ids(own, RECENT);
      expect(wanted.length).toBeGreaterThan(200);
      expect(idsOf(await itemsOf(listIn(started, product)))).toEqual(wanted);
      const pages = Array.from({ length: Math.ceil(wanted.length / 200) }, (_, page) => `${own} ${page + 1}`);
      expect(started.takeCalls()).toEqual(pages);
      expect(idsOf(await itemsOf(listIn(started, product)))).toEqual(wanted);
      expect(started.takeCalls()).toEqual([]);
    }
  });

  it('reads no page before somebody asks for its rows', async () => {
    const started = await start({ size: 4 });
    const rows = await rowsOf(listIn(started, 'PLUS_PERSON'), 200);
    expect(rows.map(({ more }) => more)).not.toContain(false);
    expect(rows.at(-1)?.more).toBe(true);
    expect(started.takeCalls()).toEqual(['person 1']);
  });

  it('keeps its questions stable within a day and asks anew on the next', async () => {
    const started = await start({ ages: { fresh: 10 * DAY_MS, usable: 10 * DAY_MS } });
    await rowsOf(listIn(started, 'PLUS_PERSON'), 1);
    started.clock.advance(11 * 3_600_000);
    await rowsOf(listIn(started, 'PLUS_PERSON'), 1);
    expect(started.takeCalls()).toEqual(['person 1']);
    started.clock.advance(2 * 3_600_000);
    await rowsOf(listIn(started, 'PLUS_PERSON'), 1);
    expect(started.takeCalls()).toEqual(['person 1 until 2026-06-17T00:00:00Z']);
  });

  it('takes from and to as they are given, and completes the one that is not', async () => {
    const started = await start({ size: 2 });
    const { truth } = started.simulator;
    const [middle, older] = [NOW - 40 * DAY_MS, NOW - 120 * DAY_MS];
    const ids = async (filter: LeadFilter) => idsOf(await itemsOf(listIn(started, 'PLUS_PERSON', filter)));
    expect(await ids({ from: older, to: middle })).toEqual(truth.ids('person', { from: older, to: middle }));
    expect(await ids({ from: older })).toEqual(truth.ids('person', { from: older, to: RECENT.to }));
    expect(await ids({ to: middle })).toEqual(truth.ids('person', { from: middle - 90 * DAY_MS, to: middle }));
    const [lead] = truth.leads('person', RECENT);
    const at = Date.parse(String(lead?.lastVisitAt));
    expect(await ids({ from: at })).toContain(lead?.id);
    expect(await ids({ to: at })).not.toContain(lead?.id);
  });

  it('refuses what cannot be and answers without a call what nothing can match', async () => {
    const started = await start();
    const refused: LeadFilter[] = [
      { from: NOW, to: NOW - 1 },
      { email: 'nobody' },
      { domain: 'a sentence' },
      { minPageViews: -1 },
    ];
    for (const filter of refused) expect(() => listIn(started, 'PLUS_PERSON', filter)).toThrow(InputError);
    const empty: [LeadProduct, LeadFilter][] = [
      ['PLUS_EMPLOYEE', { email: 'anna@example.com' }],
      ['PLUS_PERSON', { domain: 'example.com' }],
      ['PLUS_PERSON', { from: NOW, to: NOW }],
      ['PLUS_PERSON', { from: NOW + 30 * DAY_MS }],
    ];
    for (const [product, filter] of empty) {
      expect(await itemsOf(listIn(started, product, filter))).toEqual([]);
      expect(await listIn(started, product, filter).total()).toBe(0);
    }
    expect(started.takeCalls()).toEqual([]);
  });

  it('lets the upstream filter by address, domain, name and page views', async () => {
    const started = await start({ size: 2 });
    const { truth } = started.simulator;
    const person = truth.leads('person', RECENT).find(({ email }) => String(email).startsWith(' '));
    const email = String(person?.email);
    const found = await itemsOf(listIn(started, 'PLUS_PERSON', { email }));
    expect(idsOf(found)).toEqual(truth.byEmail(email, RECENT).map(({ id }) => id));
    expect(found[0]?.email).toBe(email.trim().toLowerCase());
    const company = truth.leads('employee', RECENT).find(({ domain }) => String(domain).startsWith('https://'));
    const domain = String(company?.domain);
    const ofDomain = await itemsOf(listIn(started, 'PLUS_EMPLOYEE', { domain }));
    expect(idsOf(ofDomain)).toEqual(truth.byDomain(domain, RECENT).map(({ id }) => id));
    expect(ofDomain[0]?.domain).toMatch(/^[a-z-]+-\d+\.example$/);
    const named = await itemsOf(listIn(started, 'PLUS_EMPLOYEE', { companyName: 'bLuE', minPageViews: 4 }));
    const wanted = truth
      .leads('employee', RECENT)
      .filter((lead) => String(lead.companyName).toLowerCase().includes('blue') && Number(lead.pageViews) >= 4);
    expect(idsOf(named)).toEqual(wanted.map(({ id }) => id));
    expect(started.takeCalls()).toEqual(['person 1 email', 'employee 1 domain', 'employee 1 companyName minPageViews']);
  });

  it('counts by the upstream, at no cost once a page is read', async () => {
    const started = await start({ size: 4 });
    const count = started.simulator.truth.ids('person', RECENT).length;
    const list = listIn(started, 'PLUS_PERSON');
    await rowsOf(list, 10);
    expect(await list.total()).toBe(count);
    expect(started.takeCalls()).toEqual(['person 1']);
    const other = listIn(started, 'PLUS_PERSON', { minPageViews: 3 });
    expect(await other.total()).toBeLessThan(count);
    expect(started.takeCalls()).toEqual(['person 1 minPageViews']);
  });
});

describe('paging through leads', () => {
  for (const first of [7, 150, 200, 1000])
    it(`gives every lead once in pages of ${first}`, async () => {
      const started = await start({ size: 8 });
      const wanted = started.simulator.truth.ids('person', RECENT);
      expect(idsOf(await walk(() => listIn(started, 'PLUS_PERSON'), first))).toEqual(wanted);
      expect(started.takeCalls().length).toBe(Math.ceil(wanted.length / 200));
    });

  it('costs one call a page also when nothing is held any more', async () => {
    const started = await start({ size: 8, ages: NEVER });
    const wanted = started.simulator.truth.ids('person', RECENT);
    const leads = await walk(
      () => listIn(started, 'PLUS_PERSON'),
      150,
      () => started.clock.advance(1_000),
    );
    expect(idsOf(leads)).toEqual(wanted);
    expect(started.takeCalls().length).toBe(Math.ceil(wanted.length / 150));
  });

  it('neither repeats nor leaves out what does not change while leads come, go and return', async () => {
    for (const ages of [undefined, NEVER]) {
      const started = await start({ size: 6, ...(ages && { ages }) });
      const { edit, truth } = started.simulator;
      const before = truth.ids('person', RECENT);
      const touched = new Set<number>();
      const leads = await walk(
        () => listIn(started, 'PLUS_PERSON'),
        60,
        (page, rows) => {
          started.clock.advance(400_000);
          touched.add(edit.addLead('person'));
          const gone = Number(rows[3]?.item.id);
          const back = before[before.length - page] ?? 0;
          const again = Number(rows[10]?.item.id);
          for (const id of [gone, back, again]) touched.add(id);
          edit.suppressLead('person', gone);
          edit.revisit('person', back);
          edit.revisit('person', again);
        },
      );
      const steady = idsOf(leads).filter((id) => !touched.has(id));
      expect(steady).toEqual(before.filter((id) => !touched.has(id)));
    }
  });

  it('goes on after a cursor of yesterday with one call', async () => {
    const started = await start({ size: 8 });
    const rows = await rowsOf(listIn(started, 'PLUS_PERSON'), 250);
    started.takeCalls();
    started.clock.advance(DAY_MS);
    const [next] = await itemsOf(listIn(started, 'PLUS_PERSON'), 1, rows.at(-1)?.position);
    expect(Number(next?.id)).toBe(started.simulator.truth.ids('person', RECENT)[250]);
    expect(started.takeCalls().length).toBe(1);
  });

  it('takes no segment from a cursor that the list does not have', async () => {
    const started = await start({ size: 2 });
    const [row] = await rowsOf(listIn(started, 'PLUS_PERSON'), 1);
    const wanted = started.simulator.truth.ids('person', RECENT).slice(1, 4);
    const own = row?.position as Position;
    const forged = [
      `0..${RECENT.to}`,
      `${RECENT.from}..${RECENT.to + 1000}`,
      `${RECENT.from}..${NOW + 1}`,
      'x',
      '1..0',
    ];
    const positions: Position[] = [
      ...forged.map((g) => ({ ...own, g })),
      { ...own, p: 51 },
      { ...own, p: 50, l: 1 },
      { ...own, p: 0 },
      { ...own, p: 1.5 },
      { ...own, p: '1' },
      { s: own.s },
    ];
    for (const position of positions)
      expect(idsOf(await itemsOf(listIn(started, 'PLUS_PERSON'), 3, position))).toEqual(wanted);
    for (const s of ['', 'x', '1.2.3', `${'9'.repeat(20)}.${'0'.repeat(20)}.1`])
      await expect(rowsOf(listIn(started, 'PLUS_PERSON'), 1, { s })).rejects.toThrow(InputError);
  });

  it('goes on past the 10,000 rows of one search without a page to spare', async () => {
    const started = await start({ size: 50 });
    const wanted = started.simulator.truth.ids('person', ALL_TIME);
    expect(wanted.length).toBe(11_000);
    const list = listIn(started, 'PLUS_PERSON', ALL_TIME);
    expect(idsOf(await itemsOf(list))).toEqual(wanted);
    expect(await list.total()).toBe(11_000);
    const calls = started.takeCalls();
    expect(calls.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, page) => `person ${page + 1}`));
    // 1,000 rows and the ties of the last one before them.
    expect(calls.slice(50).map((call) => call.split(' until ')[0])).toEqual(
      [1, 2, 3, 4, 5, 6].map((page) => `person ${page}`),
    );
    expect(new Set(calls.slice(50).map((call) => call.split(' until ')[1])).size).toBe(1);
  });

  it('pages over the end of a search with cursors', async () => {
    const started = await start({ size: 50 });
    const wanted = started.simulator.truth.ids('person', ALL_TIME);
    const leads = await walk(() => listIn(started, 'PLUS_PERSON', ALL_TIME), 1000);
    expect(idsOf(leads)).toEqual(wanted);
    expect(started.takeCalls().length).toBe(56);
  });
});
