import { UpstreamError } from '../../base/errors.ts';

/** Asks one system about one thing; null: it does not know. */
export type Ask<K> = (key: K) => Promise<string | null>;

type Search = { answer: string | null | Error; found: boolean; asked: boolean; off: UpstreamError | undefined };

function isOff(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_CONFIGURED';
}

async function askFor<K>(search: Search, ask: Ask<K>, key: K): Promise<void> {
  try {
    search.answer = await ask(key);
    search.asked = true;
    search.found = search.answer !== null;
  } catch (error) {
    if (isOff(error)) search.off = error;
    else Object.assign(search, { answer: error, found: true });
  }
}

/**
 * Asks one system after another about each of the keys until there is an answer. Who is still without one goes on together with the others, so
 * that their look-ups meet. A system that is off is passed over, unless all of them are.
 */
export async function firstAnswers<K>(
  keys: readonly K[],
  asks: readonly Ask<K>[],
): Promise<readonly (string | null | Error)[]> {
  const searches = keys.map((key) => ({
    key,
    search: { answer: null, found: false, asked: false, off: undefined } as Search,
  }));
  for (const ask of asks) {
    await Promise.all(
      searches.filter(({ search }) => !search.found).map(({ key, search }) => askFor(search, ask, key)),
    );
  }
  return searches.map(({ search: { answer, asked, off } }) => (answer === null && !asked && off ? off : answer));
}
