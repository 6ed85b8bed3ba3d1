import { expect, test } from 'vitest';
import { redisAddress } from '../../../src/config/redis-address.ts';

test.each([
  ['redis://localhost', { host: 'localhost', port: 6379, tls: false, database: 0 }],
  ['redis://10.0.0.7:7000/3', { host: '10.0.0.7', port: 7000, tls: false, database: 3 }],
  ['redis://[::1]:7000/', { host: '::1', port: 7000, tls: false, database: 0 }],
  ['redis://:p%40ss@cache', { host: 'cache', port: 6379, tls: false, password: 'p@ss', database: 0 }],
  ['rediss://weir:p@cache/1', { host: 'cache', port: 6379, tls: true, username: 'weir', password: 'p', database: 1 }],
])('%s names a Redis', (url, expected) => {
  expect(redisAddress('WEIR_STORE', url)).toEqual(expected);
});
