/** What a key without `read:contact` and `read:chat` may see of a record, and what it may not. */
export type Guarded = {
  readonly type: string;
  readonly open: string;
  readonly closed: readonly string[];
  readonly around: (selection: string) => string;
  readonly path: readonly (string | number)[];
};

export const VISUAL_VISITOR_GUARDED: readonly Guarded[] = [
  {
    type: 'ResellerCustomer',
    open: `sourceId companyName domain status company { domain } services { service { name } }
      users { nodes { role } } configuration { companyName } contactCredits { remaining }`,
    closed: ['firstName', 'lastName', 'email', 'phone', 'person { email }'],
    around: (selection) => `resellerCustomers(first: 1) { nodes { ${selection} } }`,
    path: ['resellerCustomers', 'nodes', 0],
  },
  {
    type: 'AccountUser',
    open: 'sourceId customerId role isPrimary timeZone lastLoginAt',
    closed: ['firstName', 'lastName', 'email', 'phone', 'person { email }'],
    around: (selection) => `accountUsers(first: 1) { nodes { ${selection} } }`,
    path: ['accountUsers', 'nodes', 0],
  },
  {
    type: 'ProspectContact',
    open: 'sourceId companyName title seniority { label } hasEmail unlocked unlockedAt company { companyName }',
    closed: [
      ...['firstName', 'lastInitial', 'city', 'state', 'country'],
      ...['lastName', 'email', 'phone', 'mobile', 'linkedInUrl', 'postalCode', 'person { email }'],
    ],
    around: (selection) => `prospectContacts(first: 1) { nodes { ${selection} } }`,
    path: ['prospectContacts', 'nodes', 0],
  },
  {
    type: 'ExcludedIp',
    open: 'sourceId createdAt',
    closed: ['ip', 'label'],
    around: (selection) => `excludedIps(first: 1) { nodes { ${selection} } }`,
    path: ['excludedIps', 'nodes', 0],
  },
  {
    type: 'KnownCustomer',
    open: 'sourceId type createdAt',
    closed: ['value', 'person { email }'],
    around: (selection) => `trackingConfiguration { knownCustomers(first: 1) { nodes { ${selection} } } }`,
    path: ['trackingConfiguration', 'knownCustomers', 'nodes', 0],
  },
  {
    type: 'SuppressionEntry',
    open: 'sourceId type createdAt',
    closed: ['value'],
    around: (selection) => `suppressionList(first: 1) { nodes { ${selection} } }`,
    path: ['suppressionList', 'nodes', 0],
  },
  {
    type: 'BulkJob',
    open: 'sourceId type name status creditsUsed expiresAt completedAt',
    closed: ['query', 'downloadUrl', 'error'],
    around: (selection) => `bulkJobs(first: 1) { nodes { ${selection} } }`,
    path: ['bulkJobs', 'nodes', 0],
  },
  {
    type: 'Lead',
    open: `sourceId title companyName domain pageViews utmCampaign icpMatch identifiedAt industryCode
      industry { label }
      visits { startedAt pages { url } } company { domain name } campaignReport { name }`,
    closed: [
      'firstName',
      'lastName',
      'email',
      'phone',
      'address',
      'city',
      'state',
      'country',
      'postalCode',
      'linkedInUrl',
      'person { email }',
    ],
    around: (selection) => `leads(product: PLUS_PERSON, first: 1) { nodes { ${selection} } }`,
    path: ['leads', 'nodes', 0],
  },
];

/** Filters on what a key without `read:contact` may not see. */
export const VISUAL_VISITOR_CLOSED: readonly (readonly [field: string, path: readonly (string | number)[]])[] = [
  ...[
    'firstName: "Anna"',
    'lastName: "Novak"',
    'countries: ["NL"]',
    'states: ["TX"]',
    'cities: ["Gent"]',
    'zipCodes: ["1"]',
  ].map((filter) => [`leads(product: PLUS_PERSON, filter: { ${filter} }) { totalCount }`, ['leads']] as const),
  ...['contactZipCodes: ["1"]', 'states: ["TX"]', 'countries: ["NL"]'].map(
    (filter) => [`prospectContacts(filter: { ${filter} }) { totalCount }`, ['prospectContacts']] as const,
  ),
  ...['resellerCustomers', 'accountUsers'].map(
    (field) => [`${field}(filter: { search: "anna" }) { totalCount }`, [field]] as const,
  ),
  ...['knownCustomers', 'suppressionList'].map(
    (field) => [`${field}(search: "anna") { totalCount }`, [field]] as const,
  ),
  [
    'trackingConfiguration { knownCustomers(search: "anna") { totalCount } }',
    ['trackingConfiguration', 'knownCustomers'],
  ],
];
