import type { Consumer } from '../../model/consumer.ts';
import { Problem } from '../problem.ts';
import { refusal } from '../refusal.ts';
import { isObject } from '../usual-request.ts';
import type { Asked } from '../ways.ts';
import type { SavedQueries } from './saved-queries.ts';

/** Puts the text of a saved query into requests that name one, before anything else looks at them. */
export type SavedRequests = {
  /**
   * The request as if it had sent the text. One that names no saved query is given back as it is, and with a refusal if its consumer may ask
   * saved queries only. Problem 400 for a request that sends a text besides the name.
   */
  read(asked: Asked, consumer: Pick<Consumer, 'savedOnly'>): Asked;
};

type Sent = { readonly query: unknown; readonly extensions: Readonly<Record<string, unknown>> };

/** Names beyond are not listed. */
const MOST_NAMES = 30;
const FORBIDDEN = 403;

/** What a URL gives several times is a list, and so no text of anybody's: Apollo refuses it. */
function givenIn(search: URLSearchParams, name: string): unknown {
  const given = search.getAll(name);
  return given.length > 1 ? given : given[0];
}

function jsonIn(text: unknown): unknown {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

function partsOf(request: Readonly<Record<string, unknown>>): Sent {
  const { query, extensions } = request;
  return { query, extensions: isObject(extensions) ? extensions : {} };
}

function sentBy({ method, search, body }: Asked): Sent {
  if (method !== 'GET') return partsOf(isObject(body) ? body : {});
  const parameters = new URLSearchParams(search);
  return partsOf({ query: givenIn(parameters, 'query'), extensions: jsonIn(givenIn(parameters, 'extensions')) });
}

function withText(asked: Asked, query: string, extensions: Sent['extensions']): Asked {
  if (asked.method !== 'GET') return { ...asked, body: { ...(asked.body as object), query, extensions } };
  const parameters = new URLSearchParams(asked.search);
  parameters.set('query', query);
  parameters.set('extensions', JSON.stringify(extensions));
  return { ...asked, search: `?${parameters}` };
}

function allowedNames(queries: SavedQueries): string {
  if (queries.size === 0) return 'this gateway has no saved queries';
  const names = [...queries.keys()];
  const others = names.length - MOST_NAMES;
  return `one of ${names.slice(0, MOST_NAMES).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

export function createSavedRequests(queries: SavedQueries): SavedRequests {
  const texts: ReadonlySet<unknown> = new Set([...queries.values()].map(({ text }) => text));
  const unknownName = refusal('BAD_USER_INPUT', `extensions.saved: ${allowedNames(queries)}`);
  const notTrusted = refusal(
    'OPERATION_NOT_TRUSTED',
    'This key may ask saved queries only: {"extensions": {"saved": "NAME"}}',
    FORBIDDEN,
  );
  return {
    read: (asked, { savedOnly }) => {
      const { query, extensions } = sentBy(asked);
      const { saved, ...others } = extensions;
      if (saved === undefined || saved === false)
        return savedOnly && !texts.has(query) ? { ...asked, refusal: notTrusted } : asked;
      if (typeof saved === 'string' && ((query ?? '') !== '' || others.persistedQuery !== undefined))
        throw new Problem(400, 'BAD_REQUEST', 'A request names a saved query or sends a text, not both');
      const known = typeof saved === 'string' ? queries.get(saved) : undefined;
      return known === undefined ? { ...asked, refusal: unknownName } : withText(asked, known.text, others);
    },
  };
}
