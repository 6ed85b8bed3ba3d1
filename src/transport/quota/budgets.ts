import type { PermitWindow, WindowState } from '../../store/permits.ts';
import type { CallBudget } from '../call.ts';
import type { BudgetView } from './ledger.ts';

/** A consumer's budget is a window like any other, shared by all processes. */
export function budgetWindow(consumer: string, { name, limit, seconds }: CallBudget): PermitWindow {
  return { key: `consumer ${consumer} ${name}`, limit, lengthMs: seconds * 1000 };
}

export function budgetView({ name, limit, seconds }: CallBudget, state: WindowState | undefined): BudgetView {
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
