import { describe, expect, it } from 'vitest';
import { normaliseEmail } from '../../src/base/addresses.ts';
import { DAY_MS, NOW, numbersOf, type Started, start } from '../support/iadvize-source.ts';
import { itemsOf } from '../support/source-harness.ts';

const PERSON = 1;

function truthOf(started: Started, id: number | string) {
  const visitor = started.simulator.truth.visitor(Number(id));
  if (visitor === undefined) throw new RangeError(`no visitor ${id}`);
  return visitor;
}

const addressOf = (started: Started, person: number): string => {
  const [id = 0] = started.simulator.truth.visitorIdsOf(person);
  return normaliseEmail(truthOf(started, id).email ?? '') ?? '';
};

describe('chat visitors', () => {
  it('are found by address in the copy, which is filled once and then followed', async () => {
    const started = await start({ size: 2 });
    const { truth, edit } = started.simulator;
    const email = addressOf(started, PERSON);
    const read = async () => {
      const { reads, reader } = started.begin();
      return numbersOf(await reads.chatVisitorsByEmail(reader, email));
    };
    expect(await read()).toEqual(truth.visitorIdsOf(PERSON));
    expect(truth.visitorIdsOf(PERSON).length).toBeGreaterThan(1);
    expect(started.takeCalls()).toEqual([1, 2, 3, 4].map((page) => `/visitor?page=${page}`));
    started.clock.advance(60_000);
    await read();
    expect(started.takeCalls()).toEqual([]);
    const added = edit.addVisitor({ email: ` ${email.toUpperCase()} ` });
    started.clock.advance(1_000);
    expect(await read()).toEqual([added, ...truth.visitorIdsOf(PERSON)]);
    expect(started.takeCalls()).toEqual(['/visitor?page=1']);
  });

  it('are followed after a restart, and read whole again after a day', async () => {
    const started = await start({ size: 2 });
    const { truth, edit } = started.simulator;
    const email = addressOf(started, PERSON);
    const { reads, reader } = started.begin();
    await reads.chatVisitorsByEmail(reader, email);
    started.takeCalls();
    started.clock.advance(600_000);
    const restarted = started.restart();
    const next = restarted.begin();
    await next.reads.chatVisitorsByEmail(next.reader, email);
    expect(started.takeCalls()).toEqual(['/visitor?page=1']);
    const [first = 0, second = 0] = truth.visitorIdsOf(PERSON);
    edit.deleteVisitor(first);
    edit.changeVisitor(second, { firstName: 'Neu' });
    started.clock.advance(DAY_MS);
    const last = restarted.begin();
    const found = await last.reads.chatVisitorsByEmail(last.reader, email);
    expect(numbersOf(found)).toEqual(truth.visitorIdsOf(PERSON));
    expect(found[0]?.firstName).toBe('Neu');
    expect(started.takeCalls()).toHaveLength(4);
  });

  it('are complete though others come and go while the copy is filled', async () => {
    const started = await start({ size: 6 });
    const { truth, edit } = started.simulator;
    const before = truth.visitorIds();
    const gone: number[] = [];
    const { reads, reader } = started.begin();
    let calls = 0;
    started.simulator.faults.inject(
      {
        kind: 'change',
        change: (body) => {
          calls += 1;
          for (let count = 0; count < (calls === 3 ? 250 : 17); count += 1) edit.addVisitor();
          // Of those that were read already: all others move forward by more than three pages.
          if (calls === 9) gone.push(...before.slice(20, 420));
          if (calls === 9) for (const id of gone) edit.deleteVisitor(id);
          return body;
        },
      },
      { times: 12 },
    );
    await reads.chatVisitorsByEmail(reader, 'nobody@nowhere.example');
    const stayed = before.filter((id) => !gone.includes(id)).map(String);
    const held = await started.harness.store.copies.rows('iadvize.visitors 3 sees-all', stayed);
    expect(held).toHaveLength(stayed.length);
    expect(started.takeCalls().length).toBeLessThan(30);
  });

  it('carry what the upstream holds', async () => {
    const started = await start();
    const { truth } = started.simulator;
    const ids = truth.visitorIds().slice(0, 60);
    const { reads, reader } = started.begin();
    const found = await Promise.all(ids.map((id) => reads.chatVisitor(reader, String(id))));
    expect(started.takeCalls()).toEqual(['/visitor?page=1']);
    const times = await Promise.all(
      found.map((one) => (one === null ? null : reads.chatVisitorCreatedAt(reader, one))),
    );
    expect(started.takeCalls()).toEqual(['/website?page=1']);
    for (const [index, id] of ids.entries()) {
      const known = truthOf(started, id);
      const { createdAtLocal: _local, ...rest } = found[index] ?? { createdAtLocal: null };
      expect(rest).toEqual({
        id: String(id),
        uniqueId: known.uniqueId,
        externalId: known.externalId,
        firstName: known.firstName,
        lastName: known.lastName,
        email: normaliseEmail(known.email ?? ''),
        phone: known.phone,
        address: known.address,
        city: known.city,
        zip: known.zip,
        country: known.country,
        browser: known.browser,
        websiteIds: known.websiteIds.map(String),
      });
      expect(times[index]).toBe(known.createdAt);
    }
  });

  it('are read singly one by one, and aligned among missing and repeated ids', async () => {
    const started = await start({ size: 3 });
    const ids = started.simulator.truth.visitorIds();
    const first = started.begin();
    expect((await first.reads.chatVisitor(first.reader, String(ids[300])))?.id).toBe(String(ids[300]));
    expect(started.takeCalls()).toEqual([`/visitor/${ids[300]}`]);
    const { reads, reader } = started.begin();
    const asked = [ids[0], 5, ids[500], ids[0]].map(String);
    const found = await Promise.all(asked.map((id) => reads.chatVisitor(reader, id)));
    expect(found.map((one) => one?.id ?? null)).toEqual([asked[0], null, asked[2], asked[3]]);
    // Page 1 leaves two missing, page 2 spends as much as both would cost singly.
    expect(started.takeCalls()).toEqual(['/visitor?page=1', '/visitor?page=2', '/visitor/5', `/visitor/${ids[500]}`]);
  });

  it('are found by unique id: one with a filter, several with pages, none in a complete copy', async () => {
    const started = await start();
    const ids = started.simulator.truth.visitorIds();
    const uids = [ids[10], ids[20], ids[30]].map((id) => truthOf(started, id ?? 0).uniqueId);
    const first = started.begin();
    expect((await first.reads.chatVisitorByUniqueId(first.reader, uids[0] ?? ''))?.id).toBe(String(ids[10]));
    expect(await first.reads.chatVisitorByUniqueId(first.reader, 'unknown')).toBeNull();
    expect(started.takeCalls()).toEqual([`/visitor?page=1 unique_id=${uids[0]}`, '/visitor?page=1 unique_id=unknown']);
    const next = started.begin();
    const found = await Promise.all(
      [...uids, 'unknown', uids[2] ?? ''].map((uid) => next.reads.chatVisitorByUniqueId(next.reader, uid)),
    );
    expect(found.map((one) => one?.uniqueId ?? null)).toEqual([...uids, null, uids[2]]);
    expect(started.takeCalls()).toEqual(['/visitor?page=1']);
    await next.reads.chatVisitorsByEmail(next.reader, 'nobody@nowhere.example');
    started.takeCalls();
    const last = started.begin();
    expect(await last.reads.chatVisitorByUniqueId(last.reader, 'never seen')).toBeNull();
    expect(started.takeCalls()).toEqual([]);
  });

  it('lead to their conversations of the last 3 months, merged by id descending', async () => {
    const started = await start({ size: 3 });
    const { truth } = started.simulator;
    const ids = truth.visitorIdsOf(PERSON);
    const email = started.simulator.truth.visitor(ids[0] ?? 0)?.email ?? '';
    const counted = started.begin();
    expect(await counted.reads.conversationsByEmail(counted.reader, email).total()).toBeNull();
    expect(started.takeCalls()).toEqual([]);
    const { reads, reader } = started.begin();
    const found = await itemsOf(reads.conversationsByEmail(reader, email));
    const expected = truth
      .conversationIds(undefined, { from: Date.parse('2026-03-15T13:00:00Z'), until: NOW + 1 })
      .filter((id) => ids.includes(truth.conversation(id)?.visitorId ?? 0));
    expect(expected.length).toBeGreaterThan(1);
    expect(numbersOf(found)).toEqual(expected);
    const calls = started.takeCalls().filter((call) => call.startsWith('/conversation'));
    // The list of all has three pages, as its first one tells: two lists are fewer.
    expect(calls).toEqual(['/conversation?page=1', ...ids.map((id) => `/conversation?page=1 visitor_id=${id}`)]);
  });
});
