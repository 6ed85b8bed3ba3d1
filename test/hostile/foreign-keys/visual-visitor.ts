import type { Join, Joins } from './join.ts';

const PROFILE = 'person { profile { id } }';
const PARTNERS = 'company { partners { nodes { id } } }';

function listed(endpoint: string, member: string, form: Join['form'], parents: string, join: string): Join {
  return { endpoints: [`visual-visitor.${endpoint}`], keys: [[member]], form, parents: `{ ${parents} }`, join };
}

const EMPLOYEE = 'leads(product: PLUS_EMPLOYEE, first: 12) { nodes { JOIN } }';
const EMPLOYEES = 'employee-leads.search';

export const visualVisitorJoins: Joins = {
  'Lead.person': listed(
    'person-leads.search',
    'email',
    'email',
    'leads(product: PLUS_PERSON, first: 12) { nodes { JOIN } }',
    PROFILE,
  ),
  'Lead.company': listed(EMPLOYEES, 'domain', 'domain', EMPLOYEE, PARTNERS),
  'Lead.prospectCompany': listed(EMPLOYEES, 'companyId', 'digits', EMPLOYEE, 'prospectCompany { companyName }'),
  'Lead.campaignReport': listed(EMPLOYEES, 'utmCampaign', 'text', EMPLOYEE, 'campaignReport { channel }'),
  'ReferenceEntry.label': listed(
    EMPLOYEES,
    'industryCode',
    'text',
    'leads(product: PLUS_EMPLOYEE, first: 12) { nodes { industry { JOIN } } }',
    'label',
  ),
  'ReferenceEntry.parentCode': listed(
    EMPLOYEES,
    'employeeRangeCode',
    'text',
    'leads(product: PLUS_EMPLOYEE, first: 12) { nodes { employeeRange { JOIN } } }',
    'parentCode',
  ),
  'ReferenceEntry.parent': listed(
    'reference-lists.item',
    'parentCode',
    'text',
    'referenceList(name: "states") { entries { JOIN } }',
    'parent { label }',
  ),
  'ProspectContact.company': listed(
    'prospect-contacts.search',
    'companyId',
    'digits',
    'prospectContacts(first: 12) { nodes { JOIN } }',
    'company { companyName }',
  ),
  'ProspectContact.person': listed(
    'prospect-contacts.item',
    'email',
    'email',
    'prospectContacts(first: 30) { nodes { lastName JOIN } }',
    PROFILE,
  ),
  'ProspectCompany.company': listed(
    'prospect-companies.search',
    'domain',
    'domain',
    'prospectCompanies(first: 12) { nodes { JOIN } }',
    PARTNERS,
  ),
  'ResellerSubscription.service': {
    ...listed(
      'customers.list',
      'services',
      'digits',
      'resellerCustomers { nodes { services { JOIN } } }',
      'service { name }',
    ),
    keys: [['services', '*', 'serviceId']],
  },
  'ResellerCustomer.company': listed(
    'customers.list',
    'domain',
    'domain',
    'resellerCustomers(first: 12) { nodes { JOIN } }',
    PARTNERS,
  ),
  'ResellerCustomer.person': listed(
    'customers.list',
    'email',
    'email',
    'resellerCustomers(first: 12) { nodes { JOIN } }',
    PROFILE,
  ),
  'AccountUser.person': listed('users.list', 'email', 'email', 'accountUsers(first: 12) { nodes { JOIN } }', PROFILE),
  'KnownCustomer.person': listed(
    'known-customers.list',
    'value',
    'email',
    'knownCustomers(first: 20) { nodes { JOIN } }',
    PROFILE,
  ),
  'TrackingConfiguration.company': listed(
    'configuration.item',
    'domain',
    'domain',
    'trackingConfiguration { JOIN }',
    PARTNERS,
  ),
};
