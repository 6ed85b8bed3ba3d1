import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../golden/endpoint-calls.ts';
import { chosen } from '../support/proof.ts';
import { runWith, type Seen, seenRecords } from './drift/cases.ts';
import { DEPENDENCIES, familyOf } from './drift/dependencies.ts';
import { type DriftLab, startDriftLab } from './drift/lab.ts';
import type { Leaf } from './drift/leaves.ts';
import { MARKER } from './drift/mutations.ts';
import { coordinatesOf, influenceOf } from './drift/rules.ts';
import { type MemberPath, memberAt, membersOf, nameOf } from './drift/wire-records.ts';

type Entry = { readonly family: string; readonly member: string; readonly coordinate: string };

const ENTRIES: readonly Entry[] = Object.entries(DEPENDENCIES).flatMap(([family, members]) =>
  Object.entries(members).flatMap(([member, coordinates]) =>
    coordinates.map((coordinate) => ({ family, member, coordinate })),
  ),
);
/** So many questions and records are tried before an entry counts as needless. */
const QUESTIONS = 8;
const RECORDS = 5;

/** Shared with another declared member, or of another record: what is one to one needs no entry. */
function isShared({ family, member, coordinate }: Entry): boolean {
  return ENTRIES.some((other) => other.family === family && other.coordinate === coordinate && other.member !== member);
}

/** Where the record has the member, if it has a value. */
function pathIn(record: unknown, { member }: Entry): MemberPath | undefined {
  return membersOf(record).find((path) => nameOf(path) === member && memberAt(record, path) !== null);
}

/** Whether another record referred to this one at the place, and does so no longer. */
function isLostReference({ id, base }: Seen, { path, keys, value }: Leaf): boolean {
  const referred = [...base.leaves.values()].filter((leaf) => leaf.path.startsWith(`${path}.`));
  return value === 'null' && !keys.includes(`#${id}`) && referred.some((leaf) => leaf.keys.includes(`#${id}`));
}

/** Whether the value hangs on the member in a way that cannot be told from leaving the member out of its own record. */
async function bears(lab: DriftLab, entry: Entry, seen: Seen): Promise<boolean> {
  const path = pathIn(seen.record, entry) ?? [];
  const hits = (leaf: Leaf): boolean => coordinatesOf(seen, leaf).includes(entry.coordinate);
  const left = influenceOf(seen, (await runWith(lab, seen, path, undefined)).leaves);
  if ((isShared(entry) ? left.all : left.joined).some(hits)) return true;
  if (left.all.some((leaf) => coordinatesOf(seen, leaf).at(-1) === entry.coordinate && isLostReference(seen, leaf)))
    return true;
  const text = `${memberAt(seen.record, path)}${MARKER}`;
  const other = influenceOf(seen, (await runWith(lab, seen, path, text)).leaves);
  return other.all.some((leaf) => hits(leaf) && !left.all.some((known) => known.path === leaf.path));
}

/** Whether some record shows that the value hangs on the member. */
async function isNeeded(lab: DriftLab, entry: Entry): Promise<boolean> {
  for (const row of ENDPOINTS.filter(({ id }) => familyOf(id) === entry.family)) {
    for (const seen of await seenRecords(lab, row, QUESTIONS, entry.coordinate).all()) {
      const able = seen.filter(({ record }) => pathIn(record, entry) !== undefined);
      for (const one of able.slice(0, RECORDS)) if (await bears(lab, entry, one)) return true;
    }
  }
  return false;
}

describe('the declared dependencies', () => {
  let lab: DriftLab;
  beforeAll(async () => {
    lab = await startDriftLab();
  }, 240_000);
  afterAll(() => lab[Symbol.asyncDispose]());

  it.each(chosen(ENTRIES, 15))(
    '$coordinate hangs on $member of $family',
    async (entry) => {
      expect(await isNeeded(lab, entry)).toBe(true);
    },
    240_000,
  );

  it('belong to upstreams whose drift is tried', () => {
    const files = new Set(ENDPOINTS.map(({ id }) => `drift-${id.split('.')[0]}.test.ts`));
    expect([...files].filter((file) => !existsSync(new URL(file, import.meta.url)))).toEqual([]);
  });
});
