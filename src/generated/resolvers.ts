import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Lead as LeadModel, LeadVisit as LeadVisitModel, LeadPage as LeadPageModel } from '../model/leads.ts';
import type { ResellerService as ResellerServiceModel, ResellerSubscription as ResellerSubscriptionModel, ResellerCustomer as ResellerCustomerModel, AccountUser as AccountUserModel, IdealCustomerProfile as IdealCustomerProfileModel, TrackingConfiguration as TrackingConfigurationModel, CookieConsent as CookieConsentModel, ExcludedIp as ExcludedIpModel, ReferenceList as ReferenceListModel, ReferenceEntry as ReferenceEntryModel, BulkJob as BulkJobModel, ListEntry as KnownCustomerModel, ListEntry as SuppressionEntryModel } from '../model/visual-visitor.ts';
import type { ProspectCompany as ProspectCompanyModel, ProspectContact as ProspectContactModel, ContactCredits as ContactCreditsModel } from '../model/prospects.ts';
import type { Expo as ExpoModel, CustomField as CustomFieldModel, RegistrationForm as RegistrationFormModel, ExpoLocation as ExpoLocationModel, RegistrationType as RegistrationTypeModel, PartnerSetting as PartnerSettingModel, StaffType as StaffTypeModel, ExpoQuestion as ExpoQuestionModel, ExpoAnswer as ExpoAnswerModel, RegistrationTypeStat as RegistrationTypeStatModel } from '../model/visit-expo.ts';
import type { Visitor as VisitorModel, Partner as PartnerModel, Participant as ParticipantModel, Encounter as EncounterModel, Contact as ContactModel, ContactAddress as ContactAddressModel, Badge as BadgeModel, AnsweredQuestion as AnsweredQuestionModel, GivenAnswer as GivenAnswerModel, Label as LabelModel, AttendedActivity as AttendedActivityModel } from '../model/visit-people.ts';
import type { Content as ContentModel, ContentLink as ContentLinkModel, License as LicenseModel, Payment as PaymentModel, Touchpoint as TouchpointModel, Action as ActionModel, Activity as ActivityModel, ActivityParticipant as ActivityParticipantModel, Webhook as WebhookModel, WebhookCall as WebhookCallModel } from '../model/visit-floor.ts';
import type { Operator as OperatorModel, CallConfig as CallConfigModel, Conversation as ConversationModel, ChatVisitor as ChatVisitorModel, ConversationMessage as ConversationMessageModel, OperatorLive as OperatorLiveModel, ChannelLive as ChannelLiveModel, OperatorStatistic as OperatorStatisticModel, OperatorProfile as OperatorProfileModel } from '../model/iadvize.ts';
import type { OperatorGroup as OperatorGroupModel, Skill as SkillModel, Website as WebsiteModel, ClientAccount as ClientAccountModel, Tag as TagModel } from '../model/iadvize-directory.ts';
import type { Transaction as TransactionModel, Satisfaction as SatisfactionModel, CallMeeting as CallMeetingModel } from '../model/iadvize-figures.ts';
import type { IndicatorValue as IndicatorValueModel, ResourceStatistic as ResourceStatisticModel, StatisticPoint as StatisticPointModel, StatisticScope as StatisticModel } from '../model/iadvize-statistics.ts';
import type { StatisticIndicator as StatisticIndicatorModel } from '../model/statistic-indicators.ts';
import type { CampaignReport as CampaignReportModel, CampaignMetrics as CampaignMetricsModel, CampaignDay as CampaignDayModel, CustomerProfile as CustomerProfileModel } from '../model/campaigns.ts';
import type { Person as PersonModel, Company as CompanyModel } from '../model/people.ts';
import type { PageInfo as PageInfoModel, Connection as ConnectionModel } from '../domains/connection.ts';
import type { TransactionConnection as TransactionConnectionModel } from '../domains/iadvize/transaction-page.ts';
import type { UsageBucket as UsageBucketModel } from '../model/usage.ts';
import type { ProcessHealth as HealthModel, UpstreamHealth as UpstreamHealthModel, HeldCollection as HeldCollectionModel } from '../model/health.ts';
import type { BudgetView as WindowViewModel } from '../transport/quota/ledger.ts';
import type { RequestContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, `YYYY-MM-DD`. A range of days includes both ends. */
  Date: { input: string; output: string; }
  /**
   * An instant, RFC 3339 in UTC, for example `2026-01-01T00:12:00Z`. Upstream times that carry no zone are converted with the
   * zone that the upstream works in. As an argument any RFC 3339 offset is accepted. A range of instants includes its start
   * and excludes its end.
   */
  DateTime: { input: number; output: number; }
  /**
   * An e-mail address, given out trimmed and in lower case, and compared in that form. Upstream text that is no address is
   * given out as null. An argument that is no address is `BAD_USER_INPUT`.
   */
  EmailAddress: { input: string; output: string; }
  /** Any JSON value, as the upstream sent it. Numbers beyond 2^53 are given as text, so that no digit is lost. */
  JSON: { input: unknown; output: unknown; }
};

/** Somebody who may sign in to an account of Visual Visitor. Source: Visual Visitor, users. */
export type AccountUser = Node & {
  readonly __typename?: 'AccountUser';
  /** When the user was added. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The customer for whom the user was read. Null for a user of the account itself. One call, unless only its id is
   * selected.
   */
  readonly customer?: Maybe<ResellerCustomer>;
  /** Visual Visitor's id of the account that the user belongs to, as the record says. */
  readonly customerId?: Maybe<Scalars['String']['output']>;
  /** E-mail address. Null when the upstream's text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Given name. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Global id; it says whose account the record is of. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is the Primary Admin, who owns the account. */
  readonly isPrimary?: Maybe<Scalars['Boolean']['output']>;
  /** When the user last signed in. Null for one who never did. */
  readonly lastLoginAt?: Maybe<Scalars['DateTime']['output']>;
  /** Family name. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** The person with this e-mail address. Null without an address. */
  readonly person?: Maybe<Person>;
  /** Phone number, as entered. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** `ResellerAdmin` (host account only), `Admin` or `User`; others may come. */
  readonly role?: Maybe<Scalars['String']['output']>;
  /** Its id in Visual Visitor, unique within the account. */
  readonly sourceId: Scalars['String']['output'];
  /** Time zone of the user, an IANA name. Visual Visitor shows visits in it; weir gives all times in UTC. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
};

/** One page of users. Items that do not change between two pages are neither repeated nor left out. */
export type AccountUserConnection = {
  readonly __typename?: 'AccountUserConnection';
  /** The users of this page, each with its cursor. */
  readonly edges: ReadonlyArray<AccountUserEdge>;
  /** The users of this page, without cursors. */
  readonly nodes: ReadonlyArray<AccountUser>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of users over all pages: the upstream's own count, or the size of a complete and fresh copy. Null when neither
   * is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A user within a page. */
export type AccountUserEdge = {
  readonly __typename?: 'AccountUserEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node: AccountUser;
};

/** Which users to keep. All members given must match. */
export type AccountUserFilter = {
  /**
   * Global id of a ResellerCustomer or its id in Visual Visitor (digits): that customer's, for which the gateway's key
   * must be a partner's (else `UPSTREAM_FORBIDDEN`). Null: the account's own.
   */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Exactly this role, such as `ResellerAdmin`, `Admin` or `User`. */
  readonly role?: InputMaybe<Scalars['String']['input']>;
  /** A text that Visual Visitor looks for, in its own way, in names and addresses. Needs `read:contact`. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/**
 * One use of Visit's hardware or software by a visitor, on site or online: the raw data behind participants, activities
 * and encounters. Source: Visit, actions.
 */
export type Action = Node & {
  readonly __typename?: 'Action';
  /** The content that it concerns. Null when it concerns none. */
  readonly content?: Maybe<Content>;
  /** The expo that the action belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Where it was done. Null when that is not known. */
  readonly location?: Maybe<ExpoLocation>;
  /** The exhibitor whom it concerns. Null when it concerns none. */
  readonly partner?: Maybe<Partner>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The action's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** When it was done. */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What was done, as sent: `scan`, `print`, `manual`, or one that Visit adds. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The visitor. Null when the registration is no longer there. */
  readonly visitor?: Maybe<Visitor>;
};

/** One page of actions. Items that do not change between two pages are neither repeated nor left out. */
export type ActionConnection = {
  readonly __typename?: 'ActionConnection';
  /** The actions of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ActionEdge>;
  /** The actions of this page, without cursors. */
  readonly nodes: ReadonlyArray<Action>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of actions over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all actions for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An action within a page. */
export type ActionEdge = {
  readonly __typename?: 'ActionEdge';
  /** Where this action lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The action. */
  readonly node: Action;
};

/** Which actions to keep. All members given must match. */
export type ActionFilter = {
  /**
   * Only those that concern this content: the global id of a Content or its id in Visit. Answered from a complete copy of
   * the expo's actions.
   */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those at this place: its id in Visit, as in `ExpoLocation.sourceId`. Answered from a complete copy of the expo's
   * actions.
   */
  readonly locationId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those of this exhibitor: the global id of a Partner or its id in Visit. Answered from a complete copy of the
   * expo's actions.
   */
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those of these types, as sent, such as `scan` or `print`. Null: all; an empty list is
   * `BAD_USER_INPUT`.
   */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Only those of this visitor: the global id of a Visitor or its id in Visit. Answered from a complete copy of the expo's
   * actions.
   */
  readonly visitorId?: InputMaybe<Scalars['ID']['input']>;
};

/** A session or other activity on the programme of an expo, with a time and a place. Source: Visit, activities. */
export type Activity = Node & {
  readonly __typename?: 'Activity';
  /** Who may come, as sent: `open`, `signup`, `restricted`, or one that Visit adds. */
  readonly access?: Maybe<Scalars['String']['output']>;
  /** How many people may come. Null when there is no limit. */
  readonly capacity?: Maybe<Scalars['Int']['output']>;
  /** What it is about. Null when nothing was entered. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** When it ends. */
  readonly end?: Maybe<Scalars['DateTime']['output']>;
  /** The expo that the activity belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Where it takes place. Null when that is not known. */
  readonly location?: Maybe<ExpoLocation>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * Who took part, as Visit works it out from the actions. Only the activity's own read tells: costs a call for each
   * activity that came from a list, none where it was read by itself. Source: Visit, activity by id.
   */
  readonly participants?: Maybe<ReadonlyArray<ActivityParticipant>>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The activity's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** When it begins. */
  readonly start?: Maybe<Scalars['DateTime']['output']>;
  /** What it is, as sent, such as `session`, `seminar`, `workshop`, `presentation`, `keynote`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** One page of activities. Items that do not change between two pages are neither repeated nor left out. */
export type ActivityConnection = {
  readonly __typename?: 'ActivityConnection';
  /** The activities of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ActivityEdge>;
  /** The activities of this page, without cursors. */
  readonly nodes: ReadonlyArray<Activity>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of activities over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all activities for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An activity within a page. */
export type ActivityEdge = {
  readonly __typename?: 'ActivityEdge';
  /** Where this activity lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The activity. */
  readonly node: Activity;
};

/** A visitor who took part in an activity. Source: Visit, activity by id. */
export type ActivityParticipant = {
  readonly __typename?: 'ActivityParticipant';
  /** When the visitor came in. Null when that was not recorded. */
  readonly entry?: Maybe<Scalars['DateTime']['output']>;
  /** When the visitor left. Null when that was not recorded. */
  readonly exit?: Maybe<Scalars['DateTime']['output']>;
  /** The visitor. Null when the registration is no longer there. */
  readonly visitor?: Maybe<Visitor>;
};

/** A profiling question as a visitor answered it. Source: Visit, visitors. */
export type AnsweredQuestion = {
  readonly __typename?: 'AnsweredQuestion';
  /** What was answered: several where several may be chosen. */
  readonly answers?: Maybe<ReadonlyArray<GivenAnswer>>;
  /** The question. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organiser's own id for it. Null when none was set. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit. Null when it was not sent. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
};

/** A session that a visitor took part in. Source: Visit, participants. */
export type AttendedActivity = {
  readonly __typename?: 'AttendedActivity';
  /** The activity. Null when it is no longer there. Source: Visit, activities. */
  readonly activity?: Maybe<Activity>;
  /** When it ended, as the participant's record says. */
  readonly end?: Maybe<Scalars['DateTime']['output']>;
  /** Name of the activity. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Id of the activity in Visit. */
  readonly sourceId: Scalars['String']['output'];
  /** When it began, as the participant's record says. */
  readonly start?: Maybe<Scalars['DateTime']['output']>;
};

/** A badge (pass) of a visitor. Source: Visit, visitors. */
export type Badge = {
  readonly __typename?: 'Badge';
  /** Value of the QR code: whoever shows it passes for the visitor. It is not the registration's id. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit. */
  readonly sourceId: Scalars['String']['output'];
};

/** Whether calls to an upstream go out. */
export type BreakerState =
  /** They do. */
  | 'CLOSED'
  /** None does, because the last ones failed or the upstream asked for a pause. */
  | 'OPEN'
  /** One is on its way, to see whether the upstream is there again. */
  | 'PROBING';

/**
 * A search or export that Visual Visitor works off by itself. weir only reads jobs: it never submits, confirms or cancels
 * one, as confirming spends credits. Source: Visual Visitor, bulk jobs.
 */
export type BulkJob = Node & {
  readonly __typename?: 'BulkJob';
  /** When it was completed. Null before. */
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was confirmed. Null before. */
  readonly confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was submitted. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many credits it has cost. */
  readonly creditsUsed?: Maybe<Scalars['Int']['output']>;
  /**
   * Link to the result, CSV in UTF-8. Whoever has the link can open it, without a key, until `expiresAt`: treat it
   * as a secret. Null unless the job is completed.
   */
  readonly downloadUrl?: Maybe<Scalars['String']['output']>;
  /** Why it failed, in the words of Visual Visitor, which may quote the search. Null unless it failed. */
  readonly error?: Maybe<Scalars['String']['output']>;
  /** How many credits it will cost, as estimated. Null before the estimate. */
  readonly estimatedCredits?: Maybe<Scalars['Int']['output']>;
  /** How many records it will bring, as estimated. Null before the estimate. */
  readonly estimatedRecords?: Maybe<Scalars['Int']['output']>;
  /** When the link, or an estimate that nobody has confirmed, expires. Null when nothing does. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Its name, as entered. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What is searched for, under the names of Visual Visitor. It may name people. */
  readonly query?: Maybe<Scalars['JSON']['output']>;
  /** How many records it has brought. Null before it is completed. */
  readonly recordCount?: Maybe<Scalars['Int']['output']>;
  /** Its id in Visual Visitor, unique within the account. */
  readonly sourceId: Scalars['String']['output'];
  /**
   * `queued`, `estimating`, `pending_confirmation`, `processing`, `completed`, `failed`, `expired` or `cancelled`;
   * others may come.
   */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** `plusemployee_leads`, `plusperson_leads` or `who_to_contact`; others may come. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** One page of jobs. Items that do not change between two pages are neither repeated nor left out. */
export type BulkJobConnection = {
  readonly __typename?: 'BulkJobConnection';
  /** The jobs of this page, each with its cursor. */
  readonly edges: ReadonlyArray<BulkJobEdge>;
  /** The jobs of this page, without cursors. */
  readonly nodes: ReadonlyArray<BulkJob>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of jobs over all pages: the upstream's own count, or the size of a complete and fresh copy. Null when neither
   * is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A job within a page. */
export type BulkJobEdge = {
  readonly __typename?: 'BulkJobEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: BulkJob;
};

/** Which jobs to keep. All members given must match. */
export type BulkJobFilter = {
  /** Exactly this status, such as `pending_confirmation` or `completed`. */
  readonly status?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this type: `plusemployee_leads`, `plusperson_leads` or `who_to_contact`. */
  readonly type?: InputMaybe<Scalars['String']['input']>;
};

/** How an operator picks up calls. Source: iAdvize, operators. */
export type CallConfig = {
  readonly __typename?: 'CallConfig';
  /** Whether the operator is asked for a phone number at every sign-in. Means something for `ANSWER_FROM_PHONE` only. */
  readonly askPhoneNumberAtEveryConnection?: Maybe<Scalars['Boolean']['output']>;
  /**
   * The operator's phone number for calls, with its country prefix. Null unless the pickup is `ANSWER_FROM_PHONE`, and where
   * the number is asked for at sign-in.
   */
  readonly phoneNumber?: Maybe<Scalars['String']['output']>;
  /** The way of pickup, as sent: `ANSWER_FROM_DESK` or `ANSWER_FROM_PHONE`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A call that failed. */
export type CallFailure = {
  readonly __typename?: 'CallFailure';
  /** When the call left. */
  readonly at: Scalars['DateTime']['output'];
  /** Name of the upstream endpoint. */
  readonly endpoint: Scalars['String']['output'];
  /** How it ended, in the words of `UsageBucket.outcome`. */
  readonly outcome: Scalars['String']['output'];
};

/** A call that a visitor of a web site has asked for. Source: iAdvize, call meetings. */
export type CallMeeting = Node & {
  readonly __typename?: 'CallMeeting';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number to call, as sent. Null when none was left. */
  readonly phoneNumber?: Maybe<Scalars['String']['output']>;
  /** The skill that routes it. Null when none does. */
  readonly skill?: Maybe<Skill>;
  /** The call meeting's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /** When the call is to begin, or began. */
  readonly startAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands, as sent: `pending`, `progress`, `done`, `failed`, `working`, or one that iAdvize adds. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Id in iAdvize of the targeting rule that offered it. Null when none did. */
  readonly targetingRuleId?: Maybe<Scalars['String']['output']>;
  /** The visitor who asked for it, found by the unique id. Null when iAdvize does not know the visitor. */
  readonly visitor?: Maybe<ChatVisitor>;
  /** Unique id of the visitor, as ChatVisitor.uniqueId. */
  readonly visitorUid?: Maybe<Scalars['String']['output']>;
  /** The web site that it was asked for on. */
  readonly website?: Maybe<Website>;
};

/** One page of call meetings. Items that do not change between two pages are neither repeated nor left out. */
export type CallMeetingConnection = {
  readonly __typename?: 'CallMeetingConnection';
  /** The call meetings of this page, each with its cursor. */
  readonly edges: ReadonlyArray<CallMeetingEdge>;
  /** The call meetings of this page, without cursors. */
  readonly nodes: ReadonlyArray<CallMeeting>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of call meetings over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all call meetings for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A call meeting within a page. */
export type CallMeetingEdge = {
  readonly __typename?: 'CallMeetingEdge';
  /** Where this call meeting lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The call meeting. */
  readonly node: CallMeeting;
};

/** Which call meetings to keep. All members given must match. */
export type CallMeetingFilter = {
  /** That start at or after this instant. `from` after `to` is `BAD_USER_INPUT`. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** That start before this instant. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** On this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
};

/** The figures of a campaign on one day. Source: NotifyVisitors, daily campaign report. */
export type CampaignDay = {
  readonly __typename?: 'CampaignDay';
  /** The day, in the time zone of the NotifyVisitors account. */
  readonly date: Scalars['Date']['output'];
  /** The figures of this day alone. */
  readonly metrics?: Maybe<CampaignMetrics>;
};

/**
 * Counts of one campaign over a range or a day. Null means that the channel has no such figure, which is not the same as 0.
 * Rates are not given: compute them from two counts. Source: NotifyVisitors.
 */
export type CampaignMetrics = {
  readonly __typename?: 'CampaignMetrics';
  /** Messages that bounced. E-mail only. */
  readonly bounced?: Maybe<Scalars['Int']['output']>;
  /** Clicks, repeated ones included. Null for WhatsApp, and often for SMS. */
  readonly clicked?: Maybe<Scalars['Int']['output']>;
  /** Conversions credited to this campaign: last touch, within the account's conversion period after an open or click. */
  readonly conversions?: Maybe<Scalars['Int']['output']>;
  /** Currency of `revenue`, ISO 4217, such as `EUR`. Null when it is neither sent nor configured. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** Messages delivered. */
  readonly delivered?: Maybe<Scalars['Int']['output']>;
  /** Notifications dismissed. Push only. */
  readonly dismissed?: Maybe<Scalars['Int']['output']>;
  /** Opens, repeated ones included. E-mail only. */
  readonly opened?: Maybe<Scalars['Int']['output']>;
  /** Messages read. WhatsApp only. */
  readonly read?: Maybe<Scalars['Int']['output']>;
  /** Messages that were refused. E-mail and SMS only. */
  readonly rejected?: Maybe<Scalars['Int']['output']>;
  /** Revenue of these conversions, in `currency`. It overlaps with what other tools attribute: never add it to theirs. */
  readonly revenue?: Maybe<Scalars['Float']['output']>;
  /** Messages sent. Often null for push, which counts deliveries only. */
  readonly sent?: Maybe<Scalars['Int']['output']>;
  /**
   * Recipients who clicked. Null for WhatsApp; null also over a range that took several reads, because unique counts do not
   * add up.
   */
  readonly uniqueClicked?: Maybe<Scalars['Int']['output']>;
  /** Recipients who opened. E-mail only; null also over a range that took several reads, because unique counts do not add up. */
  readonly uniqueOpened?: Maybe<Scalars['Int']['output']>;
  /** Recipients who unsubscribed (e-mail) or unregistered (push). Null for SMS and WhatsApp. */
  readonly unsubscribed?: Maybe<Scalars['Int']['output']>;
};

/**
 * What one campaign did, over one range or over its lifetime. Figures of recent campaigns go on changing: opens and clicks
 * come late, and conversions count for a while after each of them. Source: NotifyVisitors, campaign reports.
 */
export type CampaignReport = Node & {
  readonly __typename?: 'CampaignReport';
  /** The channel, as sent: `push`, `email`, `sms`, `whatsapp`, or one that NotifyVisitors adds. */
  readonly channel?: Maybe<Scalars['String']['output']>;
  /** When the campaign was made. Null when it is not told. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The figures day by day, oldest first. One call per 30 days. Unique counts of days do not add up. Source: NotifyVisitors,
   * daily campaign report.
   */
  readonly days?: Maybe<ReadonlyArray<CampaignDay>>;
  /** Global id; stands for campaign and range together, so that two ranges of one campaign are two reports. */
  readonly id: Scalars['ID']['output'];
  /**
   * Leads that this campaign brought: those of both products whose `utmCampaign` equals this name (trimmed, case-sensitive),
   * last visit within the last 90 days (from 00:00 UTC 90 days before today to the end of today, UTC), latest visit first.
   * Source: Visual Visitor, leads.
   */
  readonly leads?: Maybe<LeadConnection>;
  /** The figures over this report's range. All zero for a campaign that was not sent yet. */
  readonly metrics?: Maybe<CampaignMetrics>;
  /** Name of the campaign. `Lead.utmCampaign` is compared with it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Where a push campaign was shown, as sent: `web`, `android` or `ios`. Null for the other channels. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** When its sending was planned for. Null when it was not planned. */
  readonly scheduledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the segment that it was sent to. Null when it was not sent to one. */
  readonly segmentId?: Maybe<Scalars['String']['output']>;
  /** Name of the segment that it was sent to. Null when it was not sent to one. */
  readonly segmentName?: Maybe<Scalars['String']['output']>;
  /** When it was sent. Null while it was not. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** The campaign's id in NotifyVisitors. */
  readonly sourceId: Scalars['String']['output'];
  /** State of the campaign, as sent: `draft`, `scheduled`, `running`, `completed`, `paused`, `failed`, or another. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** How it was sent, as sent by the upstream: `broadcast`, `segment`, `journey`, `ab_test`, `transactional`, or another. */
  readonly type?: Maybe<Scalars['String']['output']>;
};


/**
 * What one campaign did, over one range or over its lifetime. Figures of recent campaigns go on changing: opens and clicks
 * come late, and conversions count for a while after each of them. Source: NotifyVisitors, campaign reports.
 */
export type CampaignReportDaysArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


/**
 * What one campaign did, over one range or over its lifetime. Figures of recent campaigns go on changing: opens and clicks
 * come late, and conversions count for a while after each of them. Source: NotifyVisitors, campaign reports.
 */
export type CampaignReportLeadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of reports. Items that do not change between two pages are neither repeated nor left out. */
export type CampaignReportConnection = {
  readonly __typename?: 'CampaignReportConnection';
  /** The reports of this page, each with its cursor. */
  readonly edges: ReadonlyArray<CampaignReportEdge>;
  /** The reports of this page, without cursors. */
  readonly nodes: ReadonlyArray<CampaignReport>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of reports over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all reports for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A report within a page. */
export type CampaignReportEdge = {
  readonly __typename?: 'CampaignReportEdge';
  /** Where this report lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The report. */
  readonly node: CampaignReport;
};

/** Which reports to keep. All members given must match. Without `from` and `to`: the last 30 days. */
export type CampaignReportFilter = {
  /** This channel, as NotifyVisitors calls it: `push`, `email`, `sms` or `whatsapp`. */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** First day, included. `from` after `to` is `BAD_USER_INPUT`, and so is a range of more than 10 years. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day, included. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** State of one channel of an operator. Used slots alone do not mean that the operator is there. */
export type ChannelLive = {
  readonly __typename?: 'ChannelLive';
  /** Whether the operator can take a contact now. */
  readonly available?: Maybe<Scalars['Boolean']['output']>;
  /** Whether all slots are used. */
  readonly busy?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the channel is switched on for the operator. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** Contacts that can be handled at once. */
  readonly slots?: Maybe<Scalars['Int']['output']>;
  /** Contacts being handled now. */
  readonly slotsUsed?: Maybe<Scalars['Int']['output']>;
};

/**
 * A visitor of a web site, as the chat knows them. One person can be several chat visitors. Almost all of it is personal data.
 * Source: iAdvize, visitors.
 */
export type ChatVisitor = Node & {
  readonly __typename?: 'ChatVisitor';
  /** Street address, as sent. Null when the visitor did not tell it. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Name and version of the visitor's browser, as sent. Null when it is not known. */
  readonly browser?: Maybe<Scalars['String']['output']>;
  /**
   * Calls that this visitor has asked for, by id descending, from the held copy that `callMeeting` describes. Source: iAdvize,
   * call meetings.
   */
  readonly callMeetings?: Maybe<CallMeetingConnection>;
  /** City, as sent. Null when it is not known. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Conversations of this visitor, by id descending. Source: iAdvize, conversations. */
  readonly conversations?: Maybe<ConversationConnection>;
  /** Country, as sent. Null when it is not known. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** When iAdvize first saw the visitor. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** E-mail address. Null when the visitor did not tell it, or when the text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** The id of this visitor in the customer's own system. Null when none was set. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Given name. Null when the visitor did not tell it. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Family name. Null when the visitor did not tell it. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** The person with the visitor's e-mail address. Null without a usable address. */
  readonly person?: Maybe<Person>;
  /** Phone number, as sent. Null when the visitor did not tell it. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** The visitor's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /** The visitor's unique id, by which conversations name the visitor. */
  readonly uniqueId?: Maybe<Scalars['String']['output']>;
  /**
   * Web sites on which the visitor was seen, as far as the configured keys can see them. Costs nothing for their ids alone.
   * Source: iAdvize, websites.
   */
  readonly websites?: Maybe<ReadonlyArray<Website>>;
  /** Zip code, as sent. Null when it is not known. */
  readonly zip?: Maybe<Scalars['String']['output']>;
};


/**
 * A visitor of a web site, as the chat knows them. One person can be several chat visitors. Almost all of it is personal data.
 * Source: iAdvize, visitors.
 */
export type ChatVisitorCallMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A visitor of a web site, as the chat knows them. One person can be several chat visitors. Almost all of it is personal data.
 * Source: iAdvize, visitors.
 */
export type ChatVisitorConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of chat visitors. Items that do not change between two pages are neither repeated nor left out. */
export type ChatVisitorConnection = {
  readonly __typename?: 'ChatVisitorConnection';
  /** The chat visitors of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ChatVisitorEdge>;
  /** The chat visitors of this page, without cursors. */
  readonly nodes: ReadonlyArray<ChatVisitor>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of chat visitors over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all chat visitors for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A chat visitor within a page. */
export type ChatVisitorEdge = {
  readonly __typename?: 'ChatVisitorEdge';
  /** Where this chat visitor lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The chat visitor. */
  readonly node: ChatVisitor;
};

/** Which chat visitors to keep. All members given must match. */
export type ChatVisitorFilter = {
  /**
   * This id of the customer's own system. `*` stands for any text, at the start, the end or both. 1 to 200
   * characters, not all of them blank.
   */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** This unique id, as `Conversation.visitorUid` gives it. 1 to 200 characters, not all of them blank. */
  readonly uniqueId?: InputMaybe<Scalars['String']['input']>;
  /** Seen on this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * An account at iAdvize, the owner of web sites; iAdvize calls it a client, and deprecates the resource in favour of `client` of its
 * GraphQL API. Source: iAdvize, clients.
 */
export type ClientAccount = Node & {
  readonly __typename?: 'ClientAccount';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Language of the account, two letters as sent. */
  readonly lang?: Maybe<Scalars['String']['output']>;
  /** Whether the account has premium features. */
  readonly premiumEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** The account's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /** Web sites of the account, by id descending. Source: iAdvize, websites. */
  readonly websites?: Maybe<WebsiteConnection>;
};


/**
 * An account at iAdvize, the owner of web sites; iAdvize calls it a client, and deprecates the resource in favour of `client` of its
 * GraphQL API. Source: iAdvize, clients.
 */
export type ClientAccountWebsitesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of accounts. Items that do not change between two pages are neither repeated nor left out. */
export type ClientAccountConnection = {
  readonly __typename?: 'ClientAccountConnection';
  /** The accounts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ClientAccountEdge>;
  /** The accounts of this page, without cursors. */
  readonly nodes: ReadonlyArray<ClientAccount>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of accounts over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all accounts for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An account within a page. */
export type ClientAccountEdge = {
  readonly __typename?: 'ClientAccountEdge';
  /** Where this account lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The account. */
  readonly node: ClientAccount;
};

/**
 * One company, joined over all upstreams on its web domain. Domains are compared without scheme, `www.`, port, path and case.
 * A company is not a person: its own fields need no `read:contact`.
 */
export type Company = Node & {
  readonly __typename?: 'Company';
  /** The domain that joins the records, in lower case, without scheme, `www.`, port and path. */
  readonly domain: Scalars['String']['output'];
  /** Global id; stands for the domain. */
  readonly id: Scalars['ID']['output'];
  /**
   * Visits from this company to the web site: the +Employee leads with this domain, last visit within the last 90 days (from
   * 00:00 UTC 90 days before today to the end of today, UTC), latest visit first. Source: Visual Visitor, +Employee leads.
   */
  readonly leads?: Maybe<LeadConnection>;
  /**
   * The company's name: that of the newest +Employee lead with this domain (trimmed), then that of a Visit partner. Null when
   * neither has one.
   */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * Exhibitor records of this company over all expos, deleted ones left out, by revision ascending. Matched on the contact's
   * web site, else on the part of its e-mail after `@`. Source: Visit, partners.
   */
  readonly partners?: Maybe<PartnerConnection>;
  /**
   * Registrations from this company in the state `registered`, deleted ones left out, by revision ascending. Matched on the
   * contact's web site, else on the part of its e-mail after `@`. Source: Visit, visitors.
   */
  readonly visitors?: Maybe<VisitorConnection>;
};


/**
 * One company, joined over all upstreams on its web domain. Domains are compared without scheme, `www.`, port, path and case.
 * A company is not a person: its own fields need no `read:contact`.
 */
export type CompanyLeadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One company, joined over all upstreams on its web domain. Domains are compared without scheme, `www.`, port, path and case.
 * A company is not a person: its own fields need no `read:contact`.
 */
export type CompanyPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One company, joined over all upstreams on its web domain. Domains are compared without scheme, `www.`, port, path and case.
 * A company is not a person: its own fields need no `read:contact`.
 */
export type CompanyVisitorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The budget of a consumer, independent of what the upstreams admit. */
export type ConsumerQuota = {
  readonly __typename?: 'ConsumerQuota';
  /** Name of the consumer. */
  readonly name: Scalars['String']['output'];
  /** Its windows; empty when it has no budget of its own. Spent: `BUDGET_EXCEEDED`. */
  readonly windows: ReadonlyArray<QuotaWindow>;
};

/**
 * The record of a person at a company, shared by all events of an organiser and by registrations and exhibitors. Source:
 * Visit, `contact` of a visitor, partner or connection.
 */
export type Contact = {
  readonly __typename?: 'Contact';
  /** Postal addresses; empty when none was given. */
  readonly addresses?: Maybe<ReadonlyArray<ContactAddress>>;
  /** Number of the company at the chamber of commerce. Null when not given. */
  readonly cocNumber?: Maybe<Scalars['String']['output']>;
  /** Free text about the contact. Null when nothing was entered. */
  readonly comments?: Maybe<Scalars['String']['output']>;
  /** Name of the company, as the contact gave it. */
  readonly company?: Maybe<Scalars['String']['output']>;
  /** Date of birth, as sent: Visit documents no form. Null when not given. */
  readonly dateOfBirth?: Maybe<Scalars['String']['output']>;
  /** Department, as the contact gave it. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** E-mail address. Null when there is none, or when the upstream's text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Fax number, as sent. Null when not given. */
  readonly fax?: Maybe<Scalars['String']['output']>;
  /** Initials, as sent. Null when not given. */
  readonly firstInitials?: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Gender, as sent. Null when not given. */
  readonly gender?: Maybe<Scalars['String']['output']>;
  /** Job function, as the contact gave it. */
  readonly jobFunction?: Maybe<Scalars['String']['output']>;
  /** Family name. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** What stands between given and family name, such as `van`. Null when there is none. */
  readonly lastNamePrefix?: Maybe<Scalars['String']['output']>;
  /** The first of the two phone numbers that is there, as sent. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** First phone number, as sent. Null when not given. */
  readonly phone1?: Maybe<Scalars['String']['output']>;
  /** Second phone number, as sent. Null when not given. */
  readonly phone2?: Maybe<Scalars['String']['output']>;
  /** The organiser's own id for the contact. Null when none was set. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Account in a social medium, as sent. Null when not given. */
  readonly socialMedia?: Maybe<Scalars['String']['output']>;
  /** The contact's id in Visit. Null when it was not sent. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** What stands behind the name, as sent. Null when there is none. */
  readonly suffix?: Maybe<Scalars['String']['output']>;
  /** Title in front of the name, as sent. Null when not given. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** What the record stands for, as sent, such as `person` or `company`. Null when not set. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Number of the company for value added tax. Null when not given. */
  readonly vatNumber?: Maybe<Scalars['String']['output']>;
  /** Web site of the company, as sent. It decides which Company the contact belongs to. */
  readonly website?: Maybe<Scalars['String']['output']>;
};

/** A postal address of a contact. Source: Visit, `contact` of a visitor, partner or connection. */
export type ContactAddress = {
  readonly __typename?: 'ContactAddress';
  /** Street. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** What it is for, as sent, such as `work`. */
  readonly addressType?: Maybe<Scalars['String']['output']>;
  /** City. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country, as sent; a code of two letters as a rule. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** House number. */
  readonly houseNumber?: Maybe<Scalars['String']['output']>;
  /** What stands behind the house number. Null when there is nothing. */
  readonly houseNumberSuffix?: Maybe<Scalars['String']['output']>;
  /** Who is addressed. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** State or province. */
  readonly state?: Maybe<Scalars['String']['output']>;
};

/**
 * The month's pool of credits with which contacts are unlocked. It has nothing to do with the pool of identifications, and
 * starts anew with each month. Source: Visual Visitor, Who To Contact credits.
 */
export type ContactCredits = {
  readonly __typename?: 'ContactCredits';
  /** Credits of a month. */
  readonly monthlyAllotment?: Maybe<Scalars['Int']['output']>;
  /** Credits that are left. */
  readonly remaining?: Maybe<Scalars['Int']['output']>;
  /** Credits that confirmed jobs will need. */
  readonly reserved?: Maybe<Scalars['Int']['output']>;
  /** When the pool starts anew. */
  readonly resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Credits spent in this month. */
  readonly used?: Maybe<Scalars['Int']['output']>;
};

/**
 * Something that an expo shows in its app and on its pages: information of the event itself, or the profile or a product
 * of an exhibitor. Source: Visit, contents.
 */
export type Content = Node & {
  readonly __typename?: 'Content';
  /** Long text. Null when there is none. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The expo that the content belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Labels that the organiser gave it. */
  readonly labels?: Maybe<ReadonlyArray<Label>>;
  /** Links to further pages. */
  readonly links?: Maybe<ReadonlyArray<ContentLink>>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The exhibitor that it belongs to. Null when it belongs to the event. */
  readonly partner?: Maybe<Partner>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** Where it is kept, as sent: `internal` or `external`. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** The content's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** Short text. Null when there is none. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** Touchpoints that show it, by revision ascending. Source: Visit, touchpoints. */
  readonly touchpoints?: Maybe<TouchpointConnection>;
  /** What it is, as sent: `profile`, `product`, `info`, or one that Visit adds. */
  readonly type?: Maybe<Scalars['String']['output']>;
};


/**
 * Something that an expo shows in its app and on its pages: information of the event itself, or the profile or a product
 * of an exhibitor. Source: Visit, contents.
 */
export type ContentTouchpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of contents. Items that do not change between two pages are neither repeated nor left out. */
export type ContentConnection = {
  readonly __typename?: 'ContentConnection';
  /** The contents of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ContentEdge>;
  /** The contents of this page, without cursors. */
  readonly nodes: ReadonlyArray<Content>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of contents over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all contents for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A content within a page. */
export type ContentEdge = {
  readonly __typename?: 'ContentEdge';
  /** Where this content lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The content. */
  readonly node: Content;
};

/** Which contents to keep. All members given must match. */
export type ContentFilter = {
  /**
   * Only those of this exhibitor: the global id of a Partner or its id in Visit. Answered from a complete copy of the
   * expo's contents.
   */
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those of these types, as sent, such as `profile`, `product` or `info`. Null: all; an empty list is
   * `BAD_USER_INPUT`.
   */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A link of a content. Source: Visit, contents. */
export type ContentLink = {
  readonly __typename?: 'ContentLink';
  /** What the link says. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Where it leads, as sent. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A place where answers depart from the contract. */
export type ContractDrift = {
  readonly __typename?: 'ContractDrift';
  /** How often. */
  readonly count: Scalars['Int']['output'];
  /** Name of the upstream endpoint. */
  readonly endpoint: Scalars['String']['output'];
  /** The field, as the contract names it. `quota`: an answer 429 although the ledger had room. */
  readonly field: Scalars['String']['output'];
};

/**
 * A conversation between a visitor of a web site and an operator. iAdvize deprecates the resource in favour of `Conversation` of its
 * GraphQL API, through `searchClosedConversations` or `conversation`. Source: iAdvize, conversations.
 */
export type Conversation = Node & {
  readonly __typename?: 'Conversation';
  /** The channel, as sent: `chat`, `call`, `video`, or one that iAdvize adds. */
  readonly channel?: Maybe<Scalars['String']['output']>;
  /** When it ended. Null while it is open. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it began. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /**
   * What was said and done, oldest first; empty when nothing was. Null when the history cannot be read apart. The text itself
   * needs `read:chat`.
   */
  readonly messages?: Maybe<ReadonlyArray<ConversationMessage>>;
  /**
   * The operator that the conversation names. After a handover there were others too. Null when nobody took it, or when the
   * operator is no longer there.
   */
  readonly operator?: Maybe<Operator>;
  /** Whether an operator answered. */
  readonly operatorAnswer?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the operator closed it. */
  readonly operatorClosed?: Maybe<Scalars['Boolean']['output']>;
  /** Type of the page that it began on, in the customer's own words. Null when the page has none. */
  readonly pageType?: Maybe<Scalars['String']['output']>;
  /** The history as sent, where it cannot be read apart, so that nothing said is lost. Null where `messages` has it. */
  readonly rawHistory?: Maybe<Scalars['String']['output']>;
  /** Id of the targeting rule that began it. Null when none did. */
  readonly ruleId?: Maybe<Scalars['String']['output']>;
  /**
   * What the visitor answered to the survey after this conversation; usually one answer, or none. Source: iAdvize,
   * satisfactions.
   * @deprecated iAdvize no longer maintains this resource; its successor is satisfactionSurveyResponses of iAdvize's own GraphQL API.
   */
  readonly satisfactions?: Maybe<SatisfactionConnection>;
  /** The skill that routed it. Null when none did. */
  readonly skill?: Maybe<Skill>;
  /** The conversation's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /**
   * Tags that operators put on it, as far as iAdvize still has them; empty when there are none. Costs nothing for their ids
   * alone. Source: iAdvize, tags.
   */
  readonly tags?: Maybe<ReadonlyArray<Tag>>;
  /**
   * Transactions that are the outcome of this conversation, by id descending: those made during it or up to 48 hours after,
   * unless the account has another rule. Source: iAdvize, transactions.
   */
  readonly transactions?: Maybe<TransactionConnection>;
  /** The visitor, found by the unique id that the conversation carries. Null when iAdvize no longer has the visitor. */
  readonly visitor?: Maybe<ChatVisitor>;
  /** Unique id of the visitor, as `ChatVisitor.uniqueId` gives it; at hand without reading the visitor. */
  readonly visitorUid?: Maybe<Scalars['String']['output']>;
  /** Whether it went through the queue. */
  readonly waitingList?: Maybe<Scalars['Boolean']['output']>;
  /** The web site that it took place on. */
  readonly website?: Maybe<Website>;
  /** Id of the conversation in the chat's transport, a UUID. */
  readonly xmppId?: Maybe<Scalars['String']['output']>;
};


/**
 * A conversation between a visitor of a web site and an operator. iAdvize deprecates the resource in favour of `Conversation` of its
 * GraphQL API, through `searchClosedConversations` or `conversation`. Source: iAdvize, conversations.
 */
export type ConversationSatisfactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SatisfactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A conversation between a visitor of a web site and an operator. iAdvize deprecates the resource in favour of `Conversation` of its
 * GraphQL API, through `searchClosedConversations` or `conversation`. Source: iAdvize, conversations.
 */
export type ConversationTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of conversations. Items that do not change between two pages are neither repeated nor left out. */
export type ConversationConnection = {
  readonly __typename?: 'ConversationConnection';
  /** The conversations of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ConversationEdge>;
  /** The conversations of this page, without cursors. */
  readonly nodes: ReadonlyArray<Conversation>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of conversations over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all conversations for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A conversation within a page. */
export type ConversationEdge = {
  readonly __typename?: 'ConversationEdge';
  /** Where this conversation lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The conversation. */
  readonly node: Conversation;
};

/**
 * Which conversations to keep. All members given must match. Without `from` and `to`: the last 3 months, in joins too; `from`
 * alone: until now; `to` alone: the 3 months before it.
 */
export type ConversationFilter = {
  /** This channel, as iAdvize calls it: `chat`, `call` or `video`. 1 to 200 characters, not all of them blank. */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** Started at or after this instant. `from` after `to` is `BAD_USER_INPUT`, and so is a range of more than 10 years. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** With this operator: the global id of an Operator or its id in iAdvize. */
  readonly operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** Begun by this targeting rule: its id in iAdvize (digits). */
  readonly ruleId?: InputMaybe<Scalars['ID']['input']>;
  /** Routed by this skill: the global id of a Skill or its id in iAdvize. */
  readonly skillId?: InputMaybe<Scalars['ID']['input']>;
  /** With this tag: the global id of a Tag or its id in iAdvize. */
  readonly tagId?: InputMaybe<Scalars['ID']['input']>;
  /** Started before this instant. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** With this visitor: the global id of a ChatVisitor or its id in iAdvize. */
  readonly visitorId?: InputMaybe<Scalars['ID']['input']>;
  /** On this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
};

/** One entry in the history of a conversation. Source: iAdvize, `history` of a conversation. */
export type ConversationMessage = {
  readonly __typename?: 'ConversationMessage';
  /** Which side it came from. */
  readonly author: MessageAuthor;
  /**
   * What it is: `text`, `notification`, `link`, `rich` (rich content, given by its address), or, for an entry that iAdvize
   * does not describe, the upstream's own type number.
   */
  readonly kind?: Maybe<Scalars['String']['output']>;
  /** When it was sent, to the millisecond where iAdvize gives it, else to the second. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The text, the token of a notification such as `OPERATOR_CHAT_CLOSE`, or the address of a link or of rich content. Null
   * when the entry has none.
   */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** What the consent banner of a web site does. Source: Visual Visitor, configuration. */
export type CookieConsent = {
  readonly __typename?: 'CookieConsent';
  /** Text of the button that accepts. Null: the default. */
  readonly acceptLabel?: Maybe<Scalars['String']['output']>;
  /** Text of the button that declines. Null: the default. */
  readonly declineLabel?: Maybe<Scalars['String']['output']>;
  /** Whether a banner is shown. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** After how many seconds on the page consent is implied, 1 to 60. */
  readonly impliedDelaySeconds?: Maybe<Scalars['Int']['output']>;
  /** The banner's text. Null: the default. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** `opt_in` (tracking waits for consent) or `implied` (going on counts as consent); others may come. */
  readonly mode?: Maybe<Scalars['String']['output']>;
  /** Address of the privacy policy. Null when none is linked. */
  readonly policyUrl?: Maybe<Scalars['String']['output']>;
  /** Where consent must be given whatever the mode says: `US-CA` (California), `EU`, `CA` (Canada). */
  readonly strictRegions?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** The windows that a call with one credential must fit into, all at once. */
export type CredentialQuota = {
  readonly __typename?: 'CredentialQuota';
  /** Name of the credential, such as `key-1`. It never reveals the key. */
  readonly label: Scalars['String']['output'];
  /** The windows that apply, those shared with other credentials included. */
  readonly windows: ReadonlyArray<QuotaWindow>;
};

/** A field that the organiser added to an expo, to be used in texts. Source: Visit, expo by id. */
export type CustomField = {
  readonly __typename?: 'CustomField';
  /** The placeholder that stands for it in texts, such as `#custom:HASHTAG#`. */
  readonly customCode?: Maybe<Scalars['String']['output']>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number of its last edit in Visit, as text because it has up to 64 bits. */
  readonly revision?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit; such inner ids have 9 characters as a rule. */
  readonly sourceId: Scalars['String']['output'];
  /** What stands in for the placeholder; may be empty. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/**
 * The profile that NotifyVisitors keeps of a recipient; all of it is personal data, and no way leads to it without
 * `read:contact`. Source: NotifyVisitors, user data.
 */
export type CustomerProfile = Node & {
  readonly __typename?: 'CustomerProfile';
  /**
   * The profile's attributes, the account's own included, by name, as sent. They may hold names and addresses. Null when
   * there are none.
   */
  readonly attributes?: Maybe<Scalars['JSON']['output']>;
  /** Date of birth. Null when nothing is recorded. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** When the profile was made. Null when it is not told. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** E-mail address. Null when the profile has none, or when the text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Whether the recipient agreed to e-mail. Null when nothing is recorded. */
  readonly emailOptIn?: Maybe<Scalars['Boolean']['output']>;
  /** Given name, as sent. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Gender, as sent: `male`, `female`, `other`, or another. Null when nothing is recorded. */
  readonly gender?: Maybe<Scalars['String']['output']>;
  /** Global id; it holds the user id, and so is personal data. */
  readonly id: Scalars['ID']['output'];
  /** Family name, as sent. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** When the recipient was seen last on a site or in an app of the account. Null when never. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Mobile number, E.164 with `+` as a rule; as sent. */
  readonly mobile?: Maybe<Scalars['String']['output']>;
  /** Full name, as sent. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * The person of this profile: the user id, where that is an e-mail address, else the profile's address. Null without a
   * usable address.
   */
  readonly person?: Maybe<Person>;
  /** Whether the recipient agreed to SMS. Null when nothing is recorded. */
  readonly smsOptIn?: Maybe<Scalars['Boolean']['output']>;
  /** The profile's user id, at most 100 characters; for a profile reached from a Person it is the e-mail address. */
  readonly userId?: Maybe<Scalars['String']['output']>;
  /** Whether the recipient agreed to WhatsApp. Null when nothing is recorded. */
  readonly whatsappOptIn?: Maybe<Scalars['Boolean']['output']>;
};

/**
 * A contact made between a visitor and an exhibitor, started by either side: a scanned badge, a captured lead, a tapped
 * touchpoint. Visit itself calls it a connection. Source: Visit, connections; needs a key with the leads permission.
 */
export type Encounter = Node & {
  readonly __typename?: 'Encounter';
  /** What the exhibitor's own questions were answered with; empty when there were none. */
  readonly answers?: Maybe<ReadonlyArray<GivenAnswer>>;
  /**
   * The visitor's contact as the encounter itself carries it, without reading the visitor. Null when the registration was
   * deleted.
   */
  readonly contact?: Maybe<Contact>;
  /** What the encounter was about: a product, for example. Null when it was about nothing in particular. */
  readonly content?: Maybe<Content>;
  /** The expo that the encounter belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Free text that the exhibitor noted. Null when nothing was noted. */
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** The exhibitor. Null when it is no longer there. */
  readonly partner?: Maybe<Partner>;
  /** How the exhibitor rates the contact, 1 to 5. Null when it was not rated. */
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The encounter's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** When it was made. */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Which side made it, as sent: `visitor` or `partner`, or one that Visit adds. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The visitor. Null when the registration is no longer there. */
  readonly visitor?: Maybe<Visitor>;
};

/** One page of encounters. Items that do not change between two pages are neither repeated nor left out. */
export type EncounterConnection = {
  readonly __typename?: 'EncounterConnection';
  /** The encounters of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EncounterEdge>;
  /** The encounters of this page, without cursors. */
  readonly nodes: ReadonlyArray<Encounter>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of encounters over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all encounters for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An encounter within a page. */
export type EncounterEdge = {
  readonly __typename?: 'EncounterEdge';
  /** Where this encounter lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The encounter. */
  readonly node: Encounter;
};

/** Which encounters to keep. All members given must match. */
export type EncounterFilter = {
  /**
   * Only those that were about this content: the global id of a Content or its id in Visit. Answered from a complete copy
   * of the expo's encounters.
   */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those of this exhibitor: the global id of a Partner or its id in Visit. Answered from a complete copy of the
   * expo's encounters.
   */
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those of these types, as sent, such as `partner` or `visitor`. Null: all; an empty list is
   * `BAD_USER_INPUT`.
   */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Only those of this visitor: the global id of a Visitor or its id in Visit. Answered from a complete copy of the expo's
   * encounters.
   */
  readonly visitorId?: InputMaybe<Scalars['ID']['input']>;
};

/** An address, or a range of addresses, that is not tracked. Source: Visual Visitor, excluded IPs. */
export type ExcludedIp = Node & {
  readonly __typename?: 'ExcludedIp';
  /** When it was added. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id; it says whose account the record is of. */
  readonly id: Scalars['ID']['output'];
  /** IPv4 or IPv6 address, or a range in CIDR form. */
  readonly ip?: Maybe<Scalars['String']['output']>;
  /** What it is, as entered; it may name people. Null without a label. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** Its id in Visual Visitor, unique within the account. */
  readonly sourceId: Scalars['String']['output'];
};

/** One page of excluded addresses. Items that do not change between two pages are neither repeated nor left out. */
export type ExcludedIpConnection = {
  readonly __typename?: 'ExcludedIpConnection';
  /** The excluded addresses of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ExcludedIpEdge>;
  /** The excluded addresses of this page, without cursors. */
  readonly nodes: ReadonlyArray<ExcludedIp>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of excluded addresses over all pages: the upstream's own count, or the size of a complete and fresh copy. Null
   * when neither is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An excluded address within a page. */
export type ExcludedIpEdge = {
  readonly __typename?: 'ExcludedIpEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The excluded address. */
  readonly node: ExcludedIp;
};

/** One exhibition or other event, in one edition. Source: Visit. */
export type Expo = Node & {
  readonly __typename?: 'Expo';
  /** What visitors did at this expo, by revision ascending, as the root field `actions`. */
  readonly actions?: Maybe<ActionConnection>;
  /** Sessions and other activities of this expo, by revision ascending, as the root field `activities`. */
  readonly activities?: Maybe<ActivityConnection>;
  /** The organiser's contact as Visit keeps it: a display name and an e-mail address in one text. */
  readonly contactEmail?: Maybe<Scalars['String']['output']>;
  /** What this expo shows, by revision ascending, as the root field `contents`. */
  readonly contents?: Maybe<ContentConnection>;
  /**
   * Fields of the organiser's own. Costs a call for each expo that came from a list; none where the expo was read by
   * itself.
   */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** What the event is, in the organiser's words; empty or null when nothing was entered. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /**
   * Contacts made at this expo, by revision ascending, as the root field `encounters`. Needs a key with the leads
   * permission, else `UPSTREAM_FORBIDDEN`.
   */
  readonly encounters?: Maybe<EncounterConnection>;
  /** When the event ends. */
  readonly end?: Maybe<Scalars['DateTime']['output']>;
  /** Registration forms. Costs a call for each expo that came from a list; none where the expo was read by itself. */
  readonly forms?: Maybe<ReadonlyArray<RegistrationForm>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Licences of this expo, by revision ascending, as the root field `licenses`. */
  readonly licenses?: Maybe<LicenseConnection>;
  /** Places at the event. Costs a call for each expo that came from a list; none where the expo was read by itself. */
  readonly locations?: Maybe<ReadonlyArray<ExpoLocation>>;
  /** Name of the event. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Visitors with data from on site, by revision ascending, as the root field `participants`. */
  readonly participants?: Maybe<ParticipantConnection>;
  /**
   * What each kind of exhibitor is entitled to. Costs a call for each expo that came from a list; none where the expo was
   * read by itself.
   */
  readonly partnerSettings?: Maybe<ReadonlyArray<PartnerSetting>>;
  /** Exhibitors at this expo, by revision ascending, as the root field `partners`. */
  readonly partners?: Maybe<PartnerConnection>;
  /** Payments at this expo, by revision ascending, as the root field `payments`. */
  readonly payments?: Maybe<PaymentConnection>;
  /**
   * Profiling questions that visitors are asked. Costs a call for each expo that came from a list; none where the expo was
   * read by itself.
   */
  readonly questions?: Maybe<ReadonlyArray<ExpoQuestion>>;
  /** The organiser's own id for the event. Not unique. Null when none was set. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /**
   * How many registered and came, for each kind of registration. Costs a call for each expo that came from a list; none
   * where the expo was read by itself.
   */
  readonly registrationTypeStats?: Maybe<ReadonlyArray<RegistrationTypeStat>>;
  /** Kinds of registration. Costs a call for each expo that came from a list; none where the expo was read by itself. */
  readonly registrationTypes?: Maybe<ReadonlyArray<RegistrationType>>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The expo's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** When the event begins. */
  readonly start?: Maybe<Scalars['DateTime']['output']>;
  /** Time zone of the event, a name such as `Europe/Amsterdam`; old ones such as `US/Eastern` occur. */
  readonly timezone?: Maybe<Scalars['String']['output']>;
  /** Touchpoints of this expo, by revision ascending, as the root field `touchpoints`. */
  readonly touchpoints?: Maybe<TouchpointConnection>;
  /** Registrations for this expo, by revision ascending, as the root field `visitors`. */
  readonly visitors?: Maybe<VisitorConnection>;
  /** Webhooks at this expo, by source id ascending, as the root field `webhooks`. */
  readonly webhooks?: Maybe<WebhookConnection>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoActionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoActivitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoEncountersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EncounterFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartnerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoTouchpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TouchpointFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoVisitorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VisitorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One exhibition or other event, in one edition. Source: Visit. */
export type ExpoWebhooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An answer to choose. Source: Visit, expo by id. */
export type ExpoAnswer = {
  readonly __typename?: 'ExpoAnswer';
  /** The answer. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organiser's own id for it. Null when none was set. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Its place among the answers, ascending. */
  readonly sort?: Maybe<Scalars['Int']['output']>;
  /** Its id in Visit; such inner ids have 9 characters as a rule. */
  readonly sourceId: Scalars['String']['output'];
  /** How it is entered, as sent, such as `smallText`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** One page of expos. Items that do not change between two pages are neither repeated nor left out. */
export type ExpoConnection = {
  readonly __typename?: 'ExpoConnection';
  /** The expos of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ExpoEdge>;
  /** The expos of this page, without cursors. */
  readonly nodes: ReadonlyArray<Expo>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of expos over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all expos for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An expo within a page. */
export type ExpoEdge = {
  readonly __typename?: 'ExpoEdge';
  /** Where this expo lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The expo. */
  readonly node: Expo;
};

/** A place at an expo, such as a hall or an entrance. Source: Visit, expo by id, activities, touchpoints and actions. */
export type ExpoLocation = {
  readonly __typename?: 'ExpoLocation';
  /**
   * Which way people pass there, as sent, such as `in`. Null when none was set. Read with the expo, one call for all
   * records of it.
   */
  readonly direction?: Maybe<Scalars['String']['output']>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit; such inner ids have 9 characters as a rule. */
  readonly sourceId: Scalars['String']['output'];
};

/** A profiling question as an expo asks it. Visit gives these no id. Source: Visit, expo by id. */
export type ExpoQuestion = {
  readonly __typename?: 'ExpoQuestion';
  /** The answers to choose from. Null where Visit sends none, as for open questions. */
  readonly answers?: Maybe<ReadonlyArray<ExpoAnswer>>;
  /** Where it was defined, as sent: `organization` or `expo`. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** The question. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** In how many columns the form shows the answers. */
  readonly numberOfColumns?: Maybe<Scalars['Int']['output']>;
  /** The organiser's own id for it. Null when none was set. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** How it is answered, as sent, such as `checkBox` or `open`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** An answer that was given. Source: Visit, visitors and connections. */
export type GivenAnswer = {
  readonly __typename?: 'GivenAnswer';
  /** The answer that was chosen. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organiser's own id for it. Null when none was set. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit. Null when it was not sent. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** What was typed, where the answer is free text. Null for chosen answers. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** What one process of the gateway has seen since it started. */
export type Health = {
  readonly __typename?: 'Health';
  /** The held copies, by the name of their collection. Null while the store is away. */
  readonly collections?: Maybe<ReadonlyArray<HeldCollection>>;
  /** Fields that were not what the contract of their upstream says, most first. At most 200. */
  readonly drift: ReadonlyArray<ContractDrift>;
  /** Whether other workers listen on the same port, so that the next answer may be of another process. */
  readonly hasSiblings: Scalars['Boolean']['output'];
  /** Tells processes apart: opaque, another one after each start. */
  readonly process: Scalars['String']['output'];
  /** Operations that were refused, in whole or in part, by error code and consumer, most first. At most 200. */
  readonly refusals?: Maybe<ReadonlyArray<RefusalCount>>;
  /**
   * What its start took, in the order in which the steps began. The last ones may be under way: the process answers while
   * it fills the copies that the settings name.
   */
  readonly start: ReadonlyArray<StartStep>;
  /** When the process started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The tables that this process is reading for somebody, the oldest first. */
  readonly tables?: Maybe<ReadonlyArray<TableProgress>>;
  /** The upstreams that are configured. */
  readonly upstreams: ReadonlyArray<UpstreamHealth>;
};

/** The copies of one kind of record: several where expos or keys see different ones. */
export type HeldCollection = {
  readonly __typename?: 'HeldCollection';
  /** How many of them have been read to their end at least once. */
  readonly completeCopies: Scalars['Int']['output'];
  /** Copies that have been begun. */
  readonly copies: Scalars['Int']['output'];
  /** Name of the collection, such as `visit.visitors`. */
  readonly name: Scalars['String']['output'];
  /** When the copy that was up to date longest ago last was. Null when none has been complete. */
  readonly oldestAt?: Maybe<Scalars['DateTime']['output']>;
  /** Pages until all copies are complete, by what the upstream last said. 0 when all are; null where that is not known. */
  readonly pagesLeft?: Maybe<Scalars['Int']['output']>;
  /** Rows over all copies. */
  readonly rows: Scalars['Int']['output'];
  /**
   * How long the quota windows take to let these pages through in the lane of the key that asks, in seconds, if nobody
   * else calls. 0 where nothing is left or all of it may be read now; null where the pages are not known, or that
   * lane has no share of a window.
   */
  readonly secondsLeft?: Maybe<Scalars['Int']['output']>;
  /** Where its records come from. */
  readonly upstream: Upstream;
};

/**
 * Criteria of an ideal lead; an account-wide setting. All criteria must match, each by any of its values; an empty list
 * means "any". Source: Visual Visitor, ideal customer profiles.
 */
export type IdealCustomerProfile = Node & {
  readonly __typename?: 'IdealCustomerProfile';
  /** Cities, as entered. */
  readonly cities?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Countries (reference list `countries`). */
  readonly countries?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** When it was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Departments (reference list `departments`). */
  readonly departments?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** Numbers of employees (reference list `employee-ranges`). */
  readonly employeeRanges?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** Whether it is in use. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** Global id; it says whose account the record is of. */
  readonly id: Scalars['ID']['output'];
  /** Industries (reference list `industries`). Null when the upstream does not say; so for all lists here. */
  readonly industries?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Yearly revenues (reference list `revenue-ranges`). */
  readonly revenueRanges?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** Seniorities (reference list `seniorities`). */
  readonly seniorities?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** Its id in Visual Visitor, unique within the account. */
  readonly sourceId: Scalars['String']['output'];
  /** States or regions (reference list `states`). */
  readonly states?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** Job titles, as entered. */
  readonly titles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** When it was last changed. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One figure. Source: iAdvize, statistic. */
export type IndicatorValue = {
  readonly __typename?: 'IndicatorValue';
  /**
   * Currency of an amount, an ISO 4217 code such as `EUR`. Null for anything but amounts, and where the web sites covered have
   * several currencies or none: iAdvize has then added up what does not add up.
   */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** What it tells. */
  readonly indicator: StatisticIndicator;
  /**
   * The figure, in the indicator's unit. Null when the channel has no such indicator, when iAdvize no longer computes it, and
   * for rates and averages where there was nothing in the period.
   */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/**
 * An entry of the list of known customers. Entries are not checked when they are added. Source: Visual Visitor, known
 * customers.
 */
export type KnownCustomer = Node & {
  readonly __typename?: 'KnownCustomer';
  /** When it was added. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id; it says whose account the record is of. */
  readonly id: Scalars['ID']['output'];
  /** The person with this e-mail address. Null for a hash, and when the entry is no address. */
  readonly person?: Maybe<Person>;
  /** Its id in Visual Visitor, unique within the list of the account. */
  readonly sourceId: Scalars['String']['output'];
  /** `email` or `sha256`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The e-mail address as entered, or the SHA-256 of one in 64 hex digits, as `type` says. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** One page of known customers. Items that do not change between two pages are neither repeated nor left out. */
export type KnownCustomerConnection = {
  readonly __typename?: 'KnownCustomerConnection';
  /** The known customers of this page, each with its cursor. */
  readonly edges: ReadonlyArray<KnownCustomerEdge>;
  /** The known customers of this page, without cursors. */
  readonly nodes: ReadonlyArray<KnownCustomer>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of known customers over all pages: the upstream's own count, or the size of a complete and fresh copy. Null
   * when neither is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A known customer within a page. */
export type KnownCustomerEdge = {
  readonly __typename?: 'KnownCustomerEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The known customer. */
  readonly node: KnownCustomer;
};

/** A label that the organiser defined, for exhibitors and contents. Source: Visit. */
export type Label = {
  readonly __typename?: 'Label';
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit. */
  readonly sourceId: Scalars['String']['output'];
};

/**
 * A company or a person that Visual Visitor identified on the web site, with what it looked at. Known customers come
 * without any location. Values are the upstream's; null means that it has none.
 */
export type Lead = Node & {
  readonly __typename?: 'Lead';
  /**
   * Street and number: of the company (+Employee) or of the person (+Person). Part of a person's address, so it
   * needs `read:contact`, for both products as `city`. Null for known customers of +Person.
   */
  readonly address?: Maybe<Scalars['String']['output']>;
  /**
   * The campaign that brought this lead: the lifetime report of the campaign whose name equals `utmCampaign` (trimmed,
   * case-sensitive) among the reports of the last 90 days; of several, the one sent last. Null without a `utmCampaign` or
   * without such a campaign. Source: NotifyVisitors, campaign reports.
   */
  readonly campaignReport?: Maybe<CampaignReport>;
  /**
   * City: of the company (+Employee) or of the person (+Person). Part of a person's address, so it needs `read:contact`,
   * for both products so that one rule holds for the field. Null for known customers of +Person.
   */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** The company with this lead's domain. Null for +Person and for a lead without a domain. */
  readonly company?: Maybe<Company>;
  /** Visual Visitor's id of the company. Always null for +Person. */
  readonly companyId?: Maybe<Scalars['String']['output']>;
  /** Name of the company (+Employee), or of the person's employer (+Person). */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** Country, as sent; too coarse to be an address. Null for known customers of +Person. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /**
   * Web domain of the company, in lower case, without scheme, `www.`, port and path. Always null for +Person, and null
   * when the upstream's text is no domain.
   */
  readonly domain?: Maybe<Scalars['String']['output']>;
  /** E-mail address. Always null for +Employee, and null when the upstream's text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** The number of employees. Null without a code. */
  readonly employeeRange?: Maybe<ReferenceEntry>;
  /** Code of the number of employees (reference list `employee-ranges`). */
  readonly employeeRangeCode?: Maybe<Scalars['String']['output']>;
  /** Given name. Always null for +Employee. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Start of the first visit. */
  readonly firstVisitAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the company matches an ideal customer profile. Always null for +Person. */
  readonly icpMatch?: Maybe<Scalars['Boolean']['output']>;
  /** Global id; stands for the account, the product and the source id together. */
  readonly id: Scalars['ID']['output'];
  /** When the person was identified. Always null for +Employee. */
  readonly identifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The industry of the company. Null without a code. */
  readonly industry?: Maybe<ReferenceEntry>;
  /**
   * Code of the industry of the company (reference list `industries`). Always null for +Person; so for all codes
   * here.
   */
  readonly industryCode?: Maybe<Scalars['String']['output']>;
  /** Whether it is on the account's list of known customers. */
  readonly isKnownCustomer?: Maybe<Scalars['Boolean']['output']>;
  /** Family name. Always null for +Employee. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** Start of the latest visit. Ranges of leads and their order go by it. */
  readonly lastVisitAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Address of the LinkedIn page: of the company (+Employee) or of the person (+Person). It needs `read:contact` for
   * both, so that one rule holds for the field.
   */
  readonly linkedInUrl?: Maybe<Scalars['String']['output']>;
  /** Pages viewed, over all visits. */
  readonly pageViews?: Maybe<Scalars['Int']['output']>;
  /** The person with this lead's e-mail address. Null for +Employee and for a lead without an address. */
  readonly person?: Maybe<Person>;
  /**
   * Phone number as sent: of the company (+Employee) or of the person (+Person). It needs `read:contact` for both, so that
   * one rule holds for the field.
   */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /**
   * Postal code: of the company (+Employee) or of the person (+Person). Part of a person's address, so it needs
   * `read:contact`, for both products as `city`. Null for known customers of +Person.
   */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** The product that identified it. It decides which fields can have a value. */
  readonly product: LeadProduct;
  /**
   * What Who To Contact knows of the company. Null for +Person, and when it does not know it, unless only its id is
   * selected. One call for up to 200 of them.
   */
  readonly prospectCompany?: Maybe<ProspectCompany>;
  /** Address of the page that led to the web site. Null for a direct visit. */
  readonly referrer?: Maybe<Scalars['String']['output']>;
  /** The yearly revenue. Null without a code. */
  readonly revenueRange?: Maybe<ReferenceEntry>;
  /** Code of the yearly revenue (reference list `revenue-ranges`). */
  readonly revenueRangeCode?: Maybe<Scalars['String']['output']>;
  /** The lead's id in Visual Visitor, unique within the product. */
  readonly sourceId: Scalars['String']['output'];
  /** State or region, as sent; too coarse to be an address. Null for known customers of +Person. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** Job title. Always null for +Employee. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** `utm_campaign` of the address that the visit came with, as sent; `campaignReport` compares it trimmed. */
  readonly utmCampaign?: Maybe<Scalars['String']['output']>;
  /** `utm_medium` of the address that the visit came with. */
  readonly utmMedium?: Maybe<Scalars['String']['output']>;
  /** `utm_source` of the address that the visit came with. */
  readonly utmSource?: Maybe<Scalars['String']['output']>;
  /** Number of visits. */
  readonly visitCount?: Maybe<Scalars['Int']['output']>;
  /** The single visits with their pages. May cost one call per lead, when only a list row is held. */
  readonly visits?: Maybe<ReadonlyArray<LeadVisit>>;
};

/** One page of leads. Items that do not change between two pages are neither repeated nor left out. */
export type LeadConnection = {
  readonly __typename?: 'LeadConnection';
  /** The leads of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LeadEdge>;
  /** The leads of this page, without cursors. */
  readonly nodes: ReadonlyArray<Lead>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of leads over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all leads for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A lead within a page. */
export type LeadEdge = {
  readonly __typename?: 'LeadEdge';
  /** Where this lead lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The lead. */
  readonly node: Lead;
};

/** Which leads to keep. All members given must match. Without `from` and `to`: the last 90 days. */
export type LeadFilter = {
  /**
   * Cities, whole; case is ignored. Needs `read:contact`. Any of these; up to 200, none blank. An empty list does
   * not narrow.
   */
  readonly cities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Company names that contain this text; case is ignored. */
  readonly companyName?: InputMaybe<Scalars['String']['input']>;
  /**
   * Countries: codes of the reference list `countries`. Needs `read:contact`. Any of these; up to 200, none blank.
   * An empty list does not narrow.
   */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Global id of a ResellerCustomer or its id in Visual Visitor (digits): that customer's, for which the gateway's key
   * must be a partner's (else `UPSTREAM_FORBIDDEN`). Null: the account's own.
   */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This web domain, compared without scheme, `www.`, port, path and case. Only +Employee leads have one. A text that is
   * no domain is `BAD_USER_INPUT`.
   */
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  /** This e-mail address. Only +Person leads have one. */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /**
   * Numbers of employees: codes of the reference list `employee-ranges`. Any of these; up to 200, none blank. An
   * empty list does not narrow.
   */
  readonly employeeRanges?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Exactly this given name, trimmed; case is ignored. Only +Person leads have one. Needs `read:contact`, as `email`
   * does. A blank one is `BAD_USER_INPUT`.
   */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** Last visit at or after this instant. Null: 00:00 UTC 90 days before today. `from` after `to` is `BAD_USER_INPUT`. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only leads that match an ideal customer profile, or only those that do not. Null: both. */
  readonly icpMatch?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether known customers are kept. Null: they are. */
  readonly includeKnownCustomers?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Industries of companies: codes of the reference list `industries`. A code that Visual Visitor does not know is
   * `UPSTREAM_REJECTED` where it is asked. Any of these; up to 200, none blank. An empty list does not narrow.
   */
  readonly industries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Exactly this family name, trimmed; case is ignored. Only +Person leads have one. Needs `read:contact`. A blank one is
   * `BAD_USER_INPUT`.
   */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** At least this many pages viewed, 0 or more; a negative number is `BAD_USER_INPUT`. */
  readonly minPageViews?: InputMaybe<Scalars['Int']['input']>;
  /** Somebody viewed a page whose address contains this text; case is ignored. */
  readonly pageUrlContains?: InputMaybe<Scalars['String']['input']>;
  /** The referrer contains this text; case is ignored. */
  readonly referrerContains?: InputMaybe<Scalars['String']['input']>;
  /**
   * Yearly revenues: codes of the reference list `revenue-ranges`. Any of these; up to 200, none blank. An empty
   * list does not narrow.
   */
  readonly revenueRanges?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * States or regions: codes of the reference list `states`. Needs `read:contact`. Any of these; up to 200, none
   * blank. An empty list does not narrow.
   */
  readonly states?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Last visit before this instant. Null: the end of today, UTC. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Exactly this utm campaign, trimmed, case-sensitive. Visual Visitor cannot filter by it, so all leads of the range are
   * read.
   */
  readonly utmCampaign?: InputMaybe<Scalars['String']['input']>;
  /** Postal codes. Needs `read:contact`. Any of these; up to 200, none blank. An empty list does not narrow. */
  readonly zipCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** One page viewed in a visit. Source: Visual Visitor. */
export type LeadPage = {
  readonly __typename?: 'LeadPage';
  /** Title of the page. Null when it was not recorded. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Address of the page. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** When it was opened. */
  readonly viewedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The two products of Visual Visitor that identify visitors of a web site. */
export type LeadProduct =
  /** +Employee: the company behind a visit. Such a lead names no person. */
  | 'PLUS_EMPLOYEE'
  /** +Person: the person behind a visit. Such a lead has no web domain of its own. */
  | 'PLUS_PERSON';

/** One visit of a lead to the web site. Source: Visual Visitor. */
export type LeadVisit = {
  readonly __typename?: 'LeadVisit';
  /** How long it lasted, in seconds. */
  readonly durationSeconds?: Maybe<Scalars['Int']['output']>;
  /** Address of the first page. */
  readonly entryPage?: Maybe<Scalars['String']['output']>;
  /** The pages viewed; empty when none was recorded. */
  readonly pages?: Maybe<ReadonlyArray<LeadPage>>;
  /** When it began. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The right to use hardware or software of Visit, for the event itself or for an exhibitor. Source: Visit, licenses. */
export type License = Node & {
  readonly __typename?: 'License';
  /** How many activations there have been. */
  readonly activationCount?: Maybe<Scalars['Int']['output']>;
  /** How many activations are allowed. */
  readonly activationMax?: Maybe<Scalars['Int']['output']>;
  /**
   * The code that activates a device. Whoever has it can use the licence up: needs the scope `read:contact`. Null when
   * there is none.
   */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** The expo that the licence belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** The exhibitor that it belongs to. Null when it belongs to the event. */
  readonly partner?: Maybe<Partner>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The licence's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** What it is for, as sent: `touchpoint`, `scan`, `badge`, `app`, or one that Visit adds. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** One page of licences. Items that do not change between two pages are neither repeated nor left out. */
export type LicenseConnection = {
  readonly __typename?: 'LicenseConnection';
  /** The licences of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LicenseEdge>;
  /** The licences of this page, without cursors. */
  readonly nodes: ReadonlyArray<License>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of licences over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all licences for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A licence within a page. */
export type LicenseEdge = {
  readonly __typename?: 'LicenseEdge';
  /** Where this licence lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The licence. */
  readonly node: License;
};

/** Which licences to keep. All members given must match. */
export type LicenseFilter = {
  /**
   * Only those of this exhibitor: the global id of a Partner or its id in Visit. Answered from a complete copy of the
   * expo's licences.
   */
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those of these types, as sent, such as `scan` or `app`. Null: all; an empty list is
   * `BAD_USER_INPUT`.
   */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Whose live state to show. All members given must match. */
export type LiveOperatorFilter = {
  /** True: all who are signed in; false: those who are not, but have signed in at least once. Absent: only those who are available. */
  readonly connected?: InputMaybe<Scalars['Boolean']['input']>;
  /** This e-mail address. Needs `read:contact`. */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** This id of the customer's own system. 1 to 200 characters, not all of them blank. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** Members of this group: the global id of an OperatorGroup or its id in iAdvize. */
  readonly groupId?: InputMaybe<Scalars['ID']['input']>;
  /** This operator: its global id or its id in iAdvize. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This family name. `*` stands for any text, at the start, the end or both, such as `*uli*`. Needs
   * `read:contact`. 1 to 200 characters, not all of them blank.
   */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Operators with this skill: the global id of a Skill or its id in iAdvize. */
  readonly skillId?: InputMaybe<Scalars['ID']['input']>;
  /** Operators of this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
  /** Operators of any of these web sites, 1 to 100: global ids of a Website or ids in iAdvize. */
  readonly websiteIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Which side an entry of a conversation came from. */
export type MessageAuthor =
  /** The operator. */
  | 'OPERATOR'
  /** The software: joining, handover, closing and the like. */
  | 'SYSTEM'
  /** iAdvize does not say, or says it in a way that is not known here. */
  | 'UNKNOWN'
  /** The visitor of the web site. */
  | 'VISITOR';

/** A record that can be read again by its global id, with `node` or `nodes`. */
export type Node = {
  /**
   * Global id: opaque text, the same over restarts, replicas and versions. It is accepted wherever the type's id is asked
   * for.
   */
  readonly id: Scalars['ID']['output'];
};

/** A person who answers visitors of a web site. The key for signing in as the operator is never read out. Source: iAdvize. */
export type Operator = Node & {
  readonly __typename?: 'Operator';
  /** How the operator picks up calls. Null where iAdvize sends nothing about it. */
  readonly callConfig?: Maybe<CallConfig>;
  /** Whether the operator can handle calls. */
  readonly callEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Priority of the operator in calls, as sent: 0 or 10. */
  readonly callPriority?: Maybe<Scalars['Int']['output']>;
  /** Whether the operator can handle a chat and a call at once. */
  readonly chatAndCall?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the operator can handle chats. */
  readonly chatEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** How many chats the operator can handle at once. */
  readonly chatMaxNumber?: Maybe<Scalars['Int']['output']>;
  /** Priority of the operator in chat, as sent: 0 or 10. */
  readonly chatPriority?: Maybe<Scalars['Int']['output']>;
  /** Whether the operator can go on from a chat to video. */
  readonly chatToVideo?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Conversations that name this operator, by id descending. A conversation that was handed over names one operator only.
   * Source: iAdvize, conversations.
   */
  readonly conversations?: Maybe<ConversationConnection>;
  /** E-mail address of the account. Null when the upstream's text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** The id of this operator in the customer's own system. Null when none was set. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** The one group that the operator belongs to. Null when in none. Source: iAdvize, groups. */
  readonly group?: Maybe<OperatorGroup>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Language of the desk that the operator works at, as sent: `de`, `en`, `es` or `fr`. */
  readonly languageAdmin?: Maybe<Scalars['String']['output']>;
  /** Languages that the operator handles, ISO 639-1. */
  readonly languages?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Family name. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** What the operator is doing now. May cost one call per operator. Source: iAdvize, operator live. */
  readonly live?: Maybe<OperatorLive>;
  /** The person with the operator's e-mail address. Null without a usable address. */
  readonly person?: Maybe<Person>;
  /**
   * What the operator tells about themselves. Null when the operator is no longer there; its members are null where nothing
   * was told. One call per operator. Source: iAdvize, operator profile.
   */
  readonly profile?: Maybe<OperatorProfile>;
  /** The name that visitors see. It is public and needs no `read:contact`. */
  readonly pseudo?: Maybe<Scalars['String']['output']>;
  /**
   * The one role of before there were several, as sent: `operator`, `manager` or `admin`.
   * @deprecated iAdvize deprecates it: use `roles`.
   */
  readonly role?: Maybe<Scalars['String']['output']>;
  /** What the operator may do, as sent: `expert`, `operator`, `manager`, `admin`, or one that iAdvize adds. */
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * Answers to the survey after this operator's conversations, by id descending. Source: iAdvize, satisfactions.
   * @deprecated iAdvize no longer maintains this resource; its successor is satisfactionSurveyResponses of iAdvize's own GraphQL API.
   */
  readonly satisfactions?: Maybe<SatisfactionConnection>;
  /**
   * Skills of the operator, as far as iAdvize still has them; empty when there are none. Costs nothing for their ids alone.
   * Source: iAdvize, skills.
   */
  readonly skills?: Maybe<ReadonlyArray<Skill>>;
  /** The operator's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /**
   * Figures over all time; they cannot be restricted to a period. One call per operator. Source: iAdvize, operator
   * statistic.
   */
  readonly statistic?: Maybe<OperatorStatistic>;
  /** Transactions that are the outcome of this operator's conversations, by id descending. Source: iAdvize, transactions. */
  readonly transactions?: Maybe<TransactionConnection>;
  /** Whether the operator can handle video. */
  readonly videoEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Priority of the operator in video, as sent: 0 or 10. */
  readonly videoPriority?: Maybe<Scalars['Int']['output']>;
  /**
   * Web sites that the operator works for, as far as the configured keys can see them. Costs nothing for their ids alone;
   * then those that no key can see are named too. Source: iAdvize, websites.
   */
  readonly websites?: Maybe<ReadonlyArray<Website>>;
};


/** A person who answers visitors of a web site. The key for signing in as the operator is never read out. Source: iAdvize. */
export type OperatorConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person who answers visitors of a web site. The key for signing in as the operator is never read out. Source: iAdvize. */
export type OperatorSatisfactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SatisfactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person who answers visitors of a web site. The key for signing in as the operator is never read out. Source: iAdvize. */
export type OperatorTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of operators. Items that do not change between two pages are neither repeated nor left out. */
export type OperatorConnection = {
  readonly __typename?: 'OperatorConnection';
  /** The operators of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OperatorEdge>;
  /** The operators of this page, without cursors. */
  readonly nodes: ReadonlyArray<Operator>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of operators over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all operators for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An operator within a page. */
export type OperatorEdge = {
  readonly __typename?: 'OperatorEdge';
  /** Where this operator lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The operator. */
  readonly node: Operator;
};

/** Which operators to keep. All members given must match. */
export type OperatorFilter = {
  /** This e-mail address. Needs `read:contact`. */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** This id of the customer's own system. 1 to 200 characters, not all of them blank. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** Members of this group: the global id of an OperatorGroup or its id in iAdvize. */
  readonly groupId?: InputMaybe<Scalars['ID']['input']>;
  /** This operator: its global id or its id in iAdvize. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This family name. `*` stands for any text, at the start, the end or both, such as `*uli*`. Needs
   * `read:contact`. 1 to 200 characters, not all of them blank.
   */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Operators with this skill: the global id of a Skill or its id in iAdvize. */
  readonly skillId?: InputMaybe<Scalars['ID']['input']>;
  /** Operators of this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
  /** Operators of any of these web sites, 1 to 100: global ids of a Website or ids in iAdvize. */
  readonly websiteIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A group of operators. Groups form a tree. Source: iAdvize, groups. */
export type OperatorGroup = Node & {
  readonly __typename?: 'OperatorGroup';
  /** When it was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the group. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Members of the group, by id descending. Source: iAdvize, operators. */
  readonly operators?: Maybe<OperatorConnection>;
  /** The group above. Null at the top. Costs nothing for its id alone. */
  readonly parent?: Maybe<OperatorGroup>;
  /** The groups above, from the top down; empty at the top. Costs nothing for their ids alone. */
  readonly parents?: Maybe<ReadonlyArray<OperatorGroup>>;
  /** The group's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
};


/** A group of operators. Groups form a tree. Source: iAdvize, groups. */
export type OperatorGroupOperatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of groups. Items that do not change between two pages are neither repeated nor left out. */
export type OperatorGroupConnection = {
  readonly __typename?: 'OperatorGroupConnection';
  /** The groups of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OperatorGroupEdge>;
  /** The groups of this page, without cursors. */
  readonly nodes: ReadonlyArray<OperatorGroup>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of groups over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all groups for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A group within a page. */
export type OperatorGroupEdge = {
  readonly __typename?: 'OperatorGroupEdge';
  /** Where this group lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The group. */
  readonly node: OperatorGroup;
};

/** Which groups to keep. */
export type OperatorGroupFilter = {
  /** Those right below this group: its global id or its id in iAdvize. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** What an operator is doing at this moment. Fresh for a few seconds only. Source: iAdvize, operator live. */
export type OperatorLive = {
  readonly __typename?: 'OperatorLive';
  /** State of the call channel. */
  readonly call?: Maybe<ChannelLive>;
  /** State of the chat channel. */
  readonly chat?: Maybe<ChannelLive>;
  /** Whether the operator is signed in. */
  readonly connected?: Maybe<Scalars['Boolean']['output']>;
  /** The operator. Null when no longer there. Costs nothing for the id alone. */
  readonly operator?: Maybe<Operator>;
  /** State of the video channel. */
  readonly video?: Maybe<ChannelLive>;
};

/**
 * What an operator tells about themselves. All of it is personal, and `Operator.profile` needs `read:contact`. Source: iAdvize,
 * operator profile.
 */
export type OperatorProfile = {
  readonly __typename?: 'OperatorProfile';
  /** City. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country, as sent. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** A description, written by the operator. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Name at Facebook. */
  readonly facebook?: Maybe<Scalars['String']['output']>;
  /** A short text about the present, written by the operator. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Name at Twitter. */
  readonly twitter?: Maybe<Scalars['String']['output']>;
};

/** Figures of an operator over all time. Source: iAdvize, operator statistic. */
export type OperatorStatistic = {
  readonly __typename?: 'OperatorStatistic';
  /** Number of conversations handled. */
  readonly conversationCount?: Maybe<Scalars['Int']['output']>;
  /** Experience points that iAdvize awarded. */
  readonly experiencePoints?: Maybe<Scalars['Int']['output']>;
  /**
   * Average satisfaction with the operator's conversations, a fraction from 0 to 1. Null where nobody was asked.
   * @deprecated iAdvize deprecates it: satisfaction is in its GraphQL API, `satisfactionSurveyResponses`.
   */
  readonly satisfactionGlobalRate?: Maybe<Scalars['Float']['output']>;
};

/** Where a page lies within its connection. Paging is forward only: pass `endCursor` as `after`. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last item of the page, the `after` of the next one. Null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether items follow this page; always exact. Selecting it may cost one upstream call, when the answer is not known. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item of the page. Null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/**
 * What was recorded of a visitor on site. A visitor who counts as no-show can still have attendance data. Source: Visit,
 * participants.
 */
export type Participant = Node & {
  readonly __typename?: 'Participant';
  /** Sessions that the visitor took part in; empty when none was recorded. */
  readonly activities?: Maybe<ReadonlyArray<AttendedActivity>>;
  /** First arrival. Null when none was recorded. */
  readonly arrivalTime?: Maybe<Scalars['DateTime']['output']>;
  /** Number of days attended; each day counts once. */
  readonly daysAttended?: Maybe<Scalars['Int']['output']>;
  /** Last departure. Null when none was recorded. */
  readonly departureTime?: Maybe<Scalars['DateTime']['output']>;
  /** Time spent inside, in seconds, absences left out. Visit computes it at the end of the day; null until then. */
  readonly dwellingSeconds?: Maybe<Scalars['Int']['output']>;
  /** The expo that the participant belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and visitor together. It is not the id of the Visitor. */
  readonly id: Scalars['ID']['output'];
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** `show` or `noShow`, by the rule that the event set; as sent. */
  readonly showState?: Maybe<Scalars['String']['output']>;
  /** The id in Visit, 13 characters of `0-9a-z`: the same as the visitor's. */
  readonly sourceId: Scalars['String']['output'];
  /** The registration. Null when it is no longer there. */
  readonly visitor?: Maybe<Visitor>;
};

/** One page of participants. Items that do not change between two pages are neither repeated nor left out. */
export type ParticipantConnection = {
  readonly __typename?: 'ParticipantConnection';
  /** The participants of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ParticipantEdge>;
  /** The participants of this page, without cursors. */
  readonly nodes: ReadonlyArray<Participant>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of participants over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all participants for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A participant within a page. */
export type ParticipantEdge = {
  readonly __typename?: 'ParticipantEdge';
  /** Where this participant lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The participant. */
  readonly node: Participant;
};

/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type Partner = Node & {
  readonly __typename?: 'Partner';
  /** What visitors did at the exhibitor, by revision ascending. Source: Visit, actions. */
  readonly actions?: Maybe<ActionConnection>;
  /** Number of the booth. Null when none was assigned. */
  readonly boothNumber?: Maybe<Scalars['String']['output']>;
  /** Size of the booth, free text as the organiser entered it. Null when none was entered. */
  readonly boothSize?: Maybe<Scalars['String']['output']>;
  /** The company with the domain of the contact's web site, else of its e-mail address. Null when neither gives a domain. */
  readonly company?: Maybe<Company>;
  /** The company's contact record with its leading contact person. Null on a deleted exhibitor. */
  readonly contact?: Maybe<Contact>;
  /** The exhibitor's profile and its products, by revision ascending. Source: Visit, contents. */
  readonly contents?: Maybe<ContentConnection>;
  /** Whether it was deleted. Deleted ones are listed with `showDeleted` only. */
  readonly deleted: Scalars['Boolean']['output'];
  /**
   * Contacts made with visitors, by revision ascending. Needs a key with the leads permission, else `UPSTREAM_FORBIDDEN`.
   * Source: Visit, connections.
   */
  readonly encounters?: Maybe<EncounterConnection>;
  /** The expo that the company exhibits at. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Labels that the organiser gave the exhibitor. */
  readonly labels?: Maybe<ReadonlyArray<Label>>;
  /** Language of the exhibitor, ISO 639-1 as a rule, such as `en`. */
  readonly language?: Maybe<Scalars['String']['output']>;
  /** Licences of the exhibitor, by revision ascending. Source: Visit, licenses. */
  readonly licenses?: Maybe<LicenseConnection>;
  /** Name of the exhibiting company. Null on a deleted exhibitor. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Payments of the exhibitor, by revision ascending. Source: Visit, payments. */
  readonly payments?: Maybe<PaymentConnection>;
  /** The kind of exhibitor. Null on a deleted exhibitor. */
  readonly registrationType?: Maybe<RegistrationType>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The exhibitor's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** Words that the organiser marked the exhibitor with. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Touchpoints of the exhibitor, by revision ascending. Source: Visit, touchpoints. */
  readonly touchpoints?: Maybe<TouchpointConnection>;
  /**
   * Team members and invited guests, state `registered`, deleted ones left out, by revision ascending; `partnerRole` tells
   * them apart.
   */
  readonly visitors?: Maybe<VisitorConnection>;
};


/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type PartnerActionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type PartnerContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type PartnerEncountersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type PartnerLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type PartnerPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type PartnerTouchpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that exhibits at one expo. A deleted one has little more than its id and revision. Source: Visit, partners. */
export type PartnerVisitorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of exhibitors. Items that do not change between two pages are neither repeated nor left out. */
export type PartnerConnection = {
  readonly __typename?: 'PartnerConnection';
  /** The exhibitors of this page, each with its cursor. */
  readonly edges: ReadonlyArray<PartnerEdge>;
  /** The exhibitors of this page, without cursors. */
  readonly nodes: ReadonlyArray<Partner>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of exhibitors over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all exhibitors for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An exhibitor within a page. */
export type PartnerEdge = {
  readonly __typename?: 'PartnerEdge';
  /** Where this exhibitor lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The exhibitor. */
  readonly node: Partner;
};

/** Which exhibitors to keep. All members given must match. */
export type PartnerFilter = {
  /** The contact with this id of Visit, as in `Contact.sourceId`; at most one exhibitor per expo matches. */
  readonly contactId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The contact with this foreign id, as the organiser set it; at most one exhibitor per expo matches. An empty text is
   * `BAD_USER_INPUT`.
   */
  readonly contactReference?: InputMaybe<Scalars['String']['input']>;
  /** Whether deleted exhibitors are listed too. Visit keeps of them little more than id and revision. */
  readonly showDeleted?: Scalars['Boolean']['input'];
};

/** What exhibitors of one kind are entitled to. Source: Visit, expo by id. */
export type PartnerSetting = {
  readonly __typename?: 'PartnerSetting';
  /** The kind of exhibitor. */
  readonly registrationType?: Maybe<RegistrationType>;
  /** The kinds of staff that such an exhibitor may register. */
  readonly staff?: Maybe<ReadonlyArray<StaffType>>;
};

/** A payment in the shop of an event. Source: Visit, payments. */
export type Payment = Node & {
  readonly __typename?: 'Payment';
  /** Amount in units of `currency` (euros, not cents). */
  readonly amount?: Maybe<Scalars['Float']['output']>;
  /** Currency of the amount, ISO 4217 as a rule, such as `EUR`. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** The expo that the payment belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** How it is paid, as sent: `card`, `invoice`, `manual`, `free`, or one that Visit adds. */
  readonly method?: Maybe<Scalars['String']['output']>;
  /** Id in Visit of the order that it belongs to; orders themselves cannot be read. */
  readonly orderId?: Maybe<Scalars['String']['output']>;
  /** The exhibitor that pays. Null when it is none. */
  readonly partner?: Maybe<Partner>;
  /** Reference of the payment. Null when there is none. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The payment's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** How far it is, as sent: `pending`, `paid`, `denied`, `refunded`, `cancelled`, or one that Visit adds. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** The registration that it is for. Null when it is for none. */
  readonly visitor?: Maybe<Visitor>;
};

/** One page of payments. Items that do not change between two pages are neither repeated nor left out. */
export type PaymentConnection = {
  readonly __typename?: 'PaymentConnection';
  /** The payments of this page, each with its cursor. */
  readonly edges: ReadonlyArray<PaymentEdge>;
  /** The payments of this page, without cursors. */
  readonly nodes: ReadonlyArray<Payment>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of payments over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all payments for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A payment within a page. */
export type PaymentEdge = {
  readonly __typename?: 'PaymentEdge';
  /** Where this payment lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The payment. */
  readonly node: Payment;
};

/** Which payments to keep. All members given must match. */
export type PaymentFilter = {
  /** Only those by these methods, as sent, such as `invoice` or `card`. Null: all; an empty list is `BAD_USER_INPUT`. */
  readonly methods?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Only those of this exhibitor: the global id of a Partner or its id in Visit. Answered from a complete copy of the
   * expo's payments.
   */
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those in these states, as sent, such as `pending` or `paid`. Null: all; an empty list is `BAD_USER_INPUT`. */
  readonly states?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Only those for this registration: the global id of a Visitor or its id in Visit. Answered from a complete copy of the
   * expo's payments.
   */
  readonly visitorId?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * One human being, joined over all upstreams on the e-mail address. Addresses are compared trimmed and in lower case.
 * Whatever leads here needs `read:contact`.
 */
export type Person = Node & {
  readonly __typename?: 'Person';
  /**
   * The chat visitors with this address; empty when there are none. Source: iAdvize, visitors. iAdvize cannot look up an
   * address, so this is answered from a complete copy of its visitors; `DEADLINE_EXCEEDED` while that copy is being filled.
   */
  readonly chatVisitors?: Maybe<ReadonlyArray<ChatVisitor>>;
  /**
   * Conversations of all chat visitors with this address in the last 3 months, by id descending. Source: iAdvize,
   * conversations.
   */
  readonly conversations?: Maybe<ConversationConnection>;
  /** The address that joins the records, trimmed and in lower case. */
  readonly email: Scalars['EmailAddress']['output'];
  /**
   * Contacts between this person and exhibitors, over all expos, by revision ascending. Source: Visit, connections; a key
   * without the leads permission gives `UPSTREAM_FORBIDDEN`.
   */
  readonly encounters?: Maybe<EncounterConnection>;
  /**
   * Given name: the first non-blank of the Visit contact with the highest revision, the iAdvize operator, the iAdvize chat
   * visitor, the NotifyVisitors profile and the newest +Person lead of Visual Visitor. They are asked in this order, and no
   * further once one has a name. Null when none has one.
   */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Global id. It stands for the address and is therefore personal data itself. */
  readonly id: Scalars['ID']['output'];
  /** Family name, found in the same places and order as `firstName`. Null when none has one. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /**
   * Visits of this person to the web site: the +Person leads with this address, last visit within the last 90 days (from
   * 00:00 UTC 90 days before today to the end of today, UTC), latest visit first. Source: Visual Visitor, +Person leads.
   */
  readonly leads?: Maybe<LeadConnection>;
  /** The operator account with this address. Null when this person is not an operator. Source: iAdvize, operators. */
  readonly operator?: Maybe<Operator>;
  /**
   * The marketing profile whose user id is this address. Null when there is none. Source: NotifyVisitors, user data; one call
   * per person.
   */
  readonly profile?: Maybe<CustomerProfile>;
  /**
   * Transactions with this e-mail address in the month that ends with today in Paris, by id descending. iAdvize has no such
   * look-up: they come from a held copy of all transactions of that month, one call per 100 to fill it. It sees new ones when
   * they are published, and edits within a day. Source: iAdvize, transactions.
   */
  readonly transactions?: Maybe<TransactionConnection>;
  /**
   * Registrations of this person in the state `registered`, deleted ones left out, by revision ascending. Source: Visit,
   * visitors, matched on the contact's e-mail.
   */
  readonly visitors?: Maybe<VisitorConnection>;
};


/**
 * One human being, joined over all upstreams on the e-mail address. Addresses are compared trimmed and in lower case.
 * Whatever leads here needs `read:contact`.
 */
export type PersonConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One human being, joined over all upstreams on the e-mail address. Addresses are compared trimmed and in lower case.
 * Whatever leads here needs `read:contact`.
 */
export type PersonEncountersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One human being, joined over all upstreams on the e-mail address. Addresses are compared trimmed and in lower case.
 * Whatever leads here needs `read:contact`.
 */
export type PersonLeadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One human being, joined over all upstreams on the e-mail address. Addresses are compared trimmed and in lower case.
 * Whatever leads here needs `read:contact`.
 */
export type PersonTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One human being, joined over all upstreams on the e-mail address. Addresses are compared trimmed and in lower case.
 * Whatever leads here needs `read:contact`.
 */
export type PersonVisitorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A company that Who To Contact knows. Which fields it has is not documented: these are the company's half of a +Employee
 * lead. Source: Visual Visitor, Who To Contact companies.
 */
export type ProspectCompany = Node & {
  readonly __typename?: 'ProspectCompany';
  /** Street and number. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** City. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** The company with this domain, joined over all upstreams. Null without a domain. */
  readonly company?: Maybe<Company>;
  /** Name of the company, as sent. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /**
   * People who work there, by id descending. One call per 200; several companies at once are searched for together where
   * that takes fewer calls.
   */
  readonly contacts?: Maybe<ProspectContactConnection>;
  /** Country, as sent. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /**
   * Web domain, in lower case, without scheme, `www.`, port and path. Null when there is none, or the upstream's
   * text is no domain.
   */
  readonly domain?: Maybe<Scalars['String']['output']>;
  /** Its number of employees. */
  readonly employeeRange?: Maybe<ReferenceEntry>;
  /** Code of its number of employees (reference list `employee-ranges`). */
  readonly employeeRangeCode?: Maybe<Scalars['String']['output']>;
  /** Global id; it says whose account the record is of. */
  readonly id: Scalars['ID']['output'];
  /** Its industry. */
  readonly industry?: Maybe<ReferenceEntry>;
  /** Code of its industry (reference list `industries`). Null when it is not known; so for all codes here. */
  readonly industryCode?: Maybe<Scalars['String']['output']>;
  /** Address of its LinkedIn page. */
  readonly linkedInUrl?: Maybe<Scalars['String']['output']>;
  /** Phone number of the company, as sent. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** Its yearly revenue. */
  readonly revenueRange?: Maybe<ReferenceEntry>;
  /** Code of its yearly revenue (reference list `revenue-ranges`). */
  readonly revenueRangeCode?: Maybe<Scalars['String']['output']>;
  /** Its id in Visual Visitor, the `companyId` of leads and contacts. */
  readonly sourceId: Scalars['String']['output'];
  /** State or region, as sent. */
  readonly state?: Maybe<Scalars['String']['output']>;
};


/**
 * A company that Who To Contact knows. Which fields it has is not documented: these are the company's half of a +Employee
 * lead. Source: Visual Visitor, Who To Contact companies.
 */
export type ProspectCompanyContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of companies. Items that do not change between two pages are neither repeated nor left out. */
export type ProspectCompanyConnection = {
  readonly __typename?: 'ProspectCompanyConnection';
  /** The companies of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ProspectCompanyEdge>;
  /** The companies of this page, without cursors. */
  readonly nodes: ReadonlyArray<ProspectCompany>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of companies over all pages: the upstream's own count, or the size of a complete and fresh copy. Null when
   * neither is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A company within a page. */
export type ProspectCompanyEdge = {
  readonly __typename?: 'ProspectCompanyEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The company. */
  readonly node: ProspectCompany;
};

/** Which companies to keep. All members given must match. */
export type ProspectCompanyFilter = {
  /**
   * These companies: global ids of ProspectCompany, of the account that `customerId` names, or ids in Visual Visitor
   * (digits). Any of these; up to 200, none blank. An empty list does not narrow.
   */
  readonly companyIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Company names that contain this text; case is ignored. */
  readonly companyName?: InputMaybe<Scalars['String']['input']>;
  /** Postal codes of companies. Any of these; up to 200, none blank. An empty list does not narrow. */
  readonly companyZipCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Countries of companies: codes of the reference list `countries`. Any of these; up to 200, none blank. An empty
   * list does not narrow.
   */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Global id of a ResellerCustomer or its id in Visual Visitor (digits): that customer's, for which the gateway's key
   * must be a partner's (else `UPSTREAM_FORBIDDEN`). Null: the account's own.
   */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Web domains, compared without scheme, `www.`, port, path and case; a text that is none is `BAD_USER_INPUT`. Any of
   * these; up to 200. An empty list does not narrow.
   */
  readonly domains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Numbers of employees: codes of the reference list `employee-ranges`. Any of these; up to 200, none blank. An
   * empty list does not narrow.
   */
  readonly employeeRanges?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Industries: codes of the reference list `industries`; an unknown code is `UPSTREAM_REJECTED`. Any of these; up
   * to 200, none blank. An empty list does not narrow.
   */
  readonly industries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Yearly revenues: codes of the reference list `revenue-ranges`. Any of these; up to 200, none blank. An empty
   * list does not narrow.
   */
  readonly revenueRanges?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * States or regions of companies: codes of the reference list `states`. Any of these; up to 200, none blank. An
   * empty list does not narrow.
   */
  readonly states?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * A person whom Who To Contact knows. Until somebody has unlocked the contact in Visual Visitor, which costs a credit,
 * only a preview is there; weir never unlocks. Source: Visual Visitor, Who To Contact contacts.
 */
export type ProspectContact = Node & {
  readonly __typename?: 'ProspectContact';
  /** City. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /**
   * The company. Null when Who To Contact does not know it, unless only its id is selected. One call for up to 200
   * of them.
   */
  readonly company?: Maybe<ProspectCompany>;
  /** Visual Visitor's id of the company. */
  readonly companyId?: Maybe<Scalars['String']['output']>;
  /** Name of the company, as sent. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** Country, as sent. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** The department. Null without a code. */
  readonly department?: Maybe<ReferenceEntry>;
  /** Code of the department (reference list `departments`). */
  readonly departmentCode?: Maybe<Scalars['String']['output']>;
  /** E-mail address. Null while locked, and when the upstream's text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Given name. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Whether an e-mail address is known, to be seen once unlocked. */
  readonly hasEmail?: Maybe<Scalars['Boolean']['output']>;
  /** Whether a phone number is known, to be seen once unlocked. */
  readonly hasPhone?: Maybe<Scalars['Boolean']['output']>;
  /** Global id; it says whose account the record is of. */
  readonly id: Scalars['ID']['output'];
  /** First letter of the family name. */
  readonly lastInitial?: Maybe<Scalars['String']['output']>;
  /**
   * Family name. Null while locked. This and the following fields up to `person` may cost one call for each unlocked
   * contact, all together, as rows of a search do not carry them; a locked contact costs none.
   */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** Address of the LinkedIn page. Null while locked, and when none is known. */
  readonly linkedInUrl?: Maybe<Scalars['String']['output']>;
  /** Mobile phone number, as sent. Null while locked, and when none is known. */
  readonly mobile?: Maybe<Scalars['String']['output']>;
  /** The person with this e-mail address. Null while locked, and without an address. */
  readonly person?: Maybe<Person>;
  /** Phone number, as sent. Null while locked, and when none is known. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Postal code of where the person lives. Null while locked. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** The seniority. Null without a code. */
  readonly seniority?: Maybe<ReferenceEntry>;
  /** Code of the seniority (reference list `seniorities`). */
  readonly seniorityCode?: Maybe<Scalars['String']['output']>;
  /** Its id in Visual Visitor, unique within the account. */
  readonly sourceId: Scalars['String']['output'];
  /** State or region, as sent. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** Job title. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Whether the account has unlocked this contact. */
  readonly unlocked?: Maybe<Scalars['Boolean']['output']>;
  /** When it was unlocked. Null while locked. */
  readonly unlockedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One page of contacts. Items that do not change between two pages are neither repeated nor left out. */
export type ProspectContactConnection = {
  readonly __typename?: 'ProspectContactConnection';
  /** The contacts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ProspectContactEdge>;
  /** The contacts of this page, without cursors. */
  readonly nodes: ReadonlyArray<ProspectContact>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of contacts over all pages: the upstream's own count, or the size of a complete and fresh copy. Null when
   * neither is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A contact within a page. */
export type ProspectContactEdge = {
  readonly __typename?: 'ProspectContactEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The contact. */
  readonly node: ProspectContact;
};

/** Which people to keep. All members given must match. */
export type ProspectContactFilter = {
  /**
   * These companies: global ids of ProspectCompany, of the account that `customerId` names, or ids in Visual Visitor
   * (digits). Any of these; up to 200, none blank. An empty list does not narrow.
   */
  readonly companyIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Company names that contain this text; case is ignored. */
  readonly companyName?: InputMaybe<Scalars['String']['input']>;
  /** Postal codes of companies. Any of these; up to 200, none blank. An empty list does not narrow. */
  readonly companyZipCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Postal codes of where people live. Needs `read:contact`. Any of these; up to 200, none blank. An empty list does
   * not narrow.
   */
  readonly contactZipCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Countries of people: codes of the reference list `countries`. Needs `read:contact`. Any of these; up to 200,
   * none blank. An empty list does not narrow.
   */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Global id of a ResellerCustomer or its id in Visual Visitor (digits): that customer's, for which the gateway's key
   * must be a partner's (else `UPSTREAM_FORBIDDEN`). Null: the account's own.
   */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Departments: codes of the reference list `departments`. Any of these; up to 200, none blank. An empty list does
   * not narrow.
   */
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Web domains, compared without scheme, `www.`, port, path and case; a text that is none is `BAD_USER_INPUT`. Any of
   * these; up to 200. An empty list does not narrow.
   */
  readonly domains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Numbers of employees: codes of the reference list `employee-ranges`. Any of these; up to 200, none blank. An
   * empty list does not narrow.
   */
  readonly employeeRanges?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only people with a known e-mail address, or only those without. Null: both. */
  readonly hasEmail?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only people with a known phone number, or only those without. Null: both. */
  readonly hasPhone?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Industries: codes of the reference list `industries`; an unknown code is `UPSTREAM_REJECTED`. Any of these; up
   * to 200, none blank. An empty list does not narrow.
   */
  readonly industries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Yearly revenues: codes of the reference list `revenue-ranges`. Any of these; up to 200, none blank. An empty
   * list does not narrow.
   */
  readonly revenueRanges?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Seniorities: codes of the reference list `seniorities`. Any of these; up to 200, none blank. An empty list does
   * not narrow.
   */
  readonly seniorities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * States or regions of people: codes of the reference list `states`. Needs `read:contact`. Any of these; up to
   * 200, none blank. An empty list does not narrow.
   */
  readonly states?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Job titles that contain one of these; case is ignored. Any of these; up to 200, none blank. An empty list does
   * not narrow.
   */
  readonly titles?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** One user of an account. Null when there is none with this id. Source: Visual Visitor, user by id; one call. */
  readonly accountUser?: Maybe<AccountUser>;
  /**
   * The users of an account, newest first. Null when there is no such customer. Source: Visual Visitor, users; one call
   * per 200.
   */
  readonly accountUsers?: Maybe<AccountUserConnection>;
  /**
   * One action. Null when there is none with this id. Visit has no read of a single one: it is found in the list. Source:
   * Visit, actions.
   */
  readonly action?: Maybe<Action>;
  /**
   * What visitors did with Visit's hardware and software, by revision ascending. Null when there is no such expo. Source:
   * Visit, actions.
   */
  readonly actions?: Maybe<ActionConnection>;
  /**
   * Sessions and other activities of an expo, by revision ascending. Visit gives the list whole: one call, whatever is
   * asked. Null when there is no such expo. Source: Visit, activities.
   */
  readonly activities?: Maybe<ActivityConnection>;
  /** One activity. Null when there is none with this id. Source: Visit, activity by id. */
  readonly activity?: Maybe<Activity>;
  /** One bulk or export job. Null when there is none with this id. Source: Visual Visitor, bulk job by id; one call. */
  readonly bulkJob?: Maybe<BulkJob>;
  /** The bulk and export jobs of the account, newest first. Source: Visual Visitor, bulk jobs; one call per 200. */
  readonly bulkJobs?: Maybe<BulkJobConnection>;
  /**
   * One call meeting. Null when there is none with this id. iAdvize has no such look-up: it comes from a held copy of all call
   * meetings, one call per 100 to fill it. The copy sees new ones at once, but edits of old ones only within a day, unless
   * `callMeetings` has just shown them. Source: iAdvize, call meetings.
   */
  readonly callMeeting?: Maybe<CallMeeting>;
  /**
   * Calls that visitors have asked for, past and to come, by id descending; without a range all there are. Source: iAdvize, call
   * meetings.
   */
  readonly callMeetings?: Maybe<CallMeetingConnection>;
  /**
   * The report of one campaign, over its lifetime or a range. Null when there is no such campaign. Source: NotifyVisitors,
   * campaign report.
   */
  readonly campaignReport?: Maybe<CampaignReport>;
  /**
   * Reports of all campaigns in a range, the newest 30-day part of the range first, in the upstream's order, each campaign
   * once. A range longer than 30 days takes several reads: sums are then summed, and unique counts are null. Source:
   * NotifyVisitors, campaign reports.
   */
  readonly campaignReports?: Maybe<CampaignReportConnection>;
  /** One chat visitor. Null when there is none with this id. Source: iAdvize, visitor by id. */
  readonly chatVisitor?: Maybe<ChatVisitor>;
  /** Visitors of web sites as the chat knows them, by id descending. Source: iAdvize, visitors. */
  readonly chatVisitors?: Maybe<ChatVisitorConnection>;
  /**
   * One account at iAdvize. Null when there is none with this id. Source: iAdvize, client by id.
   * @deprecated iAdvize deprecates the resource: its GraphQL API has `client`.
   */
  readonly clientAccount?: Maybe<ClientAccount>;
  /**
   * Accounts at iAdvize that the configured keys may see, by id descending. Source: iAdvize, clients.
   * @deprecated iAdvize deprecates the resource: its GraphQL API has `client`.
   */
  readonly clientAccounts?: Maybe<ClientAccountConnection>;
  /**
   * The company with this web domain. Costs no call by itself: only the fields selected on it read an upstream, and a domain
   * that no upstream knows has null or empty fields. Null when the text is no domain.
   */
  readonly company?: Maybe<Company>;
  /**
   * The month's pool of contact credits of an account. Null when there is no such customer. Source: Visual Visitor, Who To
   * Contact credits; one call.
   */
  readonly contactCredits?: Maybe<ContactCredits>;
  /** One content. Null when there is none with this id. Source: Visit, content by id. */
  readonly content?: Maybe<Content>;
  /**
   * What an expo shows of itself and of its exhibitors, by revision ascending. Null when there is no such expo. Source:
   * Visit, contents.
   */
  readonly contents?: Maybe<ContentConnection>;
  /** One conversation, however old. Null when there is none with this id. Source: iAdvize, conversation by id. */
  readonly conversation?: Maybe<Conversation>;
  /**
   * Conversations, by id descending. Without `from` and `to` those of the last 3 months; a longer range is read in parts of 3
   * months. Source: iAdvize, conversations.
   */
  readonly conversations?: Maybe<ConversationConnection>;
  /** The profile with this user id. Null when there is none. Source: NotifyVisitors, user data; one call per profile. */
  readonly customerProfile?: Maybe<CustomerProfile>;
  /**
   * One contact made on site. Null when there is none with this id. Needs a key with the leads permission, else
   * `UPSTREAM_FORBIDDEN`. Source: Visit, connection by id.
   */
  readonly encounter?: Maybe<Encounter>;
  /**
   * Contacts made between visitors and exhibitors at one expo, by revision ascending. Null when there is no such expo.
   * Needs a key with the leads permission, else `UPSTREAM_FORBIDDEN`. Source: Visit, connections.
   */
  readonly encounters?: Maybe<EncounterConnection>;
  /**
   * Addresses that an account does not track, newest first. Null when there is no such customer. Source: Visual Visitor,
   * excluded IPs; one call per 200.
   */
  readonly excludedIps?: Maybe<ExcludedIpConnection>;
  /** One expo. Null when no configured key can see one with this id. Source: Visit, expo by id. */
  readonly expo?: Maybe<Expo>;
  /** Expos that the configured keys can see, by revision ascending. Source: Visit, expos. */
  readonly expos?: Maybe<ExpoConnection>;
  /**
   * How the upstreams answer, where they depart from their contracts, what was refused, and how far the held copies have
   * come. Counts are of the one process that answers, since its start: other workers and replicas count for themselves, and
   * say so by another `process`. Collections are of the store, the same for all. Makes no upstream call.
   */
  readonly health?: Maybe<Health>;
  /**
   * One ideal customer profile. Null when there is none with this id. Source: Visual Visitor, ideal customer profile by
   * id; one call.
   */
  readonly idealCustomerProfile?: Maybe<IdealCustomerProfile>;
  /**
   * What makes an ideal lead of an account, newest first. Null when there is no such customer. Source: Visual Visitor,
   * ideal customer profiles; one call.
   */
  readonly idealCustomerProfiles?: Maybe<ReadonlyArray<IdealCustomerProfile>>;
  /**
   * People whom an account knows already, newest first: their visits are shown, without a location, and cost nothing. Null
   * when there is no such customer. Source: Visual Visitor, known customers; one call per 200.
   */
  readonly knownCustomers?: Maybe<KnownCustomerConnection>;
  /** One lead. Null when there is none with this id. Source: Visual Visitor, lead by id; one call. */
  readonly lead?: Maybe<Lead>;
  /**
   * Leads of one product, latest visit first, then by source id descending. A range with more than the 10,000 rows that
   * Visual Visitor gives for one search is split. Source: Visual Visitor, lead search.
   */
  readonly leads?: Maybe<LeadConnection>;
  /** One licence. Null when there is none with this id. Source: Visit, license by id. */
  readonly license?: Maybe<License>;
  /**
   * Licences of an expo and of its exhibitors, by revision ascending. Null when there is no such expo. Source: Visit,
   * licenses.
   */
  readonly licenses?: Maybe<LicenseConnection>;
  /**
   * What operators are doing now, by operator id descending: one call for all of them. What iAdvize leaves out, stays out:
   * without `connected` only those who are available show; those who have a skill or a group show only if `skillId` or `groupId`
   * names one of theirs. Fresh for a few seconds only. Source: iAdvize, operators live.
   */
  readonly liveOperators?: Maybe<ReadonlyArray<OperatorLive>>;
  /**
   * The record with this global id, of whatever type. Needs the scopes of the record's own upstream, and `read:contact` for
   * a Person: without them null with `FORBIDDEN`. Null without an error when nothing has this id any more.
   */
  readonly node?: Maybe<Node>;
  /**
   * The records with these global ids, in the order asked for. A member is null when nothing has its id, or when it cannot be
   * read (with an error at its place). The scopes are those of `node`.
   */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /** One operator. Null when there is none with this id. Source: iAdvize, operator by id. */
  readonly operator?: Maybe<Operator>;
  /** One group of operators. Null when there is none with this id. Source: iAdvize, group by id. */
  readonly operatorGroup?: Maybe<OperatorGroup>;
  /** Groups of operators, by id descending. Source: iAdvize, groups. */
  readonly operatorGroups?: Maybe<OperatorGroupConnection>;
  /** Operators that the configured keys can see, by id descending. Source: iAdvize, operators. */
  readonly operators?: Maybe<OperatorConnection>;
  /** What was recorded of one visitor on site. Null when there is nothing. Source: Visit, participant by id. */
  readonly participant?: Maybe<Participant>;
  /** Visitors with data from on site, by revision ascending. Null when there is no such expo. Source: Visit, participants. */
  readonly participants?: Maybe<ParticipantConnection>;
  /** One exhibitor. Null when there is none with this id, also when it was deleted. Source: Visit, partner by id. */
  readonly partner?: Maybe<Partner>;
  /** Exhibitors at one expo, by revision ascending. Null when there is no such expo. Source: Visit, partners. */
  readonly partners?: Maybe<PartnerConnection>;
  /** One payment. Null when there is none with this id. Source: Visit, payment by id. */
  readonly payment?: Maybe<Payment>;
  /**
   * Payments at an expo, by revision ascending. Empty for an event without a shop, null when there is no such expo.
   * Source: Visit, payments.
   */
  readonly payments?: Maybe<PaymentConnection>;
  /** The people with these addresses, in the order asked for. Costs no call by itself, as `person`. */
  readonly people?: Maybe<ReadonlyArray<Maybe<Person>>>;
  /**
   * The person with this e-mail address. Never null for a well-formed address and costs no call by itself: only the fields
   * selected on it read an upstream, and an address that no upstream knows has null or empty fields.
   */
  readonly person?: Maybe<Person>;
  /**
   * Companies that Who To Contact knows, by id descending. Visual Visitor gives at most 10,000 rows of a search, and no
   * way to go on from there: a page beyond them is `BAD_USER_INPUT`, which asks for a narrower filter; `totalCount` counts
   * all. No credits are spent. Null when there is no such customer. Source: Visual Visitor, Who To Contact companies; one
   * call per 200.
   */
  readonly prospectCompanies?: Maybe<ProspectCompanyConnection>;
  /**
   * One company that Who To Contact knows. Null when there is none with this id. Source: Visual Visitor, Who To Contact
   * company by id; one call.
   */
  readonly prospectCompany?: Maybe<ProspectCompany>;
  /**
   * One person whom Who To Contact knows. Null when there is none with this id. No credit is spent. Source: Visual
   * Visitor, Who To Contact contact by id; one call.
   */
  readonly prospectContact?: Maybe<ProspectContact>;
  /**
   * People whom Who To Contact knows, by id descending. The bound of 10,000 rows is that of `prospectCompanies`. No
   * credits are spent: contacts that are locked stay so. Null when there is no such customer. Source: Visual Visitor, Who
   * To Contact contacts; one call per 200.
   */
  readonly prospectContacts?: Maybe<ProspectContactConnection>;
  /** What is left of every window that limits calls, upstream by upstream and for this consumer. Makes no upstream call. */
  readonly quota?: Maybe<Quota>;
  /** One vocabulary. Null for a name that none has. Source: Visual Visitor, reference list by name; one call. */
  readonly referenceList?: Maybe<ReferenceList>;
  /** The vocabularies whose codes filters take and records carry. Source: Visual Visitor, reference lists; one call. */
  readonly referenceLists?: Maybe<ReadonlyArray<ReferenceList>>;
  /**
   * One customer of a partner. Null when there is none with this id. Source: Visual Visitor, partner customer by id; one
   * call.
   */
  readonly resellerCustomer?: Maybe<ResellerCustomer>;
  /**
   * The customers that a partner manages, newest first. Needs a partner's key, else `UPSTREAM_FORBIDDEN`. Source: Visual
   * Visitor, partner customers; one call per 200.
   */
  readonly resellerCustomers?: Maybe<ResellerCustomerConnection>;
  /**
   * The services that a partner can give to its customers, newest first. Needs a partner's key, else `UPSTREAM_FORBIDDEN`.
   * Source: Visual Visitor, partner services; one call.
   */
  readonly resellerServices?: Maybe<ReadonlyArray<ResellerService>>;
  /**
   * One answer to the survey. Null when there is none with this id. Source: iAdvize, satisfaction by id.
   * @deprecated iAdvize no longer maintains this resource; its successor is satisfactionSurveyResponses of iAdvize's own GraphQL API.
   */
  readonly satisfaction?: Maybe<Satisfaction>;
  /**
   * Answers of visitors to the survey after a conversation, by id descending; without a range all there are. Source: iAdvize,
   * satisfactions.
   * @deprecated iAdvize no longer maintains this resource; its successor is satisfactionSurveyResponses of iAdvize's own GraphQL API.
   */
  readonly satisfactions?: Maybe<SatisfactionConnection>;
  /** One skill. Null when there is none with this id. Source: iAdvize, skill by id. */
  readonly skill?: Maybe<Skill>;
  /** Skills by which conversations are routed, by id descending. Source: iAdvize, skills. */
  readonly skills?: Maybe<SkillConnection>;
  /**
   * A question for figures; it costs no call by itself. What is asked below it is put together: fields of one operation that
   * ask for the same figures but for their indicators cost one call, and figures that are held cost none. Source: iAdvize,
   * statistic.
   */
  readonly statistic?: Maybe<Statistic>;
  /** The indicators that iAdvize documents: what figures there are, on which channels, and in which unit. Costs no call. */
  readonly statisticIndicators?: Maybe<ReadonlyArray<StatisticIndicator>>;
  /**
   * People of whom an account may process nothing, newest first: they never appear among the leads. Null when there is no
   * such customer. Source: Visual Visitor, suppression list; one call per 200.
   */
  readonly suppressionList?: Maybe<SuppressionEntryConnection>;
  /**
   * One tag. Null when there is none with this id. Source: iAdvize, tag by id.
   * @deprecated iAdvize deprecates the resource: its GraphQL API has `conversationTag`.
   */
  readonly tag?: Maybe<Tag>;
  /**
   * Tags that can be put on conversations, by id descending. Source: iAdvize, tags.
   * @deprecated iAdvize deprecates the resource: its GraphQL API has `conversationTag`.
   */
  readonly tags?: Maybe<TagConnection>;
  /**
   * One touchpoint. Null when there is none with this id. Visit has no read of a single one: it is found in the list.
   * Source: Visit, touchpoints.
   */
  readonly touchpoint?: Maybe<Touchpoint>;
  /**
   * Devices that visitors tap with their badge, by revision ascending. Null when there is no such expo. Source: Visit,
   * touchpoints.
   */
  readonly touchpoints?: Maybe<TouchpointConnection>;
  /**
   * How the web site of an account is tracked. Null when there is no such customer. Source: Visual Visitor, configuration;
   * one call.
   */
  readonly trackingConfiguration?: Maybe<TrackingConfiguration>;
  /**
   * One transaction, however old. Null when there is none with this id, or when its day is not published yet. Source: iAdvize,
   * transaction by id.
   */
  readonly transaction?: Maybe<Transaction>;
  /**
   * Transactions on the web sites, by id descending. Without `from` and `to` those of the month that ends with today in Paris; a
   * longer range is read in parts of a month. A day's transactions appear on the next day after 5 am in Paris: until when an
   * answer is complete is its `completeUntil`. An answer that was read before 5 am is not given as fresh after it, however
   * young, unless its range had been published before. Source: iAdvize, transactions.
   */
  readonly transactions?: Maybe<TransactionConnection>;
  /**
   * The history of upstream calls, counted by time bucket. Empty buckets are left out; the order is `start`, then the grouped
   * values. More than 10,000 buckets are `BAD_USER_INPUT`: take a coarser resolution, fewer dimensions or a shorter range.
   * Minutes are kept for 7 days, hours for 90 days, days and months for ever (unless the operator has set other ages): a
   * finer resolution than is kept of what is asked for is `BAD_USER_INPUT`, which says from when on it is kept. Counts are
   * at most two seconds behind what other processes on the same store did. Makes no upstream call.
   */
  readonly usage?: Maybe<ReadonlyArray<UsageBucket>>;
  /**
   * One registration, in any state. Null when there is none with this id, also when it was deleted. Source: Visit, visitor
   * by id.
   */
  readonly visitor?: Maybe<Visitor>;
  /** Registrations for one expo, by revision ascending. Null when there is no such expo. Source: Visit, visitors. */
  readonly visitors?: Maybe<VisitorConnection>;
  /** One webhook. Null when none of the gateway's keys has one with this id. Source: Visit, webhook by id. */
  readonly webhook?: Maybe<Webhook>;
  /**
   * Webhooks at an expo, by source id ascending. A webhook belongs to the API key that it was made with: only those of the
   * gateway's own keys are seen. Null when there is no such expo. Source: Visit, webhooks.
   */
  readonly webhooks?: Maybe<WebhookConnection>;
  /**
   * One web site. Null when there is none with this id. Source: iAdvize, website by id.
   * @deprecated iAdvize deprecates the resource: its GraphQL API has `project` and `projects`.
   */
  readonly website?: Maybe<Website>;
  /**
   * Web sites that the configured keys may see, by id descending. Source: iAdvize, websites.
   * @deprecated iAdvize deprecates the resource: its GraphQL API has `project` and `projects`.
   */
  readonly websites?: Maybe<WebsiteConnection>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryAccountUserArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryAccountUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountUserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryActionArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryActionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<ActionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryActivitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryActivityArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryBulkJobArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryBulkJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BulkJobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryCallMeetingArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryCallMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallMeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryCampaignReportArgs = {
  campaignId: Scalars['ID']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryCampaignReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CampaignReportFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryChatVisitorArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryChatVisitorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChatVisitorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryClientAccountArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryClientAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryCompanyArgs = {
  domain: Scalars['String']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryContactCreditsArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryContentArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<ContentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryCustomerProfileArgs = {
  userId: Scalars['String']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryEncounterArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryEncountersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<EncounterFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryExcludedIpsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryExpoArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryExposArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryIdealCustomerProfileArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryIdealCustomerProfilesArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryKnownCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryLeadArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  product: LeadProduct;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryLeadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeadFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  product: LeadProduct;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryLicenseArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryLiveOperatorsArgs = {
  filter?: InputMaybe<LiveOperatorFilter>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryOperatorArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryOperatorGroupArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryOperatorGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OperatorGroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryOperatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OperatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryParticipantArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryPartnerArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<PartnerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryPaymentArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<PaymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryPeopleArgs = {
  emails: ReadonlyArray<Scalars['EmailAddress']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryPersonArgs = {
  email: Scalars['EmailAddress']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryProspectCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProspectCompanyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryProspectCompanyArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryProspectContactArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryProspectContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProspectContactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryReferenceListArgs = {
  name: Scalars['String']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryResellerCustomerArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryResellerCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResellerCustomerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QuerySatisfactionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QuerySatisfactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SatisfactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QuerySkillArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QuerySkillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SkillFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryStatisticArgs = {
  channel: Scalars['String']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  websiteIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryStatisticIndicatorsArgs = {
  channel?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QuerySuppressionListArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryTagArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TagFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryTouchpointArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryTouchpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<TouchpointFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryTrackingConfigurationArgs = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryTransactionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryUsageArgs = {
  filter?: InputMaybe<UsageFilter>;
  from: Scalars['DateTime']['input'];
  groupBy?: InputMaybe<ReadonlyArray<UsageDimension>>;
  resolution: UsageResolution;
  to: Scalars['DateTime']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryVisitorArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryVisitorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  filter?: InputMaybe<VisitorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryWebhookArgs = {
  expoId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryWebhooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  expoId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryWebsiteArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every way into the graph. Root fields are nullable: an upstream that is down, not configured or out of quota costs only
 * the fields that needed it. Such a field is null and its error carries `extensions.upstream` and one of the codes
 * `UPSTREAM_NOT_CONFIGURED`, `UPSTREAM_UNAUTHORIZED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_REJECTED`, `UPSTREAM_RATE_LIMITED`,
 * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_BAD_RESPONSE`, `QUOTA_EXCEEDED`, `DEADLINE_EXCEEDED`. A record that
 * does not exist is null without an error.
 *
 * ID arguments take the global id of that type or the id that the upstream itself uses; `node` and `nodes` take global ids
 * only. A global id of another type, or text that cannot be an id of that upstream, is `BAD_USER_INPUT`.
 */
export type QueryWebsitesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What is left of every window that limits calls, counted over all processes that share the store. */
export type Quota = {
  readonly __typename?: 'Quota';
  /** The budget of the consumer key that asks. */
  readonly consumer: ConsumerQuota;
  /** The upstreams that are configured, with their credentials. */
  readonly upstreams: ReadonlyArray<UpstreamQuota>;
};

/**
 * One limit on calls and how much of it is used, over all lanes. A slot comes free one full window after its call was
 * completed. `remaining` = `limit` - `used` - `reserved`.
 */
export type QuotaWindow = {
  readonly __typename?: 'QuotaWindow';
  /** Calls that the window admits. */
  readonly limit: Scalars['Int']['output'];
  /**
   * Name of the window: `ip-20m` and `key-day` (Visual Visitor), `in-flight` (Visit), `users-minute` and `reports-minute`
   * (NotifyVisitors); for a consumer, the name of its budget.
   */
  readonly name: Scalars['String']['output'];
  /** Calls that can still be admitted now. */
  readonly remaining: Scalars['Int']['output'];
  /** Calls that running operations were admitted with and have not made yet. */
  readonly reserved: Scalars['Int']['output'];
  /**
   * When the next used slot comes free; of a call in flight, at the latest. Null when none is used, and for calls in
   * flight at once, whose end nobody knows.
   */
  readonly resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Permits given that still count, calls in flight included. */
  readonly used: Scalars['Int']['output'];
  /** Length of the window in seconds. 0: the limit is on calls in flight at once. */
  readonly windowSeconds: Scalars['Int']['output'];
};

/**
 * A code of a vocabulary. Its list is read when something else than `code` is selected: one call for each list, held for a
 * day. Source: Visual Visitor, reference list by name.
 */
export type ReferenceEntry = {
  readonly __typename?: 'ReferenceEntry';
  /** The code, as filters take it. */
  readonly code: Scalars['String']['output'];
  /** What it means. Null when its list does not have the code (any more). */
  readonly label?: Maybe<Scalars['String']['output']>;
  /**
   * The entry that this one stands below: of the same list, for states the country. Null at the top, and when its list
   * does not have the code.
   */
  readonly parent?: Maybe<ReferenceEntry>;
  /**
   * The code that this one stands below: of the same list, for states the country (reference list `countries`). Null
   * at the top, and when its list does not have the code.
   */
  readonly parentCode?: Maybe<Scalars['String']['output']>;
};

/**
 * A vocabulary of Visual Visitor: codes with labels. It is the vendor's own, the same for every account. Source: Visual
 * Visitor, reference lists.
 */
export type ReferenceList = {
  readonly __typename?: 'ReferenceList';
  /** What it holds, in the words of Visual Visitor. May cost one call, for all lists. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Its codes, in the order of Visual Visitor. One call. */
  readonly entries?: Maybe<ReadonlyArray<ReferenceEntry>>;
  /** Its name, by which it is read. */
  readonly name: Scalars['String']['output'];
};

/** Operations of one consumer that carried one error code of a refusal. */
export type RefusalCount = {
  readonly __typename?: 'RefusalCount';
  /**
   * `QUOTA_EXCEEDED`, `BUDGET_EXCEEDED`, `COST_LIMIT_EXCEEDED`, `OPERATION_LIMIT_EXCEEDED`, `OPERATION_NOT_TRUSTED` or
   * `UPSTREAM_RATE_LIMITED`.
   */
  readonly code: Scalars['String']['output'];
  /** Name of the consumer. */
  readonly consumer: Scalars['String']['output'];
  /** When the last one ended. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** How many operations. One counts once for each code. */
  readonly operations: Scalars['Int']['output'];
};

/**
 * A form through which people register. Every registration belongs to one, also when it was imported. Source: Visit,
 * visitors and expo by id.
 */
export type RegistrationForm = {
  readonly __typename?: 'RegistrationForm';
  /** The organiser's description. Null or empty when none was entered. Read with the expo, one call for all records of it. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Whether its payments are real, as sent: `test` or another word. Read with the expo, one call for all records of it. */
  readonly pspMode?: Maybe<Scalars['String']['output']>;
  /** Address that its mails are sent from. Read with the expo, one call for all records of it. */
  readonly senderEmail?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** Address of the form on the web. Read with the expo, one call for all records of it. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A kind of registration that the organiser defined. Source: Visit. */
export type RegistrationType = {
  readonly __typename?: 'RegistrationType';
  /** Where it was defined, as sent: `organization` or `expo`. Read with the expo, one call for all records of it. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organiser's own id for it. Null when none was set, and in `Expo.registrationTypes`, where Visit does not send it. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit; such inner ids have 9 characters as a rule. */
  readonly sourceId: Scalars['String']['output'];
  /** Who registers with it, as sent: `visitor` or `partner`. Read with the expo, one call for all records of it. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** Head counts of one kind of registration, as Visit counts them. Source: Visit, expo by id. */
export type RegistrationTypeStat = {
  readonly __typename?: 'RegistrationTypeStat';
  /** Name of the kind of registration. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Who did not come. */
  readonly noShow?: Maybe<Scalars['Int']['output']>;
  /** Registered before the event. */
  readonly online?: Maybe<Scalars['Int']['output']>;
  /** Registered on site. */
  readonly onsite?: Maybe<Scalars['Int']['output']>;
  /** Who came. */
  readonly show?: Maybe<Scalars['Int']['output']>;
  /** Id of the kind of registration in Visit. */
  readonly sourceId: Scalars['String']['output'];
  /** All registrations; `online` and `onsite` add up to it, and so do `show` and `noShow`. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/**
 * An account that a partner manages: a customer of Visual Visitor's reseller, with its contact person. Source: Visual
 * Visitor, partner customers.
 */
export type ResellerCustomer = Node & {
  readonly __typename?: 'ResellerCustomer';
  /** The company with this domain. Null without a domain. */
  readonly company?: Maybe<Company>;
  /** Name of the company, as entered. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** How the web site of this account is tracked. One call. */
  readonly configuration?: Maybe<TrackingConfiguration>;
  /** The month's pool of contact credits of this account. One call. */
  readonly contactCredits?: Maybe<ContactCredits>;
  /** When the account was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The company's web domain, in lower case, without scheme, `www.`, port and path. Null when the upstream's text is
   * no domain.
   */
  readonly domain?: Maybe<Scalars['String']['output']>;
  /** E-mail address of the contact person. Null when the upstream's text is no address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Given name of the contact person. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What makes an ideal lead of this account. One call. */
  readonly idealCustomerProfiles?: Maybe<ReadonlyArray<IdealCustomerProfile>>;
  /** How many may be identified in a month. Null without a limit. */
  readonly identificationLimit?: Maybe<Scalars['Int']['output']>;
  /** Visitors identified in this month, both products together. */
  readonly identificationsUsed?: Maybe<Scalars['Int']['output']>;
  /** Family name of the contact person. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /**
   * Leads of this account, as the root field `leads` gives them. `filter.customerId` need not be given; another
   * customer's is `BAD_USER_INPUT`.
   */
  readonly leads?: Maybe<LeadConnection>;
  /** The contact person, by e-mail address. Null without an address. */
  readonly person?: Maybe<Person>;
  /** Phone number of the contact person, as entered. Null when there is none. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** The services that the customer has. */
  readonly services?: Maybe<ReadonlyArray<ResellerSubscription>>;
  /** Its id in Visual Visitor, unique within the partner's account. */
  readonly sourceId: Scalars['String']['output'];
  /** `trial`, `active` or `inactive`; others may come. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Time zone of the account, an IANA name. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The users of this account, newest first. `filter.customerId` need not be given; another customer's is
   * `BAD_USER_INPUT`. One call per 200.
   */
  readonly users?: Maybe<AccountUserConnection>;
};


/**
 * An account that a partner manages: a customer of Visual Visitor's reseller, with its contact person. Source: Visual
 * Visitor, partner customers.
 */
export type ResellerCustomerLeadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeadFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  product: LeadProduct;
};


/**
 * An account that a partner manages: a customer of Visual Visitor's reseller, with its contact person. Source: Visual
 * Visitor, partner customers.
 */
export type ResellerCustomerUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountUserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of customers. Items that do not change between two pages are neither repeated nor left out. */
export type ResellerCustomerConnection = {
  readonly __typename?: 'ResellerCustomerConnection';
  /** The customers of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ResellerCustomerEdge>;
  /** The customers of this page, without cursors. */
  readonly nodes: ReadonlyArray<ResellerCustomer>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of customers over all pages: the upstream's own count, or the size of a complete and fresh copy. Null when
   * neither is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A customer within a page. */
export type ResellerCustomerEdge = {
  readonly __typename?: 'ResellerCustomerEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The customer. */
  readonly node: ResellerCustomer;
};

/** Which customers to keep. All members given must match. */
export type ResellerCustomerFilter = {
  /** A text that Visual Visitor looks for, in its own way, in names and addresses. Needs `read:contact`. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this status, such as `trial`, `active` or `inactive`. */
  readonly status?: InputMaybe<Scalars['String']['input']>;
};

/** A plan that a partner can give to its customers. Source: Visual Visitor, partner services. */
export type ResellerService = Node & {
  readonly __typename?: 'ResellerService';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Contact credits a month that are included. Null when the service has none. */
  readonly monthlyContactCredits?: Maybe<Scalars['Int']['output']>;
  /** Identifications a month that are included. Null when the service has none. */
  readonly monthlyIdentifications?: Maybe<Scalars['Int']['output']>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * Price of one identification or credit above those included. The contract names no currency: it is that of the
   * partner. Null when there is no overage.
   */
  readonly overagePrice?: Maybe<Scalars['Float']['output']>;
  /** The product that it opens: `PlusPerson`, `PlusEmployee` or `WhoToContact`. */
  readonly product?: Maybe<Scalars['String']['output']>;
  /** Its id in Visual Visitor, unique within the account. */
  readonly sourceId: Scalars['String']['output'];
  /** Days that a trial lasts. Null when there is no trial. */
  readonly trialDays?: Maybe<Scalars['Int']['output']>;
};

/** A service as a customer has it. Source: Visual Visitor, partner customers. */
export type ResellerSubscription = {
  readonly __typename?: 'ResellerSubscription';
  /**
   * The service. Null when the partner does not offer it any more, unless only its id is selected. One call for all
   * of them.
   */
  readonly service?: Maybe<ResellerService>;
  /** Since when the customer has it. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its trial ends. Null outside a trial. */
  readonly trialEndsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The figures of one operator, group or whatever else they are grouped by. Source: iAdvize, statistic. */
export type ResourceStatistic = {
  readonly __typename?: 'ResourceStatistic';
  /** The group that the figures are of. Null where they are grouped by something else, or the group is no longer there. */
  readonly group?: Maybe<OperatorGroup>;
  /** The operator that the figures are of. Null where they are grouped by something else, or the operator is no longer there. */
  readonly operator?: Maybe<Operator>;
  /** Its id in iAdvize, or its text for a type of contact or page. */
  readonly resourceId: Scalars['String']['output'];
  /** The skill that the figures are of. Null where they are grouped by something else, or the skill is no longer there. */
  readonly skill?: Maybe<Skill>;
  /** The figures, in the order asked for. */
  readonly values: ReadonlyArray<IndicatorValue>;
};

/**
 * What a visitor answered to the survey after a conversation. The survey is optional, and each note in it. Source: iAdvize,
 * satisfactions.
 */
export type Satisfaction = Node & {
  readonly __typename?: 'Satisfaction';
  /** What the visitor wrote. Null when nothing. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** The conversation that it is about. */
  readonly conversation?: Maybe<Conversation>;
  /** When it was given. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Note for the wait, on the scale of `noteWelcome`. Null when none was given. */
  readonly noteDelay?: Maybe<Scalars['Float']['output']>;
  /** Note for the quality of the answer, on the scale of `noteWelcome`. Null when none was given. */
  readonly noteResolution?: Maybe<Scalars['Float']['output']>;
  /** Note for the welcome, as sent: a share of the best one, 0 to 1, as far as is known. Null when none was given. */
  readonly noteWelcome?: Maybe<Scalars['Float']['output']>;
  /** The operator of the conversation. Null when nobody took it, or when the operator is no longer there. */
  readonly operator?: Maybe<Operator>;
  /** The answer's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /** The web site of the conversation. */
  readonly website?: Maybe<Website>;
};

/** One page of answers to the survey. Items that do not change between two pages are neither repeated nor left out. */
export type SatisfactionConnection = {
  readonly __typename?: 'SatisfactionConnection';
  /** The answers to the survey of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SatisfactionEdge>;
  /** The answers to the survey of this page, without cursors. */
  readonly nodes: ReadonlyArray<Satisfaction>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of answers to the survey over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all answers to the survey for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An answer within a page. */
export type SatisfactionEdge = {
  readonly __typename?: 'SatisfactionEdge';
  /** Where this answer lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The answer. */
  readonly node: Satisfaction;
};

/** Which answers to the survey to keep. All members given must match. */
export type SatisfactionFilter = {
  /** About this conversation: the global id of a Conversation or its id in iAdvize. */
  readonly conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** Given at or after this instant. `from` after `to` is `BAD_USER_INPUT`. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** About this operator: the global id of an Operator or its id in iAdvize. */
  readonly operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** Given before this instant. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** About this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
};

/** A skill by which conversations are routed to operators. Skills form a tree. Source: iAdvize, skills. */
export type Skill = Node & {
  readonly __typename?: 'Skill';
  /** Conversations that this skill routed, by id descending. Source: iAdvize, conversations. */
  readonly conversations?: Maybe<ConversationConnection>;
  /** When it was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the skill. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Operators with this skill, by id descending. Source: iAdvize, operators. */
  readonly operators?: Maybe<OperatorConnection>;
  /** Its place among the skills, ascending, as iAdvize shows them. */
  readonly order?: Maybe<Scalars['Int']['output']>;
  /** The skill above. Null at the top. Costs nothing for its id alone. */
  readonly parent?: Maybe<Skill>;
  /** The skill's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
};


/** A skill by which conversations are routed to operators. Skills form a tree. Source: iAdvize, skills. */
export type SkillConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A skill by which conversations are routed to operators. Skills form a tree. Source: iAdvize, skills. */
export type SkillOperatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of skills. Items that do not change between two pages are neither repeated nor left out. */
export type SkillConnection = {
  readonly __typename?: 'SkillConnection';
  /** The skills of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SkillEdge>;
  /** The skills of this page, without cursors. */
  readonly nodes: ReadonlyArray<Skill>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of skills over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all skills for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A skill within a page. */
export type SkillEdge = {
  readonly __typename?: 'SkillEdge';
  /** Where this skill lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The skill. */
  readonly node: Skill;
};

/** Which skills to keep. All members given must match. */
export type SkillFilter = {
  /** Those of this operator: the global id of an Operator or its id in iAdvize. */
  readonly operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** Those right below this skill: its global id or its id in iAdvize. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** A kind of exhibitor's staff. Source: Visit, expo by id. */
export type StaffType = {
  readonly __typename?: 'StaffType';
  /** How many badges are free of charge. Null when no number was set. */
  readonly freeBadges?: Maybe<Scalars['Int']['output']>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Its id in Visit; such inner ids have 9 characters as a rule. */
  readonly sourceId: Scalars['String']['output'];
};

/** A step of the start of a process. */
export type StartStep = {
  readonly __typename?: 'StartStep';
  /** How long it took, in milliseconds. Null while it is under way. */
  readonly durationMs?: Maybe<Scalars['Int']['output']>;
  /** `simulators`, `store`, `listen` or `warm-up`. */
  readonly name: Scalars['String']['output'];
};

/** A question for figures, with the three shapes that an answer can have. Source: iAdvize, statistic. */
export type Statistic = {
  readonly __typename?: 'Statistic';
  /**
   * The figures of each operator, group or whatever else they are grouped by, in the upstream's order. One that has no figures
   * in the period may be left out.
   */
  readonly byResource?: Maybe<ReadonlyArray<ResourceStatistic>>;
  /** The channel asked for. */
  readonly channel: Scalars['String']['output'];
  /** The figures of one indicator, cut by time, in the order of time. One call for each indicator. */
  readonly series?: Maybe<ReadonlyArray<StatisticPoint>>;
  /**
   * One figure for each indicator, over the whole period; null in it where there is none. A period that holds no second has no
   * figures.
   */
  readonly totals?: Maybe<ReadonlyArray<IndicatorValue>>;
};


/** A question for figures, with the three shapes that an answer can have. Source: iAdvize, statistic. */
export type StatisticByResourceArgs = {
  indicators: ReadonlyArray<Scalars['String']['input']>;
  resource: Scalars['String']['input'];
  resourceId?: InputMaybe<Scalars['ID']['input']>;
};


/** A question for figures, with the three shapes that an answer can have. Source: iAdvize, statistic. */
export type StatisticSeriesArgs = {
  granularity: StatisticGranularity;
  indicator: Scalars['String']['input'];
  resource?: InputMaybe<Scalars['String']['input']>;
  resourceId?: InputMaybe<Scalars['ID']['input']>;
};


/** A question for figures, with the three shapes that an answer can have. Source: iAdvize, statistic. */
export type StatisticTotalsArgs = {
  indicators: ReadonlyArray<Scalars['String']['input']>;
};

/** How long the parts of a series are, on the clocks of the web site if it is just one, else of Paris. */
export type StatisticGranularity =
  /** Calendar days. */
  | 'DAY'
  /** Hours. The hour that the clocks show twice when they go back is one part; the one that they skip is none. */
  | 'HOUR'
  /** Calendar months. */
  | 'MONTH';

/** A kind of figure that iAdvize documents. Part of the schema, not read from iAdvize. */
export type StatisticIndicator = {
  readonly __typename?: 'StatisticIndicator';
  /**
   * Whether figures of several periods, web sites or operators may be added up: counts, turnovers and times of presence may;
   * rates and averages may not. Amounts only where the currency is the same.
   */
  readonly additive: Scalars['Boolean']['output'];
  /** Whether iAdvize still computes it. It may be asked for all the same, and is then null. */
  readonly available: Scalars['Boolean']['output'];
  /** The channels that have it. */
  readonly channels: ReadonlyArray<Scalars['String']['output']>;
  /** What it tells. */
  readonly description: Scalars['String']['output'];
  /** iAdvize's own words for it. */
  readonly label: Scalars['String']['output'];
  /** The name to ask for, such as `contact_number`. */
  readonly name: Scalars['String']['output'];
  /** Why iAdvize no longer computes it, or may not. Null where it does. */
  readonly unavailableReason?: Maybe<Scalars['String']['output']>;
  /** What it is measured in, as iAdvize documents it. */
  readonly unit: StatisticUnit;
};

/** One figure of a series. Source: iAdvize, statistic. */
export type StatisticPoint = {
  readonly __typename?: 'StatisticPoint';
  /** Currency of an amount, as in IndicatorValue. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** The group that the figure is of. Null where the series is not grouped by groups, or the group is no longer there. */
  readonly group?: Maybe<OperatorGroup>;
  /** The operator that the figure is of. Null where the series is not grouped by operators, or the operator is no longer there. */
  readonly operator?: Maybe<Operator>;
  /** What the figure is of, where the series is grouped: its id in iAdvize, or its text. Null where it is not. */
  readonly resourceId?: Maybe<Scalars['String']['output']>;
  /** The skill that the figure is of. Null where the series is not grouped by skills, or the skill is no longer there. */
  readonly skill?: Maybe<Skill>;
  /**
   * Where its part of time begins: at a full hour, at midnight, or on the first of a month, also where the period asked for
   * begins later.
   */
  readonly start: Scalars['DateTime']['output'];
  /** The figure, in the indicator's unit. Null as in IndicatorValue. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** What a figure is measured in. */
export type StatisticUnit =
  /** An amount of money in the currency of the web site. */
  | 'AMOUNT'
  /** A count, or an average of counts, with fractions. */
  | 'NUMBER'
  /** A share, 0 to 1 as far as is known; given as sent. */
  | 'RATE'
  /** Seconds, with fractions. */
  | 'SECOND';

/**
 * An entry of the suppression list. It leads to no Person: its purpose is that nothing of that person is processed.
 * Source: Visual Visitor, suppression list.
 */
export type SuppressionEntry = Node & {
  readonly __typename?: 'SuppressionEntry';
  /** When it was added. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id; it says whose account the record is of. */
  readonly id: Scalars['ID']['output'];
  /** Its id in Visual Visitor, unique within the list of the account. */
  readonly sourceId: Scalars['String']['output'];
  /** `email` or `sha256`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The e-mail address as entered, or the SHA-256 of one in 64 hex digits, as `type` says. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** One page of suppressed people. Items that do not change between two pages are neither repeated nor left out. */
export type SuppressionEntryConnection = {
  readonly __typename?: 'SuppressionEntryConnection';
  /** The suppressed people of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SuppressionEntryEdge>;
  /** The suppressed people of this page, without cursors. */
  readonly nodes: ReadonlyArray<SuppressionEntry>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of suppressed people over all pages: the upstream's own count, or the size of a complete and fresh copy. Null
   * when neither is at hand. Selecting it may cost one call.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A suppressed person within a page. */
export type SuppressionEntryEdge = {
  readonly __typename?: 'SuppressionEntryEdge';
  /** Where it lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The suppressed person. */
  readonly node: SuppressionEntry;
};

/** How far the reading of a table has come. */
export type TableProgress = {
  readonly __typename?: 'TableProgress';
  /** Upstream calls that it took since then. */
  readonly calls: Scalars['Int']['output'];
  /** Name of the consumer that pulls it. */
  readonly consumer: Scalars['String']['output'];
  /** The name of its operation, or `table`. */
  readonly operation: Scalars['String']['output'];
  /** Records read since then. */
  readonly records: Scalars['Int']['output'];
  /**
   * Records that are still to come, at most: known where the request says how many it wants, or the list is held and
   * counted. Null where only calls could tell.
   */
  readonly recordsLeft?: Maybe<Scalars['Int']['output']>;
  /**
   * How long that takes, in seconds: by its pace so far, or by what the quota windows let through if that is longer. Null
   * where the number of records is not known, before the first has come, and where its lane has no share of a window.
   */
  readonly secondsLeft?: Maybe<Scalars['Int']['output']>;
  /** When this process began to read it: of a table that goes on after a break, since then. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/**
 * A tag that operators put on conversations. iAdvize deprecates the resource in favour of `conversationTag` of its GraphQL API. Source:
 * iAdvize, tags.
 */
export type Tag = Node & {
  readonly __typename?: 'Tag';
  /** Conversations with this tag, by id descending. Source: iAdvize, conversations. */
  readonly conversations?: Maybe<ConversationConnection>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the tag. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The tag's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /**
   * Web sites on which the tag can be used, as far as the configured keys can see them. Costs nothing for their ids alone.
   * Source: iAdvize, websites.
   */
  readonly websites?: Maybe<ReadonlyArray<Website>>;
};


/**
 * A tag that operators put on conversations. iAdvize deprecates the resource in favour of `conversationTag` of its GraphQL API. Source:
 * iAdvize, tags.
 */
export type TagConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of tags. Items that do not change between two pages are neither repeated nor left out. */
export type TagConnection = {
  readonly __typename?: 'TagConnection';
  /** The tags of this page, each with its cursor. */
  readonly edges: ReadonlyArray<TagEdge>;
  /** The tags of this page, without cursors. */
  readonly nodes: ReadonlyArray<Tag>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of tags over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all tags for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A tag within a page. */
export type TagEdge = {
  readonly __typename?: 'TagEdge';
  /** Where this tag lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The tag. */
  readonly node: Tag;
};

/** Which tags to keep. */
export type TagFilter = {
  /** Tags of this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * A device that visitors tap with their badge to get to know more. It stands for one content: of the event, of an
 * exhibitor, or of a product. Source: Visit, touchpoints.
 */
export type Touchpoint = Node & {
  readonly __typename?: 'Touchpoint';
  /** What it shows. Null when nothing is assigned. */
  readonly content?: Maybe<Content>;
  /** Number of the device. Null when none is assigned. */
  readonly deviceId?: Maybe<Scalars['String']['output']>;
  /** The expo that the touchpoint belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Where it stands. Null when that is not known. */
  readonly location?: Maybe<ExpoLocation>;
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The exhibitor that it belongs to. Null when it belongs to the event. */
  readonly partner?: Maybe<Partner>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The touchpoint's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
};

/** One page of touchpoints. Items that do not change between two pages are neither repeated nor left out. */
export type TouchpointConnection = {
  readonly __typename?: 'TouchpointConnection';
  /** The touchpoints of this page, each with its cursor. */
  readonly edges: ReadonlyArray<TouchpointEdge>;
  /** The touchpoints of this page, without cursors. */
  readonly nodes: ReadonlyArray<Touchpoint>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of touchpoints over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all touchpoints for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A touchpoint within a page. */
export type TouchpointEdge = {
  readonly __typename?: 'TouchpointEdge';
  /** Where this touchpoint lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The touchpoint. */
  readonly node: Touchpoint;
};

/** Which touchpoints to keep. All members given must match. */
export type TouchpointFilter = {
  /**
   * Only those that show this content: the global id of a Content or its id in Visit. Answered from a complete copy of the
   * expo's touchpoints.
   */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Only those of this exhibitor: the global id of a Partner or its id in Visit. Answered from a complete copy of the
   * expo's touchpoints.
   */
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
};

/** How the web site of an account is tracked. Source: Visual Visitor, configuration. */
export type TrackingConfiguration = {
  readonly __typename?: 'TrackingConfiguration';
  /** The company with this domain. Null without a domain. */
  readonly company?: Maybe<Company>;
  /** Name of the company, as entered. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** What the consent banner does. Null when there is none. */
  readonly cookieConsent?: Maybe<CookieConsent>;
  /**
   * The customer whose configuration it is. Null for that of the account itself. One call, unless only its id is
   * selected.
   */
  readonly customer?: Maybe<ResellerCustomer>;
  /** Visual Visitor's id of the account, as the record says. */
  readonly customerId?: Maybe<Scalars['String']['output']>;
  /**
   * The company's web domain, in lower case, without scheme, `www.`, port and path. Null when the upstream's text is
   * no domain.
   */
  readonly domain?: Maybe<Scalars['String']['output']>;
  /** Addresses that are not tracked, newest first. One call per 200. */
  readonly excludedIps?: Maybe<ExcludedIpConnection>;
  /** The HTML to put into the pages of the web site. */
  readonly installationCode?: Maybe<Scalars['String']['output']>;
  /** People whom the account knows already, newest first. One call per 200. */
  readonly knownCustomers?: Maybe<KnownCustomerConnection>;
  /** People of whom the account may process nothing, newest first. One call per 200. */
  readonly suppressionList?: Maybe<SuppressionEntryConnection>;
};


/** How the web site of an account is tracked. Source: Visual Visitor, configuration. */
export type TrackingConfigurationExcludedIpsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How the web site of an account is tracked. Source: Visual Visitor, configuration. */
export type TrackingConfigurationKnownCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** How the web site of an account is tracked. Source: Visual Visitor, configuration. */
export type TrackingConfigurationSuppressionListArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** An order that a visitor of a web site placed. Source: iAdvize, transactions. */
export type Transaction = Node & {
  readonly __typename?: 'Transaction';
  /** What was paid, in the currency of the web site. Null when iAdvize does not say. */
  readonly amount?: Maybe<Scalars['Float']['output']>;
  /** The conversation that it is the outcome of. Null when there was none. */
  readonly conversation?: Maybe<Conversation>;
  /** When it was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Currency of the amount, an ISO 4217 code such as `EUR`: that of the web site, as iAdvize says no other. Null when the web
   * site has none or is not known.
   */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** The merchant's own id of the order. Null when none was given. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The operator of that conversation. Null when there was none, when nobody took it, or when the operator is no longer there. */
  readonly operator?: Maybe<Operator>;
  /** The person with the e-mail address of the order. Null without a usable address. */
  readonly person?: Maybe<Person>;
  /** The transaction's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /** The visitor who made it, found by the unique id. Null when iAdvize does not know the visitor. */
  readonly visitor?: Maybe<ChatVisitor>;
  /** E-mail address that the order was placed with. Null when none was given, or when the text is no address. */
  readonly visitorEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** The unique id of the visitor who made it, as ChatVisitor.uniqueId. Null when the visitor is not known. */
  readonly visitorUid?: Maybe<Scalars['String']['output']>;
  /** The web site that it was made on. */
  readonly website?: Maybe<Website>;
};

/** One page of transactions. Items that do not change between two pages are neither repeated nor left out. */
export type TransactionConnection = {
  readonly __typename?: 'TransactionConnection';
  /**
   * Until when this list is complete: the end of the last day that iAdvize had published when it was read, or of the range
   * asked for, whichever is earlier. Transactions of this instant or later may be missing. Null when nothing of the range is
   * published yet.
   */
  readonly completeUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The transactions of this page, each with its cursor. */
  readonly edges: ReadonlyArray<TransactionEdge>;
  /** The transactions of this page, without cursors. */
  readonly nodes: ReadonlyArray<Transaction>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of transactions over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all transactions for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A transaction within a page. */
export type TransactionEdge = {
  readonly __typename?: 'TransactionEdge';
  /** Where this transaction lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The transaction. */
  readonly node: Transaction;
};

/**
 * Which transactions to keep. All members given must match. Without `from` and `to`: the month that ends with today in Paris;
 * `from` alone: until today; `to` alone: the month before it.
 */
export type TransactionFilter = {
  /** After this conversation: the global id of a Conversation or its id in iAdvize. */
  readonly conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** Made at or after this instant. `from` after `to` is `BAD_USER_INPUT`, and so is a range of more than 10 years. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** True: the outcome of a conversation, whichever; false: of none. Beside `conversationId` it is `BAD_USER_INPUT`. */
  readonly linked?: InputMaybe<Scalars['Boolean']['input']>;
  /** After a conversation with this operator: the global id of an Operator or its id in iAdvize. */
  readonly operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** Made before this instant. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** On this web site: the global id of a Website or its id in iAdvize. */
  readonly websiteId?: InputMaybe<Scalars['ID']['input']>;
};

/** The services that the data comes from. */
export type Upstream =
  /** iAdvize: operators and their conversations with visitors of a web site. */
  | 'IADVIZE'
  /** NotifyVisitors: campaigns by e-mail, SMS, push and WhatsApp, and the profiles that they are sent to. */
  | 'NOTIFY_VISITORS'
  /** Visit (Visit Create): exhibitions, their registrations, exhibitors and contacts made on site. */
  | 'VISIT'
  /** Visual Visitor: companies and people that were identified on a web site. */
  | 'VISUAL_VISITOR';

/** How one upstream answers this process. */
export type UpstreamHealth = {
  readonly __typename?: 'UpstreamHealth';
  /** Whether calls go out. */
  readonly breaker: BreakerState;
  /** The last call that ended neither `OK` nor `NOT_FOUND`. Null when there was none since the start. */
  readonly lastFailure?: Maybe<CallFailure>;
  /** How long half of them took at most, in milliseconds, from permit to judged answer. Null without calls. */
  readonly medianMs?: Maybe<Scalars['Int']['output']>;
  /** How long 95 of 100 took at most, in milliseconds. Null without calls. */
  readonly p95Ms?: Maybe<Scalars['Int']['output']>;
  /** Calls that the durations are of: those of the last 15 minutes, the latest 100 at most. */
  readonly recentCalls: Scalars['Int']['output'];
  /** The upstream. */
  readonly upstream: Upstream;
};

/** The windows of one upstream. */
export type UpstreamQuota = {
  readonly __typename?: 'UpstreamQuota';
  /** Its credentials, each with its own windows. */
  readonly credentials: ReadonlyArray<CredentialQuota>;
  /** The upstream. */
  readonly upstream: Upstream;
};

/** Upstream calls within one bucket of time, and within one group where `groupBy` was given. Holds no personal data. */
export type UsageBucket = {
  readonly __typename?: 'UsageBucket';
  /** Distinct reads that were answered from held data, without a call. */
  readonly cacheHits: Scalars['Int']['output'];
  /** REST calls that left the process, repeats included. A call counts whole for the operation that started it. */
  readonly calls: Scalars['Int']['output'];
  /** Name of the consumer. Null unless grouped by `CONSUMER`. */
  readonly consumer?: Maybe<Scalars['String']['output']>;
  /** Label of the credential. Null unless grouped by `CREDENTIAL`, and for what held data answered: nothing was paid. */
  readonly credential?: Maybe<Scalars['String']['output']>;
  /** Name of the upstream endpoint. Null unless grouped by `ENDPOINT`. */
  readonly endpoint?: Maybe<Scalars['String']['output']>;
  /** Calls that ended neither `OK` nor `NOT_FOUND` nor `THROTTLED`. */
  readonly errors: Scalars['Int']['output'];
  /**
   * Name of the operation, or the first 12 hexadecimal digits of the SHA-256 of its text when it has none. Null unless grouped
   * by `OPERATION`.
   */
  readonly operation?: Maybe<Scalars['String']['output']>;
  /**
   * How the calls ended: `OK`, `NOT_FOUND`, `REJECTED`, `UNAUTHORIZED`, `THROTTLED`, `SERVER_ERROR`, `TIMEOUT`, `NETWORK`,
   * `ABORTED` or `BAD_RESPONSE`. Null unless grouped by `OUTCOME`.
   */
  readonly outcome?: Maybe<Scalars['String']['output']>;
  /** Calls that another operation had started and that this group waited for. They are not counted in `calls`. */
  readonly shared: Scalars['Int']['output'];
  /** Start of the bucket, UTC. Its length is the resolution asked for. */
  readonly start: Scalars['DateTime']['output'];
  /** Calls that the upstream refused with status 429. */
  readonly throttled: Scalars['Int']['output'];
  /** The upstream. Null unless grouped by `UPSTREAM`. */
  readonly upstream?: Maybe<Upstream>;
};

/** What usage can be counted by. */
export type UsageDimension =
  /** By the consumer whose operation made the call. */
  | 'CONSUMER'
  /** By the credential that paid for the call, by its label. */
  | 'CREDENTIAL'
  /** By upstream endpoint. */
  | 'ENDPOINT'
  /** By GraphQL operation. */
  | 'OPERATION'
  /** By how the call ended. */
  | 'OUTCOME'
  /** By upstream. */
  | 'UPSTREAM';

/** Which usage to count. All members given must match exactly. */
export type UsageFilter = {
  /** Calls made for the consumer with this name. */
  readonly consumer?: InputMaybe<Scalars['String']['input']>;
  /** Calls paid by the credential with this label. */
  readonly credential?: InputMaybe<Scalars['String']['input']>;
  /**
   * Calls made by this operation: its name, or for one without a name the first 12 hexadecimal digits of the SHA-256 of its
   * text.
   */
  readonly operation?: InputMaybe<Scalars['String']['input']>;
  /** Calls to this upstream. */
  readonly upstream?: InputMaybe<Upstream>;
};

/** Length of a usage bucket. Buckets begin at full units of UTC. */
export type UsageResolution =
  /** One day, from 00:00 UTC. */
  | 'DAY'
  /** One hour. */
  | 'HOUR'
  /** One minute. */
  | 'MINUTE'
  /** One calendar month, from 00:00 UTC on its first day. */
  | 'MONTH';

/**
 * One registration of one person for one expo, in any state. A deleted registration has little more than its id and
 * revision. Source: Visit, visitors.
 */
export type Visitor = Node & {
  readonly __typename?: 'Visitor';
  /** Code that was entered with the registration, for a discount or a campaign. Null when none was. */
  readonly actionCode?: Maybe<Scalars['String']['output']>;
  /** What the visitor did with Visit's hardware and software, by revision ascending. Source: Visit, actions. */
  readonly actions?: Maybe<ActionConnection>;
  /** Badges (passes) of the visitor; empty while the registration is not complete. */
  readonly badges?: Maybe<ReadonlyArray<Badge>>;
  /** The person's contact record, shared by all events of the organiser. Null on a deleted registration. */
  readonly contact?: Maybe<Contact>;
  /** Whether it was deleted. Deleted ones are listed with `showDeleted` only. */
  readonly deleted: Scalars['Boolean']['output'];
  /**
   * Contacts made with exhibitors, by revision ascending. Needs a key with the leads permission, else
   * `UPSTREAM_FORBIDDEN`. Source: Visit, connections.
   */
  readonly encounters?: Maybe<EncounterConnection>;
  /** The expo that the registration is for. */
  readonly expo?: Maybe<Expo>;
  /** The form that the registration belongs to. Null on a deleted registration. */
  readonly form?: Maybe<RegistrationForm>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Language of the visitor, ISO 639-1 as a rule, such as `en`. */
  readonly language?: Maybe<Scalars['String']['output']>;
  /**
   * What was recorded on site. Null when Visit has no participant for this visitor. May cost one call per visitor. Source:
   * Visit, participants.
   */
  readonly participant?: Maybe<Participant>;
  /** The exhibitor that this visitor belongs to or was invited by. Null when not linked to one. */
  readonly partner?: Maybe<Partner>;
  /** What the visitor is to the linked exhibitor, as sent: `staff` or `guest`. Null when not linked to one. */
  readonly partnerRole?: Maybe<Scalars['String']['output']>;
  /** Payments for the registration, by revision ascending. Source: Visit, payments. */
  readonly payments?: Maybe<PaymentConnection>;
  /** The person with the contact's e-mail address. Null without a usable address. */
  readonly person?: Maybe<Person>;
  /** The profiling questions that were answered, each with its answers. */
  readonly questions?: Maybe<ReadonlyArray<AnsweredQuestion>>;
  /** The organiser's own id for the registration. Null when none was set. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** How it came about, as sent: `online`, `onsite`, `import`, `api`, or one that Visit adds. */
  readonly registrationMethod?: Maybe<Scalars['String']['output']>;
  /**
   * State of the registration, as sent: `invited`, `registering`, `stopped`, `pending-confirmation`, `hold`, `denied`,
   * `registered`, or one that Visit adds. Null on a deleted registration whose state was not kept.
   */
  readonly registrationState?: Maybe<Scalars['String']['output']>;
  /** When the registration was completed. Null while it is not. */
  readonly registrationTime?: Maybe<Scalars['DateTime']['output']>;
  /** The kind of registration, such as trade visitor or press. */
  readonly registrationType?: Maybe<RegistrationType>;
  /** Number of the last edit in Visit, as text because it has up to 64 bits. It rises with every edit; lists go by it. */
  readonly revision: Scalars['String']['output'];
  /** The registration's id in Visit, 13 characters of `0-9a-z`. It is not the value of the badge's QR code. */
  readonly sourceId: Scalars['String']['output'];
  /** Words that the organiser marked the registration with. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};


/**
 * One registration of one person for one expo, in any state. A deleted registration has little more than its id and
 * revision. Source: Visit, visitors.
 */
export type VisitorActionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One registration of one person for one expo, in any state. A deleted registration has little more than its id and
 * revision. Source: Visit, visitors.
 */
export type VisitorEncountersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One registration of one person for one expo, in any state. A deleted registration has little more than its id and
 * revision. Source: Visit, visitors.
 */
export type VisitorPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of registrations. Items that do not change between two pages are neither repeated nor left out. */
export type VisitorConnection = {
  readonly __typename?: 'VisitorConnection';
  /** The registrations of this page, each with its cursor. */
  readonly edges: ReadonlyArray<VisitorEdge>;
  /** The registrations of this page, without cursors. */
  readonly nodes: ReadonlyArray<Visitor>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of registrations over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all registrations for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A registration within a page. */
export type VisitorEdge = {
  readonly __typename?: 'VisitorEdge';
  /** Where this registration lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The registration. */
  readonly node: Visitor;
};

/** Which registrations to keep. All members given must match. */
export type VisitorFilter = {
  /** The contact with this id of Visit, as in `Contact.sourceId`; at most one registration per expo matches. */
  readonly contactId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The contact with this foreign id, as the organiser set it; at most one registration per expo matches. An empty text is
   * `BAD_USER_INPUT`.
   */
  readonly contactReference?: InputMaybe<Scalars['String']['input']>;
  /**
   * The contact with this e-mail address. Visit cannot look up an address, so this is answered from a complete copy of the
   * expo's registrations; `DEADLINE_EXCEEDED` while that copy is being filled.
   */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Team members and guests of this exhibitor: the global id of a Partner or its id in Visit. */
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * States to keep: `registered`, `invited`, `registering`, `stopped`, `pending-confirmation`, `hold` and `denied`,
   * compared without regard to case and hyphens. `["*"]` keeps all of these, null means `["registered"]`. Another state,
   * for which Visit cannot be asked, and an empty list are `BAD_USER_INPUT`.
   */
  readonly registrationStates?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Whether deleted registrations are listed too. Visit keeps only those that had once been registered, and of them little
   * more than id and revision.
   */
  readonly showDeleted?: Scalars['Boolean']['input'];
};

/**
 * A call that Visit makes to a given address when records of one type change. A webhook belongs to the API key that it was
 * made with: only those of the gateway's own keys are seen. Source: Visit, webhooks.
 */
export type Webhook = Node & {
  readonly __typename?: 'Webhook';
  /** Revision of the newest record of its type, as text because it has up to 64 bits. */
  readonly currentRevision?: Maybe<Scalars['String']['output']>;
  /** Whether Visit calls it. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** How many calls failed one after another. */
  readonly errorCount?: Maybe<Scalars['Int']['output']>;
  /** The expo that the webhook belongs to. */
  readonly expo?: Maybe<Expo>;
  /** Global id; stands for expo and source id together. */
  readonly id: Scalars['ID']['output'];
  /** Revision of the last record that was delivered, as text because it has up to 64 bits; `0` before the first. */
  readonly lastRevision?: Maybe<Scalars['String']['output']>;
  /**
   * Its last calls, newest last. Only the webhook's own read tells: costs a call for each webhook that came from a list,
   * none where it was read by itself. Source: Visit, webhook by id.
   */
  readonly log?: Maybe<ReadonlyArray<WebhookCall>>;
  /** When it was last called. Null before the first call. */
  readonly sentTime?: Maybe<Scalars['DateTime']['output']>;
  /** The webhook's id in Visit, 13 characters of `0-9a-z`. */
  readonly sourceId: Scalars['String']['output'];
  /** `wait` while all is well, `error` when it is called no more after its last retry; as sent. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /**
   * Which records it is about, as sent: `visitor`, `partner`, `action`, `participant`, `connection`, `content` or
   * `payment`.
   */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The address that is called. A secret in it may be all that guards the receiver: needs the scope `read:contact`. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** One call that Visit made. Source: Visit, webhook by id. */
export type WebhookCall = {
  readonly __typename?: 'WebhookCall';
  /**
   * What went wrong, in Visit's words, which may repeat the address: needs the scope `read:contact`. Null when nothing
   * did.
   */
  readonly error?: Maybe<Scalars['String']['output']>;
  /** HTTP status that the receiver answered with. Null when it did not answer. */
  readonly status?: Maybe<Scalars['Int']['output']>;
  /** When it was made. */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
};

/** One page of webhooks. Items that do not change between two pages are neither repeated nor left out. */
export type WebhookConnection = {
  readonly __typename?: 'WebhookConnection';
  /** The webhooks of this page, each with its cursor. */
  readonly edges: ReadonlyArray<WebhookEdge>;
  /** The webhooks of this page, without cursors. */
  readonly nodes: ReadonlyArray<Webhook>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of webhooks over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all webhooks for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A webhook within a page. */
export type WebhookEdge = {
  readonly __typename?: 'WebhookEdge';
  /** Where this webhook lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The webhook. */
  readonly node: Webhook;
};

/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type Website = Node & {
  readonly __typename?: 'Website';
  /** Calls that visitors of this web site have asked for, past and to come, by id descending. Source: iAdvize, call meetings. */
  readonly callMeetings?: Maybe<CallMeetingConnection>;
  /** Visitors who were seen on this web site, by id descending. Source: iAdvize, visitors. */
  readonly chatVisitors?: Maybe<ChatVisitorConnection>;
  /** The account that the web site belongs to. Costs nothing for its id alone. Source: iAdvize, clients. */
  readonly clientAccount?: Maybe<ClientAccount>;
  /** Conversations on this web site, by id descending. Source: iAdvize, conversations. */
  readonly conversations?: Maybe<ConversationConnection>;
  /** Currency of the web site's amounts, an ISO 4217 code such as `EUR`. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Display name. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /**
   * Language of its administration, as sent: `de`, `en`, `es`, `fr`, `it`, `ja`, `ko`, `nl`, `pt`, `se`, `tw`. These are
   * iAdvize's own codes, not all of them ISO 639-1.
   */
  readonly languageAdmin?: Maybe<Scalars['String']['output']>;
  /** Operators who work for this web site, by id descending. Source: iAdvize, operators. */
  readonly operators?: Maybe<OperatorConnection>;
  /**
   * Answers to the survey after conversations on this web site, by id descending. Source: iAdvize, satisfactions.
   * @deprecated iAdvize no longer maintains this resource; its successor is satisfactionSurveyResponses of iAdvize's own GraphQL API.
   */
  readonly satisfactions?: Maybe<SatisfactionConnection>;
  /** The web site's id in iAdvize. */
  readonly sourceId: Scalars['String']['output'];
  /** Tags that can be put on conversations of this web site, by id descending. Source: iAdvize, tags. */
  readonly tags?: Maybe<TagConnection>;
  /** Time zone of the web site, an IANA name such as `Europe/Paris`. Times of its conversations are kept in it upstream. */
  readonly timezone?: Maybe<Scalars['String']['output']>;
  /** Transactions on this web site, by id descending. Source: iAdvize, transactions. */
  readonly transactions?: Maybe<TransactionConnection>;
  /** Address of the web site, as sent; usually without a scheme. */
  readonly url?: Maybe<Scalars['String']['output']>;
};


/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type WebsiteCallMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallMeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type WebsiteChatVisitorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type WebsiteConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type WebsiteOperatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type WebsiteSatisfactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SatisfactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type WebsiteTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A web site on which operators answer. iAdvize deprecates the resource in favour of `project` of its GraphQL API. Source: iAdvize,
 * websites.
 */
export type WebsiteTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of web sites. Items that do not change between two pages are neither repeated nor left out. */
export type WebsiteConnection = {
  readonly __typename?: 'WebsiteConnection';
  /** The web sites of this page, each with its cursor. */
  readonly edges: ReadonlyArray<WebsiteEdge>;
  /** The web sites of this page, without cursors. */
  readonly nodes: ReadonlyArray<Website>;
  /** Where this page lies and whether more follow. */
  readonly pageInfo: PageInfo;
  /**
   * Number of web sites over all pages: the upstream's own count, or the size of a complete and fresh copy.
   * Null when neither is at hand. Selecting it may cost one call, but it never reads all web sites for it.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A web site within a page. */
export type WebsiteEdge = {
  readonly __typename?: 'WebsiteEdge';
  /** Where this web site lies: opaque, lasting over restarts, and valid as `after` of the same field and arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The web site. */
  readonly node: Website;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AccountUserModel )
    | ( ActionModel )
    | ( ActivityModel )
    | ( BulkJobModel )
    | ( CallMeetingModel )
    | ( CampaignReportModel )
    | ( ChatVisitorModel )
    | ( ClientAccountModel )
    | ( CompanyModel )
    | ( ContentModel )
    | ( ConversationModel )
    | ( CustomerProfileModel )
    | ( EncounterModel )
    | ( ExcludedIpModel )
    | ( ExpoModel )
    | ( IdealCustomerProfileModel )
    | ( KnownCustomerModel )
    | ( LeadModel )
    | ( LicenseModel )
    | ( OperatorModel )
    | ( OperatorGroupModel )
    | ( ParticipantModel )
    | ( PartnerModel )
    | ( PaymentModel )
    | ( PersonModel )
    | ( ProspectCompanyModel )
    | ( ProspectContactModel )
    | ( ResellerCustomerModel )
    | ( ResellerServiceModel )
    | ( SatisfactionModel )
    | ( SkillModel )
    | ( SuppressionEntryModel )
    | ( TagModel )
    | ( TouchpointModel )
    | ( TransactionModel )
    | ( VisitorModel )
    | ( WebhookModel )
    | ( WebsiteModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountUser: ResolverTypeWrapper<AccountUserModel>;
  AccountUserConnection: ResolverTypeWrapper<ConnectionModel>;
  AccountUserEdge: ResolverTypeWrapper<Omit<AccountUserEdge, 'node'> & { node: ResolversTypes['AccountUser'] }>;
  AccountUserFilter: AccountUserFilter;
  Action: ResolverTypeWrapper<ActionModel>;
  ActionConnection: ResolverTypeWrapper<ConnectionModel>;
  ActionEdge: ResolverTypeWrapper<Omit<ActionEdge, 'node'> & { node: ResolversTypes['Action'] }>;
  ActionFilter: ActionFilter;
  Activity: ResolverTypeWrapper<ActivityModel>;
  ActivityConnection: ResolverTypeWrapper<ConnectionModel>;
  ActivityEdge: ResolverTypeWrapper<Omit<ActivityEdge, 'node'> & { node: ResolversTypes['Activity'] }>;
  ActivityParticipant: ResolverTypeWrapper<ActivityParticipantModel>;
  AnsweredQuestion: ResolverTypeWrapper<AnsweredQuestionModel>;
  AttendedActivity: ResolverTypeWrapper<AttendedActivityModel>;
  Badge: ResolverTypeWrapper<BadgeModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BreakerState: BreakerState;
  BulkJob: ResolverTypeWrapper<BulkJobModel>;
  BulkJobConnection: ResolverTypeWrapper<ConnectionModel>;
  BulkJobEdge: ResolverTypeWrapper<Omit<BulkJobEdge, 'node'> & { node: ResolversTypes['BulkJob'] }>;
  BulkJobFilter: BulkJobFilter;
  CallConfig: ResolverTypeWrapper<CallConfigModel>;
  CallFailure: ResolverTypeWrapper<CallFailure>;
  CallMeeting: ResolverTypeWrapper<CallMeetingModel>;
  CallMeetingConnection: ResolverTypeWrapper<ConnectionModel>;
  CallMeetingEdge: ResolverTypeWrapper<Omit<CallMeetingEdge, 'node'> & { node: ResolversTypes['CallMeeting'] }>;
  CallMeetingFilter: CallMeetingFilter;
  CampaignDay: ResolverTypeWrapper<CampaignDayModel>;
  CampaignMetrics: ResolverTypeWrapper<CampaignMetricsModel>;
  CampaignReport: ResolverTypeWrapper<CampaignReportModel>;
  CampaignReportConnection: ResolverTypeWrapper<ConnectionModel>;
  CampaignReportEdge: ResolverTypeWrapper<Omit<CampaignReportEdge, 'node'> & { node: ResolversTypes['CampaignReport'] }>;
  CampaignReportFilter: CampaignReportFilter;
  ChannelLive: ResolverTypeWrapper<ChannelLiveModel>;
  ChatVisitor: ResolverTypeWrapper<ChatVisitorModel>;
  ChatVisitorConnection: ResolverTypeWrapper<ConnectionModel>;
  ChatVisitorEdge: ResolverTypeWrapper<Omit<ChatVisitorEdge, 'node'> & { node: ResolversTypes['ChatVisitor'] }>;
  ChatVisitorFilter: ChatVisitorFilter;
  ClientAccount: ResolverTypeWrapper<ClientAccountModel>;
  ClientAccountConnection: ResolverTypeWrapper<ConnectionModel>;
  ClientAccountEdge: ResolverTypeWrapper<Omit<ClientAccountEdge, 'node'> & { node: ResolversTypes['ClientAccount'] }>;
  Company: ResolverTypeWrapper<CompanyModel>;
  ConsumerQuota: ResolverTypeWrapper<Omit<ConsumerQuota, 'windows'> & { windows: ReadonlyArray<ResolversTypes['QuotaWindow']> }>;
  Contact: ResolverTypeWrapper<ContactModel>;
  ContactAddress: ResolverTypeWrapper<ContactAddressModel>;
  ContactCredits: ResolverTypeWrapper<ContactCreditsModel>;
  Content: ResolverTypeWrapper<ContentModel>;
  ContentConnection: ResolverTypeWrapper<ConnectionModel>;
  ContentEdge: ResolverTypeWrapper<Omit<ContentEdge, 'node'> & { node: ResolversTypes['Content'] }>;
  ContentFilter: ContentFilter;
  ContentLink: ResolverTypeWrapper<ContentLinkModel>;
  ContractDrift: ResolverTypeWrapper<ContractDrift>;
  Conversation: ResolverTypeWrapper<ConversationModel>;
  ConversationConnection: ResolverTypeWrapper<ConnectionModel>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationFilter: ConversationFilter;
  ConversationMessage: ResolverTypeWrapper<ConversationMessageModel>;
  CookieConsent: ResolverTypeWrapper<CookieConsentModel>;
  CredentialQuota: ResolverTypeWrapper<Omit<CredentialQuota, 'windows'> & { windows: ReadonlyArray<ResolversTypes['QuotaWindow']> }>;
  CustomField: ResolverTypeWrapper<CustomFieldModel>;
  CustomerProfile: ResolverTypeWrapper<CustomerProfileModel>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Encounter: ResolverTypeWrapper<EncounterModel>;
  EncounterConnection: ResolverTypeWrapper<ConnectionModel>;
  EncounterEdge: ResolverTypeWrapper<Omit<EncounterEdge, 'node'> & { node: ResolversTypes['Encounter'] }>;
  EncounterFilter: EncounterFilter;
  ExcludedIp: ResolverTypeWrapper<ExcludedIpModel>;
  ExcludedIpConnection: ResolverTypeWrapper<ConnectionModel>;
  ExcludedIpEdge: ResolverTypeWrapper<Omit<ExcludedIpEdge, 'node'> & { node: ResolversTypes['ExcludedIp'] }>;
  Expo: ResolverTypeWrapper<ExpoModel>;
  ExpoAnswer: ResolverTypeWrapper<ExpoAnswerModel>;
  ExpoConnection: ResolverTypeWrapper<ConnectionModel>;
  ExpoEdge: ResolverTypeWrapper<Omit<ExpoEdge, 'node'> & { node: ResolversTypes['Expo'] }>;
  ExpoLocation: ResolverTypeWrapper<ExpoLocationModel>;
  ExpoQuestion: ResolverTypeWrapper<ExpoQuestionModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GivenAnswer: ResolverTypeWrapper<GivenAnswerModel>;
  Health: ResolverTypeWrapper<HealthModel>;
  HeldCollection: ResolverTypeWrapper<HeldCollectionModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdealCustomerProfile: ResolverTypeWrapper<IdealCustomerProfileModel>;
  IndicatorValue: ResolverTypeWrapper<IndicatorValueModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KnownCustomer: ResolverTypeWrapper<KnownCustomerModel>;
  KnownCustomerConnection: ResolverTypeWrapper<ConnectionModel>;
  KnownCustomerEdge: ResolverTypeWrapper<Omit<KnownCustomerEdge, 'node'> & { node: ResolversTypes['KnownCustomer'] }>;
  Label: ResolverTypeWrapper<LabelModel>;
  Lead: ResolverTypeWrapper<LeadModel>;
  LeadConnection: ResolverTypeWrapper<ConnectionModel>;
  LeadEdge: ResolverTypeWrapper<Omit<LeadEdge, 'node'> & { node: ResolversTypes['Lead'] }>;
  LeadFilter: LeadFilter;
  LeadPage: ResolverTypeWrapper<LeadPageModel>;
  LeadProduct: LeadProduct;
  LeadVisit: ResolverTypeWrapper<LeadVisitModel>;
  License: ResolverTypeWrapper<LicenseModel>;
  LicenseConnection: ResolverTypeWrapper<ConnectionModel>;
  LicenseEdge: ResolverTypeWrapper<Omit<LicenseEdge, 'node'> & { node: ResolversTypes['License'] }>;
  LicenseFilter: LicenseFilter;
  LiveOperatorFilter: LiveOperatorFilter;
  MessageAuthor: MessageAuthor;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Operator: ResolverTypeWrapper<OperatorModel>;
  OperatorConnection: ResolverTypeWrapper<ConnectionModel>;
  OperatorEdge: ResolverTypeWrapper<Omit<OperatorEdge, 'node'> & { node: ResolversTypes['Operator'] }>;
  OperatorFilter: OperatorFilter;
  OperatorGroup: ResolverTypeWrapper<OperatorGroupModel>;
  OperatorGroupConnection: ResolverTypeWrapper<ConnectionModel>;
  OperatorGroupEdge: ResolverTypeWrapper<Omit<OperatorGroupEdge, 'node'> & { node: ResolversTypes['OperatorGroup'] }>;
  OperatorGroupFilter: OperatorGroupFilter;
  OperatorLive: ResolverTypeWrapper<OperatorLiveModel>;
  OperatorProfile: ResolverTypeWrapper<OperatorProfileModel>;
  OperatorStatistic: ResolverTypeWrapper<OperatorStatisticModel>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  Participant: ResolverTypeWrapper<ParticipantModel>;
  ParticipantConnection: ResolverTypeWrapper<ConnectionModel>;
  ParticipantEdge: ResolverTypeWrapper<Omit<ParticipantEdge, 'node'> & { node: ResolversTypes['Participant'] }>;
  Partner: ResolverTypeWrapper<PartnerModel>;
  PartnerConnection: ResolverTypeWrapper<ConnectionModel>;
  PartnerEdge: ResolverTypeWrapper<Omit<PartnerEdge, 'node'> & { node: ResolversTypes['Partner'] }>;
  PartnerFilter: PartnerFilter;
  PartnerSetting: ResolverTypeWrapper<PartnerSettingModel>;
  Payment: ResolverTypeWrapper<PaymentModel>;
  PaymentConnection: ResolverTypeWrapper<ConnectionModel>;
  PaymentEdge: ResolverTypeWrapper<Omit<PaymentEdge, 'node'> & { node: ResolversTypes['Payment'] }>;
  PaymentFilter: PaymentFilter;
  Person: ResolverTypeWrapper<PersonModel>;
  ProspectCompany: ResolverTypeWrapper<ProspectCompanyModel>;
  ProspectCompanyConnection: ResolverTypeWrapper<ConnectionModel>;
  ProspectCompanyEdge: ResolverTypeWrapper<Omit<ProspectCompanyEdge, 'node'> & { node: ResolversTypes['ProspectCompany'] }>;
  ProspectCompanyFilter: ProspectCompanyFilter;
  ProspectContact: ResolverTypeWrapper<ProspectContactModel>;
  ProspectContactConnection: ResolverTypeWrapper<ConnectionModel>;
  ProspectContactEdge: ResolverTypeWrapper<Omit<ProspectContactEdge, 'node'> & { node: ResolversTypes['ProspectContact'] }>;
  ProspectContactFilter: ProspectContactFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quota: ResolverTypeWrapper<Omit<Quota, 'consumer' | 'upstreams'> & { consumer: ResolversTypes['ConsumerQuota'], upstreams: ReadonlyArray<ResolversTypes['UpstreamQuota']> }>;
  QuotaWindow: ResolverTypeWrapper<WindowViewModel>;
  ReferenceEntry: ResolverTypeWrapper<ReferenceEntryModel>;
  ReferenceList: ResolverTypeWrapper<ReferenceListModel>;
  RefusalCount: ResolverTypeWrapper<RefusalCount>;
  RegistrationForm: ResolverTypeWrapper<RegistrationFormModel>;
  RegistrationType: ResolverTypeWrapper<RegistrationTypeModel>;
  RegistrationTypeStat: ResolverTypeWrapper<RegistrationTypeStatModel>;
  ResellerCustomer: ResolverTypeWrapper<ResellerCustomerModel>;
  ResellerCustomerConnection: ResolverTypeWrapper<ConnectionModel>;
  ResellerCustomerEdge: ResolverTypeWrapper<Omit<ResellerCustomerEdge, 'node'> & { node: ResolversTypes['ResellerCustomer'] }>;
  ResellerCustomerFilter: ResellerCustomerFilter;
  ResellerService: ResolverTypeWrapper<ResellerServiceModel>;
  ResellerSubscription: ResolverTypeWrapper<ResellerSubscriptionModel>;
  ResourceStatistic: ResolverTypeWrapper<ResourceStatisticModel>;
  Satisfaction: ResolverTypeWrapper<SatisfactionModel>;
  SatisfactionConnection: ResolverTypeWrapper<ConnectionModel>;
  SatisfactionEdge: ResolverTypeWrapper<Omit<SatisfactionEdge, 'node'> & { node: ResolversTypes['Satisfaction'] }>;
  SatisfactionFilter: SatisfactionFilter;
  Skill: ResolverTypeWrapper<SkillModel>;
  SkillConnection: ResolverTypeWrapper<ConnectionModel>;
  SkillEdge: ResolverTypeWrapper<Omit<SkillEdge, 'node'> & { node: ResolversTypes['Skill'] }>;
  SkillFilter: SkillFilter;
  StaffType: ResolverTypeWrapper<StaffTypeModel>;
  StartStep: ResolverTypeWrapper<StartStep>;
  Statistic: ResolverTypeWrapper<StatisticModel>;
  StatisticGranularity: StatisticGranularity;
  StatisticIndicator: ResolverTypeWrapper<StatisticIndicatorModel>;
  StatisticPoint: ResolverTypeWrapper<StatisticPointModel>;
  StatisticUnit: StatisticUnit;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SuppressionEntry: ResolverTypeWrapper<SuppressionEntryModel>;
  SuppressionEntryConnection: ResolverTypeWrapper<ConnectionModel>;
  SuppressionEntryEdge: ResolverTypeWrapper<Omit<SuppressionEntryEdge, 'node'> & { node: ResolversTypes['SuppressionEntry'] }>;
  TableProgress: ResolverTypeWrapper<TableProgress>;
  Tag: ResolverTypeWrapper<TagModel>;
  TagConnection: ResolverTypeWrapper<ConnectionModel>;
  TagEdge: ResolverTypeWrapper<Omit<TagEdge, 'node'> & { node: ResolversTypes['Tag'] }>;
  TagFilter: TagFilter;
  Touchpoint: ResolverTypeWrapper<TouchpointModel>;
  TouchpointConnection: ResolverTypeWrapper<ConnectionModel>;
  TouchpointEdge: ResolverTypeWrapper<Omit<TouchpointEdge, 'node'> & { node: ResolversTypes['Touchpoint'] }>;
  TouchpointFilter: TouchpointFilter;
  TrackingConfiguration: ResolverTypeWrapper<TrackingConfigurationModel>;
  Transaction: ResolverTypeWrapper<TransactionModel>;
  TransactionConnection: ResolverTypeWrapper<TransactionConnectionModel>;
  TransactionEdge: ResolverTypeWrapper<Omit<TransactionEdge, 'node'> & { node: ResolversTypes['Transaction'] }>;
  TransactionFilter: TransactionFilter;
  Upstream: Upstream;
  UpstreamHealth: ResolverTypeWrapper<UpstreamHealthModel>;
  UpstreamQuota: ResolverTypeWrapper<Omit<UpstreamQuota, 'credentials'> & { credentials: ReadonlyArray<ResolversTypes['CredentialQuota']> }>;
  UsageBucket: ResolverTypeWrapper<UsageBucketModel>;
  UsageDimension: UsageDimension;
  UsageFilter: UsageFilter;
  UsageResolution: UsageResolution;
  Visitor: ResolverTypeWrapper<VisitorModel>;
  VisitorConnection: ResolverTypeWrapper<ConnectionModel>;
  VisitorEdge: ResolverTypeWrapper<Omit<VisitorEdge, 'node'> & { node: ResolversTypes['Visitor'] }>;
  VisitorFilter: VisitorFilter;
  Webhook: ResolverTypeWrapper<WebhookModel>;
  WebhookCall: ResolverTypeWrapper<WebhookCallModel>;
  WebhookConnection: ResolverTypeWrapper<ConnectionModel>;
  WebhookEdge: ResolverTypeWrapper<Omit<WebhookEdge, 'node'> & { node: ResolversTypes['Webhook'] }>;
  Website: ResolverTypeWrapper<WebsiteModel>;
  WebsiteConnection: ResolverTypeWrapper<ConnectionModel>;
  WebsiteEdge: ResolverTypeWrapper<Omit<WebsiteEdge, 'node'> & { node: ResolversTypes['Website'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountUser: AccountUserModel;
  AccountUserConnection: ConnectionModel;
  AccountUserEdge: Omit<AccountUserEdge, 'node'> & { node: ResolversParentTypes['AccountUser'] };
  AccountUserFilter: AccountUserFilter;
  Action: ActionModel;
  ActionConnection: ConnectionModel;
  ActionEdge: Omit<ActionEdge, 'node'> & { node: ResolversParentTypes['Action'] };
  ActionFilter: ActionFilter;
  Activity: ActivityModel;
  ActivityConnection: ConnectionModel;
  ActivityEdge: Omit<ActivityEdge, 'node'> & { node: ResolversParentTypes['Activity'] };
  ActivityParticipant: ActivityParticipantModel;
  AnsweredQuestion: AnsweredQuestionModel;
  AttendedActivity: AttendedActivityModel;
  Badge: BadgeModel;
  Boolean: Scalars['Boolean']['output'];
  BulkJob: BulkJobModel;
  BulkJobConnection: ConnectionModel;
  BulkJobEdge: Omit<BulkJobEdge, 'node'> & { node: ResolversParentTypes['BulkJob'] };
  BulkJobFilter: BulkJobFilter;
  CallConfig: CallConfigModel;
  CallFailure: CallFailure;
  CallMeeting: CallMeetingModel;
  CallMeetingConnection: ConnectionModel;
  CallMeetingEdge: Omit<CallMeetingEdge, 'node'> & { node: ResolversParentTypes['CallMeeting'] };
  CallMeetingFilter: CallMeetingFilter;
  CampaignDay: CampaignDayModel;
  CampaignMetrics: CampaignMetricsModel;
  CampaignReport: CampaignReportModel;
  CampaignReportConnection: ConnectionModel;
  CampaignReportEdge: Omit<CampaignReportEdge, 'node'> & { node: ResolversParentTypes['CampaignReport'] };
  CampaignReportFilter: CampaignReportFilter;
  ChannelLive: ChannelLiveModel;
  ChatVisitor: ChatVisitorModel;
  ChatVisitorConnection: ConnectionModel;
  ChatVisitorEdge: Omit<ChatVisitorEdge, 'node'> & { node: ResolversParentTypes['ChatVisitor'] };
  ChatVisitorFilter: ChatVisitorFilter;
  ClientAccount: ClientAccountModel;
  ClientAccountConnection: ConnectionModel;
  ClientAccountEdge: Omit<ClientAccountEdge, 'node'> & { node: ResolversParentTypes['ClientAccount'] };
  Company: CompanyModel;
  ConsumerQuota: Omit<ConsumerQuota, 'windows'> & { windows: ReadonlyArray<ResolversParentTypes['QuotaWindow']> };
  Contact: ContactModel;
  ContactAddress: ContactAddressModel;
  ContactCredits: ContactCreditsModel;
  Content: ContentModel;
  ContentConnection: ConnectionModel;
  ContentEdge: Omit<ContentEdge, 'node'> & { node: ResolversParentTypes['Content'] };
  ContentFilter: ContentFilter;
  ContentLink: ContentLinkModel;
  ContractDrift: ContractDrift;
  Conversation: ConversationModel;
  ConversationConnection: ConnectionModel;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationFilter: ConversationFilter;
  ConversationMessage: ConversationMessageModel;
  CookieConsent: CookieConsentModel;
  CredentialQuota: Omit<CredentialQuota, 'windows'> & { windows: ReadonlyArray<ResolversParentTypes['QuotaWindow']> };
  CustomField: CustomFieldModel;
  CustomerProfile: CustomerProfileModel;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  Encounter: EncounterModel;
  EncounterConnection: ConnectionModel;
  EncounterEdge: Omit<EncounterEdge, 'node'> & { node: ResolversParentTypes['Encounter'] };
  EncounterFilter: EncounterFilter;
  ExcludedIp: ExcludedIpModel;
  ExcludedIpConnection: ConnectionModel;
  ExcludedIpEdge: Omit<ExcludedIpEdge, 'node'> & { node: ResolversParentTypes['ExcludedIp'] };
  Expo: ExpoModel;
  ExpoAnswer: ExpoAnswerModel;
  ExpoConnection: ConnectionModel;
  ExpoEdge: Omit<ExpoEdge, 'node'> & { node: ResolversParentTypes['Expo'] };
  ExpoLocation: ExpoLocationModel;
  ExpoQuestion: ExpoQuestionModel;
  Float: Scalars['Float']['output'];
  GivenAnswer: GivenAnswerModel;
  Health: HealthModel;
  HeldCollection: HeldCollectionModel;
  ID: Scalars['ID']['output'];
  IdealCustomerProfile: IdealCustomerProfileModel;
  IndicatorValue: IndicatorValueModel;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  KnownCustomer: KnownCustomerModel;
  KnownCustomerConnection: ConnectionModel;
  KnownCustomerEdge: Omit<KnownCustomerEdge, 'node'> & { node: ResolversParentTypes['KnownCustomer'] };
  Label: LabelModel;
  Lead: LeadModel;
  LeadConnection: ConnectionModel;
  LeadEdge: Omit<LeadEdge, 'node'> & { node: ResolversParentTypes['Lead'] };
  LeadFilter: LeadFilter;
  LeadPage: LeadPageModel;
  LeadVisit: LeadVisitModel;
  License: LicenseModel;
  LicenseConnection: ConnectionModel;
  LicenseEdge: Omit<LicenseEdge, 'node'> & { node: ResolversParentTypes['License'] };
  LicenseFilter: LicenseFilter;
  LiveOperatorFilter: LiveOperatorFilter;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Operator: OperatorModel;
  OperatorConnection: ConnectionModel;
  OperatorEdge: Omit<OperatorEdge, 'node'> & { node: ResolversParentTypes['Operator'] };
  OperatorFilter: OperatorFilter;
  OperatorGroup: OperatorGroupModel;
  OperatorGroupConnection: ConnectionModel;
  OperatorGroupEdge: Omit<OperatorGroupEdge, 'node'> & { node: ResolversParentTypes['OperatorGroup'] };
  OperatorGroupFilter: OperatorGroupFilter;
  OperatorLive: OperatorLiveModel;
  OperatorProfile: OperatorProfileModel;
  OperatorStatistic: OperatorStatisticModel;
  PageInfo: PageInfoModel;
  Participant: ParticipantModel;
  ParticipantConnection: ConnectionModel;
  ParticipantEdge: Omit<ParticipantEdge, 'node'> & { node: ResolversParentTypes['Participant'] };
  Partner: PartnerModel;
  PartnerConnection: ConnectionModel;
  PartnerEdge: Omit<PartnerEdge, 'node'> & { node: ResolversParentTypes['Partner'] };
  PartnerFilter: PartnerFilter;
  PartnerSetting: PartnerSettingModel;
  Payment: PaymentModel;
  PaymentConnection: ConnectionModel;
  PaymentEdge: Omit<PaymentEdge, 'node'> & { node: ResolversParentTypes['Payment'] };
  PaymentFilter: PaymentFilter;
  Person: PersonModel;
  ProspectCompany: ProspectCompanyModel;
  ProspectCompanyConnection: ConnectionModel;
  ProspectCompanyEdge: Omit<ProspectCompanyEdge, 'node'> & { node: ResolversParentTypes['ProspectCompany'] };
  ProspectCompanyFilter: ProspectCompanyFilter;
  ProspectContact: ProspectContactModel;
  ProspectContactConnection: ConnectionModel;
  ProspectContactEdge: Omit<ProspectContactEdge, 'node'> & { node: ResolversParentTypes['ProspectContact'] };
  ProspectContactFilter: ProspectContactFilter;
  Query: Record<PropertyKey, never>;
  Quota: Omit<Quota, 'consumer' | 'upstreams'> & { consumer: ResolversParentTypes['ConsumerQuota'], upstreams: ReadonlyArray<ResolversParentTypes['UpstreamQuota']> };
  QuotaWindow: WindowViewModel;
  ReferenceEntry: ReferenceEntryModel;
  ReferenceList: ReferenceListModel;
  RefusalCount: RefusalCount;
  RegistrationForm: RegistrationFormModel;
  RegistrationType: RegistrationTypeModel;
  RegistrationTypeStat: RegistrationTypeStatModel;
  ResellerCustomer: ResellerCustomerModel;
  ResellerCustomerConnection: ConnectionModel;
  ResellerCustomerEdge: Omit<ResellerCustomerEdge, 'node'> & { node: ResolversParentTypes['ResellerCustomer'] };
  ResellerCustomerFilter: ResellerCustomerFilter;
  ResellerService: ResellerServiceModel;
  ResellerSubscription: ResellerSubscriptionModel;
  ResourceStatistic: ResourceStatisticModel;
  Satisfaction: SatisfactionModel;
  SatisfactionConnection: ConnectionModel;
  SatisfactionEdge: Omit<SatisfactionEdge, 'node'> & { node: ResolversParentTypes['Satisfaction'] };
  SatisfactionFilter: SatisfactionFilter;
  Skill: SkillModel;
  SkillConnection: ConnectionModel;
  SkillEdge: Omit<SkillEdge, 'node'> & { node: ResolversParentTypes['Skill'] };
  SkillFilter: SkillFilter;
  StaffType: StaffTypeModel;
  StartStep: StartStep;
  Statistic: StatisticModel;
  StatisticIndicator: StatisticIndicatorModel;
  StatisticPoint: StatisticPointModel;
  String: Scalars['String']['output'];
  SuppressionEntry: SuppressionEntryModel;
  SuppressionEntryConnection: ConnectionModel;
  SuppressionEntryEdge: Omit<SuppressionEntryEdge, 'node'> & { node: ResolversParentTypes['SuppressionEntry'] };
  TableProgress: TableProgress;
  Tag: TagModel;
  TagConnection: ConnectionModel;
  TagEdge: Omit<TagEdge, 'node'> & { node: ResolversParentTypes['Tag'] };
  TagFilter: TagFilter;
  Touchpoint: TouchpointModel;
  TouchpointConnection: ConnectionModel;
  TouchpointEdge: Omit<TouchpointEdge, 'node'> & { node: ResolversParentTypes['Touchpoint'] };
  TouchpointFilter: TouchpointFilter;
  TrackingConfiguration: TrackingConfigurationModel;
  Transaction: TransactionModel;
  TransactionConnection: TransactionConnectionModel;
  TransactionEdge: Omit<TransactionEdge, 'node'> & { node: ResolversParentTypes['Transaction'] };
  TransactionFilter: TransactionFilter;
  UpstreamHealth: UpstreamHealthModel;
  UpstreamQuota: Omit<UpstreamQuota, 'credentials'> & { credentials: ReadonlyArray<ResolversParentTypes['CredentialQuota']> };
  UsageBucket: UsageBucketModel;
  UsageFilter: UsageFilter;
  Visitor: VisitorModel;
  VisitorConnection: ConnectionModel;
  VisitorEdge: Omit<VisitorEdge, 'node'> & { node: ResolversParentTypes['Visitor'] };
  VisitorFilter: VisitorFilter;
  Webhook: WebhookModel;
  WebhookCall: WebhookCallModel;
  WebhookConnection: ConnectionModel;
  WebhookEdge: Omit<WebhookEdge, 'node'> & { node: ResolversParentTypes['Webhook'] };
  Website: WebsiteModel;
  WebsiteConnection: ConnectionModel;
  WebsiteEdge: Omit<WebsiteEdge, 'node'> & { node: ResolversParentTypes['Website'] };
};

export type CallsDirectiveArgs = {
  endpoints: ReadonlyArray<Scalars['String']['input']>;
};

export type CallsDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = CallsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ScopeDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ScopeDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = ScopeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountUserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountUser'] = ResolversParentTypes['AccountUser']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['ResellerCustomer']>, ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPrimary?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastLoginAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountUserConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountUserConnection'] = ResolversParentTypes['AccountUserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountUserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccountUser']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccountUserEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountUserEdge'] = ResolversParentTypes['AccountUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountUser'], ParentType, ContextType>;
};

export type ActionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Action'] = ResolversParentTypes['Action']> = {
  content?: Resolver<Maybe<ResolversTypes['Content']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['ExpoLocation']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['Visitor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActionConnection'] = ResolversParentTypes['ActionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ActionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ActionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActionEdge'] = ResolversParentTypes['ActionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Action'], ParentType, ContextType>;
};

export type ActivityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Activity'] = ResolversParentTypes['Activity']> = {
  access?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['ExpoLocation']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ActivityParticipant']>>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivityConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActivityConnection'] = ResolversParentTypes['ActivityConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ActivityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Activity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ActivityEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActivityEdge'] = ResolversParentTypes['ActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Activity'], ParentType, ContextType>;
};

export type ActivityParticipantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActivityParticipant'] = ResolversParentTypes['ActivityParticipant']> = {
  entry?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exit?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['Visitor']>, ParentType, ContextType>;
};

export type AnsweredQuestionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnsweredQuestion'] = ResolversParentTypes['AnsweredQuestion']> = {
  answers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GivenAnswer']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttendedActivityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AttendedActivity'] = ResolversParentTypes['AttendedActivity']> = {
  activity?: Resolver<Maybe<ResolversTypes['Activity']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BadgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Badge'] = ResolversParentTypes['Badge']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BulkJobResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkJob'] = ResolversParentTypes['BulkJob']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  creditsUsed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  downloadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  estimatedCredits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  estimatedRecords?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  query?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  recordCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BulkJobConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkJobConnection'] = ResolversParentTypes['BulkJobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BulkJobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BulkJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BulkJobEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkJobEdge'] = ResolversParentTypes['BulkJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BulkJob'], ParentType, ContextType>;
};

export type CallConfigResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CallConfig'] = ResolversParentTypes['CallConfig']> = {
  askPhoneNumberAtEveryConnection?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallFailureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CallFailure'] = ResolversParentTypes['CallFailure']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CallMeetingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CallMeeting'] = ResolversParentTypes['CallMeeting']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetingRuleId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['ChatVisitor']>, ParentType, ContextType>;
  visitorUid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['Website']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CallMeetingConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CallMeetingConnection'] = ResolversParentTypes['CallMeetingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CallMeetingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CallMeeting']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CallMeetingEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CallMeetingEdge'] = ResolversParentTypes['CallMeetingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CallMeeting'], ParentType, ContextType>;
};

export type CampaignDayResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CampaignDay'] = ResolversParentTypes['CampaignDay']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['CampaignMetrics']>, ParentType, ContextType>;
};

export type CampaignMetricsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CampaignMetrics'] = ResolversParentTypes['CampaignMetrics']> = {
  bounced?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clicked?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  conversions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  delivered?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dismissed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  opened?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  read?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rejected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  revenue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uniqueClicked?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uniqueOpened?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unsubscribed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CampaignReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CampaignReport'] = ResolversParentTypes['CampaignReport']> = {
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  days?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CampaignDay']>>, ParentType, ContextType, RequireFields<CampaignReportDaysArgs, 'from' | 'to'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leads?: Resolver<Maybe<ResolversTypes['LeadConnection']>, ParentType, ContextType, RequireFields<CampaignReportLeadsArgs, 'first'>>;
  metrics?: Resolver<Maybe<ResolversTypes['CampaignMetrics']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  segmentId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  segmentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignReportConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CampaignReportConnection'] = ResolversParentTypes['CampaignReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CampaignReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CampaignReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CampaignReportEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CampaignReportEdge'] = ResolversParentTypes['CampaignReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CampaignReport'], ParentType, ContextType>;
};

export type ChannelLiveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChannelLive'] = ResolversParentTypes['ChannelLive']> = {
  available?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  busy?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  slots?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  slotsUsed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatVisitorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChatVisitor'] = ResolversParentTypes['ChatVisitor']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  browser?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  callMeetings?: Resolver<Maybe<ResolversTypes['CallMeetingConnection']>, ParentType, ContextType, RequireFields<ChatVisitorCallMeetingsArgs, 'first'>>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<ChatVisitorConversationsArgs, 'filter' | 'first'>>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uniqueId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  websites?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Website']>>, ParentType, ContextType>;
  zip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatVisitorConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChatVisitorConnection'] = ResolversParentTypes['ChatVisitorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChatVisitorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ChatVisitor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatVisitorEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChatVisitorEdge'] = ResolversParentTypes['ChatVisitorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ChatVisitor'], ParentType, ContextType>;
};

export type ClientAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClientAccount'] = ResolversParentTypes['ClientAccount']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lang?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  premiumEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  websites?: Resolver<Maybe<ResolversTypes['WebsiteConnection']>, ParentType, ContextType, RequireFields<ClientAccountWebsitesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientAccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClientAccountConnection'] = ResolversParentTypes['ClientAccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClientAccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ClientAccount']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ClientAccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClientAccountEdge'] = ResolversParentTypes['ClientAccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ClientAccount'], ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  domain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leads?: Resolver<Maybe<ResolversTypes['LeadConnection']>, ParentType, ContextType, RequireFields<CompanyLeadsArgs, 'first'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partners?: Resolver<Maybe<ResolversTypes['PartnerConnection']>, ParentType, ContextType, RequireFields<CompanyPartnersArgs, 'first'>>;
  visitors?: Resolver<Maybe<ResolversTypes['VisitorConnection']>, ParentType, ContextType, RequireFields<CompanyVisitorsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsumerQuotaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConsumerQuota'] = ResolversParentTypes['ConsumerQuota']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  windows?: Resolver<ReadonlyArray<ResolversTypes['QuotaWindow']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  addresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ContactAddress']>>, ParentType, ContextType>;
  cocNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateOfBirth?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  fax?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstInitials?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobFunction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastNamePrefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  socialMedia?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vatNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactAddressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactAddress'] = ResolversParentTypes['ContactAddress']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addressType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseNumberSuffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactCreditsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactCredits'] = ResolversParentTypes['ContactCredits']> = {
  monthlyAllotment?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reserved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  used?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ContentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Content'] = ResolversParentTypes['Content']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Label']>>, ParentType, ContextType>;
  links?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ContentLink']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  touchpoints?: Resolver<Maybe<ResolversTypes['TouchpointConnection']>, ParentType, ContextType, RequireFields<ContentTouchpointsArgs, 'first'>>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContentConnection'] = ResolversParentTypes['ContentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Content']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ContentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContentEdge'] = ResolversParentTypes['ContentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Content'], ParentType, ContextType>;
};

export type ContentLinkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContentLink'] = ResolversParentTypes['ContentLink']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContractDriftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractDrift'] = ResolversParentTypes['ContractDrift']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConversationMessage']>>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  operatorAnswer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  operatorClosed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pageType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawHistory?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  satisfactions?: Resolver<Maybe<ResolversTypes['SatisfactionConnection']>, ParentType, ContextType, RequireFields<ConversationSatisfactionsArgs, 'filter' | 'first'>>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Tag']>>, ParentType, ContextType>;
  transactions?: Resolver<Maybe<ResolversTypes['TransactionConnection']>, ParentType, ContextType, RequireFields<ConversationTransactionsArgs, 'filter' | 'first'>>;
  visitor?: Resolver<Maybe<ResolversTypes['ChatVisitor']>, ParentType, ContextType>;
  visitorUid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  waitingList?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['Website']>, ParentType, ContextType>;
  xmppId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationMessageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConversationMessage'] = ResolversParentTypes['ConversationMessage']> = {
  author?: Resolver<ResolversTypes['MessageAuthor'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CookieConsentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CookieConsent'] = ResolversParentTypes['CookieConsent']> = {
  acceptLabel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declineLabel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  impliedDelaySeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  policyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strictRegions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type CredentialQuotaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CredentialQuota'] = ResolversParentTypes['CredentialQuota']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  windows?: Resolver<ReadonlyArray<ResolversTypes['QuotaWindow']>, ParentType, ContextType>;
};

export type CustomFieldResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomField'] = ResolversParentTypes['CustomField']> = {
  customCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustomerProfileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerProfile'] = ResolversParentTypes['CustomerProfile']> = {
  attributes?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  emailOptIn?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mobile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  smsOptIn?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  whatsappOptIn?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EncounterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Encounter'] = ResolversParentTypes['Encounter']> = {
  answers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GivenAnswer']>>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['Content']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['Visitor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EncounterConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EncounterConnection'] = ResolversParentTypes['EncounterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EncounterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Encounter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EncounterEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EncounterEdge'] = ResolversParentTypes['EncounterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Encounter'], ParentType, ContextType>;
};

export type ExcludedIpResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExcludedIp'] = ResolversParentTypes['ExcludedIp']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExcludedIpConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExcludedIpConnection'] = ResolversParentTypes['ExcludedIpConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ExcludedIpEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ExcludedIp']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ExcludedIpEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExcludedIpEdge'] = ResolversParentTypes['ExcludedIpEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ExcludedIp'], ParentType, ContextType>;
};

export type ExpoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Expo'] = ResolversParentTypes['Expo']> = {
  actions?: Resolver<Maybe<ResolversTypes['ActionConnection']>, ParentType, ContextType, RequireFields<ExpoActionsArgs, 'filter' | 'first'>>;
  activities?: Resolver<Maybe<ResolversTypes['ActivityConnection']>, ParentType, ContextType, RequireFields<ExpoActivitiesArgs, 'first'>>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contents?: Resolver<Maybe<ResolversTypes['ContentConnection']>, ParentType, ContextType, RequireFields<ExpoContentsArgs, 'filter' | 'first'>>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  encounters?: Resolver<Maybe<ResolversTypes['EncounterConnection']>, ParentType, ContextType, RequireFields<ExpoEncountersArgs, 'filter' | 'first'>>;
  end?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  forms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegistrationForm']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licenses?: Resolver<Maybe<ResolversTypes['LicenseConnection']>, ParentType, ContextType, RequireFields<ExpoLicensesArgs, 'filter' | 'first'>>;
  locations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ExpoLocation']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ResolversTypes['ParticipantConnection']>, ParentType, ContextType, RequireFields<ExpoParticipantsArgs, 'first'>>;
  partnerSettings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PartnerSetting']>>, ParentType, ContextType>;
  partners?: Resolver<Maybe<ResolversTypes['PartnerConnection']>, ParentType, ContextType, RequireFields<ExpoPartnersArgs, 'filter' | 'first'>>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<ExpoPaymentsArgs, 'filter' | 'first'>>;
  questions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ExpoQuestion']>>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registrationTypeStats?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegistrationTypeStat']>>, ParentType, ContextType>;
  registrationTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegistrationType']>>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  touchpoints?: Resolver<Maybe<ResolversTypes['TouchpointConnection']>, ParentType, ContextType, RequireFields<ExpoTouchpointsArgs, 'filter' | 'first'>>;
  visitors?: Resolver<Maybe<ResolversTypes['VisitorConnection']>, ParentType, ContextType, RequireFields<ExpoVisitorsArgs, 'filter' | 'first'>>;
  webhooks?: Resolver<Maybe<ResolversTypes['WebhookConnection']>, ParentType, ContextType, RequireFields<ExpoWebhooksArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExpoAnswerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpoAnswer'] = ResolversParentTypes['ExpoAnswer']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sort?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExpoConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpoConnection'] = ResolversParentTypes['ExpoConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ExpoEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Expo']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ExpoEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpoEdge'] = ResolversParentTypes['ExpoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Expo'], ParentType, ContextType>;
};

export type ExpoLocationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpoLocation'] = ResolversParentTypes['ExpoLocation']> = {
  direction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExpoQuestionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpoQuestion'] = ResolversParentTypes['ExpoQuestion']> = {
  answers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ExpoAnswer']>>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  numberOfColumns?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GivenAnswerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GivenAnswer'] = ResolversParentTypes['GivenAnswer']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Health'] = ResolversParentTypes['Health']> = {
  collections?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HeldCollection']>>, ParentType, ContextType>;
  drift?: Resolver<ReadonlyArray<ResolversTypes['ContractDrift']>, ParentType, ContextType>;
  hasSiblings?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  process?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RefusalCount']>>, ParentType, ContextType>;
  start?: Resolver<ReadonlyArray<ResolversTypes['StartStep']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tables?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TableProgress']>>, ParentType, ContextType>;
  upstreams?: Resolver<ReadonlyArray<ResolversTypes['UpstreamHealth']>, ParentType, ContextType>;
};

export type HeldCollectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HeldCollection'] = ResolversParentTypes['HeldCollection']> = {
  completeCopies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pagesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  secondsLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  upstream?: Resolver<ResolversTypes['Upstream'], ParentType, ContextType>;
};

export type IdealCustomerProfileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IdealCustomerProfile'] = ResolversParentTypes['IdealCustomerProfile']> = {
  cities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  countries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  departments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  employeeRanges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  industries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revenueRanges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  seniorities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  states?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  titles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndicatorValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorValue'] = ResolversParentTypes['IndicatorValue']> = {
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['StatisticIndicator'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KnownCustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownCustomer'] = ResolversParentTypes['KnownCustomer']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KnownCustomerConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownCustomerConnection'] = ResolversParentTypes['KnownCustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['KnownCustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['KnownCustomer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type KnownCustomerEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownCustomerEdge'] = ResolversParentTypes['KnownCustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KnownCustomer'], ParentType, ContextType>;
};

export type LabelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LeadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Lead'] = ResolversParentTypes['Lead']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  campaignReport?: Resolver<Maybe<ResolversTypes['CampaignReport']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  employeeRange?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  employeeRangeCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstVisitAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  icpMatch?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  industryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isKnownCustomer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastVisitAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  linkedInUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pageViews?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['LeadProduct'], ParentType, ContextType>;
  prospectCompany?: Resolver<Maybe<ResolversTypes['ProspectCompany']>, ParentType, ContextType>;
  referrer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revenueRange?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  revenueRangeCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  utmCampaign?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  utmMedium?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  utmSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LeadVisit']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeadConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeadConnection'] = ResolversParentTypes['LeadConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LeadEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Lead']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LeadEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeadEdge'] = ResolversParentTypes['LeadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lead'], ParentType, ContextType>;
};

export type LeadPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeadPage'] = ResolversParentTypes['LeadPage']> = {
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LeadVisitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeadVisit'] = ResolversParentTypes['LeadVisit']> = {
  durationSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entryPage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LeadPage']>>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LicenseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['License'] = ResolversParentTypes['License']> = {
  activationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  activationMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LicenseConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LicenseConnection'] = ResolversParentTypes['LicenseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LicenseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['License']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LicenseEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LicenseEdge'] = ResolversParentTypes['LicenseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['License'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AccountUser' | 'Action' | 'Activity' | 'BulkJob' | 'CallMeeting' | 'CampaignReport' | 'ChatVisitor' | 'ClientAccount' | 'Company' | 'Content' | 'Conversation' | 'CustomerProfile' | 'Encounter' | 'ExcludedIp' | 'Expo' | 'IdealCustomerProfile' | 'KnownCustomer' | 'Lead' | 'License' | 'Operator' | 'OperatorGroup' | 'Participant' | 'Partner' | 'Payment' | 'Person' | 'ProspectCompany' | 'ProspectContact' | 'ResellerCustomer' | 'ResellerService' | 'Satisfaction' | 'Skill' | 'SuppressionEntry' | 'Tag' | 'Touchpoint' | 'Transaction' | 'Visitor' | 'Webhook' | 'Website', ParentType, ContextType>;
};

export type OperatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Operator'] = ResolversParentTypes['Operator']> = {
  callConfig?: Resolver<Maybe<ResolversTypes['CallConfig']>, ParentType, ContextType>;
  callEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  callPriority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatAndCall?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  chatEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  chatMaxNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatPriority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatToVideo?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<OperatorConversationsArgs, 'filter' | 'first'>>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['OperatorGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languageAdmin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  languages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  live?: Resolver<Maybe<ResolversTypes['OperatorLive']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['OperatorProfile']>, ParentType, ContextType>;
  pseudo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  satisfactions?: Resolver<Maybe<ResolversTypes['SatisfactionConnection']>, ParentType, ContextType, RequireFields<OperatorSatisfactionsArgs, 'filter' | 'first'>>;
  skills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Skill']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statistic?: Resolver<Maybe<ResolversTypes['OperatorStatistic']>, ParentType, ContextType>;
  transactions?: Resolver<Maybe<ResolversTypes['TransactionConnection']>, ParentType, ContextType, RequireFields<OperatorTransactionsArgs, 'filter' | 'first'>>;
  videoEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  videoPriority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  websites?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Website']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperatorConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorConnection'] = ResolversParentTypes['OperatorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OperatorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Operator']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OperatorEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorEdge'] = ResolversParentTypes['OperatorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
};

export type OperatorGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorGroup'] = ResolversParentTypes['OperatorGroup']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operators?: Resolver<Maybe<ResolversTypes['OperatorConnection']>, ParentType, ContextType, RequireFields<OperatorGroupOperatorsArgs, 'first'>>;
  parent?: Resolver<Maybe<ResolversTypes['OperatorGroup']>, ParentType, ContextType>;
  parents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OperatorGroup']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperatorGroupConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorGroupConnection'] = ResolversParentTypes['OperatorGroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OperatorGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OperatorGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OperatorGroupEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorGroupEdge'] = ResolversParentTypes['OperatorGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperatorGroup'], ParentType, ContextType>;
};

export type OperatorLiveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorLive'] = ResolversParentTypes['OperatorLive']> = {
  call?: Resolver<Maybe<ResolversTypes['ChannelLive']>, ParentType, ContextType>;
  chat?: Resolver<Maybe<ResolversTypes['ChannelLive']>, ParentType, ContextType>;
  connected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['ChannelLive']>, ParentType, ContextType>;
};

export type OperatorProfileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorProfile'] = ResolversParentTypes['OperatorProfile']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facebook?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  twitter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OperatorStatisticResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperatorStatistic'] = ResolversParentTypes['OperatorStatistic']> = {
  conversationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  experiencePoints?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  satisfactionGlobalRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParticipantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Participant'] = ResolversParentTypes['Participant']> = {
  activities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AttendedActivity']>>, ParentType, ContextType>;
  arrivalTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  daysAttended?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  departureTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dwellingSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  showState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['Visitor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ParticipantConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParticipantConnection'] = ResolversParentTypes['ParticipantConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ParticipantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Participant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ParticipantEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParticipantEdge'] = ResolversParentTypes['ParticipantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Participant'], ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  actions?: Resolver<Maybe<ResolversTypes['ActionConnection']>, ParentType, ContextType, RequireFields<PartnerActionsArgs, 'first'>>;
  boothNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  boothSize?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contents?: Resolver<Maybe<ResolversTypes['ContentConnection']>, ParentType, ContextType, RequireFields<PartnerContentsArgs, 'first'>>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  encounters?: Resolver<Maybe<ResolversTypes['EncounterConnection']>, ParentType, ContextType, RequireFields<PartnerEncountersArgs, 'first'>>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Label']>>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  licenses?: Resolver<Maybe<ResolversTypes['LicenseConnection']>, ParentType, ContextType, RequireFields<PartnerLicensesArgs, 'first'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<PartnerPaymentsArgs, 'first'>>;
  registrationType?: Resolver<Maybe<ResolversTypes['RegistrationType']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  touchpoints?: Resolver<Maybe<ResolversTypes['TouchpointConnection']>, ParentType, ContextType, RequireFields<PartnerTouchpointsArgs, 'first'>>;
  visitors?: Resolver<Maybe<ResolversTypes['VisitorConnection']>, ParentType, ContextType, RequireFields<PartnerVisitorsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PartnerConnection'] = ResolversParentTypes['PartnerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PartnerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Partner']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PartnerEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PartnerEdge'] = ResolversParentTypes['PartnerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
};

export type PartnerSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PartnerSetting'] = ResolversParentTypes['PartnerSetting']> = {
  registrationType?: Resolver<Maybe<ResolversTypes['RegistrationType']>, ParentType, ContextType>;
  staff?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StaffType']>>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orderId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['Visitor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Payment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  chatVisitors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatVisitor']>>, ParentType, ContextType>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<PersonConversationsArgs, 'first'>>;
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  encounters?: Resolver<Maybe<ResolversTypes['EncounterConnection']>, ParentType, ContextType, RequireFields<PersonEncountersArgs, 'first'>>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leads?: Resolver<Maybe<ResolversTypes['LeadConnection']>, ParentType, ContextType, RequireFields<PersonLeadsArgs, 'first'>>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['CustomerProfile']>, ParentType, ContextType>;
  transactions?: Resolver<Maybe<ResolversTypes['TransactionConnection']>, ParentType, ContextType, RequireFields<PersonTransactionsArgs, 'first'>>;
  visitors?: Resolver<Maybe<ResolversTypes['VisitorConnection']>, ParentType, ContextType, RequireFields<PersonVisitorsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProspectCompanyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProspectCompany'] = ResolversParentTypes['ProspectCompany']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['ProspectContactConnection']>, ParentType, ContextType, RequireFields<ProspectCompanyContactsArgs, 'first'>>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employeeRange?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  employeeRangeCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  industryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkedInUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revenueRange?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  revenueRangeCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProspectCompanyConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProspectCompanyConnection'] = ResolversParentTypes['ProspectCompanyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProspectCompanyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProspectCompany']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProspectCompanyEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProspectCompanyEdge'] = ResolversParentTypes['ProspectCompanyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProspectCompany'], ParentType, ContextType>;
};

export type ProspectContactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProspectContact'] = ResolversParentTypes['ProspectContact']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['ProspectCompany']>, ParentType, ContextType>;
  companyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  departmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasEmail?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  hasPhone?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastInitial?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkedInUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seniority?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  seniorityCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unlocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  unlockedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProspectContactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProspectContactConnection'] = ResolversParentTypes['ProspectContactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProspectContactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProspectContact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProspectContactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProspectContactEdge'] = ResolversParentTypes['ProspectContactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProspectContact'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accountUser?: Resolver<Maybe<ResolversTypes['AccountUser']>, ParentType, ContextType, RequireFields<QueryAccountUserArgs, 'id'>>;
  accountUsers?: Resolver<Maybe<ResolversTypes['AccountUserConnection']>, ParentType, ContextType, RequireFields<QueryAccountUsersArgs, 'filter' | 'first'>>;
  action?: Resolver<Maybe<ResolversTypes['Action']>, ParentType, ContextType, RequireFields<QueryActionArgs, 'id'>>;
  actions?: Resolver<Maybe<ResolversTypes['ActionConnection']>, ParentType, ContextType, RequireFields<QueryActionsArgs, 'expoId' | 'filter' | 'first'>>;
  activities?: Resolver<Maybe<ResolversTypes['ActivityConnection']>, ParentType, ContextType, RequireFields<QueryActivitiesArgs, 'expoId' | 'first'>>;
  activity?: Resolver<Maybe<ResolversTypes['Activity']>, ParentType, ContextType, RequireFields<QueryActivityArgs, 'id'>>;
  bulkJob?: Resolver<Maybe<ResolversTypes['BulkJob']>, ParentType, ContextType, RequireFields<QueryBulkJobArgs, 'id'>>;
  bulkJobs?: Resolver<Maybe<ResolversTypes['BulkJobConnection']>, ParentType, ContextType, RequireFields<QueryBulkJobsArgs, 'filter' | 'first'>>;
  callMeeting?: Resolver<Maybe<ResolversTypes['CallMeeting']>, ParentType, ContextType, RequireFields<QueryCallMeetingArgs, 'id'>>;
  callMeetings?: Resolver<Maybe<ResolversTypes['CallMeetingConnection']>, ParentType, ContextType, RequireFields<QueryCallMeetingsArgs, 'filter' | 'first'>>;
  campaignReport?: Resolver<Maybe<ResolversTypes['CampaignReport']>, ParentType, ContextType, RequireFields<QueryCampaignReportArgs, 'campaignId'>>;
  campaignReports?: Resolver<Maybe<ResolversTypes['CampaignReportConnection']>, ParentType, ContextType, RequireFields<QueryCampaignReportsArgs, 'filter' | 'first'>>;
  chatVisitor?: Resolver<Maybe<ResolversTypes['ChatVisitor']>, ParentType, ContextType, RequireFields<QueryChatVisitorArgs, 'id'>>;
  chatVisitors?: Resolver<Maybe<ResolversTypes['ChatVisitorConnection']>, ParentType, ContextType, RequireFields<QueryChatVisitorsArgs, 'filter' | 'first'>>;
  clientAccount?: Resolver<Maybe<ResolversTypes['ClientAccount']>, ParentType, ContextType, RequireFields<QueryClientAccountArgs, 'id'>>;
  clientAccounts?: Resolver<Maybe<ResolversTypes['ClientAccountConnection']>, ParentType, ContextType, RequireFields<QueryClientAccountsArgs, 'first'>>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType, RequireFields<QueryCompanyArgs, 'domain'>>;
  contactCredits?: Resolver<Maybe<ResolversTypes['ContactCredits']>, ParentType, ContextType, Partial<QueryContactCreditsArgs>>;
  content?: Resolver<Maybe<ResolversTypes['Content']>, ParentType, ContextType, RequireFields<QueryContentArgs, 'id'>>;
  contents?: Resolver<Maybe<ResolversTypes['ContentConnection']>, ParentType, ContextType, RequireFields<QueryContentsArgs, 'expoId' | 'filter' | 'first'>>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<QueryConversationsArgs, 'filter' | 'first'>>;
  customerProfile?: Resolver<Maybe<ResolversTypes['CustomerProfile']>, ParentType, ContextType, RequireFields<QueryCustomerProfileArgs, 'userId'>>;
  encounter?: Resolver<Maybe<ResolversTypes['Encounter']>, ParentType, ContextType, RequireFields<QueryEncounterArgs, 'id'>>;
  encounters?: Resolver<Maybe<ResolversTypes['EncounterConnection']>, ParentType, ContextType, RequireFields<QueryEncountersArgs, 'expoId' | 'filter' | 'first'>>;
  excludedIps?: Resolver<Maybe<ResolversTypes['ExcludedIpConnection']>, ParentType, ContextType, RequireFields<QueryExcludedIpsArgs, 'first'>>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType, RequireFields<QueryExpoArgs, 'id'>>;
  expos?: Resolver<Maybe<ResolversTypes['ExpoConnection']>, ParentType, ContextType, RequireFields<QueryExposArgs, 'first'>>;
  health?: Resolver<Maybe<ResolversTypes['Health']>, ParentType, ContextType>;
  idealCustomerProfile?: Resolver<Maybe<ResolversTypes['IdealCustomerProfile']>, ParentType, ContextType, RequireFields<QueryIdealCustomerProfileArgs, 'id'>>;
  idealCustomerProfiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IdealCustomerProfile']>>, ParentType, ContextType, Partial<QueryIdealCustomerProfilesArgs>>;
  knownCustomers?: Resolver<Maybe<ResolversTypes['KnownCustomerConnection']>, ParentType, ContextType, RequireFields<QueryKnownCustomersArgs, 'first'>>;
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType, RequireFields<QueryLeadArgs, 'id' | 'product'>>;
  leads?: Resolver<Maybe<ResolversTypes['LeadConnection']>, ParentType, ContextType, RequireFields<QueryLeadsArgs, 'filter' | 'first' | 'product'>>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType, RequireFields<QueryLicenseArgs, 'id'>>;
  licenses?: Resolver<Maybe<ResolversTypes['LicenseConnection']>, ParentType, ContextType, RequireFields<QueryLicensesArgs, 'expoId' | 'filter' | 'first'>>;
  liveOperators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OperatorLive']>>, ParentType, ContextType, RequireFields<QueryLiveOperatorsArgs, 'filter'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType, RequireFields<QueryOperatorArgs, 'id'>>;
  operatorGroup?: Resolver<Maybe<ResolversTypes['OperatorGroup']>, ParentType, ContextType, RequireFields<QueryOperatorGroupArgs, 'id'>>;
  operatorGroups?: Resolver<Maybe<ResolversTypes['OperatorGroupConnection']>, ParentType, ContextType, RequireFields<QueryOperatorGroupsArgs, 'filter' | 'first'>>;
  operators?: Resolver<Maybe<ResolversTypes['OperatorConnection']>, ParentType, ContextType, RequireFields<QueryOperatorsArgs, 'filter' | 'first'>>;
  participant?: Resolver<Maybe<ResolversTypes['Participant']>, ParentType, ContextType, RequireFields<QueryParticipantArgs, 'id'>>;
  participants?: Resolver<Maybe<ResolversTypes['ParticipantConnection']>, ParentType, ContextType, RequireFields<QueryParticipantsArgs, 'expoId' | 'first'>>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType, RequireFields<QueryPartnerArgs, 'id'>>;
  partners?: Resolver<Maybe<ResolversTypes['PartnerConnection']>, ParentType, ContextType, RequireFields<QueryPartnersArgs, 'expoId' | 'filter' | 'first'>>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<QueryPaymentsArgs, 'expoId' | 'filter' | 'first'>>;
  people?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Person']>>>, ParentType, ContextType, RequireFields<QueryPeopleArgs, 'emails'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'email'>>;
  prospectCompanies?: Resolver<Maybe<ResolversTypes['ProspectCompanyConnection']>, ParentType, ContextType, RequireFields<QueryProspectCompaniesArgs, 'filter' | 'first'>>;
  prospectCompany?: Resolver<Maybe<ResolversTypes['ProspectCompany']>, ParentType, ContextType, RequireFields<QueryProspectCompanyArgs, 'id'>>;
  prospectContact?: Resolver<Maybe<ResolversTypes['ProspectContact']>, ParentType, ContextType, RequireFields<QueryProspectContactArgs, 'id'>>;
  prospectContacts?: Resolver<Maybe<ResolversTypes['ProspectContactConnection']>, ParentType, ContextType, RequireFields<QueryProspectContactsArgs, 'filter' | 'first'>>;
  quota?: Resolver<Maybe<ResolversTypes['Quota']>, ParentType, ContextType>;
  referenceList?: Resolver<Maybe<ResolversTypes['ReferenceList']>, ParentType, ContextType, RequireFields<QueryReferenceListArgs, 'name'>>;
  referenceLists?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceList']>>, ParentType, ContextType>;
  resellerCustomer?: Resolver<Maybe<ResolversTypes['ResellerCustomer']>, ParentType, ContextType, RequireFields<QueryResellerCustomerArgs, 'id'>>;
  resellerCustomers?: Resolver<Maybe<ResolversTypes['ResellerCustomerConnection']>, ParentType, ContextType, RequireFields<QueryResellerCustomersArgs, 'filter' | 'first'>>;
  resellerServices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ResellerService']>>, ParentType, ContextType>;
  satisfaction?: Resolver<Maybe<ResolversTypes['Satisfaction']>, ParentType, ContextType, RequireFields<QuerySatisfactionArgs, 'id'>>;
  satisfactions?: Resolver<Maybe<ResolversTypes['SatisfactionConnection']>, ParentType, ContextType, RequireFields<QuerySatisfactionsArgs, 'filter' | 'first'>>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<QuerySkillArgs, 'id'>>;
  skills?: Resolver<Maybe<ResolversTypes['SkillConnection']>, ParentType, ContextType, RequireFields<QuerySkillsArgs, 'filter' | 'first'>>;
  statistic?: Resolver<Maybe<ResolversTypes['Statistic']>, ParentType, ContextType, RequireFields<QueryStatisticArgs, 'channel'>>;
  statisticIndicators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StatisticIndicator']>>, ParentType, ContextType, Partial<QueryStatisticIndicatorsArgs>>;
  suppressionList?: Resolver<Maybe<ResolversTypes['SuppressionEntryConnection']>, ParentType, ContextType, RequireFields<QuerySuppressionListArgs, 'first'>>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType, RequireFields<QueryTagArgs, 'id'>>;
  tags?: Resolver<Maybe<ResolversTypes['TagConnection']>, ParentType, ContextType, RequireFields<QueryTagsArgs, 'filter' | 'first'>>;
  touchpoint?: Resolver<Maybe<ResolversTypes['Touchpoint']>, ParentType, ContextType, RequireFields<QueryTouchpointArgs, 'id'>>;
  touchpoints?: Resolver<Maybe<ResolversTypes['TouchpointConnection']>, ParentType, ContextType, RequireFields<QueryTouchpointsArgs, 'expoId' | 'filter' | 'first'>>;
  trackingConfiguration?: Resolver<Maybe<ResolversTypes['TrackingConfiguration']>, ParentType, ContextType, Partial<QueryTrackingConfigurationArgs>>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType, RequireFields<QueryTransactionArgs, 'id'>>;
  transactions?: Resolver<Maybe<ResolversTypes['TransactionConnection']>, ParentType, ContextType, RequireFields<QueryTransactionsArgs, 'filter' | 'first'>>;
  usage?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UsageBucket']>>, ParentType, ContextType, RequireFields<QueryUsageArgs, 'from' | 'resolution' | 'to'>>;
  visitor?: Resolver<Maybe<ResolversTypes['Visitor']>, ParentType, ContextType, RequireFields<QueryVisitorArgs, 'id'>>;
  visitors?: Resolver<Maybe<ResolversTypes['VisitorConnection']>, ParentType, ContextType, RequireFields<QueryVisitorsArgs, 'expoId' | 'filter' | 'first'>>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'id'>>;
  webhooks?: Resolver<Maybe<ResolversTypes['WebhookConnection']>, ParentType, ContextType, RequireFields<QueryWebhooksArgs, 'expoId' | 'first'>>;
  website?: Resolver<Maybe<ResolversTypes['Website']>, ParentType, ContextType, RequireFields<QueryWebsiteArgs, 'id'>>;
  websites?: Resolver<Maybe<ResolversTypes['WebsiteConnection']>, ParentType, ContextType, RequireFields<QueryWebsitesArgs, 'first'>>;
};

export type QuotaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Quota'] = ResolversParentTypes['Quota']> = {
  consumer?: Resolver<ResolversTypes['ConsumerQuota'], ParentType, ContextType>;
  upstreams?: Resolver<ReadonlyArray<ResolversTypes['UpstreamQuota']>, ParentType, ContextType>;
};

export type QuotaWindowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuotaWindow'] = ResolversParentTypes['QuotaWindow']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  windowSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReferenceEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReferenceEntry'] = ResolversParentTypes['ReferenceEntry']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['ReferenceEntry']>, ParentType, ContextType>;
  parentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReferenceListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReferenceList'] = ResolversParentTypes['ReferenceList']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReferenceEntry']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RefusalCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefusalCount'] = ResolversParentTypes['RefusalCount']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegistrationFormResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegistrationForm'] = ResolversParentTypes['RegistrationForm']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pspMode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  senderEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegistrationTypeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegistrationType'] = ResolversParentTypes['RegistrationType']> = {
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegistrationTypeStatResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegistrationTypeStat'] = ResolversParentTypes['RegistrationTypeStat']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  noShow?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  online?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onsite?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  show?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ResellerCustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResellerCustomer'] = ResolversParentTypes['ResellerCustomer']> = {
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  configuration?: Resolver<Maybe<ResolversTypes['TrackingConfiguration']>, ParentType, ContextType>;
  contactCredits?: Resolver<Maybe<ResolversTypes['ContactCredits']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idealCustomerProfiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IdealCustomerProfile']>>, ParentType, ContextType>;
  identificationLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  identificationsUsed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leads?: Resolver<Maybe<ResolversTypes['LeadConnection']>, ParentType, ContextType, RequireFields<ResellerCustomerLeadsArgs, 'filter' | 'first' | 'product'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  services?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ResellerSubscription']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  users?: Resolver<Maybe<ResolversTypes['AccountUserConnection']>, ParentType, ContextType, RequireFields<ResellerCustomerUsersArgs, 'filter' | 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResellerCustomerConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResellerCustomerConnection'] = ResolversParentTypes['ResellerCustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ResellerCustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ResellerCustomer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ResellerCustomerEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResellerCustomerEdge'] = ResolversParentTypes['ResellerCustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ResellerCustomer'], ParentType, ContextType>;
};

export type ResellerServiceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResellerService'] = ResolversParentTypes['ResellerService']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  monthlyContactCredits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  monthlyIdentifications?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overagePrice?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trialDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResellerSubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResellerSubscription'] = ResolversParentTypes['ResellerSubscription']> = {
  service?: Resolver<Maybe<ResolversTypes['ResellerService']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  trialEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ResourceStatisticResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResourceStatistic'] = ResolversParentTypes['ResourceStatistic']> = {
  group?: Resolver<Maybe<ResolversTypes['OperatorGroup']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  resourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['IndicatorValue']>, ParentType, ContextType>;
};

export type SatisfactionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Satisfaction'] = ResolversParentTypes['Satisfaction']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  noteDelay?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  noteResolution?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  noteWelcome?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['Website']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SatisfactionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SatisfactionConnection'] = ResolversParentTypes['SatisfactionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SatisfactionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Satisfaction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SatisfactionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SatisfactionEdge'] = ResolversParentTypes['SatisfactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Satisfaction'], ParentType, ContextType>;
};

export type SkillResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<SkillConversationsArgs, 'filter' | 'first'>>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operators?: Resolver<Maybe<ResolversTypes['OperatorConnection']>, ParentType, ContextType, RequireFields<SkillOperatorsArgs, 'first'>>;
  order?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SkillConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SkillConnection'] = ResolversParentTypes['SkillConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SkillEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Skill']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SkillEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SkillEdge'] = ResolversParentTypes['SkillEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type StaffTypeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StaffType'] = ResolversParentTypes['StaffType']> = {
  freeBadges?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StartStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StartStep'] = ResolversParentTypes['StartStep']> = {
  durationMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StatisticResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Statistic'] = ResolversParentTypes['Statistic']> = {
  byResource?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ResourceStatistic']>>, ParentType, ContextType, RequireFields<StatisticByResourceArgs, 'indicators' | 'resource'>>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  series?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StatisticPoint']>>, ParentType, ContextType, RequireFields<StatisticSeriesArgs, 'granularity' | 'indicator'>>;
  totals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IndicatorValue']>>, ParentType, ContextType, RequireFields<StatisticTotalsArgs, 'indicators'>>;
};

export type StatisticIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StatisticIndicator'] = ResolversParentTypes['StatisticIndicator']> = {
  additive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unavailableReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['StatisticUnit'], ParentType, ContextType>;
};

export type StatisticPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StatisticPoint'] = ResolversParentTypes['StatisticPoint']> = {
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['OperatorGroup']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  resourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SuppressionEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuppressionEntry'] = ResolversParentTypes['SuppressionEntry']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SuppressionEntryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuppressionEntryConnection'] = ResolversParentTypes['SuppressionEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SuppressionEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SuppressionEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SuppressionEntryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuppressionEntryEdge'] = ResolversParentTypes['SuppressionEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SuppressionEntry'], ParentType, ContextType>;
};

export type TableProgressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TableProgress'] = ResolversParentTypes['TableProgress']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recordsLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  secondsLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TagResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = {
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<TagConversationsArgs, 'filter' | 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  websites?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Website']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TagConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TagConnection'] = ResolversParentTypes['TagConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TagEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TagEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TagEdge'] = ResolversParentTypes['TagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
};

export type TouchpointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Touchpoint'] = ResolversParentTypes['Touchpoint']> = {
  content?: Resolver<Maybe<ResolversTypes['Content']>, ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['ExpoLocation']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TouchpointConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TouchpointConnection'] = ResolversParentTypes['TouchpointConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TouchpointEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Touchpoint']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TouchpointEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TouchpointEdge'] = ResolversParentTypes['TouchpointEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Touchpoint'], ParentType, ContextType>;
};

export type TrackingConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TrackingConfiguration'] = ResolversParentTypes['TrackingConfiguration']> = {
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cookieConsent?: Resolver<Maybe<ResolversTypes['CookieConsent']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['ResellerCustomer']>, ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excludedIps?: Resolver<Maybe<ResolversTypes['ExcludedIpConnection']>, ParentType, ContextType, RequireFields<TrackingConfigurationExcludedIpsArgs, 'first'>>;
  installationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  knownCustomers?: Resolver<Maybe<ResolversTypes['KnownCustomerConnection']>, ParentType, ContextType, RequireFields<TrackingConfigurationKnownCustomersArgs, 'first'>>;
  suppressionList?: Resolver<Maybe<ResolversTypes['SuppressionEntryConnection']>, ParentType, ContextType, RequireFields<TrackingConfigurationSuppressionListArgs, 'first'>>;
};

export type TransactionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction']> = {
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['ChatVisitor']>, ParentType, ContextType>;
  visitorEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  visitorUid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['Website']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransactionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TransactionConnection'] = ResolversParentTypes['TransactionConnection']> = {
  completeUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['TransactionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Transaction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TransactionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TransactionEdge'] = ResolversParentTypes['TransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type UpstreamHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpstreamHealth'] = ResolversParentTypes['UpstreamHealth']> = {
  breaker?: Resolver<ResolversTypes['BreakerState'], ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['CallFailure']>, ParentType, ContextType>;
  medianMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  p95Ms?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recentCalls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  upstream?: Resolver<ResolversTypes['Upstream'], ParentType, ContextType>;
};

export type UpstreamQuotaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpstreamQuota'] = ResolversParentTypes['UpstreamQuota']> = {
  credentials?: Resolver<ReadonlyArray<ResolversTypes['CredentialQuota']>, ParentType, ContextType>;
  upstream?: Resolver<ResolversTypes['Upstream'], ParentType, ContextType>;
};

export type UsageBucketResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageBucket'] = ResolversParentTypes['UsageBucket']> = {
  cacheHits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consumer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credential?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endpoint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  throttled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  upstream?: Resolver<Maybe<ResolversTypes['Upstream']>, ParentType, ContextType>;
};

export type VisitorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Visitor'] = ResolversParentTypes['Visitor']> = {
  actionCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actions?: Resolver<Maybe<ResolversTypes['ActionConnection']>, ParentType, ContextType, RequireFields<VisitorActionsArgs, 'first'>>;
  badges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Badge']>>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  encounters?: Resolver<Maybe<ResolversTypes['EncounterConnection']>, ParentType, ContextType, RequireFields<VisitorEncountersArgs, 'first'>>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['RegistrationForm']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  participant?: Resolver<Maybe<ResolversTypes['Participant']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  partnerRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<VisitorPaymentsArgs, 'first'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  questions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AnsweredQuestion']>>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registrationMethod?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registrationState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registrationTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  registrationType?: Resolver<Maybe<ResolversTypes['RegistrationType']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VisitorConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VisitorConnection'] = ResolversParentTypes['VisitorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VisitorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Visitor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VisitorEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VisitorEdge'] = ResolversParentTypes['VisitorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Visitor'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  currentRevision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  errorCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expo?: Resolver<Maybe<ResolversTypes['Expo']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastRevision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  log?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WebhookCall']>>, ParentType, ContextType>;
  sentTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookCallResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookCall'] = ResolversParentTypes['WebhookCall']> = {
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WebhookConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookConnection'] = ResolversParentTypes['WebhookConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Webhook']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookEdge'] = ResolversParentTypes['WebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type WebsiteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Website'] = ResolversParentTypes['Website']> = {
  callMeetings?: Resolver<Maybe<ResolversTypes['CallMeetingConnection']>, ParentType, ContextType, RequireFields<WebsiteCallMeetingsArgs, 'filter' | 'first'>>;
  chatVisitors?: Resolver<Maybe<ResolversTypes['ChatVisitorConnection']>, ParentType, ContextType, RequireFields<WebsiteChatVisitorsArgs, 'first'>>;
  clientAccount?: Resolver<Maybe<ResolversTypes['ClientAccount']>, ParentType, ContextType>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<WebsiteConversationsArgs, 'filter' | 'first'>>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  languageAdmin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operators?: Resolver<Maybe<ResolversTypes['OperatorConnection']>, ParentType, ContextType, RequireFields<WebsiteOperatorsArgs, 'first'>>;
  satisfactions?: Resolver<Maybe<ResolversTypes['SatisfactionConnection']>, ParentType, ContextType, RequireFields<WebsiteSatisfactionsArgs, 'filter' | 'first'>>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ResolversTypes['TagConnection']>, ParentType, ContextType, RequireFields<WebsiteTagsArgs, 'first'>>;
  timezone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transactions?: Resolver<Maybe<ResolversTypes['TransactionConnection']>, ParentType, ContextType, RequireFields<WebsiteTransactionsArgs, 'filter' | 'first'>>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebsiteConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebsiteConnection'] = ResolversParentTypes['WebsiteConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebsiteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Website']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebsiteEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebsiteEdge'] = ResolversParentTypes['WebsiteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Website'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AccountUser?: AccountUserResolvers<ContextType>;
  AccountUserConnection?: AccountUserConnectionResolvers<ContextType>;
  AccountUserEdge?: AccountUserEdgeResolvers<ContextType>;
  Action?: ActionResolvers<ContextType>;
  ActionConnection?: ActionConnectionResolvers<ContextType>;
  ActionEdge?: ActionEdgeResolvers<ContextType>;
  Activity?: ActivityResolvers<ContextType>;
  ActivityConnection?: ActivityConnectionResolvers<ContextType>;
  ActivityEdge?: ActivityEdgeResolvers<ContextType>;
  ActivityParticipant?: ActivityParticipantResolvers<ContextType>;
  AnsweredQuestion?: AnsweredQuestionResolvers<ContextType>;
  AttendedActivity?: AttendedActivityResolvers<ContextType>;
  Badge?: BadgeResolvers<ContextType>;
  BulkJob?: BulkJobResolvers<ContextType>;
  BulkJobConnection?: BulkJobConnectionResolvers<ContextType>;
  BulkJobEdge?: BulkJobEdgeResolvers<ContextType>;
  CallConfig?: CallConfigResolvers<ContextType>;
  CallFailure?: CallFailureResolvers<ContextType>;
  CallMeeting?: CallMeetingResolvers<ContextType>;
  CallMeetingConnection?: CallMeetingConnectionResolvers<ContextType>;
  CallMeetingEdge?: CallMeetingEdgeResolvers<ContextType>;
  CampaignDay?: CampaignDayResolvers<ContextType>;
  CampaignMetrics?: CampaignMetricsResolvers<ContextType>;
  CampaignReport?: CampaignReportResolvers<ContextType>;
  CampaignReportConnection?: CampaignReportConnectionResolvers<ContextType>;
  CampaignReportEdge?: CampaignReportEdgeResolvers<ContextType>;
  ChannelLive?: ChannelLiveResolvers<ContextType>;
  ChatVisitor?: ChatVisitorResolvers<ContextType>;
  ChatVisitorConnection?: ChatVisitorConnectionResolvers<ContextType>;
  ChatVisitorEdge?: ChatVisitorEdgeResolvers<ContextType>;
  ClientAccount?: ClientAccountResolvers<ContextType>;
  ClientAccountConnection?: ClientAccountConnectionResolvers<ContextType>;
  ClientAccountEdge?: ClientAccountEdgeResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  ConsumerQuota?: ConsumerQuotaResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  ContactAddress?: ContactAddressResolvers<ContextType>;
  ContactCredits?: ContactCreditsResolvers<ContextType>;
  Content?: ContentResolvers<ContextType>;
  ContentConnection?: ContentConnectionResolvers<ContextType>;
  ContentEdge?: ContentEdgeResolvers<ContextType>;
  ContentLink?: ContentLinkResolvers<ContextType>;
  ContractDrift?: ContractDriftResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationMessage?: ConversationMessageResolvers<ContextType>;
  CookieConsent?: CookieConsentResolvers<ContextType>;
  CredentialQuota?: CredentialQuotaResolvers<ContextType>;
  CustomField?: CustomFieldResolvers<ContextType>;
  CustomerProfile?: CustomerProfileResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Encounter?: EncounterResolvers<ContextType>;
  EncounterConnection?: EncounterConnectionResolvers<ContextType>;
  EncounterEdge?: EncounterEdgeResolvers<ContextType>;
  ExcludedIp?: ExcludedIpResolvers<ContextType>;
  ExcludedIpConnection?: ExcludedIpConnectionResolvers<ContextType>;
  ExcludedIpEdge?: ExcludedIpEdgeResolvers<ContextType>;
  Expo?: ExpoResolvers<ContextType>;
  ExpoAnswer?: ExpoAnswerResolvers<ContextType>;
  ExpoConnection?: ExpoConnectionResolvers<ContextType>;
  ExpoEdge?: ExpoEdgeResolvers<ContextType>;
  ExpoLocation?: ExpoLocationResolvers<ContextType>;
  ExpoQuestion?: ExpoQuestionResolvers<ContextType>;
  GivenAnswer?: GivenAnswerResolvers<ContextType>;
  Health?: HealthResolvers<ContextType>;
  HeldCollection?: HeldCollectionResolvers<ContextType>;
  IdealCustomerProfile?: IdealCustomerProfileResolvers<ContextType>;
  IndicatorValue?: IndicatorValueResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KnownCustomer?: KnownCustomerResolvers<ContextType>;
  KnownCustomerConnection?: KnownCustomerConnectionResolvers<ContextType>;
  KnownCustomerEdge?: KnownCustomerEdgeResolvers<ContextType>;
  Label?: LabelResolvers<ContextType>;
  Lead?: LeadResolvers<ContextType>;
  LeadConnection?: LeadConnectionResolvers<ContextType>;
  LeadEdge?: LeadEdgeResolvers<ContextType>;
  LeadPage?: LeadPageResolvers<ContextType>;
  LeadVisit?: LeadVisitResolvers<ContextType>;
  License?: LicenseResolvers<ContextType>;
  LicenseConnection?: LicenseConnectionResolvers<ContextType>;
  LicenseEdge?: LicenseEdgeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Operator?: OperatorResolvers<ContextType>;
  OperatorConnection?: OperatorConnectionResolvers<ContextType>;
  OperatorEdge?: OperatorEdgeResolvers<ContextType>;
  OperatorGroup?: OperatorGroupResolvers<ContextType>;
  OperatorGroupConnection?: OperatorGroupConnectionResolvers<ContextType>;
  OperatorGroupEdge?: OperatorGroupEdgeResolvers<ContextType>;
  OperatorLive?: OperatorLiveResolvers<ContextType>;
  OperatorProfile?: OperatorProfileResolvers<ContextType>;
  OperatorStatistic?: OperatorStatisticResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Participant?: ParticipantResolvers<ContextType>;
  ParticipantConnection?: ParticipantConnectionResolvers<ContextType>;
  ParticipantEdge?: ParticipantEdgeResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerConnection?: PartnerConnectionResolvers<ContextType>;
  PartnerEdge?: PartnerEdgeResolvers<ContextType>;
  PartnerSetting?: PartnerSettingResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  ProspectCompany?: ProspectCompanyResolvers<ContextType>;
  ProspectCompanyConnection?: ProspectCompanyConnectionResolvers<ContextType>;
  ProspectCompanyEdge?: ProspectCompanyEdgeResolvers<ContextType>;
  ProspectContact?: ProspectContactResolvers<ContextType>;
  ProspectContactConnection?: ProspectContactConnectionResolvers<ContextType>;
  ProspectContactEdge?: ProspectContactEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quota?: QuotaResolvers<ContextType>;
  QuotaWindow?: QuotaWindowResolvers<ContextType>;
  ReferenceEntry?: ReferenceEntryResolvers<ContextType>;
  ReferenceList?: ReferenceListResolvers<ContextType>;
  RefusalCount?: RefusalCountResolvers<ContextType>;
  RegistrationForm?: RegistrationFormResolvers<ContextType>;
  RegistrationType?: RegistrationTypeResolvers<ContextType>;
  RegistrationTypeStat?: RegistrationTypeStatResolvers<ContextType>;
  ResellerCustomer?: ResellerCustomerResolvers<ContextType>;
  ResellerCustomerConnection?: ResellerCustomerConnectionResolvers<ContextType>;
  ResellerCustomerEdge?: ResellerCustomerEdgeResolvers<ContextType>;
  ResellerService?: ResellerServiceResolvers<ContextType>;
  ResellerSubscription?: ResellerSubscriptionResolvers<ContextType>;
  ResourceStatistic?: ResourceStatisticResolvers<ContextType>;
  Satisfaction?: SatisfactionResolvers<ContextType>;
  SatisfactionConnection?: SatisfactionConnectionResolvers<ContextType>;
  SatisfactionEdge?: SatisfactionEdgeResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillConnection?: SkillConnectionResolvers<ContextType>;
  SkillEdge?: SkillEdgeResolvers<ContextType>;
  StaffType?: StaffTypeResolvers<ContextType>;
  StartStep?: StartStepResolvers<ContextType>;
  Statistic?: StatisticResolvers<ContextType>;
  StatisticIndicator?: StatisticIndicatorResolvers<ContextType>;
  StatisticPoint?: StatisticPointResolvers<ContextType>;
  SuppressionEntry?: SuppressionEntryResolvers<ContextType>;
  SuppressionEntryConnection?: SuppressionEntryConnectionResolvers<ContextType>;
  SuppressionEntryEdge?: SuppressionEntryEdgeResolvers<ContextType>;
  TableProgress?: TableProgressResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  TagConnection?: TagConnectionResolvers<ContextType>;
  TagEdge?: TagEdgeResolvers<ContextType>;
  Touchpoint?: TouchpointResolvers<ContextType>;
  TouchpointConnection?: TouchpointConnectionResolvers<ContextType>;
  TouchpointEdge?: TouchpointEdgeResolvers<ContextType>;
  TrackingConfiguration?: TrackingConfigurationResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  TransactionConnection?: TransactionConnectionResolvers<ContextType>;
  TransactionEdge?: TransactionEdgeResolvers<ContextType>;
  UpstreamHealth?: UpstreamHealthResolvers<ContextType>;
  UpstreamQuota?: UpstreamQuotaResolvers<ContextType>;
  UsageBucket?: UsageBucketResolvers<ContextType>;
  Visitor?: VisitorResolvers<ContextType>;
  VisitorConnection?: VisitorConnectionResolvers<ContextType>;
  VisitorEdge?: VisitorEdgeResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookCall?: WebhookCallResolvers<ContextType>;
  WebhookConnection?: WebhookConnectionResolvers<ContextType>;
  WebhookEdge?: WebhookEdgeResolvers<ContextType>;
  Website?: WebsiteResolvers<ContextType>;
  WebsiteConnection?: WebsiteConnectionResolvers<ContextType>;
  WebsiteEdge?: WebsiteEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  calls?: CallsDirectiveResolver<any, any, ContextType>;
  scope?: ScopeDirectiveResolver<any, any, ContextType>;
};
