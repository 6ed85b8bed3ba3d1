import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/model/consumer.ts';
import { fieldsOf, ownTypes, product } from '../support/product-schema.ts';

const scopesOf = (field: GraphQLField<unknown, unknown>): string[] =>
  (field.astNode?.directives ?? [])
    .filter((directive) => directive.name.value === 'scope')
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap((argument) => (argument.value.kind === 'StringValue' ? [argument.value.value] : []));

const scopedFields = ownTypes(product).flatMap((type) =>
  isObjectType(type)
    ? fieldsOf(type).map((field) => ({
        at: `${type.name}.${field.name}`,
        parent: type.name,
        leadsTo: getNamedType(field.type).name,
        nullable: !String(field.type).endsWith('!'),
        scopes: scopesOf(field),
      }))
    : [],
);

const scopesAt = (at: string): string[] | undefined => scopedFields.find((field) => field.at === at)?.scopes;

describe('scopes in the schema', () => {
  it('have names that a consumer key can hold', () => {
    const known = new Set<string>(SCOPES);
    expect(scopedFields.filter((field) => field.scopes.some((scope) => !known.has(scope)))).toEqual([]);
  });

  it('are never on a non-null field, which could not be null for a key without them', () => {
    expect(scopedFields.filter((field) => field.scopes.length > 0 && !field.nullable)).toEqual([]);
  });

  it('ask for read:contact on every way to a Person', () => {
    const ways = scopedFields.filter((field) => field.leadsTo === 'Person');
    expect(ways.map((way) => way.at)).toEqual(expect.arrayContaining(['Query.person', 'Query.people', 'Lead.person']));
    expect(ways.filter((way) => !way.scopes.includes('read:contact'))).toEqual([]);
  });

  it.each([
    ['Lead', ['firstName', 'lastName', 'email', 'phone', 'address', 'city', 'postalCode', 'linkedInUrl']],
    ['ResellerCustomer', ['firstName', 'lastName', 'email', 'phone']],
    ['AccountUser', ['firstName', 'lastName', 'email', 'phone']],
    ['ProspectContact', ['firstName', 'lastInitial', 'lastName', 'email', 'phone', 'mobile', 'linkedInUrl', 'city']],
    ['ExcludedIp', ['ip', 'label']],
    ['KnownCustomer', ['value']],
    ['SuppressionEntry', ['value']],
    ['BulkJob', ['query', 'downloadUrl', 'error']],
    ['Contact', ['firstName', 'lastName', 'lastNamePrefix', 'email', 'phone', 'phone1', 'phone2', 'addresses']],
    ['Contact', ['gender', 'title', 'firstInitials', 'suffix', 'dateOfBirth', 'fax', 'comments', 'socialMedia']],
    ['Expo', ['contactEmail']],
    ['RegistrationForm', ['senderEmail']],
    ['Badge', ['code']],
    ['License', ['code']],
    ['Webhook', ['url']],
    ['WebhookCall', ['error']],
    ['GivenAnswer', ['value']],
    ['Encounter', ['notes']],
    ['Operator', ['firstName', 'lastName', 'email']],
    ['Operator', ['profile']],
    ['CallConfig', ['phoneNumber']],
    ['ChatVisitor', ['firstName', 'lastName', 'email', 'phone', 'address', 'city', 'zip']],
    [
      'CustomerProfile',
      ['userId', 'email', 'mobile', 'name', 'firstName', 'lastName', 'birthDate', 'gender', 'attributes'],
    ],
  ])('ask for read:contact on the personal data of %s', (type, fields) => {
    for (const field of fields) expect(scopesAt(`${type}.${field}`), field).toContain('read:contact');
  });

  it('ask for read:chat on message text', () => {
    expect(scopesAt('ConversationMessage.text')).toEqual(['read:chat']);
    expect(scopesAt('Conversation.rawHistory')).toEqual(['read:chat']);
  });

  it('ask for quota and usage on the fields of these names', () => {
    expect(scopesAt('Query.quota')).toEqual(['quota']);
    expect(scopesAt('Query.usage')).toEqual(['usage']);
  });

  it('ask for the scope of an upstream on every field that crosses into it', () => {
    const crossings = scopedFields.filter(({ parent, leadsTo }) => {
      const target = upstreamScopeOf(leadsTo);
      return target !== undefined && target !== upstreamScopeOf(parent);
    });
    expect(crossings.length).toBeGreaterThan(25);
    expect(crossings.filter(({ leadsTo, scopes }) => !scopes.includes(upstreamScopeOf(leadsTo) ?? ''))).toEqual([]);
  });
});

const VISIT_TYPES =
  `Expo RegistrationType PartnerSetting Visitor Contact Partner Participant AttendedActivity Encounter Content
  License Payment Touchpoint Action Activity ActivityParticipant Webhook`.split(/\s+/);

/** The scope of the upstream that a record type comes from; undefined for the types of the gateway itself. */
function upstreamScopeOf(typeName: string): string | undefined {
  const record = typeName.replace(/(Connection|Edge)$/, '');
  const types: Record<string, readonly string[]> = {
    'read:visual-visitor': [
      'Lead',
      'LeadVisit',
      'LeadPage',
      'ResellerService',
      'ResellerSubscription',
      'ResellerCustomer',
      'AccountUser',
      'IdealCustomerProfile',
      'BulkJob',
      'TrackingConfiguration',
      'CookieConsent',
      'ExcludedIp',
      'KnownCustomer',
      'SuppressionEntry',
      'ReferenceList',
      'ReferenceEntry',
      'ProspectCompany',
      'ProspectContact',
      'ContactCredits',
    ],
    'read:visit': VISIT_TYPES,
    'read:iadvize': [
      'Operator',
      'CallConfig',
      'OperatorGroup',
      'Skill',
      'Website',
      'OperatorLive',
      'ChannelLive',
      'Transaction',
      'Satisfaction',
      'CallMeeting',
      'Statistic',
      'StatisticIndicator',
      'StatisticPoint',
      'ResourceStatistic',
      'IndicatorValue',
      'OperatorStatistic',
      'OperatorProfile',
      'ClientAccount',
      'Tag',
      'Conversation',
      'ConversationMessage',
      'ChatVisitor',
    ],
    'read:notify-visitors': ['CampaignReport', 'CampaignMetrics', 'CampaignDay', 'CustomerProfile'],
  };
  return Object.keys(types).find((scope) => types[scope]?.includes(record));
}
