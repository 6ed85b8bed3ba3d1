import fc, { type Parameters } from 'fast-check';
import { vi } from 'vitest';

export const PROVING = process.env.WEIR_PROOF === '1';
if (PROVING) vi.setConfig({ testTimeout: 1_200_000 });

/** `WEIR_SEED` repeats a run; without it every run tries other cases. */
const SEED = Number(process.env.WEIR_SEED ?? Math.floor(Math.random() * 0x7fffffff));
let told = false;

/** How often to try a property: few times in the quick suite, many with `WEIR_PROOF=1`. The seed is told once for each file. */
export function runs(small: number, proof: number): Parameters<unknown> {
  if (!told) process.stderr.write(`fast-check: WEIR_SEED=${SEED}\n`);
  told = true;
  return { seed: SEED, numRuns: PROVING ? proof : small };
}

/** So many of the cases in the quick suite, chosen by the seed, and all of them with `WEIR_PROOF=1`. */
export function chosen<T>(cases: readonly T[], small: number): readonly T[] {
  const { seed } = runs(1, 1);
  const length = Math.min(small, cases.length);
  const [some = []] = fc.sample(fc.shuffledSubarray([...cases], { minLength: length, maxLength: length }), {
    numRuns: 1,
    ...(seed !== undefined && { seed }),
  });
  return PROVING ? cases : some;
}
