import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { NOW } from '../golden/golden.ts';
import { runCommand } from '../support/commands.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const folder = makeFolder();
afterAll(() => folder[Symbol.dispose]());

/** The blocks of a page, in order, under the language that they name. */
function blocksOf(page: string): readonly { readonly language: string; readonly text: string }[] {
  const source = readFileSync(join(import.meta.dirname, '../..', page), 'utf8');
  return [...source.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

const README = blocksOf('README.md');
const EXAMPLES = README.filter(({ text }) => text.includes('curl '));

/** What follows an example: its answer, as JSON. */
function answerAfter(part: string): Answer {
  const at = README.findIndex(({ text }) => text.includes(part));
  const answer = README.slice(at + 1).find(({ language }) => language === 'json');
  return JSON.parse(answer?.text ?? '') as Answer;
}

/** The requests of an example, as the shell and `curl -d @-`, which takes line ends away, send them. */
function requestsOf(text: string): readonly string[] {
  const [, quote = '', body = ''] = /<<('?)JSON'?\n([\s\S]*?)\nJSON$/m.exec(text) ?? [];
  const [, name = '', values = ''] = /^for (\w+) in (.*); do$/m.exec(text) ?? [];
  const sent = body.replaceAll('\n', '');
  if (quote !== '') return [sent];
  return values.split(' ').map((value) => sent.replaceAll(`$${name}`, value).replaceAll('\\$', '$'));
}

async function ask(gateway: TestGateway, body: string): Promise<Answer> {
  const { query, ...wishes } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  return gateway.ask(query, wishes);
}

describe('the README', () => {
  const example = (part: string): readonly string[] =>
    requestsOf(EXAMPLES.find(({ text }) => text.includes(part))?.text ?? '');

  it('asks for a person, and tells what that costs', async () => {
    await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
    const [body = ''] = example('OnePerson');
    const { status, errors, extensions } = await ask(gateway, body);
    const told = answerAfter('OnePerson').extensions.cost;
    expect([status, errors]).toEqual([200, []]);
    expect(extensions.cost).toMatchObject({ ...told, estimated: { min: 0, max: null } });
    expect((await ask(gateway, body)).extensions.cost.actual).toBe(0);
  });

  it('shows a plan as it is', async () => {
    const clock = createVirtualClock(NOW);
    await using gateway = await startGateway({ clock });
    await gateway.ask('{ expos(first: 3) { nodes { name } } }');
    clock.advance(42_000);
    const [body = ''] = example('dryRun');
    const { data, extensions } = await ask(gateway, body);
    const told = answerAfter('dryRun');
    expect([data, extensions.plan]).toEqual([null, told.extensions.plan]);
    expect(extensions.cost).toMatchObject({
      estimated: told.extensions.cost.estimated,
      windows: expect.arrayContaining([...told.extensions.cost.windows]),
    });
  });

  it('shows a refusal as it is, of what never fits and of what does not fit now', async () => {
    const settings = README.find(({ text }) => text.includes('> small.json'))?.text ?? '';
    const config = JSON.parse(/echo '(.*)' > small.json/.exec(settings)?.[1] ?? '') as object;
    await using gateway = await startGateway({ clock: createVirtualClock(NOW), config });
    const [first = '', second = ''] = example('for firm');
    expect((await ask(gateway, first)).extensions.cost.actual).toBe(5);
    const { status, headers, errors, extensions } = await ask(gateway, second);
    const told = answerAfter('for firm');
    expect([status, headers.get('retry-after'), errors]).toEqual([503, '60', told.errors]);
    const { windows, ...cost } = told.extensions.cost;
    expect(extensions.cost).toMatchObject(cost);

    await using plain = await startGateway({ clock: createVirtualClock(NOW) });
    const emails = Array.from({ length: 150 }, (_, index) => `a${index}@b.example`);
    const dear = await plain.ask(`{ people(emails: ${JSON.stringify(emails)}) { profile { userId } } }`);
    const refusals = README.filter(({ text }) => text.includes('"COST_LIMIT_EXCEEDED"'));
    expect(dear.errors).toEqual(JSON.parse(refusals[0]?.text ?? '').errors);
  });
});

describe('the page for operators', () => {
  it('shows what the commands tell', async () => {
    const clock = createVirtualClock(NOW);
    const sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
    onTestFinished(() => sandbox.close());
    const env = { ...sandbox.settings, WEIR_STORE: `sqlite:${join(folder.path, 'weir.db')}` };
    const fair = join(folder.path, 'fair.graphql');
    writeFileSync(fair, 'query Fair($n: Int) { expos(first: $n) { nodes { name } } }');
    await runCommand({ env, clock }, 'keys', 'create', 'dashboard', '--budget', '500/86400');
    const shown = blocksOf('docs/quota.md').filter(({ text }) => text.startsWith('$ weir '));
    expect(shown.length).toBeGreaterThan(3);
    for (const { text } of shown) {
      const [command = '', first = ''] = text.split('\n');
      const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].slice(2).map(([, quoted, word = '']) => quoted ?? word);
      const { code, stdout } = await runCommand(
        { env, clock },
        ...args.map((one) => (one === 'fair.graphql' ? fair : one)),
      );
      expect([command, code]).toEqual([command, 0]);
      const names = (line = '') => line.replace(/\d{4}-.*Z/, 'INSTANT').split(/ {2,}/);
      expect(names(stdout.split('\n')[0])).toEqual(names(first));
      if (args[0] === 'warm') expect(stdout).toBe(text.slice(text.indexOf('\n') + 1));
    }
  });
});
