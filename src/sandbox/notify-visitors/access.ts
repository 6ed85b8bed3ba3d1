import type { SimulatedRequest } from '../kit/wire.ts';

/** The credentials of one account; edits replace them. */
export type Credentials = {
  /** An integer, as text. */
  readonly brandId: string;
  readonly apiKey: string;
  /** A partner app's token for the same account. */
  readonly accessToken: string;
};

/** Labels of the call log. */
type CredentialLabel = 'account-key' | 'partner-token';

/** Without `rule`: well formed, but not (or no longer) valid. */
export type Recognition =
  | { readonly label: CredentialLabel }
  | { readonly label: undefined; readonly rule?: string; readonly detail?: string };

const malformed = (detail: string): Recognition => ({ label: undefined, rule: 'malformed credential', detail });

function headerOf(request: SimulatedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function recogniseToken(authorization: string, credentials: Credentials): Recognition {
  const token = /^bearer ([^\s,]+)$/i.exec(authorization)?.[1];
  if (token === undefined) return malformed('authorization is not "Bearer TOKEN"');
  return { label: token === credentials.accessToken ? 'partner-token' : undefined };
}

/** When both modes are sent the bearer token decides. */
export function recognise(request: SimulatedRequest, credentials: Credentials): Recognition {
  const authorization = headerOf(request, 'authorization');
  if (authorization !== undefined) return recogniseToken(authorization, credentials);
  const brandId = headerOf(request, 'x-brand-id');
  const apiKey = headerOf(request, 'x-api-key');
  const missing = [brandId === undefined ? 'x-brand-id' : [], apiKey === undefined ? 'x-api-key' : []].flat();
  if (missing.length > 0)
    return { label: undefined, rule: 'missing credential', detail: `without ${missing.join(' and ')}` };
  if (!/^\d+$/.test(brandId ?? '')) return malformed('x-brand-id is not an integer');
  if (apiKey === '') return malformed('x-api-key is empty');
  const valid = brandId === credentials.brandId && apiKey === credentials.apiKey;
  return { label: valid ? 'account-key' : undefined };
}
