import type { GraphQLResolveInfo } from 'graphql';
import { type Batches, createBatches } from '../../base/batches.ts';
import { firstOf, itemsOf } from '../../base/items.ts';
import type { RequestContext } from '../../context.ts';
import type { Company, Person } from '../../model/people.ts';
import type { Visitor } from '../../model/visit-people.ts';
import { type Ask, firstAnswers } from './first-answers.ts';

type Reads = RequestContext['reads'];
type Reader = ReturnType<RequestContext['reader']>;
type Name = 'firstName' | 'lastName';
type Named = { readonly firstName: string | null; readonly lastName: string | null };
type WantedName = { readonly email: string; readonly name: Name; readonly reader: Reader };
type WantedCompany = { readonly domain: string; readonly reader: Reader };

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Where a name may stand, in the order of trust. Each is asked only if those before it were blank. */
function nameSources(reads: Reads): readonly ((wanted: WantedName) => Promise<readonly (Named | null)[]>)[] {
  return [
    // The list is by revision ascending: the last one counts.
    async ({ email, reader }) =>
      (await itemsOf(reads.visit.recordsBy(reader, 'visitors', ['email', email])))
        .slice(-1)
        .map(({ contact }: Visitor) => contact),
    async ({ email, reader }) => [await reads.iadvize.operatorByEmail(reader, email)],
    ({ email, reader }) => reads.iadvize.chatVisitorsByEmail(reader, email),
    async ({ email, reader }) => [await reads.notifyVisitors.profile(reader, email)],
    async ({ email, reader }) => [await firstOf(reads.visualVisitor.leadsByEmail(reader, email))],
  ];
}

function personAsks(reads: Reads): readonly Ask<WantedName>[] {
  return nameSources(reads).map((ask) => async (wanted) => {
    const texts = (await ask(wanted)).map((named) => filled(named?.[wanted.name]));
    return texts.find((text) => text !== null) ?? null;
  });
}

/** The newest +Employee lead tells a company's name, else its newest record as a partner. */
function companyAsks(reads: Reads): readonly Ask<WantedCompany>[] {
  return [
    async ({ domain, reader }) =>
      filled((await firstOf(reads.visualVisitor.leadsByDomain(reader, domain)))?.companyName),
    async ({ domain, reader }) => {
      const partners = await itemsOf(reads.visit.recordsBy(reader, 'partners', ['domain', domain]));
      return partners.map(({ name }) => filled(name)).findLast((name) => name !== null) ?? null;
    },
  ];
}

/** Asks together for what the fields of one tick want. Nothing is remembered here: each field has its own path. */
function together<K>(asks: readonly Ask<K>[]): Batches<K, string | null> {
  return createBatches<K, string | null>((keys) => firstAnswers(keys, asks), { cache: false });
}

function beginNames(reads: Reads) {
  return { people: together(personAsks(reads)), companies: together(companyAsks(reads)) };
}

const begun = new WeakMap<Reads, ReturnType<typeof beginNames>>();

function namesOf({ reads }: RequestContext): ReturnType<typeof beginNames> {
  const names = begun.get(reads) ?? beginNames(reads);
  begun.set(reads, names);
  return names;
}

/** The first name that is not blank, asked in the order of trust, stopping at the first. */
export function personName(
  { email }: Person,
  context: RequestContext,
  info: GraphQLResolveInfo,
  name: Name,
): Promise<string | null> {
  return namesOf(context).people.load({ email, name, reader: context.reader(info) });
}

export function companyName(
  { domain }: Company,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<string | null> {
  return namesOf(context).companies.load({ domain, reader: context.reader(info) });
}
