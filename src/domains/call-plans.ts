import { type GraphQLField, type GraphQLSchema, isObjectType, valueFromASTUntyped } from 'graphql';
import type { CallPlan, PlannedField } from '../model/call-plan.ts';
import { parseGlobalId } from './global-id.ts';

type Plans = Readonly<Record<string, Readonly<Record<string, CallPlan>>>>;

const EXPO_LISTS = {
  actions: 'pages',
  activities: 'each',
  contents: 'pages',
  encounters: 'pages',
  licenses: 'pages',
  participants: 'pages',
  partners: 'pages',
  payments: 'pages',
  touchpoints: 'pages',
  visitors: 'pages',
  webhooks: 'each',
} as const satisfies Readonly<Record<string, CallPlan>>;

const VISIT: Plans = {
  Expo: {
    customFields: 'detail',
    forms: 'detail',
    locations: 'detail',
    partnerSettings: 'detail',
    questions: 'detail',
    registrationTypeStats: 'detail',
    registrationTypes: 'detail',
    ...EXPO_LISTS,
  },
  RegistrationForm: { description: 'detail', pspMode: 'detail', senderEmail: 'detail', url: 'detail' },
  ExpoLocation: { direction: 'detail' },
  RegistrationType: { level: 'detail', type: 'detail' },
  Action: { visitor: 'reference', partner: 'reference', content: 'reference', expo: 'expo' },
  Activity: { participants: 'each', expo: 'expo' },
  ActivityParticipant: { visitor: 'reference' },
  AttendedActivity: { activity: 'reference' },
  Content: { partner: 'reference', touchpoints: 'copy', expo: 'expo' },
  Encounter: { visitor: 'reference', partner: 'reference', content: 'reference', expo: 'expo' },
  License: { partner: 'reference', expo: 'expo' },
  Participant: { visitor: 'reference', expo: 'expo' },
  Partner: {
    expo: 'expo',
    visitors: 'copy',
    encounters: 'copy',
    contents: 'copy',
    licenses: 'copy',
    payments: 'copy',
    touchpoints: 'copy',
    actions: 'copy',
  },
  Payment: { visitor: 'reference', partner: 'reference', expo: 'expo' },
  Touchpoint: { content: 'reference', partner: 'reference', expo: 'expo' },
  Visitor: {
    expo: 'expo',
    partner: 'reference',
    participant: 'record',
    encounters: 'copy',
    payments: 'copy',
    actions: 'copy',
  },
  Webhook: { log: 'each', expo: 'expo' },
};

const VISUAL_VISITOR: Plans = {
  Lead: { prospectCompany: 'reference', visits: 'each', campaignReport: 'open' },
  ProspectCompany: { contacts: 'weighed' },
  ProspectContact: {
    lastName: 'each',
    email: 'each',
    phone: 'each',
    mobile: 'each',
    linkedInUrl: 'each',
    postalCode: 'each',
    unlockedAt: 'each',
    person: 'each',
    company: 'reference',
  },
  TrackingConfiguration: {
    customer: 'reference',
    excludedIps: 'pages',
    knownCustomers: 'pages',
    suppressionList: 'pages',
  },
  ReferenceList: { description: 'once', entries: 'each' },
  ReferenceEntry: { label: 'vocabulary', parentCode: 'vocabulary', parent: 'vocabulary' },
  ResellerCustomer: {
    users: 'pages',
    leads: 'pages',
    configuration: 'each',
    idealCustomerProfiles: 'each',
    contactCredits: 'each',
  },
  ResellerSubscription: { service: 'once' },
  AccountUser: { customer: 'reference' },
};

const IADVIZE: Plans = {
  CallMeeting: { visitor: 'look-up', startAt: 'reference', website: 'reference', skill: 'reference' },
  Conversation: {
    createdAt: 'reference',
    closedAt: 'reference',
    operator: 'reference',
    visitor: 'look-up',
    website: 'reference',
    skill: 'reference',
    tags: 'references',
    messages: 'each',
    rawHistory: 'each',
    satisfactions: 'weighed',
    transactions: 'weighed',
  },
  OperatorGroup: { parent: 'reference', parents: 'references', operators: 'weighed' },
  Skill: { parent: 'reference', operators: 'weighed', conversations: 'weighed' },
  OperatorLive: { operator: 'reference' },
  Operator: {
    group: 'reference',
    skills: 'references',
    websites: 'references',
    live: 'each',
    statistic: 'each',
    profile: 'each',
    conversations: 'weighed',
    satisfactions: 'weighed',
    transactions: 'weighed',
  },
  Satisfaction: { createdAt: 'reference', website: 'reference', operator: 'reference', conversation: 'reference' },
  Statistic: { totals: 'open', byResource: 'open', series: 'open' },
  IndicatorValue: { currency: 'open' },
  ResourceStatistic: { operator: 'reference', group: 'reference', skill: 'reference' },
  StatisticPoint: { currency: 'open', operator: 'reference', group: 'reference', skill: 'reference' },
  Tag: { websites: 'references', conversations: 'weighed' },
  Transaction: {
    currency: 'reference',
    createdAt: 'reference',
    visitor: 'look-up',
    conversation: 'reference',
    operator: 'reference',
    website: 'reference',
  },
  ChatVisitor: { createdAt: 'reference', websites: 'references', conversations: 'weighed', callMeetings: 'copy' },
  ClientAccount: { websites: 'open' },
  Website: {
    clientAccount: 'reference',
    operators: 'weighed',
    tags: 'weighed',
    conversations: 'weighed',
    chatVisitors: 'weighed',
    transactions: 'weighed',
    satisfactions: 'pages',
    callMeetings: 'pages',
  },
};

const CAMPAIGNS: Plans = {
  CampaignReport: { metrics: 'open', days: 'open', leads: 'copy' },
};

const PEOPLE: Plans = {
  Person: {
    firstName: 'open',
    lastName: 'open',
    leads: 'searched',
    visitors: 'copy',
    encounters: 'copy',
    profile: 'each',
    chatVisitors: 'copy',
    conversations: 'open',
    operator: 'open',
    transactions: 'copy',
  },
  Company: { name: 'open', leads: 'searched', partners: 'copy', visitors: 'copy' },
};

/** For each calling field what bounds its calls. Root fields need no word: their own reads are looked at. */
export const CALL_PLANS: Plans = { ...VISIT, ...VISUAL_VISITOR, ...IADVIZE, ...CAMPAIGNS, ...PEOPLE };

/** The endpoints that a field's `@calls` names. */
function endpointsOf(field: GraphQLField<unknown, unknown>): readonly string[] {
  const directive = field.astNode?.directives?.find(({ name }) => name.value === 'calls');
  return (directive?.arguments ?? []).flatMap(({ value }) => valueFromASTUntyped(value) as string[]);
}

/** The types of the records that these global ids name. */
function typesOf(ids: unknown): readonly string[] {
  const texts = Array.isArray(ids) ? ids : [ids];
  return texts.flatMap((text) => (typeof text === 'string' ? (parseGlobalId(text)?.type ?? []) : []));
}

/** Writes at every calling field what bounds its calls. A calling field without such a word stops the start. */
export function planCalls(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const endpoints = endpointsOf(field);
      if (endpoints.length === 0) continue;
      const plan = type === schema.getQueryType() ? 'read' : CALL_PLANS[type.name]?.[field.name];
      if (plan === undefined) throw new RangeError(`nothing bounds the calls of ${type.name}.${field.name}`);
      field.extensions = { ...field.extensions, planned: { plan, endpoints } satisfies PlannedField };
    }
  }
  schema.extensions = { ...schema.extensions, typesOf };
  return schema;
}
