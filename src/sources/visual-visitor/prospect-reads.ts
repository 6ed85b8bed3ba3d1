import { createBatches } from '../../base/batches.ts';
import { lastRead } from '../../base/not-read.ts';
import { standInReason } from '../../loading/fallback.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import { emptyList } from '../../loading/lists/merged.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import { mayTryPage } from '../../loading/room.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type {
  ContactCredits,
  ContactDetails,
  ProspectCompany,
  ProspectCompanyFilter,
  ProspectContact,
  ProspectContactFilter,
} from '../../model/prospects.ts';
import {
  type Asked,
  checkId,
  holdRows,
  keyOf,
  pagedList,
  question,
  readWhole,
  type VisualVisitorParts,
} from './access.ts';
import { companiesById } from './companies-by-id.ts';
import { PAGE_SIZE, VISUAL_VISITOR } from './endpoints.ts';
import { sentFilters } from './prospect-filters.ts';
import type { Customer } from './requests.ts';

/** Who To Contact, as one operation reads it. Lists: by id descending. Nothing here ever spends a credit. */
export type ProspectReads = {
  prospectCompanies(reader: Reader, filter: ProspectCompanyFilter): List<ProspectCompany>;
  /** Several at once come from one search by their ids. */
  prospectCompany(reader: Reader, asked: Asked): Promise<ProspectCompany | null>;
  prospectContacts(reader: Reader, filter: ProspectContactFilter): List<ProspectContact>;
  prospectContact(reader: Reader, asked: Asked): Promise<ProspectContact | null>;
  /** Those of several companies come from one search of all of them, where that has no more pages than there are companies. */
  contactsOf(reader: Reader, company: ProspectCompany): List<ProspectContact>;
  /** Null while the contact is locked; no credit is spent to see. One call where the row did not bring them. */
  contactDetails(reader: Reader, contact: ProspectContact): Promise<ContactDetails | null>;
  contactCredits(reader: Reader, customer: Customer): Promise<ContactCredits | null>;
};

function companies(parts: VisualVisitorParts): ProspectReads['prospectCompanies'] {
  return (reader, filter) => {
    const filters = sentFilters(filter);
    if (filters === null) return emptyList('descending');
    const { prospectCompanies: row, prospectCompany } = VISUAL_VISITOR;
    const customer = filter.customerId ?? null;
    const onPage = holdRows<ProspectCompany>(parts, prospectCompany, customer, () => true);
    return pagedList(parts, reader, { row, read: parts.client.prospectCompanies, customer, filters, onPage });
  };
}

function contacts(parts: VisualVisitorParts): ProspectReads['prospectContacts'] {
  return (reader, filter) => {
    const filters = sentFilters(filter);
    if (filters === null) return emptyList('descending');
    const { prospectContacts: row, prospectContact } = VISUAL_VISITOR;
    const customer = filter.customerId ?? null;
    // Of a contact that is locked the read by id tells no more than a row does.
    const onPage = holdRows<ProspectContact>(parts, prospectContact, customer, ({ unlocked }) => unlocked === false);
    return pagedList(parts, reader, { row, read: parts.client.prospectContacts, customer, filters, onPage });
  };
}

function readContact(parts: VisualVisitorParts, reader: Reader, { customer, id }: Asked) {
  const { answers, client, view } = parts;
  const asked = question(parts, VISUAL_VISITOR.prospectContact, customer, { id });
  return lastRead(answers.read(reader, asked, (scope) => client.prospectContact(scope, view, { customer, id })));
}

type Company = { readonly reader: Reader; readonly asked: Asked };

async function countOf<T>(list: List<T>): Promise<number> {
  let count = 0;
  for await (const _row of list.rows()) count += 1;
  return count;
}

/** A page of the search for all of them is no page of the company's own. */
async function* rowsOf(
  all: List<ProspectContact>,
  after: Position | undefined,
): AsyncGenerator<ListRow<ProspectContact>> {
  for await (const { item, position, more } of all.rows(after && { s: after.s }))
    yield { item, position: { s: position.s }, more };
}

/** Who works at a company. */
function contactsOfCompanies(list: ProspectReads['prospectContacts']): ProspectReads['contactsOf'] {
  const filterOf = (customer: Customer, companyIds: readonly string[]): ProspectContactFilter => ({
    companyIds,
    ...(customer !== null && { customerId: customer }),
  });
  /** The companies of one customer that are asked for in this tick, if one search for all of them takes no more pages than they take searches. */
  const together = async (group: readonly Company[]): Promise<readonly string[] | null> => {
    const [first] = group;
    const ids = group.map(({ asked }) => asked.id);
    if (first === undefined || group.length < 2 || group.length > PAGE_SIZE) return null;
    if (!(await mayTryPage(first.reader.scope, VISUAL_VISITOR.prospectContacts, group.length))) return null;
    try {
      const count = await list(first.reader, filterOf(first.asked.customer, ids)).total();
      return count !== null && count <= group.length * PAGE_SIZE ? ids : null;
    } catch (error) {
      if (standInReason(error) === undefined) throw error;
      return null;
    }
  };
  const loader = createBatches<Company, readonly string[] | null, string>(
    async (companies) => {
      const groups = Map.groupBy(companies, ({ asked }) => asked.customer);
      const decided = new Map(
        await Promise.all(
          [...groups].map(async ([customer, group]) => {
            return [customer, await together(group).catch((error: Error) => error)] as const;
          }),
        ),
      );
      return companies.map(({ asked }) => decided.get(asked.customer) ?? null);
    },
    { cacheKeyFn: ({ asked }) => keyOf(asked) },
  );
  return (reader, { id, forCustomer: customer }) =>
    deferredList('descending', async () => {
      const ids = await loader.load({ reader, asked: { customer, id } });
      if (ids === null) return list(reader, filterOf(customer, [id]));
      const all = filterList(list(reader, filterOf(customer, ids)), ({ companyId }) => companyId === id);
      return { direction: 'descending', rows: (after) => rowsOf(all, after), total: () => countOf(all) };
    });
}

/** The prospects of one operation. */
export function beginProspectReads(parts: VisualVisitorParts, scope: ReadScope): ProspectReads {
  const prospectContacts = contacts(parts);
  const byId = companiesById(parts, scope);
  return {
    prospectCompanies: companies(parts),
    prospectCompany: byId,
    prospectContacts,
    prospectContact: async (reader, asked) => {
      checkId(asked.id);
      return readContact(parts, reader, asked);
    },
    contactsOf: contactsOfCompanies(prospectContacts),
    contactDetails: async (reader, { id, forCustomer, unlocked, details }) => {
      if (details !== null || unlocked !== true) return details;
      return (await readContact(parts, reader, { customer: forCustomer, id }))?.details ?? null;
    },
    contactCredits: (reader, customer) =>
      readWhole(parts, reader, { row: VISUAL_VISITOR.contactCredits, read: parts.client.credits, customer }),
  };
}
