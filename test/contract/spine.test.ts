import { readdirSync, readFileSync } from 'node:fs';
import {
  buildASTSchema,
  buildSchema,
  concatAST,
  type GraphQLArgument,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  print,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);
const SPINE_FILE = new URL('./spine.graphql', import.meta.url);

const readProduct = (): GraphQLSchema =>
  buildASTSchema(
    concatAST(
      readdirSync(SCHEMA_FOLDER)
        .filter((name) => name.endsWith('.graphql'))
        .sort()
        .map((name) => parse(readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'))),
    ),
  );

const product = readProduct();
const spine = buildSchema(readFileSync(SPINE_FILE, 'utf8'));

const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

const ownDirectives = (schema: GraphQLSchema): GraphQLDirective[] =>
  schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** `Int = 50`: the type string and, where there is one, the default as it is written. */
const signature = (input: GraphQLArgument | GraphQLInputField): string => {
  const fallback = input.astNode?.defaultValue;
  return fallback ? `${input.type} = ${print(fallback)}` : String(input.type);
};

const kindOf = (type: GraphQLNamedType): string => {
  if (isScalarType(type)) return type.specifiedByURL ? `scalar, specified by ${type.specifiedByURL}` : 'scalar';
  if (isEnumType(type)) return 'enum';
  if (isInputObjectType(type)) return 'input';
  return isInterfaceType(type) ? 'interface' : 'object';
};

/** Everything that a client can rely on in a schema: coordinate → what is promised there. */
const promises = (schema: GraphQLSchema): Map<string, string> => {
  const found = new Map<string, string>();
  for (const type of ownTypes(schema)) {
    found.set(type.name, kindOf(type));
    for (const field of fieldsOf(type)) {
      found.set(`${type.name}.${field.name}`, String(field.type));
      for (const arg of field.args) found.set(`${type.name}.${field.name}(${arg.name}:)`, signature(arg));
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const parent of type.getInterfaces()) found.set(`${type.name} implements ${parent.name}`, 'yes');
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, signature(field));
    }
    if (isEnumType(type)) {
      for (const value of type.getValues()) found.set(`${type.name}.${value.name}`, 'enum value');
    }
  }
  return found;
};

type Described = { readonly at: string; readonly description: string | null | undefined };

const describedParts = (schema: GraphQLSchema): Described[] => [
  ...ownDirectives(schema).flatMap((directive) => [
    { at: `@${directive.name}`, description: directive.description },
    ...directive.args.map((arg) => ({ at: `@${directive.name}(${arg.name}:)`, description: arg.description })),
  ]),
  ...ownTypes(schema).flatMap((type) => [
    { at: type.name, description: type.description },
    ...fieldsOf(type).flatMap((field) => [
      { at: `${type.name}.${field.name}`, description: field.description },
      ...field.args.map((arg) => ({ at: `${type.name}.${field.name}(${arg.name}:)`, description: arg.description })),
    ]),
    ...(isInputObjectType(type) ? Object.values(type.getFields()) : []).map((field) => ({
      at: `${type.name}.${field.name}`,
      description: field.description,
    })),
    ...(isEnumType(type) ? type.getValues() : []).map((value) => ({
      at: `${type.name}.${value.name}`,
      description: value.description,
    })),
  ]),
];

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

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(product)).toEqual([]);
    expect(validateSchema(spine)).toEqual([]);
  });

  it('keeps everything of the spine under the same name, type and default', () => {
    const offered = promises(product);
    const broken = [...promises(spine)]
      .filter(([at, promised]) => offered.get(at) !== promised)
      .map(([at, promised]) => `${at}: promised ${promised}, offered ${offered.get(at) ?? 'nothing'}`);
    expect(broken).toEqual([]);
  });

  it('asks for no argument or input field that the spine does not know', () => {
    const promised = promises(spine);
    const demanded = [...promises(product)]
      .filter(([at]) => !promised.has(at))
      .filter(([at, type]) => type.endsWith('!') && promised.has(ownerOfInput(at)));
    expect(demanded).toEqual([]);
  });

  it('describes every type, field, argument, input field, enum value and directive', () => {
    const silent = describedParts(product).filter((part) => !part.description?.trim());
    expect(silent.map((part) => part.at)).toEqual([]);
  });
});

/** The field of an argument, or the input type of an input field; otherwise a coordinate that nothing has. */
function ownerOfInput(at: string): string {
  const argument = /^(.+)\(.+:\)$/.exec(at);
  if (argument?.[1]) return argument[1];
  const [typeName = ''] = at.split('.');
  return isInputObjectType(product.getType(typeName)) ? typeName : '';
}

describe('scopes in the schema', () => {
  const NAMES = [
    'read:visual-visitor',
    'read:visit',
    'read:notify-visitors',
    'read:iadvize',
    'read:contact',
    'read:chat',
    'quota',
    'usage',
  ];

  it('have names that a consumer key can hold', () => {
    expect(scopedFields.filter((field) => field.scopes.some((scope) => !NAMES.includes(scope)))).toEqual([]);
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
