import { useSyncExternalStore } from 'react';
import type { Answer, Extensions } from './answer.ts';

/** What there is to tell of the last run, or of what one would cost. */
export type Report = {
  readonly kind: 'run' | 'plan';
  readonly operation: string;
  /** From the question until the answer was here. */
  readonly ms: number;
  readonly extensions: Extensions;
  /** Why there is nothing but this. */
  readonly refusal: string | undefined;
};

/** The latest report of each tab of the editor. */
export type Reports = {
  /** The tab that is open, by its id. */
  open(tab: string): void;
  /** Begins a question of the open tab; what it returns takes the answer. */
  begin(kind: Report['kind'], operation: string | undefined): (answer: Answer) => void;
  latest(): Report | undefined;
  subscribe(listener: () => void): () => void;
};

export function createReports(now: () => number): Reports {
  const known = new Map<string, Report>();
  const listeners = new Set<() => void>();
  let current = '';
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    open: (tab) => {
      current = tab;
      tell();
    },
    begin: (kind, operation = 'Unnamed') => {
      const [tab, startedAt] = [current, now()];
      return ({ data, errors = [], extensions = {} }) => {
        const refusal = data === undefined ? errors[0]?.message : undefined;
        known.set(tab, { kind, operation, ms: Math.round(now() - startedAt), extensions, refusal });
        tell();
      };
    },
    latest: () => known.get(current),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export function useLatestReport(reports: Reports): Report | undefined {
  return useSyncExternalStore(reports.subscribe, reports.latest);
}
