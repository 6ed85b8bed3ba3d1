import type { Chance, Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Upstream } from '../base/upstream.ts';
import type { Send } from './call.ts';
import { createPool } from './pool.ts';
import type { Ledger } from './quota/ledger.ts';
import { createBreaker } from './steps/breaker.ts';
import { type Judge, judgeReply } from './steps/judge.ts';
import { observeStep } from './steps/observe.ts';
import { quotaStep, type SendAs } from './steps/quota.ts';
import { retryStep } from './steps/retry.ts';

/** A secret with the label under which it is accounted. The label never reveals the secret. */
export type Credential = { readonly label: string; readonly secret: string };

export type TransportOptions = {
  readonly upstream: Upstream;
  readonly baseUrl: string;
  readonly callTimeoutMs: number;
  readonly credentials: readonly Credential[];
  /** The headers that carry a secret. */
  readonly authorize: (secret: string) => Readonly<Record<string, string>>;
  readonly judge: Judge;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
};

export type Transport = {
  /** Fails with UpstreamError, or with CallerLeft when its signal said so. */
  readonly send: Send;
  /** `closed`, `open` or `probing`. */
  health(): string;
  close(): Promise<void>;
};

/** One upstream's way out, outermost step first: observe, retry, breaker, quota, breaker, credentials, judge, pool. */
export function createTransport(options: TransportOptions): Transport {
  const { clock, chance, ledger, log, upstream } = options;
  const pool = createPool(options);
  const breaker = createBreaker(upstream, clock);
  const secrets = new Map(options.credentials.map(({ label, secret }) => [label, options.authorize(secret)]));

  const sendAs: SendAs = async (call, scope, credential) => {
    const headers = secrets.get(credential);
    if (headers === undefined) throw new RangeError(`no credential is labelled ${credential}`);
    const reply = await pool.send(call, scope, headers);
    return judgeReply(options.judge, reply, call, clock.now());
  };
  const observe = observeStep(log, clock);
  const retry = retryStep(clock, chance);
  return {
    send: observe(retry(breaker.guard(quotaStep(ledger, clock, breaker.watch(sendAs))))),
    health: breaker.state,
    close: pool.close,
  };
}
