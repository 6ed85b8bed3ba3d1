import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringifyInTurns } from '../../src/server/answer/stringify.ts';
import { runs } from '../support/proof.ts';

describe('an answer that is written in turns', () => {
  it('is what JSON.stringify writes', async () => {
    const answers = fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.jsonValue(), fc.constant(undefined)));
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        expect(await stringifyInTurns(answer)).toBe(JSON.stringify(answer));
      }),
      runs(200, 10_000),
    );
  });

  it('stays so across turns', async () => {
    const answer = {
      data: { rows: Array.from({ length: 3_000 }, (_, i) => ({ i, text: 'ü'.repeat(400), none: null })) },
    };
    expect(await stringifyInTurns(answer)).toBe(JSON.stringify(answer));
  });
});
