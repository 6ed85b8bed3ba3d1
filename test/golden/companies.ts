import { domain, domainOfContact, filled, remembered } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { LEAD, leadRow, recent, search } from './lead-rows.ts';
import {
  copies,
  EXPOS,
  expoIds,
  PARTNER,
  partnerRow,
  partnersIn,
  partnersPage,
  pastExpo,
  registered,
  registeredBy,
  VISITOR,
  visitorRow,
} from './visit-rows.ts';

const warm: readonly string[] = [];

/** The companies that exhibit at one expo, some of them perhaps twice. */
const domains = (truth: Truth): readonly (string | null)[] =>
  partnersIn(truth, pastExpo(truth)).map(({ contact }) => domainOfContact(contact));
const known = (truth: Truth): readonly string[] => [...new Set(domains(truth).filter((own) => own !== null))];
const of = (field: string): string =>
  `query ($expo: ID!) { partners(expoId: $expo) { nodes { company { ${field} } } } }`;
const variables = (truth: Truth) => ({ expo: pastExpo(truth) });
const each = (field: (domain: string, truth: Truth) => unknown) => (truth: Truth) => ({
  partners: { nodes: domains(truth).map((own) => ({ company: own === null ? null : field(own, truth) })) },
});
const page = (nodes: readonly unknown[]) => ({ nodes, totalCount: nodes.length });

const leadsOf = (truth: Truth, own: string) => recent(truth, 'employee').filter((lead) => domain(lead.domain) === own);
const partnersOf = (truth: Truth, own: string) =>
  expoIds(truth)
    .flatMap((expo) => partnersIn(truth, expo))
    .filter(({ contact }) => domainOfContact(contact) === own)
    .sort((a, b) => a.revision - b.revision);
const everyVisitor = remembered((truth: Truth) => registeredBy(truth, () => true));
const nameOf = (truth: Truth, own: string): string | null =>
  filled(
    leadsOf(truth, own)[0]?.companyName,
    ...partnersOf(truth, own)
      .toReversed()
      .map(({ name }) => name),
  );
const LEADS_PAGE = search('employee', {});
const partnerCopies = (truth: Truth) => expoIds(truth).map((expo) => partnersPage(expo, { showDeleted: true }));

export const companyGoldens: readonly Golden[] = [
  {
    name: 'company is the domain itself and costs nothing, and text that is no domain is null',
    query: `{ a: company(domain: " HTTPS://www.Blue-Field.Example:8080/x ") { domain }
      b: company(domain: "coming soon") { domain } }`,
    expected: () => ({ a: { domain: 'blue-field.example' }, b: null }),
    calls: () => ({ cold: [], warm }),
    minimum: { cold: 0, warm: 0, why: 'a company is the domain' },
  },
  {
    name: 'an unknown company has null and empty fields',
    query: `{ company(domain: "nobody.example") { name leads { nodes { id } totalCount }
      partners { nodes { id } totalCount } visitors { nodes { id } totalCount } } }`,
    expected: () => ({
      company: {
        name: null,
        leads: { nodes: [], totalCount: 0 },
        partners: { nodes: [], totalCount: 0 },
        visitors: { nodes: [], totalCount: 0 },
      },
    }),
    calls: (truth) => ({
      cold: [
        EXPOS,
        ...partnerCopies(truth),
        ...expoIds(truth).flatMap((expo) => copies.visitors(truth, expo)),
        search('employee', { domain: 'nobody.example' }),
      ],
      warm,
    }),
    minimum: { cold: 11, warm: 0, why: 'expos, 3 pages of partners, 6 of visitors, 1 search' },
  },
  {
    name: 'Company.name asks the newest lead, then the partners',
    query: of('name'),
    variables,
    expected: each((own, truth) => ({ name: nameOf(truth, own) })),
    calls: (truth) => {
      const nameless = known(truth).some((own) => filled(leadsOf(truth, own)[0]?.companyName) === null);
      const asked = nameless ? [EXPOS, ...partnerCopies(truth)] : [];
      return { cold: [partnersPage(pastExpo(truth)), LEADS_PAGE, ...asked], warm };
    },
    minimum: { cold: 6, warm: 0, why: 'the parents, one page of leads; expos and 3 pages of partners for the rest' },
  },
  {
    name: 'Company.leads of many companies reads the pages of the last 90 days, where those are fewer',
    query: of(`leads { nodes { ${LEAD} } totalCount }`),
    variables,
    expected: each((own, truth) => ({ leads: page(leadsOf(truth, own).map(leadRow('employee'))) })),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth)), LEADS_PAGE], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: one page holds the last 90 days' },
  },
  {
    name: 'Company.partners reads the partners of every expo once',
    query: of(`partners { nodes { ${PARTNER} } totalCount }`),
    variables,
    expected: each((own, truth) => ({ partners: page(partnersOf(truth, own).map(partnerRow)) })),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth)), EXPOS, ...partnerCopies(truth)], warm }),
    minimum: { cold: 5, warm: 0, why: 'the parents without deleted ones; the expos, and all partners of three' },
  },
  {
    name: 'Company.visitors reads the visitors of every expo once',
    query: of(`visitors(first: 100) { nodes { ${VISITOR} } totalCount }`),
    variables,
    expected: each((own, truth) => ({
      visitors: page(
        everyVisitor(truth)
          .filter(({ contact }) => domainOfContact(contact) === own)
          .map(visitorRow),
      ),
    })),
    calls: (truth) => ({
      cold: [partnersPage(pastExpo(truth)), EXPOS, ...expoIds(truth).flatMap((expo) => copies.visitors(truth, expo))],
      warm,
    }),
    minimum: { cold: 8, warm: 0, why: 'the parents; the expos, and all visitors of three' },
  },
  {
    name: 'Company.visitors of one expo reads that expo alone',
    query: `query ($expo: ID!) { partners(expoId: $expo) { nodes { company {
      visitors(expoId: $expo) { nodes { sourceId } } } } } }`,
    variables,
    expected: each((own, truth) => ({
      visitors: {
        nodes: registered(truth, pastExpo(truth))
          .filter(({ contact }) => domainOfContact(contact) === own)
          .map(({ id }) => ({ sourceId: id })),
      },
    })),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth)), ...copies.visitors(truth, pastExpo(truth))], warm }),
    minimum: { cold: 3, warm: 0, why: 'the parents, and all visitors of one expo' },
  },
];
