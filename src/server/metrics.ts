import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CallRecord } from '../transport/call.ts';
import type { Ledger } from '../transport/quota/ledger.ts';

/** What the gateway shows of itself, read when somebody asks. */
export type MetricsSources = {
  readonly ledger: Pick<Ledger, 'refresh' | 'windows'>;
  /** Departures from the contracts, by `endpoint field`. */
  readonly drifts: () => ReadonlyMap<string, number>;
  /** The breaker of each upstream: `closed`, `open` or `probing`. */
  readonly health: () => ReadonlyMap<string, string>;
  /** The text of all workers together, where this process is one of several. */
  readonly ofAll?: (() => Promise<string>) | undefined;
};

export type Metrics = {
  onCall(record: CallRecord): void;
  /** An operation was executed; whether its text was accepted before. */
  onDocument(known: boolean): void;
  /** An operation was answered. */
  onAnswer(way: 'ready' | 'short' | 'apollo'): void;
  /** Prometheus text. */
  text(): Promise<string>;
  readonly contentType: string;
};

function callMetrics(registers: Registry[]) {
  const calls = new Counter({
    name: 'weir_upstream_calls_total',
    help: 'REST calls that left the process.',
    labelNames: ['upstream', 'endpoint', 'credential', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'weir_upstream_call_seconds',
    help: 'Duration of REST calls, from permit to judged answer.',
    labelNames: ['upstream'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8],
    registers,
  });
  return { calls, seconds };
}

/** Counts by the value of one label. Every request is counted, so a count is an addition, and labels are made when somebody asks. */
function countBy(
  label: string,
  what: { readonly name: string; readonly help: string; readonly registers: Registry[] },
) {
  const counts = new Map<string, number>();
  new Counter({
    ...what,
    labelNames: [label],
    collect() {
      this.reset();
      for (const [value, count] of counts) this.inc({ [label]: value }, count);
    },
  });
  return (value: string): void => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
}

function answerMetrics(registers: Registry[]): Pick<Metrics, 'onDocument' | 'onAnswer'> {
  const document = countBy('known', {
    name: 'weir_documents_total',
    help: 'Executed operations by whether their text was known, that is parsed, validated and compiled before.',
    registers,
  });
  const onAnswer = countBy('way', {
    name: 'weir_answers_total',
    help: "Answers by the way that they took: ready bytes, the short way, Apollo Server's pipeline.",
    registers,
  });
  return { onDocument: (known) => document(String(known)), onAnswer };
}

let ofProcess: Registry | undefined;

/** Memory, garbage collection, event loop: of the process, however many gateways it starts. Their watchers never end, so there is one set. */
function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess, prefix: 'weir_' });
  }
  return ofProcess;
}

/** Lets the process that started this worker gather what it shows. */
function showToPrimary(registries: Registry[]): void {
  AggregatorRegistry.setRegistries(registries);
  // It listens from now on.
  new AggregatorRegistry();
}

/** The text of all workers together, in the process that started them. */
export function gatherMetrics(): Promise<string> {
  return new AggregatorRegistry().clusterMetrics();
}

/** Labels are names of ours and of the contracts: never an id, an address or a key. */
export function createMetrics(sources: MetricsSources): Metrics {
  const process = processMetrics();
  const register = new Registry();
  const registers = [register];
  if (sources.ofAll !== undefined) showToPrimary([process, register]);
  const { calls, seconds } = callMetrics(registers);
  const answers = answerMetrics(registers);
  gauge(
    registers,
    'weir_quota_remaining',
    'Calls left in a window of a vendor.',
    ['upstream', 'credential', 'window'],
    async (set) => {
      await sources.ledger.refresh();
      for (const { upstream, credential, name, remaining } of sources.ledger.windows())
        set({ upstream, credential, window: name }, remaining);
    },
  );
  gauge(
    registers,
    DRIFT,
    'Fields that were not what the contract says; field quota: answers 429 although the ledger had room.',
    ['endpoint', 'field'],
    (set) => {
      for (const [place, count] of sources.drifts()) {
        const [endpoint = '', field = ''] = place.split(' ');
        set({ endpoint, field }, count);
      }
    },
  );
  gauge(registers, 'weir_upstream_available', '1 if calls go out, 0 if the breaker is open.', ['upstream'], (set) => {
    for (const [upstream, state] of sources.health()) set({ upstream }, state === 'open' ? 0 : 1);
  });
  return {
    onCall: ({ upstream, endpoint, credential, outcome, durationMs }) => {
      calls.inc({ upstream, endpoint, credential, outcome });
      seconds.observe({ upstream }, durationMs / 1000);
    },
    ...answers,
    text: sources.ofAll ?? (() => Registry.merge([process, register]).metrics()),
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
  };
}

const DRIFT = 'weir_contract_drift';

type Set = (labels: Readonly<Record<string, string>>, value: number) => void;

function gauge(
  registers: Registry[],
  name: string,
  help: string,
  labelNames: string[],
  fill: (set: Set) => void | Promise<void>,
): void {
  new Gauge({
    name,
    help,
    labelNames,
    registers,
    // Of several workers the least: what is left of a window is the same for all, and what one cannot reach is worth a look.
    aggregator: name === DRIFT ? 'sum' : 'min',
    async collect() {
      this.reset();
      await fill((labels, value) => this.set(labels, value));
    },
  });
}
