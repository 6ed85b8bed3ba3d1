import type { FormattedExecutionResult } from 'graphql';
import type { RequestContext } from '../../context.ts';
import type { Meter } from '../../loading/meter.ts';
import { tellTooLarge } from '../answer/answer-size.ts';
import type { AnswerWatch } from '../answer/watch-answers.ts';
import { type Estimate, NO_CALLS } from '../estimates/estimate.ts';
import { costReport, planReport } from './cost-report.ts';
import { isDryRun, type Operation } from './operation.ts';
import { traceReport, wantsTrace } from './trace.ts';
import { wholeRefusal } from './whole-refusal.ts';

/** What became of a request: an answer with data, GraphQL's refusal, or nothing that GraphQL saw. */
type Outcome = 'data' | 'refused' | 'malformed';

/** A result as it is told. Without a status: 200, or what its errors say. */
export type Finished = {
  readonly result: FormattedExecutionResult;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
};

export type Finish = (
  result: FormattedExecutionResult,
  asked: Pick<Operation, 'extensions' | 'context'>,
) => Promise<Finished>;

/** What is told in place of a result: why all of it is refused. */
function refuse(
  result: FormattedExecutionResult,
  context: RequestContext,
  answers: AnswerWatch,
): Omit<Finished, 'outcome'> {
  const refusal = wholeRefusal(result, context);
  if (refusal !== undefined) {
    const { error, status, headers } = refusal;
    return { result: { errors: [error] }, status, headers };
  }
  return answers.isTooLarge(context.meter)
    ? { result: { errors: [tellTooLarge()] }, status: 400, headers: {} }
    : { result, headers: {} };
}

function outcomeOf({ data, errors }: FormattedExecutionResult): Outcome {
  if (data !== undefined) return 'data';
  return errors?.some(({ extensions }) => extensions?.code === 'BAD_REQUEST') === true ? 'malformed' : 'refused';
}

async function extensionsOf(
  outcome: Outcome,
  { extensions, context }: Parameters<Finish>[1],
  known: Estimate,
): Promise<object | undefined> {
  const isTraced = wantsTrace({ extensions });
  if (outcome === 'data' && isDryRun({ extensions })) return planReport(context, known, isTraced);
  const trace = outcome === 'data' && isTraced && { trace: traceReport(context) };
  if (outcome === 'data' && extensions.cost === false) return trace || undefined;
  const { cost, freshness } = await costReport(context, known);
  return { cost, ...(outcome === 'data' && { freshness }), ...trace };
}

/** An operation that is only planned refuses nobody. */
function tellErrors({ errors = [] }: FormattedExecutionResult, { extensions, context }: Parameters<Finish>[1]): void {
  if (errors.length === 0 || isDryRun({ extensions })) return;
  const codes = new Set(errors.map(({ extensions }) => String(extensions?.code)));
  context.gateway.onErrors(context.consumer.name, codes);
}

/** Refuses as a whole what must be, and tells the cost, also of a refused operation. */
export function createFinish(answers: AnswerWatch, estimates: WeakMap<Meter, Estimate>): Finish {
  return async (given, asked) => {
    const { context } = asked;
    // All calls are over: what is told of the windows is what is left.
    context.shrink([]);
    const { result, ...told } = refuse(given, context, answers);
    tellErrors(result, asked);
    const outcome = outcomeOf(result);
    const extensions = await extensionsOf(outcome, asked, estimates.get(context.meter) ?? NO_CALLS);
    return {
      ...told,
      outcome,
      result: extensions === undefined ? result : { ...result, extensions: { ...result.extensions, ...extensions } },
    };
  };
}
