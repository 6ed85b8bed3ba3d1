import { IADVIZE_REFUSALS } from './iadvize-refusals.ts';

type Refusal = { readonly name: string; readonly field: string };

/** Fields that no operation may ask for as they stand; `{EXPO}` and its likes are values of the world. */
export const REFUSALS: readonly Refusal[] = [
  ...IADVIZE_REFUSALS,
  ...[
    'leads(product: PLUS_PERSON',
    'visitors(expoId: "{EXPO}"',
    'operators(',
    'conversations(',
    'campaignReports(',
    'transactions(',
    'satisfactions(',
    'callMeetings(',
  ]
    .flatMap((field) => [-1, 0, 1001].map((first) => `${field} first: ${first}) { nodes { id } }`))
    .map((field) => ({ name: 'a page of a size out of bounds', field })),
  ...['resellerCustomers(', 'accountUsers(', 'prospectCompanies(', 'prospectContacts(', 'bulkJobs(']
    .concat(['excludedIps(', 'knownCustomers(', 'suppressionList('])
    .flatMap((field) => [0, 1001].map((first) => `${field} first: ${first}) { nodes { id } }`))
    .map((field) => ({ name: 'a page of a size out of bounds', field })),
  ...[
    'resellerCustomer',
    'accountUser',
    'idealCustomerProfile',
    'prospectCompany',
    'prospectContact',
    'bulkJob',
  ].flatMap((field) => [
    { name: 'a malformed id of Visual Visitor', field: `${field}(id: "x1") { sourceId }` },
    { name: 'a global id of another type', field: `${field}(id: "{LEAD_ID}") { sourceId }` },
  ]),
  ...[
    'accountUsers(filter: { customerId: "x" }) { nodes { id } }',
    'leads(product: PLUS_PERSON, filter: { customerId: "{LEAD_ID}" }) { nodes { id } }',
    'prospectCompanies(filter: { customerId: "-1" }) { nodes { id } }',
    'accountUser(id: "801", customerId: "{EXPO_ID}") { role }',
    'idealCustomerProfiles(customerId: "x") { name }',
    'trackingConfiguration(customerId: "x") { companyName }',
    'excludedIps(customerId: "x") { nodes { id } }',
    'knownCustomers(customerId: "x") { nodes { id } }',
    'suppressionList(customerId: "x") { nodes { id } }',
    'contactCredits(customerId: "x") { used }',
  ].map((field) => ({ name: 'a malformed customer', field })),
  { name: 'an empty reference of expos', field: 'expos(reference: "") { nodes { id } }' },
  ...['5999', '{LEAD_ID}'].flatMap((other) =>
    [
      `users(filter: { customerId: "${other}" })`,
      `leads(product: PLUS_PERSON, filter: { customerId: "${other}" })`,
    ].map((list) => ({
      name: 'another customer than the one asked',
      field: `resellerCustomer(id: "{CUSTOMER}") { ${list} { nodes { id } } }`,
    })),
  ),
  {
    name: 'a customer that contradicts the lead',
    field: 'lead(product: PLUS_PERSON, id: "{LEAD_ID}", customerId: "5001") { title }',
  },
  {
    name: 'a company of another account in a filter',
    field: 'prospectContacts(filter: { companyIds: ["{COMPANY_ID}"], customerId: "5001" }) { nodes { id } }',
  },
  {
    name: 'a malformed company in a filter',
    field: 'prospectContacts(filter: { companyIds: ["x"] }) { nodes { id } }',
  },
  {
    name: 'a domain that is none in a filter',
    field: 'prospectCompanies(filter: { domains: ["no domain"] }) { nodes { id } }',
  },
  { name: 'a blank text in a list', field: 'prospectCompanies(filter: { industries: [" "] }) { nodes { id } }' },
  {
    name: 'a blank text in a list of leads',
    field: 'leads(product: PLUS_PERSON, filter: { cities: [""] }) { nodes { id } }',
  },
  { name: 'a blank name', field: 'leads(product: PLUS_PERSON, filter: { firstName: " " }) { nodes { id } }' },
  { name: 'a cursor that is none', field: 'expos(after: "nonsense") { nodes { id } }' },
  { name: 'an empty cursor', field: 'expos(after: "") { nodes { id } }' },
  { name: 'a cursor of another field', field: 'operators(after: "{CURSOR}") { nodes { id } }' },
  { name: 'a cursor of another expo', field: 'visitors(expoId: "{OTHER_EXPO}", after: "{CURSOR}") { nodes { id } }' },
  {
    name: 'a cursor of another filter',
    field: 'visitors(expoId: "{EXPO}", filter: { showDeleted: true }, after: "{CURSOR}") { nodes { id } }',
  },
  {
    name: 'a cursor of the same list under another parent',
    field: 'expo(id: "{EXPO}") { visitors(after: "{CURSOR}") { nodes { id } } }',
  },
  { name: 'a global id of another type as an expo', field: 'expo(id: "{VISITOR_ID}") { name }' },
  { name: 'a global id of another type as a lead', field: 'lead(product: PLUS_PERSON, id: "{EXPO_ID}") { title }' },
  { name: 'a global id of another type as an operator', field: 'operator(id: "{EXPO_ID}") { pseudo }' },
  { name: 'a global id of another type as a conversation', field: 'conversation(id: "{EXPO_ID}") { channel }' },
  { name: 'a global id of another type as a campaign', field: 'campaignReport(campaignId: "{EXPO_ID}") { name }' },
  {
    name: 'a global id of another type in a filter',
    field: 'visitors(expoId: "{EXPO}", filter: { partnerId: "{VISITOR_ID}" }) { nodes { id } }',
  },
  {
    name: 'a global id of another type in a filter of operators',
    field: 'operators(filter: { groupId: "{EXPO_ID}" }) { nodes { id } }',
  },
  {
    name: 'a global id of another type in a filter of conversations',
    field: 'conversations(filter: { skillId: "{EXPO_ID}" }) { nodes { id } }',
  },
  {
    name: 'a global id of another type in a filter by tag',
    field: 'conversations(filter: { tagId: "{EXPO_ID}" }) { nodes { id } }',
  },
  { name: 'a lead of the other product', field: 'lead(product: PLUS_EMPLOYEE, id: "{LEAD_ID}") { title }' },
  {
    name: 'an expo that contradicts the visitor',
    field: 'visitor(id: "{VISITOR_ID}", expoId: "{OTHER_EXPO}") { language }',
  },
  {
    name: 'an expo that contradicts the partner',
    field: 'partner(id: "{PARTNER_ID}", expoId: "{OTHER_EXPO}") { name }',
  },
  { name: 'a visitor by source id without an expo', field: 'visitor(id: "{VISITOR}") { language }' },
  { name: 'a partner by source id without an expo', field: 'partner(id: "{PARTNER}") { name }' },
  { name: 'a malformed id of Visit', field: 'expo(id: "SHOUTING") { name }' },
  { name: 'a malformed id of a visitor', field: 'visitor(id: "x", expoId: "{EXPO}") { language }' },
  { name: 'a malformed expo of a list', field: 'encounters(expoId: "a b") { nodes { id } }' },
  { name: 'a malformed id of a lead', field: 'lead(product: PLUS_PERSON, id: "abc") { title }' },
  { name: 'a malformed id of iAdvize', field: 'operator(id: "-1") { pseudo }' },
  { name: 'a malformed id in a filter', field: 'conversations(filter: { operatorId: "x" }) { nodes { id } }' },
  {
    name: 'a malformed contact of a visitor',
    field: 'visitors(expoId: "{EXPO}", filter: { contactId: "x" }) { nodes { id } }',
  },
  {
    name: 'a global id as the contact of a partner',
    field: 'partners(expoId: "{EXPO}", filter: { contactId: "{VISITOR_ID}" }) { nodes { id } }',
  },
  {
    name: 'a global id of another type in a filter of transactions',
    field: 'transactions(filter: { conversationId: "{EXPO_ID}" }) { nodes { id } }',
  },
  {
    name: 'a malformed id in a filter of satisfactions',
    field: 'satisfactions(filter: { operatorId: "x" }) { nodes { id } }',
  },
  {
    name: 'a malformed id in a filter of call meetings',
    field: 'callMeetings(filter: { websiteId: "x" }) { nodes { id } }',
  },
  { name: 'a global id of another type as a transaction', field: 'transaction(id: "{EXPO_ID}") { amount }' },
  { name: 'a malformed id of a satisfaction', field: 'satisfaction(id: "x") { noteDelay }' },
  { name: 'a malformed id of a call meeting', field: 'callMeeting(id: "-1") { status }' },
  {
    name: 'a conversation beside the question whether there is one',
    field: 'transactions(filter: { linked: true, conversationId: "1" }) { nodes { id } }',
  },
  ...['transactions', 'satisfactions', 'callMeetings'].map((name) => ({
    name: 'a range that ends before it begins',
    field: `${name}(filter: { from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }) { nodes { id } }`,
  })),
  { name: 'a channel that there is none', field: 'statistic(channel: "fax") { channel }' },
  { name: 'no web sites', field: 'statistic(channel: "chat", websiteIds: []) { channel }' },
  { name: 'a web site of another type', field: 'statistic(channel: "chat", websiteIds: ["{EXPO_ID}"]) { channel }' },
  {
    name: 'figures of a range that ends before it begins',
    field: 'statistic(channel: "chat", from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z") { channel }',
  },
  { name: 'an unknown indicator', field: 'statistic(channel: "chat") { totals(indicators: ["contacts"]) { value } }' },
  { name: 'no indicators', field: 'statistic(channel: "chat") { totals(indicators: []) { value } }' },
  {
    name: 'an unknown resource',
    field: 'statistic(channel: "chat") { byResource(resource: "page", indicators: ["contact_number"]) { resourceId } }',
  },
  {
    name: 'a resource of another type',
    field: `statistic(channel: "chat") { byResource(resource: "skill", resourceId: "{EXPO_ID}", indicators: ["contact_number"]) {
      resourceId } }`,
  },
  {
    name: 'an id of a resource with a comma',
    field: `statistic(channel: "chat") { byResource(resource: "page_type", resourceId: "a,b", indicators: ["contact_number"]) {
      resourceId } }`,
  },
  {
    name: 'an id of no resource',
    field:
      'statistic(channel: "chat") { series(indicator: "contact_number", granularity: DAY, resourceId: "1") { value } }',
  },
  {
    name: 'an unknown indicator of a series',
    field: 'statistic(channel: "chat") { series(indicator: "x", granularity: DAY) { value } }',
  },
  ...[
    'contents(expoId: "{EXPO}", filter: { partnerId: "{VISITOR_ID}" })',
    'payments(expoId: "{EXPO}", filter: { visitorId: "{PARTNER_ID}" })',
    'touchpoints(expoId: "{EXPO}", filter: { contentId: "x" })',
    'actions(expoId: "{EXPO}", filter: { locationId: "NOWHERE" })',
    'licenses(expoId: "{OTHER_EXPO}", filter: { partnerId: "{PARTNER_ID}" })',
    'visitors(expoId: "{OTHER_EXPO}", filter: { partnerId: "{PARTNER_ID}" })',
    'payments(expoId: "{EXPO}", filter: { states: [] })',
    'payments(expoId: "{EXPO}", filter: { methods: [] })',
    'actions(expoId: "{EXPO}", filter: { types: [] })',
    'visitors(expoId: "{EXPO}", filter: { contactReference: "" })',
    'webhooks(expoId: "{VISITOR_ID}")',
    'activities(expoId: "{EXPO}", first: 0)',
    'participants(expoId: "{EXPO}", after: "{CURSOR}")',
  ].map((list) => ({ name: 'what no list of an expo takes', field: `${list} { nodes { id } }` })),
  ...['content', 'license', 'payment', 'touchpoint', 'action', 'activity', 'webhook', 'participant', 'encounter']
    .flatMap((one) => [`${one}(id: "{VISITOR}")`, `${one}(id: "{PARTNER_ID}")`, `${one}(id: "x", expoId: "{EXPO}")`])
    .map((one) => ({ name: 'a record without its expo, of another type, malformed', field: `${one} { id }` })),
  { name: 'a malformed tag', field: 'conversations(filter: { tagId: "x" }) { nodes { id } }' },
  { name: 'an empty id of a campaign', field: 'campaignReport(campaignId: "") { name }' },
  { name: 'an id of a campaign of 65 characters', field: `campaignReport(campaignId: "${'x'.repeat(65)}") { name }` },
  { name: 'an empty user id', field: 'customerProfile(userId: "") { name }' },
  { name: 'a user id of 101 characters', field: `customerProfile(userId: "${'x'.repeat(101)}") { name }` },
  { name: 'a global id of another type as a user id', field: 'customerProfile(userId: "{EXPO_ID}") { name }' },
  { name: 'text that is no global id', field: 'node(id: "nonsense") { id }' },
  { name: 'a source id where a global id is needed', field: 'node(id: "{EXPO}") { id }' },
  { name: 'a list with text that is no global id', field: 'nodes(ids: ["{EXPO_ID}", "x"]) { id }' },
  { name: 'no ids', field: 'nodes(ids: []) { id }' },
  { name: 'no addresses', field: 'people(emails: []) { email }' },
  {
    name: 'a range of leads that ends before it starts',
    field: `leads(product: PLUS_PERSON, filter: { from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }) { nodes { id } }`,
  },
  {
    name: 'a range of conversations that ends before it starts',
    field: 'conversations(filter: { from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }) { nodes { id } }',
  },
  {
    name: 'a range of reports that ends before it starts',
    field: 'campaignReports(filter: { from: "2026-01-02", to: "2026-01-01" }) { nodes { id } }',
  },
  {
    name: 'a range of one report that ends before it starts',
    field: 'campaignReport(campaignId: "41003", from: "2026-01-02", to: "2026-01-01") { name }',
  },
  {
    name: 'a range of days that ends before it starts',
    field: 'campaignReport(campaignId: "41003") { days(from: "2026-01-02", to: "2026-01-01") { date } }',
  },
  {
    name: 'a range of usage that ends before it starts',
    field: 'usage(from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z", resolution: DAY) { calls }',
  },
  { name: 'an address that is none', field: 'person(email: "nobody") { email }' },
  {
    name: 'an instant without an offset',
    field: 'conversations(filter: { from: "2026-01-02T00:00:00" }) { nodes { id } }',
  },
  ...[
    'campaignReports(filter: { from: "2000-01-01" }) { nodes { id } }',
    'campaignReports(filter: { from: "1000-01-01", to: "9999-12-31" }) { nodes { id } }',
    'campaignReport(campaignId: "41003", from: "1000-01-01", to: "9999-12-31") { name }',
    'campaignReport(campaignId: "41003") { days(from: "1000-01-01", to: "9999-12-31") { date } }',
  ].map((field) => ({ name: 'days of more than 10 years', field })),
  { name: 'a day that no calendar has', field: 'campaignReports(filter: { from: "2026-02-30" }) { nodes { id } }' },
];
