/** What a consumer key may be allowed to do. */
export const SCOPES = [
  'read:visual-visitor',
  'read:visit',
  'read:notify-visitors',
  'read:iadvize',
  'read:contact',
  'read:chat',
  'quota',
  'usage',
  'trace',
  'metrics',
  'verify',
] as const;

export type ScopeName = (typeof SCOPES)[number];

/** Who asks: never an upstream, never a person. */
export type Consumer = { readonly name: string; readonly scopes: ReadonlySet<string> };
