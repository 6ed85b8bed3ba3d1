import { expect, test } from 'vitest';
import { fillPath } from '../../../src/transport/path.ts';

test('parameters are put in percent-encoded, so that none leads to another path', () => {
  expect(fillPath('/visitors/{expoId}/{id}', { expoId: '../x', id: 'a/b?c#d' })).toBe('/visitors/..%2Fx/a%2Fb%3Fc%23d');
});

test('a missing parameter is an error', () => {
  expect(() => fillPath('/visitors/{expoId}', {})).toThrow(RangeError);
});
