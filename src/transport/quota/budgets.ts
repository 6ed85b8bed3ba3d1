import type { PermitWindow, WindowState } from '../../store/permits.ts';
import type { CallBudget } from '../call.ts';
import type { BudgetView } from './ledger.ts';

/** A consumer's budget is a window like any other, shared by all processes. */
export function budgetWindow(consumer: string, { name, limit, seconds }: CallBudget): PermitWindow {
  return { key: `consumer ${consumer} ${name}`, limit, lengthMs: seconds * 1000 };
}

/** What a window or a budget holds; nothing where the store has not told it yet. */
export function countedView(
  { name, limit, seconds }: Pick<CallBudget, 'name' | 'limit' | 'seconds'>,
  state: WindowState | undefined,
): BudgetView {
  const { used, reserved, freeAt } = state ?? { used: 0, reserved: 0, freeAt: null };
  return {
    name,
    limit,
    windowSeconds: seconds,
    used,
    reserved,
    remaining: Math.max(0, limit - used - reserved),
    resetsAt: freeAt,
  };
}
