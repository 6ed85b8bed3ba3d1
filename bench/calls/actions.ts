/** Rows that a page of a session shows. */
export const SHOWN = 50;
export const SHOWN_CONVERSATIONS = 20;

/** What a person does once. Pages count from 0. */
export type Action =
  | { readonly kind: 'visitors'; readonly expo: string; readonly page: number }
  | { readonly kind: 'visitor'; readonly expo: string; readonly id: string }
  | { readonly kind: 'partners'; readonly expo: string; readonly page: number }
  | { readonly kind: 'partner'; readonly expo: string; readonly id: string }
  | { readonly kind: 'leads'; readonly page: number }
  | { readonly kind: 'lead'; readonly id: string; readonly visits: boolean }
  | { readonly kind: 'conversations'; readonly page: number }
  | { readonly kind: 'conversation'; readonly id: string }
  | { readonly kind: 'operators' }
  | { readonly kind: 'campaigns' }
  | { readonly kind: 'campaign'; readonly id: string }
  | { readonly kind: 'person'; readonly email: string }
  | { readonly kind: 'people'; readonly emails: readonly string[] };

export type Step = {
  /** Milliseconds since the step before. */
  readonly waitMs: number;
  readonly action: Action;
};

type Of<K extends Action['kind']> = Extract<Action, { readonly kind: K }>;
/** One way of doing each kind of action. */
export type Ways<R> = { readonly [K in Action['kind']]: (action: Of<K>) => R };

export function doAction<R>(ways: Ways<R>, action: Action): R {
  return (ways[action.kind] as (action: Action) => R)(action);
}
