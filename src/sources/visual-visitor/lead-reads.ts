import { createBatches } from '../../base/batches.ts';
import { NotFound } from '../../base/errors.ts';
import { firstOf } from '../../base/items.ts';
import type { Question } from '../../loading/answers.ts';
import { fillIfCheaper } from '../../loading/collections/fill-if-cheaper.ts';
import type { CopySource, NumberedPage } from '../../loading/collections/spec.ts';
import { beginDates, type DatedPage } from '../../loading/lists/by-page.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import { emptyList, mergeLists } from '../../loading/lists/merged.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { withStandIn } from '../../loading/lists/stand-in.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type { Lead, LeadFilter, LeadProduct, LeadVisit } from '../../model/leads.ts';
import type { List } from '../../model/list.ts';
import type { CallScope } from '../../transport/call.ts';
import { type Asked, batched, copyKey, question, type VisualVisitorParts } from './access.ts';
import { MOST_PAGES, ROWS_OF } from './endpoints.ts';
import { type LeadQuery, passing, queryOf, termOf } from './filters.ts';
import { instantOf } from './order.ts';
import { pagedLeads } from './paged-leads.ts';
import type { Customer } from './requests.ts';
import { isEmptyRange, lastDays, type TimeRange, through } from './time-range.ts';

/** Leads, as one operation reads them. Lists: latest visit first, then the higher id. A list is null where its customer does not exist. */
export type LeadReads = {
  /**
   * InputError for a filter that cannot be. `email` matches no +Employee lead and `domain` no +Person lead: such a list is empty and
   * costs no call.
   */
  leads(reader: Reader, product: LeadProduct, filter: LeadFilter): List<Lead>;
  /** Of any age. Its visits may be null: `visits` reads them. If they are wanted, no page is read for a lead that is not held: it lacks them. */
  lead(reader: Reader, product: LeadProduct, asked: Asked, wanted?: { readonly visits: boolean }): Promise<Lead | null>;
  /** The single visits: the lead's own if it brought them, else one call. Null if the lead has vanished. */
  visits(reader: Reader, lead: Lead): Promise<readonly LeadVisit[] | null>;
  /** The account's own, as all of the following: +Person leads of the last 90 days. */
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
  /** Whether a look-up is answered from the copy: several at once weigh their searches against the pages of the copy. */
  readonly copyAnswers: (lookUp: LookUp) => Promise<boolean>;
};
type LookUp = { readonly product: LeadProduct; readonly term: string; readonly query: LeadQuery };

function itemQuestion(parts: VisualVisitorParts, product: LeadProduct, { customer, id }: Asked): Question {
  return question(parts, ROWS_OF[product].item, customer, { id });
}

/** The copy of one product's leads of the last 90 days; past the pages of one search it goes on from the last row held. */
export function copySource(parts: VisualVisitorParts, product: LeadProduct, customer: Customer): CopySource<Lead> {
  const { view, answers, clock } = parts;
  const records = parts.client.leads[product];
  const search = async (scope: CallScope, range: TimeRange, page: number): Promise<NumberedPage<Lead>> => {
    const found = await records.search(scope, view, { customer, range, sent: {}, page });
    if (found === null) throw new NotFound();
    return found;
  };
  return {
    key: `${copyKey(parts, customer)} ${product}`,
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
      const lead = await records.one(scope, view, { customer, id });
      answers.hold(itemQuestion(parts, product, { customer, id }), lead, readAt);
      return lead;
    },
    itemEndpoint: ROWS_OF[product].item.id,
  };
}

function searchQuestion(
  parts: VisualVisitorParts,
  product: LeadProduct,
  { range, sent, customer }: Pick<LeadQuery, 'range' | 'sent' | 'customer'>,
  { page, again }: { readonly page: number; readonly again: number },
): Question {
  const args = { ...range, ...sent, page, ...(again > 0 && { again }) };
  return question(parts, ROWS_OF[product].search, customer, args);
}

/** The list as searches give it; every page feeds the copy. */
function searched({ parts }: Ops, reader: Reader, product: LeadProduct, query: LeadQuery): List<Lead> {
  const { answers, client, clock, collections, view } = parts;
  const { range, sent, customer } = query;
  const asked = (part: TimeRange, page: number, again: number): Question =>
    searchQuestion(parts, product, { range: part, sent, customer }, { page, again });
  const read = async (part: TimeRange, page: number, again: number): Promise<DatedPage<Lead>> => {
    const found = await answers.read(reader, asked(part, page, again), async (scope) => {
      const dates = beginDates(clock);
      const answer = await client.leads[product].search(scope, view, { customer, range: part, sent, page });
      const dated = answer && { ...answer, ...dates() };
      if (dated !== null)
        await collections.leads[product].put(copySource(parts, product, customer), dated.items, dated.askedAt);
      return dated;
    });
    if (found === null) throw new NotFound();
    return found;
  };
  const onlyHeld = reader.scope.wish.mode === 'only-held';
  const isHeld = async (part: TimeRange, page: number): Promise<boolean> =>
    onlyHeld || answers.isFresh(reader.scope, asked(part, page, 0));
  return pagedLeads({ range, read, isHeld });
}

/**
 * From the copy where that is up to date (or several look-ups make it cheaper to be), else by searches, and where those are not possible
 * from the copy as it is. No search filters by campaign: the copy is brought up to date for it, unless an address or domain makes a search
 * cheaper, the range goes further back than the copy, or the rows do not tell what else is asked.
 */
function listOf(ops: Ops, reader: Reader, product: LeadProduct, query: LeadQuery): List<Lead> {
  if (query.impossible) return emptyList('descending');
  const { parts } = ops;
  const collection = parts.collections.leads[product];
  const source = copySource(parts, product, query.customer);
  const copied = listOfCopy(collection, reader, source, { ...termOf(query), ...passing(query) });
  const inCopy = query.rowsTell && query.range.from >= lastDays(parts.clock.now()).from;
  const narrow = query.sent.email !== undefined || query.sent.domain !== undefined;
  if (query.campaign !== undefined && inCopy && !narrow) return copied;
  const whole = searched(ops, reader, product, query);
  const { campaign } = query;
  const isOf = ({ utmCampaign }: Lead): boolean => utmCampaign?.trim() === campaign;
  const searches = campaign === undefined ? whole : filterList(whole, isOf);
  if (!inCopy) return searches;
  const orHeld = withStandIn(searches, copied, async () => (await collection.completeAt(source)) !== null);
  const [name, value] = termOf(query).term ?? [];
  return deferredList('descending', async () => {
    const fromCopy =
      name === undefined
        ? await collection.isFresh(reader.scope, source)
        : await ops.copyAnswers({ product, term: `${name} ${value}`, query });
    return fromCopy ? copied : orHeld;
  });
}

/** One decision for all the look-ups of a tick, for each copy. */
function weighLookUps(parts: VisualVisitorParts, scope: ReadScope): Ops['copyAnswers'] {
  const questionOf = ({ product, query }: LookUp): Question =>
    searchQuestion(parts, product, query, { page: 1, again: 0 });
  const copyOf = ({ product, query }: LookUp): string => `${product} ${query.customer ?? ''}`;
  const weigh = async (lookUps: readonly LookUp[]): Promise<boolean | Error> => {
    const [first] = lookUps;
    if (first === undefined) return false;
    const { product, query } = first;
    const { length: missing } = await parts.answers.notFresh(scope, lookUps, questionOf);
    const source = copySource(parts, product, query.customer);
    return fillIfCheaper(parts.collections.leads[product], scope, source, missing).catch((error: Error) => error);
  };
  const loader = createBatches<LookUp, boolean, string>(
    async (lookUps) => {
      const groups = Map.groupBy(lookUps, copyOf);
      const answers = new Map(
        await Promise.all([...groups].map(async ([copy, group]) => [copy, await weigh(group)] as const)),
      );
      return lookUps.map((lookUp) => answers.get(copyOf(lookUp)) ?? false);
    },
    { cacheKeyFn: (lookUp) => `${copyOf(lookUp)} ${lookUp.term}` },
  );
  return (lookUp) => loader.load(lookUp);
}

async function readVisits(parts: VisualVisitorParts, reader: Reader, lead: Lead): Promise<Lead['visits']> {
  if (lead.visits !== null) return lead.visits;
  const { product, id, forCustomer: customer } = lead;
  const { answers, client, clock, collections, view } = parts;
  const detail = await answers.read(reader, itemQuestion(parts, product, { customer, id }), async (scope) => {
    const readAt = clock.now();
    const found = await client.leads[product].one(scope, view, { customer, id });
    const source = copySource(parts, product, customer);
    if (found === null) await collections.leads[product].putAbsent(source, id, readAt);
    else await collections.leads[product].put(source, [found], readAt);
    return found;
  });
  return detail?.visits ?? null;
}

/** The leads of one operation. */
export function beginLeadReads(parts: VisualVisitorParts, scope: ReadScope): LeadReads {
  const ops: Ops = { parts, copyAnswers: weighLookUps(parts, scope) };
  const leads = (reader: Reader, product: LeadProduct, filter: LeadFilter): List<Lead> =>
    listOf(ops, reader, product, queryOf(product, filter, parts.clock.now()));
  const leadsByEmail = (reader: Reader, email: string): List<Lead> => leads(reader, 'PLUS_PERSON', { email });
  const leadsByDomain = (reader: Reader, domain: string): List<Lead> => leads(reader, 'PLUS_EMPLOYEE', { domain });
  const byId = (product: LeadProduct) => {
    const collection = parts.collections.leads[product];
    const sourceOf = (customer: Customer) => copySource(parts, product, customer);
    return {
      row: batched(parts, scope, { collection, sourceOf }),
      withVisits: batched(parts, scope, { collection, sourceOf, singly: true }),
    };
  };
  const one = { PLUS_EMPLOYEE: byId('PLUS_EMPLOYEE'), PLUS_PERSON: byId('PLUS_PERSON') };
  return {
    leads,
    lead: (reader, product, asked, wanted) => one[product][wanted?.visits ? 'withVisits' : 'row'](reader, asked),
    visits: (reader, lead) => readVisits(parts, reader, lead),
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
