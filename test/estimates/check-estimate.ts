import type { Answer } from '../support/gateway.ts';

type Cost = Pick<Answer['extensions']['cost'], 'actual' | 'retries' | 'byUpstream' | 'estimated'>;

/** What an estimate says, against what an operation really cost. `held`: whether anything may have been held. */
export function wrongBounds({ actual, retries, byUpstream, estimated }: Cost, held: boolean): readonly string[] {
  const { min, max } = estimated;
  const wrong: string[] = [];
  if (max !== null && actual > max + retries) wrong.push(`${actual} calls, at most ${max}`);
  if (!held && actual < min) wrong.push(`${actual} calls, at least ${min}`);
  if (min === max && actual - retries !== min) wrong.push(`${actual} calls, exactly ${min}`);
  if (max !== null && min > max) wrong.push(`at least ${min}, at most ${max}`);
  for (const [upstream, calls] of Object.entries(byUpstream)) {
    const most = estimated.byUpstream[upstream]?.max;
    if (most === undefined) wrong.push(`${calls} calls of ${upstream}, of which nothing was said`);
    else if (most !== null && calls > most + retries) wrong.push(`${calls} calls of ${upstream}, at most ${most}`);
  }
  return wrong;
}
