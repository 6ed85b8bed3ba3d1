import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askData } from '../kit/ask.ts';
import { CONSUMER_KEY, VISIT_KEY } from '../kit/keys.ts';
import { type ServerProcess, startServer } from '../kit/processes.ts';

const DAY_SECONDS = 86_400;
/** What takes long shall be measured, not cut off. */
const deadlineMs = 600_000;
/** Data that are held stay fresh for as long as the bench runs. */
const freshness = Object.fromEntries(['visit.expos', 'visit.visitors'].map((name) => [name, { fresh: DAY_SECONDS }]));

/** A gateway that holds so many visitors in SQLite. */
export type Held = {
  readonly size: number;
  readonly gateway: ServerProcess;
  readonly expoId: string;
  /** How long it took to read them all in. */
  readonly fillMs: number;
  /** Of the process that has read them in, after a collection. */
  readonly filledBytes: number;
  /** How long another process takes on that file until it is ready. */
  readonly restartMs: number;
  /** Of that process, after a collection and a first look at the copy. */
  readonly restartedBytes: number;
};

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const from = performance.now();
  const result = await work();
  return [result, performance.now() - from];
}

function starter(folder: string, generator: ServerProcess, size: number) {
  return (collections: object): Promise<ServerProcess> => {
    const config = join(folder, `config-${size}.json`);
    writeFileSync(config, JSON.stringify({ freshness, deadlineMs, collections }));
    return startServer('kit/weir-server.ts', {
      PORT: '0',
      VISIT_URL: `${generator.url}/${size}/create/v2`,
      VISIT_KEYS: VISIT_KEY,
      WEIR_CONSUMER_KEYS: `bench:${CONSUMER_KEY}`,
      WEIR_CONFIG: config,
      WEIR_STORE: `sqlite:${join(folder, `weir-${size}.db`)}`,
    });
  };
}

async function firstLook({ url }: ServerProcess): Promise<string> {
  const query = '{ expos(first: 1) { nodes { sourceId visitors(first: 100) { nodes { sourceId } } } } }';
  const { expos } = (await askData(url, JSON.stringify({ query }))) as {
    readonly expos: { readonly nodes: readonly { readonly sourceId: string }[] };
  };
  return expos.nodes[0]?.sourceId ?? '';
}

/** Fills a copy through the gateway's own warm-up, and starts another gateway on its file. */
export async function holdVisitors(folder: string, generator: ServerProcess, size: number): Promise<Held> {
  const start = starter(folder, generator, size);
  const [filling, fillMs] = await timed(() => start({ warm: ['visit.visitors'] }));
  const filledBytes = (await filling.lookClean()).rssBytes;
  await filling[Symbol.asyncDispose]();
  const [gateway, restartMs] = await timed(() => start({}));
  const expoId = await firstLook(gateway);
  const restartedBytes = (await gateway.lookClean()).rssBytes;
  return { size, gateway, expoId, fillMs, filledBytes, restartMs, restartedBytes };
}
