import { expect, it } from 'vitest';
import { itemsOf, rowsOf } from '../support/source-harness.ts';
import { idsOf, RECENT, start } from '../support/visual-visitor-source.ts';
import { createRandom } from '../../src/sandbox/kit/random.ts';

for (let seed = 1; seed <= 40; seed += 1)
  it(`stress ${seed}`, { timeout: 60_000 }, async () => {
    const random = createRandom(seed);
    let n = 0;
    const int = (bound: number) => random.integer('x', (n += 1), bound);
    const started = await start({ size: 8 });
    const { edit, truth } = started.simulator;
    const before = truth.ids('person', RECENT);
    const touched = new Set<number>();
    const mess = () => {
      started.clock.advance(int(3) * 150_000);
      for (let k = int(6); k > 0; k -= 1) {
        const now = truth.ids('person', RECENT);
        const id = now[int(now.length)] ?? 0;
        const what = int(3);
        if (what === 0) touched.add(edit.addLead('person'));
        else {
          touched.add(id);
          if (what === 1) edit.suppressLead('person', id);
          else edit.revisit('person', id);
        }
      }
      if (int(6) === 0) for (let k = 0; k < 230; k += 1) touched.add(edit.addLead('person'));
    };
    // list
    const seen: number[] = [];
    let after: never | undefined;
    for (;;) {
      const { reads, reader } = started.begin();
      const first = 1 + int(250);
      const rows = await rowsOf(reads.leads(reader, 'PLUS_PERSON', {}), first, after);
      seen.push(...rows.map(({ item }) => Number(item.id)));
      after = rows.at(-1)?.position as never;
      if (rows.length < first) break;
      mess();
    }
    const wanted = before.filter((id) => !touched.has(id));
    expect(seen.filter((id) => !touched.has(id) && before.includes(id))).toEqual(wanted);
    // copy, with aborted fills
    for (let round = 0; round < 12; round += 1) {
      const { reads, reader, meter } = started.begin();
      const original = reader.scope.onCall;
      const controller = new AbortController();
      const stopAt = 1 + int(4);
      Object.assign(reader.scope, {
        signal: controller.signal,
        onCall: (record: Parameters<typeof original>[0]) => {
          original(record);
          if (int(2) === 0) mess();
          if (meter.calls.length === stopAt) controller.abort(new Error('left'));
        },
      });
      await rowsOf(reads.leads(reader, 'PLUS_PERSON', { utmCampaign: 'x' }), 1).catch(() => undefined);
      await new Promise((done) => setTimeout(done, 5));
      mess();
      started.takeCalls();
    }
    const { reads, reader, meter } = started.begin();
    await rowsOf(reads.leads(reader, 'PLUS_PERSON', { utmCampaign: 'x' }), 1);
    expect(meter.calls.length).toBeLessThan(40);
    const op = started.begin();
    const held = idsOf(await itemsOf(op.reads.leads(op.reader, 'PLUS_PERSON', {})));
    expect(op.meter.calls.length).toBe(0);
    const all = truth.ids('person', RECENT);
    const set = new Set(held);
    const untouched = before.filter((id) => !touched.has(id));
    expect(untouched.filter((id) => !set.has(id))).toEqual([]);
    const late = all.filter((id) => !set.has(id));
    started.clock.advance(400_000);
    const again = started.begin();
    await rowsOf(again.reads.leads(again.reader, 'PLUS_PERSON', { utmCampaign: 'x' }), 1);
    const last = started.begin();
    const set2 = new Set(idsOf(await itemsOf(last.reads.leads(last.reader, 'PLUS_PERSON', {}))));
    const missing = all.filter((id) => !set2.has(id));
    expect({ missing, late: missing.length <= late.length }).toEqual({ missing: [], late: true });
  });
