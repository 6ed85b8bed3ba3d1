import fc, { type Parameters } from 'fast-check';

export const PROVING = process.env.WEIR_PROOF === '1';
/** Of the whole run, as it told. */
const SEED = Number(process.env.WEIR_SEED);

/** How often to try a property: few times in the quick suite, many with `WEIR_PROOF=1`. */
export function runs(small: number, proof: number): Parameters<unknown> {
  return { seed: SEED, numRuns: PROVING ? proof : small };
}

/** So many of the cases in the quick suite, chosen by the seed, and all of them (or as many as said) with `WEIR_PROOF=1`. */
export function chosen<T>(
  cases: readonly T[],
  small: number,
  { seed = SEED, proof = cases.length }: { readonly seed?: number | undefined; readonly proof?: number } = {},
): readonly T[] {
  const length = Math.min(PROVING ? proof : small, cases.length);
  const [some = []] = fc.sample(fc.shuffledSubarray([...cases], { minLength: length, maxLength: length }), {
    numRuns: 1,
    seed,
  });
  return length === cases.length ? cases : some;
}
