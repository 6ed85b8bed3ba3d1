import DataLoader from 'dataloader';
import type { Clock } from '../../base/clock.ts';
import { InputError } from '../../base/errors.ts';
import { firstOf } from '../../base/items.ts';
import type { Answers, Question } from '../../loading/answers.ts';
import { fillIfCheaper } from '../../loading/collections/fill-if-cheaper.ts';
import { findMany } from '../../loading/collections/find-many.ts';
import type { CopySource, NumberedPage } from '../../loading/collections/spec.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import { emptyList, mergeLists } from '../../loading/lists/merged.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { withStandIn } from '../../loading/lists/stand-in.ts';
import { type Reader, type Reading, type ReadScope, settleReading } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { Lead, LeadFilter, LeadProduct, LeadVisit } from '../../model/leads.ts';
import type { List } from '../../model/list.ts';
import type { VisualVisitorClient } from './client.ts';
import type { LeadCollections } from './collections.ts';
import { MOST_PAGES, ROWS_OF } from './endpoints.ts';
import { type LeadQuery, passes, queryOf, termOf } from './filters.ts';
import { instantOf } from './order.ts';
import { pagedLeads } from './paged-leads.ts';
import { isEmptyRange, lastDays, type TimeRange, through } from './time-range.ts';

export type VisualVisitorParts = {
  readonly client: VisualVisitorClient;
  readonly answers: Answers;
  readonly view: View;
  readonly collections: LeadCollections;
};

/** Visual Visitor, as one operation reads it. Lists: latest visit first, then the higher id. */
export type VisualVisitorReads = {
  /**
   * InputError for a filter that cannot be. `email` matches no +Employee lead and `domain` no +Person lead: such a list is empty and
   * costs no call.
   */
  leads(reader: Reader, product: LeadProduct, filter: LeadFilter): List<Lead>;
  /** Of any age. Its visits may be null: `visits` reads them. */
  lead(reader: Reader, product: LeadProduct, id: string): Promise<Lead | null>;
  /** The single visits: the lead's own if it brought them, else one call. Null if the lead has vanished. */
  visits(reader: Reader, lead: Lead): Promise<readonly LeadVisit[] | null>;
  /** +Person leads of the last 90 days. */
  leadsByEmail(reader: Reader, email: string): List<Lead>;
  /** +Employee leads of the last 90 days. */
  leadsByDomain(reader: Reader, domain: string): List<Lead>;
  /** Both products, last 90 days, from the held copies. */
  leadsOfCampaign(reader: Reader, name: string): List<Lead>;
  newestPersonLead(reader: Reader, email: string): Promise<Lead | null>;
  newestEmployeeLead(reader: Reader, domain: string): Promise<Lead | null>;
};

type Ops = {
  readonly parts: VisualVisitorParts;
  readonly clock: Clock;
  /** Whether a look-up is answered from the copy: several at once weigh their searches against the pages of the copy. */
  readonly copyAnswers: (product: LeadProduct, term: string, query: LeadQuery) => Promise<boolean>;
};
type Asked = { readonly product: LeadProduct; readonly id: string };

function itemQuestion({ parts }: Pick<Ops, 'parts'>, { product, id }: Asked): Question {
  return { row: ROWS_OF[product].item, visibility: parts.view.visibility, args: { id } };
}

/** The copy of one product's leads of the last 90 days; past the pages of one search it goes on from the last row held. */
function copySource(ops: Pick<Ops, 'parts' | 'clock'>, product: LeadProduct): CopySource<Lead> {
  const { clock, parts } = ops;
  const { view, answers } = parts;
  const records = parts.client[product];
  const search = (scope: Parameters<typeof records.search>[0], range: TimeRange, page: number) =>
    records.search(scope, view, { range, sent: {}, page });
  return {
    key: `${view.visibility} ${product}`,
    readPage: (scope, page) => search(scope, lastDays(clock.now()), page),
    onward: {
      mostPages: MOST_PAGES,
      readPage: async (scope, place, page) => {
        const range = through(lastDays(clock.now()), instantOf(place));
        return isEmptyRange(range) ? { items: [], pages: 1, count: 0 } : search(scope, range, page);
      },
    },
    readOne: async (scope, id) => {
      const readAt = clock.now();
      const lead = await records.one(scope, view, id);
      answers.hold(itemQuestion(ops, { product, id }), lead, readAt);
      return lead;
    },
  };
}

function searchQuestion(
  { parts }: Pick<Ops, 'parts'>,
  product: LeadProduct,
  { range, sent }: Pick<LeadQuery, 'range' | 'sent'>,
  { page, again }: { readonly page: number; readonly again: number },
): Question {
  const args = { ...range, ...sent, page, ...(again > 0 && { again }) };
  return { row: ROWS_OF[product].search, visibility: parts.view.visibility, args };
}

/** The list as searches give it; every page feeds the copy. */
function searched(ops: Ops, reader: Reader, product: LeadProduct, { range, sent }: LeadQuery): List<Lead> {
  const { parts, clock } = ops;
  const { answers, client, collections, view } = parts;
  const question = (part: TimeRange, page: number, again: number): Question =>
    searchQuestion(ops, product, { range: part, sent }, { page, again });
  const read = (part: TimeRange, page: number, again: number): Promise<NumberedPage<Lead>> =>
    answers.read(reader, question(part, page, again), async (scope) => {
      const readAt = clock.now();
      const found = await client[product].search(scope, view, { range: part, sent, page });
      await collections[product].put(copySource(ops, product), found.items, readAt);
      return found;
    });
  const onlyHeld = reader.scope.wish.mode === 'only-held';
  const isHeld = (part: TimeRange, page: number): boolean =>
    onlyHeld || answers.isFresh(reader.scope, question(part, page, 0));
  return pagedLeads({ range, read, isHeld });
}

/**
 * From the copy where that is up to date (or several look-ups make it cheaper to be), else by searches, and where those are not possible
 * from the copy as it is. No search filters by campaign: the copy is brought up to date for it, unless an address or domain makes a search
 * cheaper or the range goes further back than the copy.
 */
function listOf(ops: Ops, reader: Reader, product: LeadProduct, query: LeadQuery): List<Lead> {
  if (query.impossible) return emptyList('descending');
  const { parts, clock } = ops;
  const collection = parts.collections[product];
  const source = copySource(ops, product);
  const where = passes(query);
  const copied = listOfCopy(collection, reader, source, { ...termOf(query), where });
  const inCopy = query.range.from >= lastDays(clock.now()).from;
  const narrow = query.sent.email !== undefined || query.sent.domain !== undefined;
  if (query.campaign !== undefined && inCopy && !narrow) return copied;
  const whole = searched(ops, reader, product, query);
  const searches = query.campaign === undefined ? whole : filterList(whole, where);
  if (!inCopy) return searches;
  const orHeld = withStandIn(searches, copied, async () => (await collection.completeAt(source)) !== null);
  const [name, value] = termOf(query).term ?? [];
  return deferredList('descending', async () => {
    const fromCopy =
      name === undefined
        ? await collection.isFresh(reader.scope, source)
        : await ops.copyAnswers(product, `${name} ${value}`, query);
    return fromCopy ? copied : orHeld;
  });
}

/** One decision for all the look-ups of a tick. */
function weighLookUps(ops: Pick<Ops, 'parts' | 'clock'>, scope: ReadScope): Ops['copyAnswers'] {
  type LookUp = { readonly product: LeadProduct; readonly term: string; readonly query: LeadQuery };
  const isHeld = ({ product, query }: LookUp): boolean =>
    ops.parts.answers.isFresh(scope, searchQuestion(ops, product, query, { page: 1, again: 0 }));
  const loader = new DataLoader<LookUp, boolean, string>(
    async (lookUps) => {
      const products = Map.groupBy(lookUps, ({ product }) => product);
      const answers = new Map(
        await Promise.all(
          [...products].map(async ([product, own]): Promise<[LeadProduct, boolean | Error]> => {
            const collection = ops.parts.collections[product];
            const missing = own.filter((lookUp) => !isHeld(lookUp)).length;
            const filled = fillIfCheaper(collection, scope, copySource(ops, product), missing);
            return [product, await filled.catch((error: Error) => error)];
          }),
        ),
      );
      return lookUps.map(({ product }) => answers.get(product) ?? false);
    },
    { cacheKeyFn: ({ product, term }) => `${product} ${term}` },
  );
  return (product, term, query) => loader.load({ product, term, query });
}

function byId(ops: Ops, scope: ReadScope): VisualVisitorReads['lead'] {
  const { parts, clock } = ops;
  const keyOf = ({ product, id }: Asked): string => `${product} ${id}`;
  const loadAll = async (asked: readonly Asked[]): Promise<readonly (Reading<Lead | null> | Error)[]> => {
    const found = new Map<string, Reading<Lead | null> | Error>();
    const products = Map.groupBy(asked, ({ product }) => product);
    await Promise.all(
      [...products].map(async ([product, group]) => {
        const search = { collection: parts.collections[product], scope, source: copySource(ops, product) };
        const ids = group.map(({ id }) => id);
        const readings = await findMany(search, ids).catch((error: Error) => error);
        for (const id of ids) {
          const reading = readings instanceof Error ? readings : readings.get(id);
          if (reading !== undefined) found.set(keyOf({ product, id }), reading);
        }
      }),
    );
    return asked.map((one) => found.get(keyOf(one)) ?? new RangeError('a lead was asked for but not looked up'));
  };
  const loader = new DataLoader<Asked, Reading<Lead | null>, string>(loadAll, { cacheKeyFn: keyOf });
  return async (reader, product, id) => {
    if (!/^\d{1,20}$/.test(id)) throw new InputError('id: a global id of a Lead, or digits');
    return settleReading(reader, await loader.load({ product, id }), clock.now());
  };
}

async function readVisits(ops: Ops, reader: Reader, lead: Lead): Promise<readonly LeadVisit[] | null> {
  if (lead.visits !== null) return lead.visits;
  const { parts, clock } = ops;
  const { product, id } = lead;
  const detail = await parts.answers.read(reader, itemQuestion(ops, lead), async (scope) => {
    const readAt = clock.now();
    const found = await parts.client[product].one(scope, parts.view, id);
    const source = copySource(ops, product);
    if (found === null) await parts.collections[product].putAbsent(source, id, readAt);
    else await parts.collections[product].put(source, [found], readAt);
    return found;
  });
  return detail?.visits ?? null;
}

/** The reads of one operation. */
export function beginVisualVisitorReads(parts: VisualVisitorParts, clock: Clock, scope: ReadScope): VisualVisitorReads {
  const ops: Ops = { parts, clock, copyAnswers: weighLookUps({ parts, clock }, scope) };
  const leads = (reader: Reader, product: LeadProduct, filter: LeadFilter): List<Lead> =>
    listOf(ops, reader, product, queryOf(product, filter, clock.now()));
  const leadsByEmail = (reader: Reader, email: string): List<Lead> => leads(reader, 'PLUS_PERSON', { email });
  const leadsByDomain = (reader: Reader, domain: string): List<Lead> => leads(reader, 'PLUS_EMPLOYEE', { domain });
  return {
    leads,
    lead: byId(ops, scope),
    visits: (reader, lead) => readVisits(ops, reader, lead),
    leadsByEmail,
    leadsByDomain,
    leadsOfCampaign: (reader, name) => {
      if (name.trim() === '') return emptyList('descending');
      const filter = { utmCampaign: name };
      return mergeLists([leads(reader, 'PLUS_EMPLOYEE', filter), leads(reader, 'PLUS_PERSON', filter)], 'descending');
    },
    newestPersonLead: (reader, email) => firstOf(leadsByEmail(reader, email)),
    newestEmployeeLead: (reader, domain) => firstOf(leadsByDomain(reader, domain)),
  };
}
