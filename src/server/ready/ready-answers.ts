import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Gateway, RequestContext } from '../../context.ts';
import type { Consumer } from '../../model/consumer.ts';
import type { Told } from '../ways.ts';
import { createHeldLook, type HeldLook } from './held-look.ts';
import { type ReadyAnswer, readyAnswer } from './ready-answer.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ANSWERS = 2_000;
const OVERHEAD_BYTES = 2_000;
/** Longer requests are looked at anew. */
const LONGEST_TEXT = 20_000;
/** None is fresh for longer. */
const LONGEST_MS = 60_000;

export type ReadyAnswers = HeldLook & {
  /** The answer to the same request, if it would be the same now. */
  find(key: string): ReadyAnswer | undefined;
  /** Keeps an answer that was given. `version`: what was held before it was asked for. */
  keep(key: string, told: Told, context: RequestContext, version: string): void;
  clear(): void;
};

const kinds = new WeakMap<Consumer, string>();

/** What of a consumer decides what it is told. */
function kindOf(consumer: Consumer): string {
  const known = kinds.get(consumer);
  if (known !== undefined) return known;
  const { scopes, lane, maxCost, budgets, savedOnly } = consumer;
  const kind = `${[...scopes].toSorted().join(' ')} ${lane} ${maxCost} ${budgets.length > 0} ${savedOnly}`;
  kinds.set(consumer, kind);
  return kind;
}

/** What of a GET shows that no page of another origin sent it by itself, as Apollo looks at it. */
function originOf({ headers }: IncomingMessage): string {
  const named = ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization', 'x-api-key'];
  return `${headers['content-type'] ?? ''} ${named.some((name) => (headers[name] ?? '') !== '')}`;
}

/** Such a request has Apollo remember a text by its hash. */
function registers(text: string): boolean {
  return text.includes('persistedQuery') && text.includes('query');
}

/** All of a request that its answer depends on; undefined if it is too long to be compared, or does more than ask. */
export function readyKey(text: string, request: IncomingMessage, consumer: Consumer): string | undefined {
  if (text.length > LONGEST_TEXT || registers(text)) return undefined;
  const { method = 'GET', headers } = request;
  const sent = method === 'GET' ? `GET ${originOf(request)}` : method;
  return [kindOf(consumer), headers.accept ?? '', headers['cache-control'] ?? '', sent, text].join('\n');
}

export function createReadyAnswers({ clock, heldVersion }: Pick<Gateway, 'clock' | 'heldVersion'>): ReadyAnswers {
  const ready = new LRUCache<string, ReadyAnswer>({
    max: MOST_ANSWERS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }, key) => bytes + key.length + OVERHEAD_BYTES,
    ttl: LONGEST_MS,
    // They may hold personal data: what has expired is removed even if nobody asks again.
    ttlAutopurge: true,
    ttlResolution: 0,
    perf: { now: clock.now },
  });
  const look = createHeldLook(heldVersion);
  return {
    find: (key) => {
      const known = ready.get(key);
      if (known === undefined) return undefined;
      if (known.version === look.version() && known.isFresh(clock.now())) return known;
      ready.delete(key);
      return undefined;
    },
    keep: (key, told, context, version) => {
      if (look.version() !== version) return;
      const answer = readyAnswer({ told, context, version, operation: context.operation() });
      if (answer !== undefined) ready.set(key, answer);
    },
    ...look,
    clear: () => ready.clear(),
  };
}
