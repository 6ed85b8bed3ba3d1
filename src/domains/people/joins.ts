import type { GraphQLResolveInfo } from 'graphql';
import { UpstreamError } from '../../base/errors.ts';
import { firstOf, itemsOf } from '../../base/items.ts';
import type { RequestContext } from '../../context.ts';
import type { List } from '../../model/list.ts';
import type { Company, Person } from '../../model/people.ts';
import type { Encounter, Visitor } from '../../model/visit-people.ts';

type Name = 'firstName' | 'lastName';
type Named = { readonly firstName: string | null; readonly lastName: string | null };

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Where a name may stand, in the order of trust. Each is asked only if those before it were blank. */
function nameSources(
  { email }: Person,
  context: RequestContext,
  info: GraphQLResolveInfo,
): readonly (() => Promise<readonly (Named | null)[]>)[] {
  const reader = context.reader(info);
  return [
    // The list is by revision ascending: the last one counts.
    async () =>
      (await itemsOf(context.reads.visit.recordsBy(reader, 'visitors', ['email', email])))
        .slice(-1)
        .map(({ contact }: Visitor) => contact),
    async () => [await context.reads.iadvize.operatorByEmail(reader, email)],
    () => context.reads.iadvize.chatVisitorsByEmail(reader, email),
    async () => [await context.reads.notifyVisitors.profile(reader, email)],
    async () => [await firstOf(context.reads.visualVisitor.leadsByEmail(reader, email))],
  ];
}

/** Asks one after another until there is an answer. An upstream that is off is passed over, unless all of them are. */
async function firstAnswer(asks: readonly (() => Promise<string | null>)[]): Promise<string | null> {
  let off: UpstreamError | undefined;
  let asked = false;
  for (const ask of asks) {
    try {
      const answer = await ask();
      asked = true;
      if (answer !== null) return answer;
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_NOT_CONFIGURED') throw error;
      off = error;
    }
  }
  if (off !== undefined && !asked) throw off;
  return null;
}

/** The first name that is not blank, asked in the order of trust, stopping at the first. */
export function personNames(
  person: Person,
  context: RequestContext,
  info: GraphQLResolveInfo,
  name: Name,
): Promise<string | null> {
  const asks = nameSources(person, context, info).map((ask) => async () => {
    const texts = (await ask()).map((named) => filled(named?.[name]));
    return texts.find((text) => text !== null) ?? null;
  });
  return firstAnswer(asks);
}

/** The contacts of all registrations of a person, over all expos. */
export function encountersOfPerson(
  { email }: Person,
  context: RequestContext,
  info: GraphQLResolveInfo,
): List<Encounter> {
  const reader = context.reader(info);
  const list = async (): Promise<List<Encounter>> => {
    const visitors = await itemsOf(context.reads.visit.recordsBy(reader, 'visitors', ['email', email]));
    return context.reads.visit.recordsOf(reader, 'encounters', 'visitor', visitors);
  };
  return {
    direction: 'ascending',
    rows: async function* (after) {
      yield* (await list()).rows(after);
    },
    // Known only while the copies are up to date: a count alone fills none.
    total: async () => {
      const registrations = context.reads.visit.recordsBy(reader, 'visitors', ['email', email]);
      return (await registrations.total()) === null ? null : (await list()).total();
    },
  };
}

/** The newest +Employee lead tells a company's name, else its newest record as a partner. */
export function companyName(
  { domain }: Company,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<string | null> {
  const reader = context.reader(info);
  const { reads } = context;
  return firstAnswer([
    async () => filled((await firstOf(reads.visualVisitor.leadsByDomain(reader, domain)))?.companyName),
    async () => {
      const partners = await itemsOf(reads.visit.recordsBy(reader, 'partners', ['domain', domain]));
      return partners.map(({ name }) => filled(name)).findLast((name) => name !== null) ?? null;
    },
  ]);
}
