import { type Simulator, startSimulator, type Violation } from '../kit/simulator.ts';
import type { World } from '../world.ts';
import { createAccess, IN_FLIGHT_PER_KEY, type KeyChange, type VisitKey } from './access.ts';
import { createEdit, type VisitEdit } from './edit.ts';
import { errorReply, type Violate } from './errors.ts';
import { handleVisit } from './routes.ts';
import { createVisitStore } from './store.ts';
import { createTruth, type VisitTruth } from './truth.ts';

export type VisitSimulatorOptions = {
  readonly world: World;
  /** Default Date.now; stamps the call log. */
  readonly now?: () => number;
  readonly port?: number;
  readonly latencyMs?: () => number;
  readonly keys: readonly VisitKey[];
  /** Requests in flight per key; the contract's is 2. */
  readonly limits?: { readonly inFlight?: number };
};

export type VisitSimulator = Simulator & {
  readonly edit: VisitEdit & {
    /** Disables a key, or changes what it may see. */
    changeKey(label: string, change: KeyChange): void;
  };
  readonly truth: VisitTruth;
};

/** Visit's Create API v2 on a loopback port, under `${origin}/create/v2`. */
export async function startVisitSimulator(options: VisitSimulatorOptions): Promise<VisitSimulator> {
  const { world, keys, port, latencyMs, limits, now = Date.now } = options;
  const violations: Violation[] = [];
  const violate: Violate = (rule, detail) => {
    violations.push({ rule, detail });
  };
  const store = createVisitStore(
    world,
    keys.map(({ label }) => label),
  );
  const access = createAccess(keys, limits?.inFlight ?? IN_FLIGHT_PER_KEY, violate);
  const simulator = await startSimulator({
    violations,
    now,
    ...(port === undefined ? {} : { port }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    behaviour: {
      credentialOf: (request) => access.keyOf(request)?.label,
      admit: access.admit,
      release: access.release,
      handle: (request) => {
        const key = access.keyOf(request);
        return key === undefined ? errorReply(401, 'invalidApiKey') : handleVisit(store, key, request, violate);
      },
    },
  });
  return { ...simulator, edit: { ...createEdit(store), changeKey: access.changeKey }, truth: createTruth(store) };
}
