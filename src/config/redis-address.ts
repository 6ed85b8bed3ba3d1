import type { RedisAddress } from '../store/redis/connection.ts';
import { ConfigError } from './variables.ts';

const DEFAULT_PORT = 6379;
const ALLOWED = 'redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE], or rediss:// for TLS';

/** Of `%40` and the like; undefined where it is malformed. */
function plain(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The Redis that a URL names. What is wrong with it is told without any part of it: it may hold a password. */
export function redisAddress(variable: string, value: string): RedisAddress {
  const wrong = (what: string): ConfigError => new ConfigError(variable, what, ALLOWED);
  if (!URL.canParse(value)) throw wrong('is no Redis URL');
  const url = new URL(value);
  const [username, password] = [plain(url.username), plain(url.password)];
  if (username === undefined || password === undefined) throw wrong('has a user name or password that is not encoded');
  if (url.hostname === '') throw wrong('names no host');
  if (url.search !== '' || url.hash !== '') throw wrong('has a query or a fragment');
  const database = /^\/?(\d{0,5})$/.exec(url.pathname)?.[1];
  if (database === undefined) throw wrong('names a database that is no number');
  return {
    // An address of version 6 stands in brackets.
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    tls: url.protocol === 'rediss:',
    ...(username !== '' && { username }),
    ...(password !== '' && { password }),
    database: Number(database),
  };
}
