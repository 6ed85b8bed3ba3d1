import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { runCommand } from '../support/commands.ts';
import { startGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { chosen, PROVING } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const LIMIT = 10;
const MINUTES = PROVING ? 60 : 4;
const PROFILES = 'query ($emails: [EmailAddress!]!) { people(emails: $emails) { profile { id } } }';

/** A gateway with a key of each lane. Every profile is one call of NotifyVisitors' window of a minute. */
async function begin(interactiveFloor: number) {
  const folder = makeFolder();
  const clock = createVirtualClock();
  const sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
  const env = { WEIR_STORE: `sqlite:${join(folder.path, 'weir.db')}` };
  const config = { interactiveFloor, windows: { NOTIFY_VISITORS: { 'users-minute': { limit: LIMIT } } } };
  const gateway = await startGateway({ live: true, sandbox, clock, env, config });
  onTestFinished(async () => {
    await gateway[Symbol.asyncDispose]();
    await sandbox.close();
    folder[Symbol.dispose]();
  });
  let serial = 0;
  const somebodyElse = (): string => {
    serial += 1;
    return `somebody${serial}@example.com`;
  };
  const consumer = async (lane: string) => {
    const scopes = ['read:notify-visitors', 'read:contact', 'quota'].flatMap((scope) => ['--scope', scope]);
    const settings = { env: { ...sandbox.settings, ...env }, clock };
    const { stdout } = await runCommand(settings, 'keys', 'create', lane, '--lane', lane, ...scopes);
    const headers = { 'x-api-key': stdout.trim() };
    return async (people = 1) => {
      const emails = Array.from({ length: people }, somebodyElse);
      const { errors, extensions } = await gateway.ask(PROFILES, { headers, variables: { emails } });
      return { refused: errors[0]?.extensions, calls: extensions.cost.actual };
    };
  };
  return { clock, gateway, interactive: await consumer('interactive'), bi: await consumer('bi') };
}

type Begun = Awaited<ReturnType<typeof begin>>;

/** How many calls each lane gets in a minute: bi first, until it is refused, then interactive. */
async function minute({ interactive, bi, clock }: Begun): Promise<readonly [bi: number, interactive: number]> {
  const pull = async (ask: Begun['bi']): Promise<number> => {
    for (let got = 0; ; got += 1) if ((await ask()).refused !== undefined) return got;
  };
  const got = [await pull(bi), await pull(interactive)] as const;
  clock.advance(61_000);
  return got;
}

describe('a pull without end over HTTP', () => {
  it.each(chosen([0.5, 0.8, 0.25], 1))('leaves interactive its floor of %d, minute after minute', async (floor) => {
    const begun = await begin(floor);
    const share = Math.floor(LIMIT * (1 - floor) + 1e-9);
    for (let count = 0; count < MINUTES; count += 1) expect(await minute(begun)).toEqual([share, LIMIT - share]);
    expect(begun.gateway.violations()).toEqual([]);
  });

  it('is refused by the name of the window and the time until its lane has room, or at once where no waiting helps', async () => {
    const { bi, interactive } = await begin(0.5);
    expect(await bi(6)).toMatchObject({
      refused: { code: 'COST_LIMIT_EXCEEDED', window: 'users-minute', needed: 6, limit: 5 },
      calls: 0,
    });
    expect(await bi(5)).toEqual({ refused: undefined, calls: 5 });
    const refused = { code: 'QUOTA_EXCEEDED', window: 'users-minute', retryAfterSeconds: 60 };
    expect(await bi()).toMatchObject({ refused, calls: 0 });
    expect(await interactive(5)).toEqual({ refused: undefined, calls: 5 });
  });

  it('takes everything where there are no lanes', async () => {
    expect(await minute(await begin(0))).toEqual([LIMIT, 0]);
  });
});
