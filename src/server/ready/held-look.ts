import type { Gateway } from '../../context.ts';

/** What is held, as requests see it that arrive together. */
export type HeldLook = {
  /** A request has arrived: to be called in the event that tells it, while the event loop goes through the sockets that have something to be read. */
  arrive(): void;
  /** What is held now; undefined if that cannot be known without a call. */
  version(): string | undefined;
};

/**
 * Looks once for all requests of one turn of the event loop. They had all arrived before the turn's first look, so none sees less than was
 * held when it was sent. Where no request has arrived in this turn, each look is a new one.
 */
export function createHeldLook(heldVersion: Gateway['heldVersion']): HeldLook {
  let isTurn = false;
  let seen: { readonly version: string | undefined } | undefined;
  const end = (): void => {
    isTurn = false;
    seen = undefined;
  };
  return {
    arrive: () => {
      // It ends when all of these sockets have been read, before any others are looked for.
      if (!isTurn) setImmediate(end);
      isTurn = true;
    },
    version: () => {
      if (!isTurn) return heldVersion();
      seen ??= { version: heldVersion() };
      return seen.version;
    },
  };
}
