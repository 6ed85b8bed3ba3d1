import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

// Renamed on import, because the generated file declares the GraphQL type under the same name.
const mappers = (file: string, types: readonly string[]): Record<string, string> =>
  Object.fromEntries(types.map((type) => [type, `../model/${file}.ts#${type} as ${type}Model`]));

/** Every connection type of the SDL. */
const connections = readdirSync('schema').flatMap((file) =>
  [...readFileSync(`schema/${file}`, 'utf8').matchAll(/^type (\w+Connection) /gm)].map(([, name = '']) => name),
);

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  importExtension: '.ts',
  emitLegacyCommonJSImports: false,
  generates: {
    'src/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        immutableTypes: true,
        scalars: {
          ID: 'string',
          // Epoch milliseconds inside the program; text only on the wire.
          DateTime: { input: 'number', output: 'number' },
          Date: 'string',
          EmailAddress: 'string',
          JSON: 'unknown',
        },
        contextType: '../context.ts#RequestContext',
        mappers: {
          ...mappers('leads', ['Lead', 'LeadVisit', 'LeadPage']),
          ...mappers('visual-visitor', [
            'ResellerService',
            'ResellerSubscription',
            'ResellerCustomer',
            'AccountUser',
            'IdealCustomerProfile',
            'TrackingConfiguration',
            'CookieConsent',
            'ExcludedIp',
            'ReferenceList',
            'ReferenceEntry',
            'BulkJob',
          ]),
          KnownCustomer: '../model/visual-visitor.ts#ListEntry as KnownCustomerModel',
          SuppressionEntry: '../model/visual-visitor.ts#ListEntry as SuppressionEntryModel',
          ...mappers('prospects', ['ProspectCompany', 'ProspectContact', 'ContactCredits']),
          ...mappers('visit-expo', [
            'Expo',
            'CustomField',
            'RegistrationForm',
            'ExpoLocation',
            'RegistrationType',
            'PartnerSetting',
            'StaffType',
            'ExpoQuestion',
            'ExpoAnswer',
            'RegistrationTypeStat',
          ]),
          ...mappers('visit-people', [
            'Visitor',
            'Partner',
            'Participant',
            'Encounter',
            'Contact',
            'ContactAddress',
            'Badge',
            'AnsweredQuestion',
            'GivenAnswer',
            'Label',
            'AttendedActivity',
          ]),
          ...mappers('visit-floor', [
            'Content',
            'ContentLink',
            'License',
            'Payment',
            'Touchpoint',
            'Action',
            'Activity',
            'ActivityParticipant',
            'Webhook',
            'WebhookCall',
          ]),
          ...mappers('iadvize', [
            'Operator',
            'CallConfig',
            'Conversation',
            'ChatVisitor',
            'ConversationMessage',
            'OperatorLive',
            'ChannelLive',
            'OperatorStatistic',
            'OperatorProfile',
          ]),
          ...mappers('iadvize-directory', ['OperatorGroup', 'Skill', 'Website', 'ClientAccount', 'Tag']),
          ...mappers('iadvize-figures', ['Transaction', 'Satisfaction', 'CallMeeting']),
          ...mappers('iadvize-statistics', ['IndicatorValue', 'ResourceStatistic', 'StatisticPoint']),
          Statistic: '../model/iadvize-statistics.ts#StatisticScope as StatisticModel',
          ...mappers('statistic-indicators', ['StatisticIndicator']),
          ...mappers('campaigns', ['CampaignReport', 'CampaignMetrics', 'CampaignDay', 'CustomerProfile']),
          ...mappers('people', ['Person', 'Company']),
          PageInfo: '../domains/connection.ts#PageInfo as PageInfoModel',
          ...Object.fromEntries(
            connections.map((name) => [name, '../domains/connection.ts#Connection as ConnectionModel']),
          ),
          TransactionConnection:
            '../domains/iadvize/transaction-page.ts#TransactionConnection as TransactionConnectionModel',
          UsageBucket: '../model/usage.ts#UsageBucket as UsageBucketModel',
          Health: '../model/health.ts#ProcessHealth as HealthModel',
          ...mappers('health', ['UpstreamHealth', 'HeldCollection']),
          QuotaWindow: '../transport/quota/ledger.ts#BudgetView as WindowViewModel',
        },
      },
    },
  },
};

export default config;
