import { describe, expect, it } from 'vitest';
import { CallerLeft } from '../../src/base/errors.ts';
import type { CallRecord } from '../../src/transport/call.ts';
import { itemsOf, rowsOf } from '../support/source-harness.ts';
import {
  campaign,
  DAY_MS,
  fill,
  idsOf,
  ofCampaign,
  PRODUCTS,
  pages,
  RECENT,
  type Started,
  start,
  trimmed,
} from '../support/visual-visitor-source.ts';

/** Fills the +Person copy and tells of each call as it ends; what is thrown then ends the operation. */
async function watched(started: Started, onCall: (turn: number) => void): Promise<void> {
  const controller = new AbortController();
  const operation = started.harness.operation({ signal: controller.signal });
  const scope = {
    ...operation.scope,
    onCall: (record: CallRecord) => {
      operation.meter.onCall(record);
      try {
        onCall(operation.meter.calls.length);
      } catch (error) {
        controller.abort(error);
      }
    },
  };
  const leads = started.source.begin(scope).leads({ ...operation.reader, scope }, 'PLUS_PERSON', { utmCampaign: 'x' });
  await rowsOf(leads, 1);
}

/** A fill whose operation leaves after so many calls. The last of them is still written. */
async function interrupted(started: Started, calls: number): Promise<void> {
  const leaving = new CallerLeft();
  const filled = watched(started, (turn) => {
    if (turn === calls) throw leaving;
  });
  await expect(filled).rejects.toBe(leaving);
  await new Promise((done) => setTimeout(done, 20));
}

/** What the copy gives out for the default range, which must cost nothing. */
async function heldIds(started: Started): Promise<number[]> {
  const { reads, reader, meter } = started.begin();
  const ids = idsOf(await itemsOf(reads.leads(reader, 'PLUS_PERSON', {})));
  expect(meter.calls).toEqual([]);
  return ids;
}

describe('the copy of the last 90 days', () => {
  it('answers every list within its range without a call while it is fresh', async () => {
    const started = await start({ size: 3 });
    const { truth } = started.simulator;
    for (const product of PRODUCTS) await fill(started, product);
    started.takeCalls();
    started.clock.advance(200_000);
    const { reads, reader, meter } = started.begin();
    expect(idsOf(await itemsOf(reads.leads(reader, 'PLUS_PERSON', {})))).toEqual(truth.ids('person', RECENT));
    expect(await reads.leads(reader, 'PLUS_PERSON', {}).total()).toBe(truth.ids('person', RECENT).length);
    const email = trimmed(truth.leads('person', RECENT).find(({ email }) => trimmed(email).includes('@'))?.email);
    expect(idsOf(await itemsOf(reads.leadsByEmail(reader, email)))).toEqual(
      truth.byEmail(email, RECENT).map(({ id }) => id),
    );
    const domain = String(
      truth.leads('employee', RECENT).find(({ domain }) => String(domain).startsWith('www.'))?.domain,
    );
    expect(idsOf(await itemsOf(reads.leadsByDomain(reader, domain)))).toEqual(
      truth.byDomain(domain, RECENT).map(({ id }) => id),
    );
    expect((await reads.newestPersonLead(reader, email))?.email).toBe(email.toLowerCase());
    expect(await reads.newestEmployeeLead(reader, 'unknown.example')).toBeNull();
    expect(started.takeCalls()).toEqual([]);
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 200, reason: 'CACHE' }]);
  });

  it('follows its upstream with one call when little has changed', async () => {
    const started = await start({ size: 3 });
    const { edit, truth } = started.simulator;
    await fill(started, 'PLUS_PERSON');
    started.clock.advance(400_000);
    edit.addLead('person', { utmCampaign: 'brand-2' });
    for (const id of truth.ids('person', RECENT).slice(-5)) edit.revisit('person', id);
    started.takeCalls();
    await fill(started, 'PLUS_PERSON');
    expect(started.takeCalls()).toEqual(['person 1']);
    const { reads, reader } = started.begin();
    expect(idsOf(await itemsOf(reads.leads(reader, 'PLUS_PERSON', {})))).toEqual(truth.ids('person', RECENT));
    expect(started.takeCalls()).toEqual([]);
  });

  it('closes the gap behind more new rows than a page holds', async () => {
    const started = await start({ size: 6 });
    const { edit, truth } = started.simulator;
    await fill(started, 'PLUS_PERSON');
    started.clock.advance(DAY_MS / 4);
    for (let n = 0; n < 450; n += 1) edit.addLead('person');
    started.takeCalls();
    await fill(started, 'PLUS_PERSON');
    expect(started.takeCalls()).toEqual(['person 1', 'person 2', 'person 3']);
    const { reads, reader } = started.begin();
    const leads = await itemsOf(reads.leads(reader, 'PLUS_PERSON', {}));
    expect(idsOf(leads)).toEqual(truth.ids('person', RECENT));
  });

  it('goes on where it stopped after a restart and reads no page twice', async () => {
    const started = await start({ size: 8 });
    const { truth } = started.simulator;
    await interrupted(started, 2);
    expect(started.takeCalls()).toEqual(['person 1', 'person 2']);
    const again = started.restart();
    await fill(again, 'PLUS_PERSON');
    expect(started.takeCalls()).toEqual(pages('person', truth.ids('person', RECENT).length).slice(2));
    expect(await heldIds(again)).toEqual(truth.ids('person', RECENT));
  });

  it('goes on below all that it holds when many new rows have come before the rest was read', async () => {
    const started = await start({ size: 8 });
    const { edit, truth } = started.simulator;
    const count = truth.ids('person', RECENT).length;
    await interrupted(started, 2);
    started.clock.advance(400_000);
    for (let n = 0; n < 250; n += 1) edit.addLead('person');
    started.takeCalls();
    await fill(started, 'PLUS_PERSON');
    const calls = started.takeCalls();
    expect(calls.slice(0, 2)).toEqual(['person 1', 'person 2']);
    // The last row held, and its ties, come again.
    expect(calls.slice(2).map((call) => call.split(' until ')[0])).toEqual(pages('person', count - 399));
    expect(calls.slice(2).every((call) => call.includes(' until '))).toBe(true);
    expect(await heldIds(started)).toEqual(truth.ids('person', RECENT));
  });

  it('leaves no lead out when leads vanish or return while it is filled', async () => {
    for (const what of ['vanish', 'return'] as const) {
      const started = await start({ size: 10 });
      const { edit, truth } = started.simulator;
      const before = truth.ids('person', RECENT);
      const touched = new Set<number>();
      await watched(started, (turn) => {
        const id = before[turn * 3] ?? 0;
        if (turn > 4) return;
        touched.add(id);
        if (what === 'vanish') edit.suppressLead('person', id);
        else edit.revisit('person', id);
      });
      const held = new Set(await heldIds(started));
      expect(touched.size).toBe(4);
      expect(before.filter((id) => !touched.has(id) && !held.has(id))).toEqual([]);
    }
  });

  it('fills past the 10,000 rows of one search', { timeout: 60_000 }, async () => {
    const started = await start({ size: 100 });
    const { truth, edit } = started.simulator;
    const count = truth.ids('person', RECENT).length;
    expect(count).toBeGreaterThan(10_800);
    await fill(started, 'PLUS_PERSON');
    const calls = started.takeCalls();
    expect(calls.slice(0, 50)).toEqual(pages('person', 10_000));
    expect(calls.slice(50).map((call) => call.split(' until ')[0])).toEqual(
      Array.from({ length: Math.ceil((count - 9_999) / 200) }, (_, page) => `person ${page + 1}`),
    );
    const { reads, reader } = started.begin();
    expect(idsOf(await itemsOf(reads.leads(reader, 'PLUS_PERSON', {})))).toEqual(truth.ids('person', RECENT));
    started.clock.advance(400_000);
    edit.addLead('person');
    await fill(started, 'PLUS_PERSON');
    expect(started.takeCalls()).toEqual(['person 1']);
  });

  it('fits the vendor limits when both copies of a world of size 50 are filled', { timeout: 60_000 }, async () => {
    const started = await start({ size: 50, limited: true });
    const { truth } = started.simulator;
    const wanted = ofCampaign(started, 'brand-1');
    expect(wanted.length).toBeGreaterThan(50);
    expect(await campaign(started, 'brand-1')).toEqual(wanted);
    const count =
      Math.ceil(truth.ids('employee', RECENT).length / 200) + Math.ceil(truth.ids('person', RECENT).length / 200);
    expect(started.takeCalls().length).toBe(count);
    expect(truth.used('one')).toEqual({ ip: count, key: count });
  });

  it('is read again whole after a day, and then forgets leads that vanished', async () => {
    const started = await start({ size: 3 });
    const { edit, truth } = started.simulator;
    await fill(started, 'PLUS_PERSON');
    const gone = truth.ids('person', RECENT)[70] ?? 0;
    edit.suppressLead('person', gone);
    started.clock.advance(DAY_MS / 4);
    await fill(started, 'PLUS_PERSON');
    expect(started.takeCalls().at(-1)).toBe('person 1');
    started.clock.advance(DAY_MS);
    await fill(started, 'PLUS_PERSON');
    const now = { from: RECENT.from + DAY_MS, to: RECENT.to + 2 * DAY_MS };
    expect(started.takeCalls().length).toBe(Math.ceil(truth.ids('person', now).length / 200));
    const { reads, reader } = started.begin();
    expect(idsOf(await itemsOf(reads.leads(reader, 'PLUS_PERSON', {})))).toEqual(truth.ids('person', now));
  });

  it('gives out no lead that has grown older than the range', async () => {
    const started = await start({ size: 3, ages: { fresh: 3 * DAY_MS, usable: 9 * DAY_MS } });
    await fill(started, 'PLUS_PERSON');
    started.takeCalls();
    started.clock.advance(2 * DAY_MS);
    const { reads, reader } = started.begin();
    const now = { from: RECENT.from + 2 * DAY_MS, to: RECENT.to + 2 * DAY_MS };
    const { truth } = started.simulator;
    expect(idsOf(await itemsOf(reads.leads(reader, 'PLUS_PERSON', {})))).toEqual(truth.ids('person', now));
    expect(truth.ids('person', now).length).toBeLessThan(truth.ids('person', RECENT).length);
    expect(started.takeCalls()).toEqual([]);
  });

  it('is dropped when nobody has read it for a day', async () => {
    const started = await start();
    await fill(started, 'PLUS_PERSON');
    started.takeCalls();
    started.clock.advance(DAY_MS - 1_000);
    await started.source.sweep();
    const { reads, reader } = started.begin({ wish: { mode: 'only-held', staleIfError: 9 * DAY_MS } });
    await rowsOf(reads.leads(reader, 'PLUS_PERSON', { utmCampaign: 'x' }));
    started.clock.advance(DAY_MS + 1_000);
    await started.source.sweep();
    const later = started.begin({ wish: { mode: 'only-held', staleIfError: 9 * DAY_MS } });
    await expect(rowsOf(later.reads.leads(later.reader, 'PLUS_PERSON', { utmCampaign: 'x' }))).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
    });
    expect(started.takeCalls()).toEqual([]);
  });

  it('stands in, with the reason, where a search is not possible', async () => {
    const started = await start();
    const { truth, faults } = started.simulator;
    await fill(started, 'PLUS_PERSON');
    started.clock.advance(1_000_000);
    faults.inject({ kind: 'status', status: 500 }, { times: 2 });
    const { reads, reader, meter } = started.begin();
    const leads = reads.leads(reader, 'PLUS_PERSON', { minPageViews: 3 });
    const wanted = truth.leads('person', RECENT).filter(({ pageViews }) => Number(pageViews) >= 3);
    expect(idsOf(await itemsOf(leads))).toEqual(wanted.map(({ id }) => id));
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 1_000, reason: 'UPSTREAM_DOWN' }]);
    started.takeCalls();
    const held = started.begin({ wish: { mode: 'only-held' } });
    expect(idsOf(await itemsOf(held.reads.leads(held.reader, 'PLUS_PERSON', {})))).toEqual(truth.ids('person', RECENT));
    const none = held.reads.leads(held.reader, 'PLUS_EMPLOYEE', {});
    await expect(itemsOf(none)).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    expect(started.takeCalls()).toEqual([]);
  });
});
