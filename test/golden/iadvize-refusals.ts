const LISTS = ['clientAccounts', 'websites', 'operatorGroups', 'skills', 'tags', 'chatVisitors'] as const;
const ITEMS = ['clientAccount', 'website', 'operatorGroup', 'skill', 'tag', 'chatVisitor'] as const;
const FILTERS = [
  'operators(filter: { id: ID }) { nodes { id } }',
  'operators(filter: { websiteIds: [ID] }) { nodes { id } }',
  'operatorGroups(filter: { parentId: ID }) { nodes { id } }',
  'skills(filter: { operatorId: ID }) { nodes { id } }',
  'skills(filter: { parentId: ID }) { nodes { id } }',
  'tags(filter: { websiteId: ID }) { nodes { id } }',
  'chatVisitors(filter: { websiteId: ID }) { nodes { id } }',
  'liveOperators(filter: { groupId: ID }) { connected }',
  'liveOperators(filter: { websiteIds: [ID] }) { connected }',
  'conversations(filter: { tagId: ID }) { nodes { id } }',
] as const;
const MANY = Array.from({ length: 101 }, (_, index) => `"${index + 1}"`).join(' ');

/** What the fields of iAdvize's directory refuse. `{EXPO_ID}` is a global id of another type. */
export const IADVIZE_REFUSALS: readonly { readonly name: string; readonly field: string }[] = [
  ...LISTS.flatMap((list) => [
    ...[-1, 0, 1001].map((first) => ({
      name: 'a page of a size out of bounds',
      field: `${list}(first: ${first}) { nodes { id } }`,
    })),
    { name: 'a cursor of another field', field: `${list}(after: "{CURSOR}") { nodes { id } }` },
  ]),
  ...ITEMS.flatMap((item) => [
    { name: 'a global id of another type', field: `${item}(id: "{EXPO_ID}") { id }` },
    { name: 'a malformed id', field: `${item}(id: "-1") { id }` },
  ]),
  ...FILTERS.flatMap((field) => [
    { name: 'a global id of another type in a filter', field: field.replace('ID', '"{EXPO_ID}"') },
    { name: 'a malformed id in a filter', field: field.replace('ID', '"x"') },
  ]),
  { name: 'a global id as a targeting rule', field: 'conversations(filter: { ruleId: "{EXPO_ID}" }) { nodes { id } }' },
  { name: 'no web sites', field: 'operators(filter: { websiteIds: [] }) { nodes { id } }' },
  { name: 'more than 100 web sites', field: `operators(filter: { websiteIds: [${MANY}] }) { nodes { id } }` },
  { name: 'no web sites of live operators', field: 'liveOperators(filter: { websiteIds: [] }) { connected }' },
  {
    name: 'more than 100 web sites of statistics',
    field: `statistic(channel: "chat", websiteIds: [${MANY}]) { channel }`,
  },
  ...[
    'operators(filter: { name: TEXT }) { nodes { id } }',
    'operators(filter: { externalId: TEXT }) { nodes { id } }',
    'liveOperators(filter: { name: TEXT }) { connected }',
    'chatVisitors(filter: { uniqueId: TEXT }) { nodes { id } }',
    'chatVisitors(filter: { externalId: TEXT }) { nodes { id } }',
    'conversations(filter: { channel: TEXT }) { nodes { id } }',
  ].flatMap((field) =>
    ['', ' ', 'x'.repeat(201)].map((text) => ({
      name: `a text of ${text.length} characters`,
      field: field.replace('TEXT', JSON.stringify(text)),
    })),
  ),
  { name: 'an id with a zero in front', field: 'operators(filter: { groupId: "051" }) { nodes { id } }' },
  { name: 'an id of one record with a zero in front', field: 'operator(id: "04100") { id }' },
  ...['conversations', 'transactions'].flatMap((list) =>
    ['from: "2016-01-01T00:00:00Z"', 'from: "1999-01-01T00:00:00Z", to: "2010-01-01T00:00:00Z"'].map((range) => ({
      name: 'a range of more than 10 years',
      field: `${list}(filter: { ${range} }) { nodes { id } }`,
    })),
  ),
  {
    name: 'figures of more than 10 years',
    field:
      'statistic(channel: "chat", from: "0001-01-01T00:00:00Z") { series(indicator: "contact_number", granularity: HOUR) { start } }',
  },
];
