import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { runCommand, runWeir } from '../support/commands.ts';
import { startGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const folder = makeFolder();
afterAll(() => folder[Symbol.dispose]());

function fileWith(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

const FAIR = fileWith(
  'fair.graphql',
  `query Fair($first: Int = 3) {
    list: expos(first: $first) { nodes { name partners(first: 50) { nodes { name } } } }
    leads(product: PLUS_PERSON, first: 20) { nodes { companyName person { profile { emailOptIn } } } }
  }
  query Other { operators { nodes { id } } }`,
);
const explain = (env: Record<string, string>, ...args: readonly string[]) =>
  runCommand({ env, clock: createVirtualClock() }, 'explain', ...args);

describe('weir explain', () => {
  it('tells the plan that a running gateway on the store tells, without listening and without a call', async () => {
    const clock = createVirtualClock();
    const sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
    onTestFinished(() => sandbox.close());
    const store = { WEIR_STORE: `sqlite:${join(folder.path, 'held', 'weir.db')}` };
    await using gateway = await startGateway({ clock, live: true, sandbox, env: store });
    const ask = (extensions: object) =>
      gateway.ask('query Fair($first: Int = 3) { list: expos(first: $first) { nodes { name } } }', {
        headers: { 'x-api-key': 'test-secret' },
        extensions: { ...extensions },
      });
    const run = (...args: readonly string[]) =>
      runCommand({ env: { ...sandbox.settings, ...store }, clock }, 'explain', ...args);
    const same = fileWith(
      'same.graphql',
      'query Fair($first: Int = 3) { list: expos(first: $first) { nodes { name } } }',
    );
    const before = await run(same, '--json');
    expect([before.code, before.stderr]).toEqual([0, '']);
    expect(JSON.parse(before.stdout)).toEqual((await ask({ dryRun: true })).extensions);
    expect(gateway.takeCalls()).toEqual([]);
    await ask({});
    gateway.takeCalls();
    const { stdout } = await run(same, '--variables', '{"first": 2}');
    // What an answer of the gateway's own memory holds, another process cannot know; what it has spent, it does.
    expect(stdout).toMatch(
      /^UPSTREAM +ENDPOINT +AT LEAST +AT MOST +HELD +FIELDS\nVISIT +visit\.expos\.list +1 +1 +- +list\n/,
    );
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('tells, as a table, what each endpoint may be asked and what the windows have left', async () => {
    const { code, stdout, stderr } = await explain({}, FAIR, '--operation', 'Fair', '--variables', '{"first": 2}');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toContain('VISIT visit.expos.list 1 1 - list');
    expect(lines).toContain('VISIT visit.partners.list 0 2 - list.nodes.partners');
    expect(lines).toContain('all 2 24');
    expect(lines).toContain('VISUAL_VISITOR key-1 ip-20m 200 200 -');
  });

  it('of a sandbox that others may open knows its windows and its copies, as weir quota does', async () => {
    const env = { WEIR_STORE: `sqlite:${join(folder.path, 'sandbox', 'weir.db')}` };
    await using gateway = await startGateway({ env });
    const { errors } = await gateway.ask('{ people(emails: ["a@b.example"]) { profile { id } chatVisitors { id } } }');
    expect(errors).toEqual([]);
    const quota = await runCommand({ env }, 'quota', '--json');
    const used = { owner: 'NOTIFY_VISITORS key-1', name: 'users-minute', used: 1, reserved: 0, remaining: 99 };
    expect(JSON.parse(quota.stdout)).toMatchObject({
      windows: expect.arrayContaining([expect.objectContaining(used)]),
    });
    const file = fileWith('person.graphql', '{ person(email: "c@d.example") { chatVisitors { id } } }');
    const { stdout } = await runCommand({ env }, 'explain', file, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ cost: { estimated: { min: 0, max: 0 } } });
  });

  it('takes variables from a file, and the operation by its name', async () => {
    const variables = fileWith('variables.json', '{"first": 1}');
    const { stdout } = await explain({}, FAIR, '--operation', 'Fair', '--variables', `@${variables}`, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ cost: { estimated: { min: 2, max: 23 } } });
    const other = await explain({}, FAIR, '--operation', 'Other', '--json');
    expect(JSON.parse(other.stdout)).toMatchObject({ plan: [{ endpoint: 'iadvize.operators.list' }] });
  });

  it.each([
    ['{ expos { nodes { nme } } }', ':1:19: Cannot query field "nme" on type "Expo".'],
    ['{ expos {\n  nodes', ':2:8: Syntax Error: Expected Name'],
    [
      'query A($n: Int!) { expos(first: $n) { nodes { id } } }',
      ':1:9: Variable "$n" of required type "Int!" was not provided',
    ],
    [
      'query A { expos { nodes { id } } } query B { expos { nodes { id } } }',
      ' (see /docs/errors#OPERATION_RESOLUTION_FAILURE)',
    ],
    ['mutation { no }', 'there are queries only (see /docs/errors#OPERATION_RESOLUTION_FAILURE)'],
  ])('ends with 2 and names the place, where the document is wrong: %s', async (text, says) => {
    const file = fileWith('wrong.graphql', text);
    const { code, stdout, stderr } = await explain({}, file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`weir: ${file}:`);
    expect(stderr).toContain(says);
  });

  it('ends with 1 where the operation is refused for what it may cost', async () => {
    const emails = Array.from({ length: 150 }, (_, index) => `a${index}@b.example`);
    const file = fileWith('dear.graphql', `{ people(emails: ${JSON.stringify(emails)}) { profile { userId } } }`);
    const { code, stdout, stderr } = await explain({}, file);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `weir: ${file}: NOTIFY_VISITORS users-minute: at most 100 calls, and this may need 150 (see /docs/errors#COST_LIMIT_EXCEEDED)\n`,
    );
  });

  it('runs as a command of its own', async () => {
    const { code, stdout } = await runWeir({}, 'explain', FAIR, '--operation', 'Other');
    expect([code, stdout]).toEqual([0, expect.stringContaining('iadvize.operators.list')]);
  });
});
