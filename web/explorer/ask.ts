import { Kind, parse } from 'graphql';
import type { ConsumerKey } from '../page/consumer-key.ts';
import { send } from '../page/send.ts';
import type { Answer } from './answer.ts';

export type Question = {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
};

export type Headers = Readonly<Record<string, string>>;

export type Ask = {
  /** The answer as it is. */
  plain(question: Question, headers: Headers): Promise<Answer>;
  /** The answer with its single calls, or the plan with its windows, where the key may have them; else without. */
  traced(question: Question, headers: Headers, extensions?: object): Promise<Answer>;
};

export function createAsk(key: ConsumerKey): Ask {
  /** The key that may have no trace, if it is known of one. */
  let untraced: string | undefined;
  const ask = (question: Question, headers: Headers, extensions: object): Promise<Answer> =>
    send({ ...question, operationName: ownOperationName(question), extensions }, withKey(headers, key.get()));
  return {
    plain: (question, headers) => ask(question, headers, {}),
    traced: async (question, headers, extensions = {}) => {
      const who = JSON.stringify(withKey(headers, key.get()));
      if (untraced === who) return ask(question, headers, extensions);
      const answer = await ask(question, headers, { ...extensions, trace: true });
      if (!lacksTraceScope(answer)) return answer;
      // It was refused before it did anything.
      untraced = who;
      return ask(question, headers, extensions);
    },
  };
}

/** A key that somebody wrote among the headers goes before that of the field. */
function withKey(headers: Headers, key: string): Headers {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const hasOwn = names.includes('authorization') || names.includes('x-api-key');
  return key === '' || hasOwn ? headers : { ...headers, 'x-api-key': key };
}

function lacksTraceScope({ data, errors = [] }: Answer): boolean {
  const isSo = ({ message, extensions }: { message: string; extensions?: { code?: string } }) =>
    extensions?.code === 'FORBIDDEN' && message.startsWith('The key needs the scope trace');
  return data === undefined && errors.some(isSo);
}

/** GraphiQL learns a tab's operation name a moment after opening it. Run in that moment, it sends the last tab's name. */
export function ownOperationName({ query, operationName }: Question): string | undefined {
  const names = operationNames(query);
  return (names.length === 1 ? names[0] : operationName) ?? undefined;
}

function operationNames(query: string): (string | undefined)[] {
  try {
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return operations.map((operation) => ('name' in operation ? operation.name?.value : undefined));
  } catch {
    return []; // The server says what is wrong with the text.
  }
}
