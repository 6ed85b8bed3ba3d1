import type { Clock } from '../../base/clock.ts';
import type { DriftCounter } from '../../base/drift.ts';
import type { Answers } from '../../loading/answers.ts';
import type { KeyView } from '../../loading/key-views.ts';
import type { ReadScope } from '../../loading/reader.ts';
import type { Send } from '../../transport/call.ts';
import { createAccountTime } from './account-time.ts';
import { createNotifyVisitorsClient } from './client.ts';
import { beginNotifyVisitorsReads, type NotifyVisitorsReads } from './loaders.ts';

export type NotifyVisitorsOptions = {
  readonly send: Send;
  /** All of one account. */
  readonly keys: readonly KeyView[];
  readonly answers: Answers;
  readonly drifts: DriftCounter;
  readonly clock: Clock;
  /** IANA zone of the account, for times without one. Default Asia/Kolkata. */
  readonly timeZone?: string;
  /** ISO 4217, for revenue without one. Default: not known. */
  readonly currency?: string | null | undefined;
};

/** The door to NotifyVisitors. It lives as long as the process. */
export type NotifyVisitorsSource = {
  /** The reads of one operation. */
  begin(scope: ReadScope): NotifyVisitorsReads;
};

/** RangeError for an unknown time zone. */
export function createNotifyVisitorsSource(options: NotifyVisitorsOptions): NotifyVisitorsSource {
  const { send, keys, answers, drifts, clock, timeZone = 'Asia/Kolkata', currency = null } = options;
  const time = createAccountTime(timeZone);
  const view = { visibility: keys[0]?.fingerprint ?? '', credentials: keys.map(({ label }) => label) };
  const client = createNotifyVisitorsClient({ send, drifts, view, time, currency });
  const parts = { client, answers, visibility: view.visibility, time, clock };
  return { begin: (scope) => beginNotifyVisitorsReads(parts, scope) };
}

/** An account's brand id and key, or a partner app's token for it. */
type NotifyVisitorsSecret = { readonly brandId: string; readonly key: string } | { readonly token: string };

/** The headers of a credential, which is JSON text: `{ "brandId", "key" }` or `{ "token" }`. */
export function authorizeNotifyVisitors(secret: string): Readonly<Record<string, string>> {
  const credential = JSON.parse(secret) as NotifyVisitorsSecret;
  const form = { 'content-type': 'application/json' };
  return 'token' in credential
    ? { ...form, authorization: `Bearer ${credential.token}` }
    : { ...form, 'x-brand-id': credential.brandId, 'x-api-key': credential.key };
}
