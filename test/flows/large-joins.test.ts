import { describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';

const EXPO = '{ expos(first: 1) { nodes { sourceId } } }';
const VISITORS = `query ($expo: ID!) {
  expo(id: $expo) { visitors(first: 1000) { nodes { id partner { sourceId name tags } } } }
}`;

type Expos = { readonly expos: { readonly nodes: readonly { readonly sourceId: string }[] } };
type Visitors = { readonly expo: { readonly visitors: { readonly nodes: readonly { readonly id: string }[] } } };

/** The kind of an upstream call: what is before the question mark, ids left out. */
function kindOf(call: string): string {
  return call.replace(/ \/create\/v2\/(\w+)\/\w+(\/\w+)?( .*)?$/, (_all, records, id) =>
    id === undefined ? ` pages of ${records}` : ` one of ${records}`,
  );
}

describe('joins of a list that takes many turns of the event loop', () => {
  it('are decided together: a thousand visitors cost their pages and those of their partners, no single read', async () => {
    await using gateway = await startGateway({ env: { WEIR_SANDBOX_SIZE: '10' } });
    const [expo] = ((await gateway.ask(EXPO)).data as Expos).expos.nodes;
    gateway.takeCalls();
    const answer = await gateway.ask(VISITORS, { variables: { expo: expo?.sourceId } });
    expect(answer.errors).toEqual([]);
    expect((answer.data as Visitors).expo.visitors.nodes).toHaveLength(1000);
    const calls = gateway.takeCalls();
    expect(new Set(calls).size).toBe(calls.length);
    const kinds = Map.groupBy(calls, kindOf);
    expect([...kinds.keys()]).toEqual(['VISIT GET pages of visitors', 'VISIT GET pages of partners']);
    expect(kinds.get('VISIT GET pages of visitors')).toHaveLength(10);
    expect(kinds.get('VISIT GET pages of partners')).toHaveLength(2);
  });
});
