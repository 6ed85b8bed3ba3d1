import type { GraphiQLProps } from 'graphiql';
import type { Answer } from './answer.ts';
import { type Ask, ownOperationName } from './ask.ts';
import type { Reports } from './reports.ts';

type Fetcher = GraphiQLProps['fetcher'];

/** How GraphiQL asks. What it is told of the calls goes to the panel, not into the answer that it shows. */
export function createFetcher(ask: Ask, reports: Reports): Fetcher {
  return async (operation, options) => {
    const headers = (options?.headers ?? {}) as Readonly<Record<string, string>>;
    // GraphiQL's own question for the schema is none of the user's.
    if (operation.operationName === 'IntrospectionQuery') return ask.plain(operation, headers) as ReturnType<Fetcher>;
    const told = reports.begin('run', ownOperationName(operation));
    const answer = await ask.traced(operation, headers);
    told(answer);
    return withoutTrace(answer) as ReturnType<Fetcher>;
  };
}

function withoutTrace({ extensions, ...answer }: Answer): Answer {
  if (extensions === undefined) return answer;
  const { trace: _trace, ...others } = extensions;
  return { ...answer, extensions: others };
}
