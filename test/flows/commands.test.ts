import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { runWeir } from '../support/commands.ts';
import { startGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { HAS_REDIS, startRedisServer } from '../support/redis-server.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const folder = makeFolder();
afterAll(() => folder[Symbol.dispose]());

const storeAt = (name: string) => ({ WEIR_STORE: `sqlite:${join(folder.path, name, 'weir.db')}` });
const KEY = { 'x-api-key': 'test-secret' };

describe('weir usage', () => {
  it('tells what operations spent, grouped as asked', async () => {
    const env = storeAt('usage');
    {
      await using gateway = await startGateway({ live: true, env });
      const { extensions } = await gateway.ask('{ expos(first: 1) { nodes { id } } }', { headers: KEY });
      expect(extensions.cost.actual).toBe(1);
    }
    const settings = { ...env, WEIR_CONSUMER_KEYS: 'test:test-secret' };
    const { code, stdout } = await runWeir(settings, 'usage', '--by', 'consumer,upstream', '--json');
    const today = new Date().toISOString().slice(0, 10);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      [
        {
          start: `${today}T00:00:00.000Z`,
          consumer: 'test',
          upstream: 'VISIT',
          calls: 1,
          shared: 0,
          cacheHits: 0,
          errors: 0,
          throttled: 0,
        },
      ],
    ]);
    const text = await runWeir(settings, 'usage', '--by', 'upstream', '--from', today, '--resolution', 'hour');
    expect(text.stdout).toMatch(/^START +UPSTREAM +CALLS +SHARED +HELD +ERRORS +429S\n\S+Z +VISIT +1 +0 +0 +0 +0\n$/);
    const wrong = await runWeir(settings, 'usage', '--from', '2026-02-02', '--to', '2026-02-01');
    expect([wrong.code, wrong.stderr]).toEqual([2, 'weir: from: not after to\n']);
  });
});

describe('weir check', () => {
  it('makes one call to each upstream with --reach, none without, and tells whom it did not reach', async () => {
    const sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
    onTestFinished(() => sandbox.close());
    const env = { ...sandbox.settings, ...storeAt('check') };
    const simulators = [sandbox.visualVisitor, sandbox.visit, sandbox.notifyVisitors, sandbox.iadvize];
    const calls = () => simulators.map((simulator) => simulator.calls.length);
    const plain = await runWeir(env, 'check');
    expect([plain.code, plain.stderr]).toEqual([0, '']);
    expect(plain.stdout).toMatch(/^The settings are valid: mode live\nUPSTREAM +KEYS\nVISUAL_VISITOR +\d/);
    expect(calls()).toEqual([0, 0, 0, 0]);

    const reached = await runWeir(env, 'check', '--reach', '--json');
    expect([reached.code, reached.stderr]).toEqual([0, '']);
    expect(JSON.parse(reached.stdout)).toMatchObject({
      mode: 'live',
      upstreams: ['VISUAL_VISITOR', 'VISIT', 'IADVIZE', 'NOTIFY_VISITORS'].map((upstream) => ({
        upstream,
        answer: 'OK',
      })),
    });
    expect(calls()).toEqual([1, 1, 1, 1]);
    expect(simulators.flatMap(({ violations }) => violations)).toEqual([]);

    const refused = await runWeir({ ...env, VISIT_KEYS: 'qqSECRETqq' }, 'check', '--reach');
    expect([refused.code, refused.stderr]).toEqual([1, 'weir: not reached: VISIT\n']);
    expect(refused.stdout).toMatch(/VISIT +1 +UPSTREAM_UNAUTHORIZED\n/);
    expect(refused.stdout).not.toContain('qqSECRETqq');
  });

  it.skipIf(!HAS_REDIS)('tells what a Redis cannot promise the way it is set up', async () => {
    await using server = await startRedisServer({ fsync: 'none', password: 's3cret' });
    const { code, stdout, stderr } = await runWeir({ WEIR_STORE: server.url }, 'check', '--json');
    const warning = expect.stringContaining('Redis has no append-only file');
    expect([code, JSON.parse(stdout), stderr]).toEqual([
      0,
      { mode: 'sandbox', upstreams: [], warnings: [warning] },
      warning,
    ]);
  });

  it.skipIf(!HAS_REDIS)(
    'stops with one line where a Redis does not take the password, without telling it',
    async () => {
      await using server = await startRedisServer({ password: 's3cret' });
      const { code, stderr } = await runWeir({ WEIR_STORE: server.url.replace('s3cret', 'wr0ng') }, 'check');
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(
          /^weir: WEIR_STORE names a Redis that does not take the user name and password; allowed: .*\n$/,
        ),
      ]);
      expect(stderr).not.toContain('wr0ng');
    },
  );

  it('needs no store in sandbox mode', async () => {
    expect(await runWeir({}, 'check')).toEqual({
      code: 0,
      stdout: 'The settings are valid: mode sandbox\n',
      stderr: '',
    });
  });
});

const PERSON = `{ person(email: "david.andersson2@iron-river-33.example") {
  profile { emailOptIn }
  encounters(first: 1) { nodes { id } }
} }`;

describe('weir forget', () => {
  it('removes a person from the copies, and from what a running gateway holds within two seconds', async () => {
    const env = storeAt('forget');
    // Its time stands still but for what is moved on: a busy disk makes no permit late.
    const clock = createVirtualClock(Date.now());
    await using gateway = await startGateway({ clock, live: true, env });
    const ask = (cache: object) => gateway.ask(PERSON, { headers: KEY, extensions: { cache } });
    const before = await ask({});
    expect(before).toMatchObject({ errors: [], data: { person: { encounters: { nodes: [{}] } } } });
    expect((await ask({ mode: 'only-held' })).errors).toEqual([]);

    const { code, stdout } = await runWeir(env, 'forget', 'David.Andersson2@iron-river-33.example', '--json');
    expect(code).toBe(0);
    const { removed } = JSON.parse(stdout) as { removed: number };
    expect(removed).toBeGreaterThan(1);
    clock.advance(2_000);
    const held = await ask({ mode: 'only-held' });
    expect(held.errors.map(({ extensions }) => extensions.code)).toContain('QUOTA_EXCEEDED');

    // The profile comes from the upstream, which still has it. In the copies it is as if the person had never been.
    const { data } = await ask({ maxAge: 86_400 });
    expect(data).toMatchObject({ person: { profile: {}, encounters: { nodes: [] } } });
  });
});
