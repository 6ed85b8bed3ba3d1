/** A place that a call holds in a window. */
export type HeldPlace = {
  readonly key: string;
  /** When it comes free if nobody ever says what became of the call. */
  readonly freeAt: number;
  readonly lengthMs: number;
  /** Whether it is one that the permit's reservation kept. */
  readonly kept: boolean;
};

/** What must be known of a permit when its call is over. */
export type PermitNote = {
  /** Its receipt begins at this instant and has this number. */
  readonly at: number;
  readonly number: number;
  readonly reservation: string | undefined;
  readonly places: readonly HeldPlace[];
};

type Written = readonly [
  at: number,
  number: number,
  reservation: string | null,
  ...places: readonly (readonly [key: string, freeAt: number, lengthMs: number, kept: 0 | 1])[],
];

/** The id says it all itself: nothing has to be looked for when the call is over. */
export function writePermitId({ at, number, reservation, places }: PermitNote): string {
  const written: Written = [
    at,
    number,
    reservation ?? null,
    ...places.map(({ key, freeAt, lengthMs, kept }) => [key, freeAt, lengthMs, kept ? 1 : 0] as const),
  ];
  return JSON.stringify(written);
}

/** undefined: no id that was written here. */
export function readPermitId(id: string): PermitNote | undefined {
  if (!id.startsWith('[')) return undefined;
  const [at, number, reservation, ...places] = JSON.parse(id) as Written;
  return {
    at,
    number,
    reservation: reservation ?? undefined,
    places: places.map(([key, freeAt, lengthMs, kept]) => ({ key, freeAt, lengthMs, kept: kept === 1 })),
  };
}
