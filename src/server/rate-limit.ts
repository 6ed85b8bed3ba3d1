import type { Gateway } from '../context.ts';
import type { Consumer } from '../model/consumer.ts';
import type { BudgetView } from '../transport/quota/ledger.ts';
import type { HttpAnswer } from './http-answer.ts';

type Budget = Omit<BudgetView, 'used' | 'reserved'>;

/** What is counted: not requests, which would be the unit without a word. */
const UNIT = 'upstream-calls';

/** A structured field (RFC 9651): a list of strings with parameters. Names are of letters, digits, `-` and `_`. */
function list(budgets: readonly Budget[], parametersOf: (budget: Budget) => string): string {
  return budgets.map((budget) => `"${budget.name}"${parametersOf(budget)}`).join(', ');
}

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers) for a consumer's budgets; none without a budget. `t` is until the
 * next place comes free, because a window slides.
 */
export function rateLimitHeaders(budgets: readonly Budget[], now: number): Readonly<Record<string, string>> {
  if (budgets.length === 0) return {};
  const wait = ({ resetsAt }: Budget): string =>
    resetsAt === null ? '' : `;t=${Math.max(0, Math.ceil((resetsAt - now) / 1000))}`;
  return {
    'ratelimit-policy': list(budgets, ({ limit, windowSeconds }) => `;q=${limit};qu="${UNIT}";w=${windowSeconds}`),
    ratelimit: list(budgets, (budget) => `;r=${budget.remaining}${wait(budget)}`),
  };
}

/** An answer with what is left of its consumer's budgets, where it has any. */
export async function withLimits(
  answer: HttpAnswer,
  { budgets, clock }: Pick<Gateway, 'budgets' | 'clock'>,
  consumer: Consumer,
): Promise<HttpAnswer> {
  if (consumer.budgets.length === 0) return answer;
  const limits = rateLimitHeaders(await budgets(consumer), clock.now());
  return { ...answer, headers: { ...answer.headers, ...limits } };
}
