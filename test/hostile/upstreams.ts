import type { Upstream } from '../../src/base/upstream.ts';
import type { Simulator } from '../../src/sandbox/kit/simulator.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

export const UPSTREAMS = ['VISUAL_VISITOR', 'VISIT', 'NOTIFY_VISITORS', 'IADVIZE'] as const satisfies Upstream[];

/** One field of each upstream, under the upstream's name. */
const FIELDS: Readonly<Record<Upstream, string>> = {
  VISUAL_VISITOR: 'VISUAL_VISITOR: leads(product: PLUS_PERSON, first: 2) { nodes { id companyName } }',
  VISIT: 'VISIT: expos(first: 2) { nodes { id name } }',
  NOTIFY_VISITORS: 'NOTIFY_VISITORS: campaignReports(first: 2) { nodes { name channel } }',
  IADVIZE: 'IADVIZE: operators(first: 2) { nodes { id pseudo } }',
};

export function queryOf(upstreams: readonly Upstream[]): string {
  return `{ ${upstreams.map((upstream) => FIELDS[upstream]).join(' ')} }`;
}

export function othersThan(upstream: Upstream): readonly Upstream[] {
  return UPSTREAMS.filter((other) => other !== upstream);
}

export function simulatorOf(sandbox: Sandbox, upstream: Upstream): Simulator {
  const { visualVisitor, visit, notifyVisitors, iadvize } = sandbox;
  return { VISUAL_VISITOR: visualVisitor, VISIT: visit, NOTIFY_VISITORS: notifyVisitors, IADVIZE: iadvize }[upstream];
}

/** Nothing that is held is fresh enough, or stands in. */
export const NOTHING_HELD = { cache: { maxAge: 0, staleIfError: 0 } };
export const ALWAYS = { times: Number.POSITIVE_INFINITY };
