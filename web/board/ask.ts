import type { ConsumerKey } from '../page/consumer-key.ts';
import { send } from '../page/send.ts';
import type { AnswerError } from './answer.ts';

type Answer<T> = { readonly data?: T | null; readonly errors?: readonly AnswerError[] };

/** Why nothing can be shown: a sentence for people. `isFinal`: asking again with the same key does not help. */
export class Refusal extends Error {
  readonly isFinal: boolean;
  constructor(sentence: string, isFinal: boolean) {
    super(sentence);
    this.isFinal = isFinal;
  }
}

/** Asks one root field. Fails with a Refusal where it is null. */
export type Ask = <T>(field: string, query: string, variables?: object) => Promise<T>;

const FINAL: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'OPERATION_NOT_TRUSTED']);
const UNREACHABLE = 'The gateway does not answer. It is asked again every few seconds.';

/** Without the address of the page that explains the code. */
function wordsOf({ message }: AnswerError): string {
  return message.replace(/ \(see \/docs\/errors#\w+\)$/, '');
}

function sentenceFor(error: AnswerError, key: string): string {
  const words = wordsOf(error);
  const code = error.extensions?.code;
  if (code === 'FORBIDDEN') return `${words}. A key with it goes into the field above.`;
  if (code === 'OPERATION_NOT_TRUSTED')
    return 'This key opens saved queries only. The board needs one with the scopes quota and usage.';
  if (code !== 'UNAUTHENTICATED') return `The gateway says: ${words}`;
  return key === ''
    ? 'A consumer key with the scopes quota and usage is needed. It goes into the field above.'
    : 'The gateway does not know this key, or it is not valid any more.';
}

function refusalOf(errors: readonly AnswerError[], key: string): Refusal {
  const [first] = errors;
  if (first === undefined) return new Refusal(UNREACHABLE, false);
  return new Refusal(sentenceFor(first, key), FINAL.has(first.extensions?.code ?? ''));
}

export function createAsk(key: ConsumerKey): Ask {
  const sendOwn = async <T>(body: object): Promise<Answer<Record<string, T | null>>> => {
    const own = key.get();
    try {
      return await send(body, own === '' ? {} : { 'x-api-key': own });
    } catch {
      throw new Refusal(UNREACHABLE, false);
    }
  };
  return async <T>(field: string, query: string, variables: object = {}) => {
    // What these questions cost is known: nothing.
    const { data, errors = [] } = await sendOwn<T>({ query, variables, extensions: { cost: false } });
    const value = data?.[field];
    if (value === undefined || value === null) throw refusalOf(errors, key.get());
    return value;
  };
}
