import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runWeir } from '../support/commands.ts';
import { startGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const folder = makeFolder();
afterAll(() => folder[Symbol.dispose]());

const storeAt = (name: string) => ({ WEIR_STORE: `sqlite:${join(folder.path, name, 'weir.db')}` });

async function issue(env: Record<string, string>, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runWeir(env, 'keys', ...args);
  expect(code, stderr).toBe(0);
  return stdout.trimEnd();
}

async function statusOf(url: string, key: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'x-api-key': key },
    body: '{"query":"{ __typename }"}',
  });
  await response.body?.cancel();
  return response.status;
}

/** A gateway of this process on a store, whose time stands still; commands run in processes of their own. */
async function startOn(env: Record<string, string>) {
  const clock = createVirtualClock(Date.now());
  const gateway = await startGateway({ clock, env: { ...env, WEIR_ANONYMOUS: 'off' } });
  return {
    gateway,
    /** What a key is answered once as much time has passed as a change may take to be seen. */
    statusAfterASecond: (key: string): Promise<number> => {
      clock.advance(1_000);
      return statusOf(gateway.url, key);
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}

describe('a running gateway', () => {
  it('sees within a second what the command line does to keys, and opens what their scopes say', async () => {
    const env = storeAt('running');
    await using running = await startOn(env);
    const { url } = running.gateway;
    const first = await issue(env, 'create', 'dashboard', '--scope', 'read:visit');
    expect(await running.statusAfterASecond(first)).toBe(200);

    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${first}` },
      body: '{"query":"{ expos(first: 1) { nodes { id } } quota { consumer { name } } }"}',
    });
    expect(await response.json()).toMatchObject({
      data: { expos: { nodes: [{}] }, quota: null },
      errors: [{ path: ['quota'], extensions: { code: 'FORBIDDEN' } }],
    });

    const second = await issue(env, 'rotate', 'dashboard', '--overlap', '3600');
    expect(await running.statusAfterASecond(second)).toBe(200);
    expect(await statusOf(url, first)).toBe(200);
    const third = await issue(env, 'rotate', 'dashboard', '--overlap', '0');
    expect(await running.statusAfterASecond(first)).toBe(401);
    expect([await statusOf(url, second), await statusOf(url, third)]).toEqual([401, 200]);

    expect((await runWeir(env, 'keys', 'revoke', 'dashboard')).stdout).toBe('dashboard is revoked\n');
    expect(await running.statusAfterASecond(third)).toBe(401);
  });

  it('keeps no key: neither the files nor a list hold what was shown', async () => {
    const env = storeAt('kept');
    const keys = [await issue(env, 'create', 'dashboard'), await issue(env, 'rotate', 'dashboard')];
    const listed = [await runWeir(env, 'keys', 'list'), await runWeir(env, 'keys', 'list', '--json')];
    const place = join(folder.path, 'kept');
    const files = readdirSync(place).map((name) => readFileSync(join(place, name), 'latin1'));
    const everything = [...files, ...listed.flatMap(({ stdout, stderr }) => [stdout, stderr])].join('\n');
    expect(everything).toContain('dashboard');
    for (const key of keys) expect(everything).not.toContain(key.slice(5, 20));
  });
});

describe('weir keys', () => {
  it('makes a key with all that was asked for, and tells it as JSON', async () => {
    const env = storeAt('made');
    const made = await runWeir(
      env,
      ...['keys', 'create', 'nightly', '--scope', 'read:visit', '--scope', 'usage', '--lane', 'bi', '--max-cost', '40'],
      '--saved-only',
      ...['--budget', '500/86400', '--budget', '20/60:VISIT', '--expires', '2999-12-31', '--json'],
    );
    expect(made.code).toBe(0);
    const { key, ...told } = JSON.parse(made.stdout) as { key: string };
    expect(key).toMatch(/^weir_\w{28}$/);
    expect(told).toEqual({
      name: 'nightly',
      state: 'valid',
      scopes: ['read:visit', 'usage'],
      lane: 'bi',
      budgets: [
        { calls: 500, seconds: 86_400, upstream: null },
        { calls: 20, seconds: 60, upstream: 'VISIT' },
      ],
      maxCost: 40,
      savedOnly: true,
      createdAt: expect.stringMatching(/Z$/),
      rotatedAt: null,
      expiresAt: '2999-12-31T00:00:00.000Z',
      revokedAt: null,
      secrets: [{ createdAt: expect.stringMatching(/Z$/), validUntil: null }],
    });
    expect(JSON.parse((await runWeir(env, 'keys', 'list', '--json')).stdout)).toEqual([told]);
    const { stdout } = await runWeir(env, 'keys', 'list');
    expect(stdout).toMatch(
      /^NAME +STATE .*\nnightly +valid +bi +read:visit usage +500\/86400 20\/60:VISIT +40 +saved /,
    );
  });

  it('opens nothing personal where no scope is named', async () => {
    const { stdout } = await runWeir(storeAt('plain'), 'keys', 'create', 'plain', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      scopes: ['read:visual-visitor', 'read:visit', 'read:notify-visitors', 'read:iadvize'],
      lane: 'interactive',
      budgets: [],
    });
  });

  it('fails with 1 where the keys do not allow it', async () => {
    const env = storeAt('refused');
    await issue(env, 'create', 'dashboard');
    const failures: readonly (readonly [args: readonly string[], says: string])[] = [
      [['create', 'dashboard'], 'there is a key named dashboard'],
      [['revoke', 'nobody'], 'there is no key named nobody'],
      [['rotate', 'nobody'], 'there is no key named nobody'],
    ];
    for (const [args, says] of failures) {
      const { code, stdout, stderr } = await runWeir(env, 'keys', ...args);
      expect([code, stdout], args.join(' ')).toEqual([1, '']);
      expect(stderr).toMatch(new RegExp(`^weir: ${says}.*\n$`));
    }
  });
});

describe('the command line', () => {
  it('ends with 2 where it is used wrongly, and with 0 where it is asked for help', async () => {
    const wrong = await runWeir({}, 'keys', 'create', 'a', '--lane', 'fast');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('weir: option');
    const help = await runWeir({}, '--help');
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('Example:\n  $ weir keys create');
  });

  it('ends with 2 where a setting is wrong', async () => {
    const { code, stdout, stderr } = await runWeir({ ...storeAt('unused'), PORT: 'x' }, 'keys', 'list');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^weir: PORT is out of bounds.*\n$/);
  });
});
