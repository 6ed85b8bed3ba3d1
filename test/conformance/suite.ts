import { describe } from 'vitest';
import { checkAnswers } from './answers.ts';
import { checkEndpoints } from './endpoints.ts';
import { checkFailures } from './failures.ts';
import { checkQuota } from './quota.ts';
import type { SourceSpec } from './spec.ts';
import { checkWaits } from './waits.ts';

/** What every source keeps to, over real HTTP against its simulator. Time stands still but for what a test moves on. */
export function describeSource<R>(spec: SourceSpec<R>): void {
  describe(`source ${spec.name}`, () => {
    checkEndpoints(spec);
    checkAnswers(spec);
    checkFailures(spec);
    checkWaits(spec);
    checkQuota(spec);
  });
}
