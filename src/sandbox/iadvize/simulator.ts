import type { RateWindow } from '../kit/rate-windows.ts';
import { type Simulator, startSimulator, type Violation } from '../kit/simulator.ts';
import type { World } from '../world.ts';
import { createBehaviour } from './behaviour.ts';
import { WEBSITES } from './directory.ts';
import { createEdit, type IadvizeEdit } from './edit.ts';
import type { Withdrawn } from './resource.ts';
import { createStore } from './store.ts';
import { createTruth, type IadvizeTruth } from './truth.ts';
import type { Access } from './wire-row.ts';

export type IadvizeKey = {
  readonly label: string;
  readonly secret: string;
  /** Indices 0 to 3 of the websites that the key sees. */
  readonly websites: 'all' | readonly number[];
};

export type IadvizeOptions = {
  readonly world: World;
  readonly keys: readonly IadvizeKey[];
  readonly now?: () => number;
  readonly port?: number;
  readonly latencyMs?: () => number;
  /** Calls per key. The vendor documents no limit: absent means none. */
  readonly limit?: RateWindow;
  /** Sends `fail` and `error` answers (not 429) with HTTP 200. */
  readonly failInside200?: boolean;
  /** Indicators that are no longer available come as null, not at all, or not even the others beside them. */
  readonly withdrawnIndicators?: Withdrawn;
};

export type IadvizeSimulator = Simulator & { readonly edit: IadvizeEdit; readonly truth: IadvizeTruth };

function accessOf({ label, websites }: IadvizeKey): Access {
  if (websites === 'all') return { label, websites };
  return { label, websites: new Set(websites.flatMap((index) => WEBSITES[index]?.id ?? [])) };
}

/** Starts iAdvize, REST API version 2, below `/api/2` of its origin. */
export async function startIadvizeSimulator(options: IadvizeOptions): Promise<IadvizeSimulator> {
  const {
    world,
    now = Date.now,
    limit,
    failInside200 = false,
    withdrawnIndicators = 'null',
    port,
    latencyMs,
  } = options;
  const store = createStore(world);
  const keys = new Map(options.keys.map((key) => [key.secret, accessOf(key)]));
  const revoked = new Set<string>();
  const violations: Violation[] = [];
  const report = (rule: string, detail: string): void => {
    const clean = [...keys.keys()].reduce((text, secret) => text.replaceAll(secret, '[key]'), detail);
    violations.push({ rule, detail: clean });
  };
  const behaviour = createBehaviour({
    store,
    now,
    report,
    keys,
    revoked,
    failInside200,
    limit,
    withdrawn: withdrawnIndicators,
  });
  const simulator = await startSimulator({
    behaviour,
    violations,
    now,
    ...(port === undefined ? {} : { port }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
  });
  const edit = createEdit(store, now, (label) => revoked.add(label));
  return { ...simulator, edit, truth: createTruth(store, keys) };
}
