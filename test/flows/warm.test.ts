import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { runWeir } from '../support/commands.ts';
import { hasCommand } from '../support/find-command.ts';
import { startGateway } from '../support/gateway.ts';
import { makeFolder, NODE, PROGRAM, startProcess } from '../support/process.ts';

const folder = makeFolder();
afterAll(() => folder[Symbol.dispose]());

let sandbox: Sandbox;
let serial = 0;
beforeEach(async () => {
  serial += 1;
  sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
});
afterEach(() => sandbox.close());

/** Settings over the simulators, with a store and a file of their own. */
function settings(config: object = {}) {
  const path = join(folder.path, `config-${serial}.json`);
  writeFileSync(path, JSON.stringify(config));
  return {
    ...sandbox.settings,
    WEIR_STORE: `sqlite:${join(folder.path, String(serial), 'weir.db')}`,
    WEIR_CONFIG: path,
  };
}

const TOTALS = '{ operators(first: 1) { nodes { id } } }';

describe('weir warm', () => {
  it('fills the named copies in the store of the gateways, as consumer weir, and has nothing to do while they are fresh', async () => {
    const env = settings();
    const warmed = await runWeir(env, 'warm', 'iadvize.operators', 'visit.partners', '--json');
    expect([warmed.code, warmed.stderr]).toEqual([0, '']);
    const { calls, copies } = JSON.parse(warmed.stdout);
    expect(copies).toMatchObject([
      { name: 'iadvize.operators', calls: 1, stopped: null, retryAfterSeconds: null },
      { name: 'visit.partners', stopped: null },
    ]);
    expect(copies.every(({ rows }: { rows: number }) => rows > 0)).toBe(true);
    expect(calls).toBe(sandbox.iadvize.calls.length + sandbox.visit.calls.length);

    const usage = await runWeir(env, 'usage', '--by', 'consumer,operation', '--json');
    expect(JSON.parse(usage.stdout)).toMatchObject([{ consumer: 'weir', operation: 'warm', calls }]);
    const again = await runWeir(env, 'warm', 'iadvize.operators');
    expect([again.code, again.stdout.split('\n').at(-2)]).toEqual([0, '0 calls']);
  });

  it('stops where the share of the bi lane ends, says how far it came, and the next run goes on from there', async () => {
    const narrow = { windows: { VISUAL_VISITOR: { 'ip-20m': { limit: 2 } } } };
    const env = settings(narrow);
    const first = await runWeir(env, 'warm', 'visual-visitor.leads', '--json');
    expect(first.code).toBe(1);
    expect(first.stderr).toBe('weir: not up to date: visual-visitor.leads; the next run goes on from there\n');
    const [reached] = JSON.parse(first.stdout).copies;
    expect(reached).toMatchObject({ calls: 1, stopped: 'QUOTA_EXCEEDED' });
    expect(reached.rows).toBeGreaterThan(0);
    const next = await runWeir(settings(), 'warm', 'visual-visitor.leads', '--json');
    const pages = sandbox.visualVisitor.calls.map(({ path, body }) => JSON.stringify([path, body]));
    expect([next.code, new Set(pages).size]).toEqual([0, pages.length]);
  });

  it.skipIf(!hasCommand('script'))('shows a bar where standard error is a terminal, and takes it away', async () => {
    const command = `${NODE} ${PROGRAM} warm iadvize.operators visual-visitor.leads`;
    await using terminal = startProcess({ env: settings(), command: ['script', '-qec', command, '/dev/null'] });
    const { code } = await terminal.exit;
    const shown = terminal.stdout();
    expect(code, shown).toBe(0);
    // In between it is drawn as often as time allows.
    expect(shown).toContain(`[${'-'.repeat(40)}] 0% iadvize.operators`);
    expect(shown).toContain(`[${'='.repeat(40)}] 100%`);
    const [HIDE, SHOW] = ['\u001b[?25l', '\u001b[?25h'];
    expect([shown.split(HIDE).length, shown.split(SHOW).length]).toEqual([2, 2]);
    // The line is cleared, then the outcome comes.
    expect(shown.split(SHOW)[1]).toContain('\u001b[2KCOLLECTION');
  });

  it('refuses a name that no upstream has, with the list of what there is', async () => {
    const wrong = await runWeir(settings(), 'warm', 'visit.everything');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(
      /^weir: NAME names an unknown collection: visit\.everything; .*visual-visitor\.leads.*visit\.visitors.*iadvize\.operators/,
    );
    expect((await runWeir(settings({ collections: { warm: ['nothing'] } }), 'check')).code).toBe(2);
  });
});

describe('collections.warm', () => {
  it('logs its progress every few seconds, without a name, an address or a key', async () => {
    await sandbox.close();
    // Visitors of several pages.
    sandbox = await startSandbox({ seed: 1, size: 4, now: Date.now });
    const lines: Record<string, unknown>[] = [];
    const log = pino({ base: null, timestamp: false }, { write: (line) => lines.push(JSON.parse(line)) });
    const beganAt = Date.now();
    // Each call takes six seconds.
    const clock = { ...systemClock, now: () => beganAt + 6_000 * sandbox.visit.calls.length };
    const config = { collections: { warm: ['visit.visitors'] } };
    await using gateway = await startGateway({ live: true, sandbox, config, log, clock });
    await gateway.app.warmed;
    const filling = lines.filter(({ msg }) => msg === 'a copy is being filled');
    expect(filling.length).toBeGreaterThan(0);
    for (const line of filling) {
      expect(line).toEqual({
        level: 30,
        collection: 'visit.visitors',
        rows: expect.any(Number),
        calls: expect.any(Number),
        pagesLeft: null,
        secondsLeft: null,
        msg: 'a copy is being filled',
      });
    }
    expect(lines.map(({ msg }) => msg)).toContain('a copy is filled');
  });

  it('fills the copies once beside the operations, and stops the start if it names what there is not', async () => {
    {
      await using gateway = await startGateway({
        live: true,
        sandbox,
        config: { collections: { warm: ['iadvize.operators'] } },
      });
      await gateway.app.warmed;
      const { extensions } = await gateway.ask(TOTALS, { headers: { 'x-api-key': 'test-secret' } });
      expect(extensions.cost.actual).toBe(0);
    }
    await expect(startGateway({ live: true, sandbox, config: { collections: { warm: ['nothing'] } } })).rejects.toThrow(
      /names an unknown collection/,
    );
  });
});
