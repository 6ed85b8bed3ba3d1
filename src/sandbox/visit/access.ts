import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { errorReply, type Violate } from './errors.ts';

/** An API key as the organiser set it up. None of them may write. */
export type VisitKey = {
  readonly label: string;
  readonly secret: string;
  /** All expos of the organisation, or a list of expo indices (0 to 2). */
  readonly expos: 'all' | readonly number[];
  /** May read connections. */
  readonly leads: boolean;
  /** Absent: active. */
  readonly state?: 'active' | 'disabled';
};

export type KeyChange = Partial<Pick<VisitKey, 'expos' | 'leads' | 'state'>>;

export type Access = {
  /** The key that a request carries, disabled ones included. */
  keyOf(request: SimulatedRequest): VisitKey | undefined;
  admit(request: SimulatedRequest): SimulatedReply | undefined;
  release(request: SimulatedRequest): void;
  changeKey(label: string, change: KeyChange): void;
};

export const IN_FLIGHT_PER_KEY = 2;

type Credential = { readonly secret: string } | { readonly problem: string };

/** Basic, the key as user name, the password left empty. */
function readCredential(request: SimulatedRequest): Credential {
  const header = request.headers.authorization;
  if (header === undefined) return { problem: 'no Authorization header' };
  const [, encoded] = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? [];
  if (encoded === undefined) return { problem: 'not Basic with base64' };
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return { problem: 'no colon behind the key' };
  if (colon === 0) return { problem: 'no key in front of the colon' };
  if (colon < text.length - 1) return { problem: 'the password is not empty' };
  return { secret: text.slice(0, colon) };
}

export function createAccess(keys: readonly VisitKey[], inFlightLimit: number, violate: Violate): Access {
  const current = new Map(keys.map((key) => [key.label, key]));
  const inFlight = new Map<string, number>();
  const admitted = new WeakMap<SimulatedRequest, string>();
  const keyOf = (request: SimulatedRequest): VisitKey | undefined => {
    const credential = readCredential(request);
    if ('problem' in credential) return undefined;
    return [...current.values()].find((key) => key.secret === credential.secret);
  };
  return {
    keyOf,
    admit: (request) => {
      const credential = readCredential(request);
      if ('problem' in credential) {
        violate('credential form', credential.problem);
        return errorReply(401, 'invalidApiKey');
      }
      const key = keyOf(request);
      if (key === undefined || key.state === 'disabled') return errorReply(401, 'invalidApiKey');
      const running = inFlight.get(key.label) ?? 0;
      if (running >= inFlightLimit) {
        violate('too many in flight', `${key.label}: ${running} running, then ${request.method} ${request.path}`);
        return errorReply(429, 'tooManyRequests');
      }
      inFlight.set(key.label, running + 1);
      admitted.set(request, key.label);
      return undefined;
    },
    release: (request) => {
      const label = admitted.get(request);
      if (label === undefined) return;
      admitted.delete(request);
      inFlight.set(label, (inFlight.get(label) ?? 1) - 1);
    },
    changeKey: (label, change) => {
      const key = current.get(label);
      if (key === undefined) throw new RangeError(`no key ${label}`);
      current.set(label, { ...key, ...change });
    },
  };
}
