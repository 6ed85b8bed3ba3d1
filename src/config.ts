import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { LogLevel } from './base/log.ts';
import type { Upstream } from './base/upstream.ts';
import { type ConfigFile, configFile } from './config/file.ts';
import { redisAddress } from './config/redis-address.ts';
import {
  ConfigError,
  checkKey,
  type Environment,
  host,
  list,
  oneOf,
  origins,
  text,
  url,
  whole,
} from './config/variables.ts';
import { type Consumer, SCOPES } from './model/consumer.ts';
import type { RedisAddress } from './store/redis/connection.ts';
import type { Credential } from './transport/transport.ts';

export type UpstreamConfig = {
  readonly upstream: Upstream;
  readonly baseUrl: string;
  readonly credentials: readonly Credential[];
};

/** A consumer key of the settings: without limits of its own. */
export type ConsumerKey = Pick<Consumer, 'name' | 'scopes'> & { readonly secret: string };

type StoreConfig =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'redis'; readonly address: RedisAddress };

/** Everything that an operator can decide. Frozen after the start. */
export type Config = ConfigFile & {
  readonly host: string;
  readonly port: number;
  /** Upstreams with credentials; none: sandbox mode. */
  readonly upstreams: readonly UpstreamConfig[];
  /** Absent: the mode's own default. */
  readonly store: StoreConfig | undefined;
  readonly consumers: readonly ConsumerKey[];
  readonly anonymous: boolean | undefined;
  readonly corsOrigins: readonly string[] | undefined;
  /** Processes behind the one port. */
  readonly workers: number;
  /** Whether operations that Apollo has accepted before are answered without its pipeline. */
  readonly shortWay: boolean;
  readonly logLevel: LogLevel;
  readonly sandbox: { readonly seed: number; readonly size: number };
};

const PUBLIC_BASES: Readonly<Record<Upstream, string>> = {
  VISUAL_VISITOR: 'https://api.visualvisitor.com/api',
  VISIT: 'https://api.visitcloud.com/create/v2',
  NOTIFY_VISITORS: 'https://analytics.notifyvisitors.com',
  IADVIZE: 'https://ha.iadvize.com/api/2',
};

const KEYED = ['VISUAL_VISITOR', 'VISIT', 'IADVIZE'] as const;
const MOST_VISUAL_VISITOR_KEYS = 5;

function keyed(env: Environment, upstream: (typeof KEYED)[number]): UpstreamConfig | undefined {
  const name = `${upstream}_KEYS`;
  const baseUrl = url(env, `${upstream}_URL`, PUBLIC_BASES[upstream]);
  const keys = list(env, name);
  if (keys === undefined) return undefined;
  for (const key of keys) checkKey(name, key);
  if (new Set(keys).size < keys.length) throw new ConfigError(name, 'names a key twice', 'each key once');
  if (upstream === 'VISUAL_VISITOR' && keys.length > MOST_VISUAL_VISITOR_KEYS) {
    throw new ConfigError(name, `holds ${keys.length} keys`, 'up to 5, separated by commas');
  }
  return { upstream, baseUrl, credentials: keys.map((secret, index) => ({ label: `key-${index + 1}`, secret })) };
}

/** A brand id with its key, or a partner app's bearer token; told to the source as JSON text. */
function notifyVisitors(env: Environment): UpstreamConfig | undefined {
  const baseUrl = url(env, 'NOTIFY_VISITORS_URL', PUBLIC_BASES.NOTIFY_VISITORS);
  url(env, 'NOTIFY_VISITORS_PUSH_URL', 'https://push.notifyvisitors.com');
  const [brandId, key, token] = ['BRAND_ID', 'KEY', 'TOKEN'].map((part) => text(env, `NOTIFY_VISITORS_${part}`));
  if (key !== undefined) checkKey('NOTIFY_VISITORS_KEY', key);
  if (token !== undefined) {
    checkKey('NOTIFY_VISITORS_TOKEN', token);
    return {
      upstream: 'NOTIFY_VISITORS',
      baseUrl,
      credentials: [{ label: 'key-1', secret: JSON.stringify({ token }) }],
    };
  }
  if (brandId === undefined && key === undefined) return undefined;
  if (key === undefined)
    throw new ConfigError('NOTIFY_VISITORS_KEY', 'is missing', 'a key beside NOTIFY_VISITORS_BRAND_ID');
  if (brandId === undefined || !/^\d+$/.test(brandId)) {
    throw new ConfigError(
      'NOTIFY_VISITORS_BRAND_ID',
      brandId === undefined ? 'is missing' : 'is no number',
      'a whole number',
    );
  }
  return {
    upstream: 'NOTIFY_VISITORS',
    baseUrl,
    credentials: [{ label: 'key-1', secret: JSON.stringify({ brandId, key }) }],
  };
}

function store(env: Environment): StoreConfig | undefined {
  const place = text(env, 'WEIR_STORE');
  if (place === undefined) return undefined;
  if (place === 'memory') return { kind: 'memory' };
  if (place.startsWith('sqlite:') && place.length > 'sqlite:'.length)
    return { kind: 'sqlite', path: place.slice('sqlite:'.length) };
  if (/^rediss?:/.test(place)) return { kind: 'redis', address: redisAddress('WEIR_STORE', place) };
  throw new ConfigError('WEIR_STORE', 'is no store', 'sqlite:PATH, redis://HOST or memory');
}

/** Several processes need a store that they share, and none of them brings upstreams of its own. */
function workers(env: Environment, { upstreams, store }: Pick<Config, 'upstreams' | 'store'>): number {
  const count = whole(env, 'WEIR_WORKERS', 1, { least: 1, most: 64 });
  if (count > 1 && (upstreams.length === 0 || store?.kind === 'memory'))
    throw new ConfigError(
      'WEIR_WORKERS',
      `is ${count}, but ${upstreams.length === 0 ? 'the sandbox is one process' : 'a store in memory is of one process'}`,
      '1, or more with upstreams and a store that processes share: sqlite:PATH or redis://HOST',
    );
  return count;
}

function consumers(env: Environment): readonly ConsumerKey[] {
  const name = 'WEIR_CONSUMER_KEYS';
  const pairs = (list(env, name) ?? []).map((pair) => {
    const colon = pair.indexOf(':');
    if (colon < 1 || colon === pair.length - 1)
      throw new ConfigError(name, 'holds an entry without name or secret', 'name:secret pairs, separated by commas');
    const secret = pair.slice(colon + 1);
    checkKey(name, secret);
    return { name: pair.slice(0, colon), secret, scopes: new Set<string>(SCOPES) };
  });
  if (new Set(pairs.map(({ secret }) => secret)).size < pairs.length)
    throw new ConfigError(name, 'gives two names one secret', 'a secret of its own for each');
  return pairs;
}

function fileConfig(env: Environment): ConfigFile {
  const path = text(env, 'WEIR_CONFIG');
  let content: unknown = {};
  if (path !== undefined) {
    try {
      content = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      throw new ConfigError('WEIR_CONFIG', 'cannot be read as JSON', 'the path of a JSON file');
    }
  }
  // To valibot a list is an object without members.
  const result = v.safeParse(configFile, Array.isArray(content) ? null : content);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const member = issue.path?.map(({ key }) => String(key)).join('.') ?? 'the file';
  throw new ConfigError('WEIR_CONFIG', `has a wrong or unknown member: ${member}`, issue.message);
}

/** Reads and checks everything at once. ConfigError names the variable, what is wrong (never a secret) and what is allowed. */
export function readConfig(env: Environment): Config {
  const upstreams = [...KEYED.map((upstream) => keyed(env, upstream)), notifyVisitors(env)].filter(
    (one) => one !== undefined,
  );
  const place = store(env);
  const anonymous = text(env, 'WEIR_ANONYMOUS');
  return Object.freeze({
    ...fileConfig(env),
    host: host(env, 'HOST', '127.0.0.1'),
    port: whole(env, 'PORT', 4000, { least: 0, most: 65_535 }),
    upstreams,
    store: place,
    consumers: consumers(env),
    anonymous:
      anonymous === undefined ? undefined : oneOf(env, 'WEIR_ANONYMOUS', ['on', 'off'] as const, 'off') === 'on',
    corsOrigins: origins(env, 'WEIR_CORS_ORIGINS'),
    workers: workers(env, { upstreams, store: place }),
    shortWay: oneOf(env, 'WEIR_SHORT_WAY', ['on', 'off'] as const, 'on') === 'on',
    logLevel: oneOf(env, 'WEIR_LOG', ['silent', 'error', 'warn', 'info', 'debug'] as const, 'info'),
    sandbox: {
      seed: whole(env, 'WEIR_SANDBOX_SEED', 1, { least: 0, most: 2_147_483_647 }),
      size: whole(env, 'WEIR_SANDBOX_SIZE', 1, { least: 1, most: 2_000 }),
    },
  });
}
