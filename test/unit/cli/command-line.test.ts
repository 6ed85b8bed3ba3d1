import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { makeFolder } from '../../support/process.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const folder = makeFolder();
afterAll(() => folder[Symbol.dispose]());

const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  runCommand({ env, clock: createVirtualClock() }, ...args);

const WRONG_USE: readonly (readonly [args: readonly string[], says: string])[] = [
  [['keys'], 'Usage: weir keys'],
  [['nothing'], "unknown command 'nothing'"],
  [['keys', 'create'], "missing required argument 'name'"],
  [['keys', 'create', 'a', 'b'], 'too many arguments'],
  [['keys', 'create', 'a b'], 'Allowed: 1 to 64 letters'],
  [['keys', 'create', 'anonymous'], 'account of the gateway itself'],
  [['keys', 'create', 'env'], 'taken by WEIR_CONSUMER_KEYS'],
  [['keys', 'create', 'a', '--scope', 'read:everything'], 'Allowed: read:visual-visitor'],
  [['keys', 'create', 'a', '--lane', 'fast'], 'Allowed: interactive, bi'],
  [['keys', 'create', 'a', '--budget', '5'], 'Allowed: CALLS/SECONDS'],
  [['keys', 'create', 'a', '--budget', '0/60'], 'Allowed: CALLS/SECONDS'],
  [['keys', 'create', 'a', '--budget', '5/60:NOBODY'], 'Allowed: VISUAL_VISITOR'],
  [['keys', 'create', 'a', '--budget', '5/60', '--budget', '6/60'], 'twice for one window'],
  [['keys', 'create', 'a', '--max-cost', '-1'], 'Allowed: a whole number'],
  [['keys', 'create', 'a', '--expires', 'tomorrow'], 'Allowed: a day such as'],
  [['keys', 'create', 'a', '--expires', '2999-02-30'], 'Allowed: a day such as'],
  [['keys', 'create', 'a', '--expires', '2020-01-01'], 'It has passed'],
  [['keys', 'rotate', 'a', '--overlap', 'long'], 'Allowed: a whole number'],
  [['quota', '--hold', '0'], 'Allowed: a whole number'],
  [['usage', '--by', 'nothing'], 'Allowed: upstream, credential'],
  [['usage', '--by', 'upstream,upstream'], 'Allowed: each name once'],
  [['usage', '--resolution', 'week'], 'Allowed: minute, hour'],
  [['usage', '--from', 'yesterday'], 'Allowed: a day such as'],
  [['explain'], "missing required argument 'file'"],
  [['explain', '/nowhere/a.graphql'], 'cannot be read'],
  [['explain', '/dev/null', '--variables', '[1]'], 'Allowed: a JSON object'],
  [['explain', '/dev/null', '--variables', '@/nowhere/v.json'], 'cannot be read'],
  [['forget'], "missing required argument 'email'"],
  [['forget', 'nobody'], 'Allowed: an e-mail address'],
  [['check', 'everything'], 'too many arguments'],
  [['warm'], 'NAME is missing, and collections.warm has none'],
  [['warm', 'visit.visitors'], 'NAME names an unknown collection: visit.visitors'],
  [['keys', 'list', '--color'], "unknown option '--color'"],
];

const COMMANDS = [
  [],
  ['keys'],
  ['keys', 'create'],
  ['keys', 'list'],
  ['keys', 'rotate'],
  ['keys', 'revoke'],
  ['usage'],
  ['quota'],
  ['explain'],
  ['check'],
  ['forget'],
  ['warm'],
];

describe('the command line', () => {
  it.each(WRONG_USE)('ends with 2 and says what is allowed, used wrongly: %j', async (args, says) => {
    const env = { WEIR_STORE: `sqlite:${folder.path}/weir.db`, WEIR_CONSUMER_KEYS: 'env:secret' };
    const { code, stdout, stderr } = await run(env, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/[Aa]llowed|Usage: /);
  });

  it.each<readonly [env: Record<string, string>, says: string]>([
    [{}, 'WEIR_STORE is missing: a sandbox keeps its store to itself'],
    [{ WEIR_STORE: 'memory' }, 'WEIR_STORE keeps everything inside the gateway'],
    [{ WEIR_STORE: 'sqlite:/etc/hostname/weir.db' }, 'WEIR_STORE names a file that cannot be opened'],
  ])('ends with 2 where no store outlives the gateway: %j', async (env, says) => {
    const { code, stdout, stderr } = await run(env, 'keys', 'list');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^weir: ${says}.*\n$`));
  });

  it('tells the version of the package, which needs no store', async () => {
    const { default: packaged } = await import('../../../package.json', { with: { type: 'json' } });
    expect(await run({}, '--version')).toEqual({ code: 0, stdout: `${packaged.version}\n`, stderr: '' });
  });

  it.each(COMMANDS)('shows an example with the help of: weir %s %s', async (...words) => {
    const { code, stdout, stderr } = await run({}, ...words.filter((word) => word !== undefined), '--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Example:\n  $ ${['weir', ...words].join(' ').trimEnd()}`);
  });
});
