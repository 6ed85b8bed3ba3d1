import { type ExpoContext, rowSeed, shuffleOf } from './context.ts';
import { createSelection } from './ids.ts';
import { createMembers, type Members } from './members.ts';
import { CAST_COMPANIES, CAST_PEOPLE, emptyField, present } from './noise.ts';
import type { PartnerRecord, Patch, Tombstone } from './records.ts';
import { contentReference, contentsOf, licenseReference, licensesOf } from './stock.ts';

/** The exhibiting companies of one expo; the members are companies of the world. */
export type Partners = Members & {
  readonly castCount: number;
  /** As the world began: links between records do not follow later edits by themselves. */
  firstIndexOfCompany(companyIndex: number): number | undefined;
  /** Not deleted when the world began. */
  startedHere(index: number): boolean;
  nameOf(index: number): string;
  /** `isItem`: contents and licences are shown by the item endpoint only. */
  read(index: number, revision: number, isItem: boolean): PartnerRecord | Tombstone;
};

/** Companies that are partners of every expo: the cast's own and those of the cast's people. */
function castCompanies(context: ExpoContext): readonly number[] {
  const { people } = context.world;
  const employers = Array.from({ length: CAST_PEOPLE }, (_, index) => people.at(index).company.index);
  return [...new Set([...Array.from({ length: CAST_COMPANIES }, (_, index) => index), ...employers])];
}

function boothOf(context: ExpoContext, seed: number): { boothNumber: unknown; boothSize: unknown } {
  const { random } = context.world;
  const number = 1 + random.integer('visit-booth', seed, 99);
  const roll = random.fraction('visit-booth-form', seed);
  const label = `${random.pick('visit-hall', seed, ['A', 'B', 'C'])}${number}`;
  return {
    boothNumber: roll < 0.7 ? label : roll < 0.75 ? number : emptyField(random, 'visit-booth-none', seed),
    boothSize: roll < 0.5 ? `${9 + (number % 5) * 3} m2` : roll < 0.55 ? 12 : null,
  };
}

/** The company's name as the organiser typed it. */
function firstName(context: ExpoContext, company: number, index: number): string {
  const { name } = context.world.companies.at(company);
  return context.world.random.chance('visit-partner-blanks', rowSeed(context, index), 0.08) ? ` ${name} ` : name;
}

function partnerRecord(context: ExpoContext, company: number, index: number, revision: number): PartnerRecord {
  const { world, contacts, plan, ids } = context;
  const seed = rowSeed(context, index);
  return present({
    ...boothOf(context, seed),
    contact: contacts.read(contacts.ofCompany(company)),
    deleted: false,
    id: ids.encode('partner', plan.index, index),
    labels: world.random.chance('visit-labels', seed, 0.2) ? [{ id: ids.short('label', 1), name: 'Newcomer' }] : [],
    language: world.random.pick('visit-partner-language', seed, ['en', 'nl', 'de']),
    name: firstName(context, company, index),
    registrationType: world.random.pick('visit-partner-type', seed, plan.partnerTypes),
    revision,
    standBuilder: world.random.chance('visit-partner-extra', seed, 0.05) ? 'own' : undefined,
    tags: world.random.chance('visit-partner-tags', seed, 0.02) ? 'sponsor' : [],
  }) as PartnerRecord;
}

function itemFields(context: ExpoContext, index: number): Patch {
  return {
    contents: contentsOf(context, index).map((content) => contentReference(context, content)),
    licenses: licensesOf(context, index).map((license) => licenseReference(context, license)),
  };
}

export function createPartners(context: ExpoContext): Partners {
  const { world } = context;
  const cast = castCompanies(context);
  const options = { count: Math.max(12 * world.size, cast.length + 4), total: world.companies.count, cast };
  const selection = createSelection(options, (count) => shuffleOf(context, 'visit-partner', count));
  const isDeletedAtFirst = (row: number): boolean =>
    row === cast.length ||
    (row > cast.length && world.random.chance('visit-partner-gone', rowSeed(context, row), 0.02));
  const members = createMembers(context, { kind: 'partner', selection, isDeletedAtFirst });
  return {
    ...members,
    castCount: cast.length,
    firstIndexOfCompany: (companyIndex) => {
      const row = selection.rowOf(companyIndex);
      return row === undefined || isDeletedAtFirst(row) ? undefined : row;
    },
    startedHere: (index) => index < members.count && !isDeletedAtFirst(index),
    nameOf: (index) => {
      const { name } = members.patchOf(index);
      return typeof name === 'string' ? name : firstName(context, members.memberOf(index), index);
    },
    read: (index, revision, isItem) => {
      const id = members.idOf(index);
      if (members.isDeleted(index)) return { deleted: true, id, revision };
      const record = partnerRecord(context, members.memberOf(index), index, revision);
      const extra = isItem ? itemFields(context, index) : {};
      return { ...record, ...extra, ...members.patchOf(index), id, revision };
    },
  };
}
