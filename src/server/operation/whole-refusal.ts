import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../../context.ts';
import { withLink } from '../problem.ts';

/** What a lack of room is: the caller's own budget is spent, or ours at the vendor. Waiting helps both. */
const BUDGET_SPENT = 429;
const QUOTA_SPENT = 503;

/** Statuses of a refusal that GraphQL over HTTP tells inside a 200 to who wants plain JSON. */
export const ROOM_REFUSALS: readonly number[] = [BUDGET_SPENT, QUOTA_SPENT];

const ROOM_CODES: ReadonlySet<string> = new Set(['BUDGET_EXCEEDED', 'QUOTA_EXCEEDED']);

function codeOf({ extensions }: GraphQLFormattedError): string {
  return String(extensions?.code);
}

function waitOf({ extensions }: GraphQLFormattedError): number {
  return Number(extensions?.retryAfterSeconds ?? 0);
}

/** The error that stands for all, if a spent budget is why each root field is null. */
function spentBudget({ data, errors = [] }: FormattedExecutionResult): GraphQLFormattedError | undefined {
  const roots = Object.entries(data ?? {});
  const isRefused = ([key, value]: readonly [string, unknown]): boolean =>
    value === null && errors.some(({ path }) => path?.[0] === key);
  const [first, ...others] = errors;
  if (first === undefined || errors.some((error) => codeOf(error) !== 'BUDGET_EXCEEDED')) return undefined;
  if (data === undefined || !roots.every(isRefused)) return undefined;
  return others.reduce((longest, next) => (waitOf(next) > waitOf(longest) ? next : longest), first);
}

/** Why the operation was not admitted, if what is held could not answer it whole. */
function notAdmitted(
  { errors = [] }: FormattedExecutionResult,
  { admission }: RequestContext,
): GraphQLFormattedError | undefined {
  const refusal = admission.refusal ?? admission.hold;
  if (refusal === undefined || !errors.some((error) => ROOM_CODES.has(codeOf(error)))) return undefined;
  const { message, code, upstream, details } = refusal;
  return { message: withLink(message, code), extensions: { code, upstream, ...details } };
}

export type WholeRefusal = {
  readonly error: GraphQLFormattedError;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * An operation that spent nothing for want of room, of a vendor's window or of its consumer's budget, is refused as a whole: no data, and
 * when to come again. It had to be tried: what is held and usable answers without a call.
 */
export function wholeRefusal(result: FormattedExecutionResult, context: RequestContext): WholeRefusal | undefined {
  if (context.meter.calls.length > 0) return undefined;
  const refusal = notAdmitted(result, context) ?? spentBudget(result);
  if (refusal === undefined) return undefined;
  const { message, extensions } = refusal;
  return {
    error: { message, ...(extensions && { extensions }) },
    status: codeOf(refusal) === 'BUDGET_EXCEEDED' ? BUDGET_SPENT : QUOTA_SPENT,
    headers: { 'retry-after': String(waitOf(refusal)) },
  };
}
