import { normaliseDomain, normaliseEmail } from '../base/addresses.ts';
import { InputError } from '../base/errors.ts';

/** Every type of record that lives in an expo. */
const EXPO_TYPES = [
  'Visitor',
  'Partner',
  'Participant',
  'Encounter',
  'Content',
  'License',
  'Payment',
  'Touchpoint',
  'Action',
  'Activity',
  'Webhook',
] as const;
export type ExpoType = (typeof EXPO_TYPES)[number];

/** Every type that `node` can read. */
export type NodeType =
  | ExpoType
  | 'Person'
  | 'Company'
  | 'Lead'
  | 'ResellerService'
  | 'ResellerCustomer'
  | 'AccountUser'
  | 'IdealCustomerProfile'
  | 'ProspectCompany'
  | 'ProspectContact'
  | 'ExcludedIp'
  | 'KnownCustomer'
  | 'SuppressionEntry'
  | 'BulkJob'
  | 'Expo'
  | 'Operator'
  | 'OperatorGroup'
  | 'Skill'
  | 'Website'
  | 'ClientAccount'
  | 'Tag'
  | 'Conversation'
  | 'ChatVisitor'
  | 'Transaction'
  | 'Satisfaction'
  | 'CallMeeting'
  | 'CampaignReport'
  | 'CustomerProfile';

const VISIT_ID = /^[0-9a-z]{13}$/;
/** An upstream reads `007` as 7, a held copy would not find it. */
const NUMBER_ID = /^(?:0|[1-9]\d{0,19})$/;
const CAMPAIGN_ID = /^.{1,64}$/s;
const USER_ID = /^.{1,100}$/s;
const DAY = /^\d{4}-\d\d-\d\d$/;

function isEmail(text: string): boolean {
  return normaliseEmail(text) === text;
}

function isDomain(text: string): boolean {
  return normaliseDomain(text) === text;
}

type Check = (part: string) => boolean;
const like =
  (pattern: RegExp): Check =>
  (part) =>
    pattern.test(part);
const number: readonly Check[] = [like(NUMBER_ID)];
const inExpo: readonly Check[] = [like(VISIT_ID), like(VISIT_ID)];
const product = like(/^PLUS_(?:EMPLOYEE|PERSON)$/);
/** A record of the account itself, or in front of it the customer whose record it is. */
const ofAccount: readonly (readonly Check[])[] = [number, [...number, ...number]];

function everyExpoType<T>(value: T): Readonly<Record<ExpoType, T>> {
  return Object.fromEntries(EXPO_TYPES.map((type) => [type, value])) as Record<ExpoType, T>;
}

/** What the parts of a type's id must be: ids come from outside and end up in paths. */
const FORMS: Readonly<Record<NodeType, readonly (readonly Check[])[]>> = {
  Person: [[isEmail]],
  Company: [[isDomain]],
  Lead: [
    [product, ...number],
    [...number, product, ...number],
  ],
  ResellerService: [number],
  ResellerCustomer: [number],
  AccountUser: ofAccount,
  IdealCustomerProfile: ofAccount,
  ProspectCompany: ofAccount,
  ProspectContact: ofAccount,
  ExcludedIp: ofAccount,
  KnownCustomer: ofAccount,
  SuppressionEntry: ofAccount,
  BulkJob: [number],
  Expo: [[like(VISIT_ID)]],
  ...everyExpoType([inExpo]),
  Operator: [number],
  OperatorGroup: [number],
  Skill: [number],
  Website: [number],
  ClientAccount: [number],
  Tag: [number],
  Conversation: [number],
  ChatVisitor: [number],
  Transaction: [number],
  Satisfaction: [number],
  CallMeeting: [number],
  CampaignReport: [[like(CAMPAIGN_ID)], [like(CAMPAIGN_ID), like(DAY), like(DAY)]],
  CustomerProfile: [[like(USER_ID)]],
};

function isWellFormed(type: NodeType, parts: readonly string[]): boolean {
  return FORMS[type].some(
    (form) => form.length === parts.length && form.every((check, index) => check(parts[index] ?? '')),
  );
}

export type GlobalId = { readonly type: NodeType; readonly parts: readonly string[] };

function isNodeType(name: string): name is NodeType {
  return Object.hasOwn(FORMS, name);
}

/** `Visitor` with its expo and its own id gives one opaque text, for ever the same. */
export function globalId(type: NodeType, ...parts: readonly string[]): string {
  return Buffer.from([type, ...parts.map(encodeURIComponent)].join(':')).toString('base64url');
}

/** What a text stands for, if it is a global id at all: exactly in the form that this gateway gives out. */
export function parseGlobalId(text: string): GlobalId | undefined {
  if (!/^[A-Za-z0-9_-]{8,2048}$/.test(text)) return undefined;
  const [type = '', ...encoded] = Buffer.from(text, 'base64url').toString('utf8').split(':');
  if (!isNodeType(type)) return undefined;
  try {
    const parts = encoded.map(decodeURIComponent);
    return isWellFormed(type, parts) && globalId(type, ...parts) === text ? { type, parts } : undefined;
  } catch {
    return undefined;
  }
}

const OF_VISIT = { pattern: VISIT_ID, form: '13 characters of [0-9a-z]' };

/** What a source id of a type looks like. */
const SOURCE_IDS: Readonly<Partial<Record<NodeType, { pattern: RegExp; form: string }>>> = {
  Expo: OF_VISIT,
  ...everyExpoType(OF_VISIT),
  CampaignReport: { pattern: CAMPAIGN_ID, form: '1 to 64 characters' },
  CustomerProfile: { pattern: USER_ID, form: '1 to 100 characters' },
};
const DIGITS = { pattern: NUMBER_ID, form: 'digits, the first of them no zero' };

/** Reads an ID argument: a global id of the type gives its parts, a source id itself. InputError names the argument and what is allowed. */
export function readId(argument: string, type: NodeType, text: string): readonly string[] {
  const known = parseGlobalId(text);
  const { pattern, form } = SOURCE_IDS[type] ?? DIGITS;
  if (known?.type === type) return known.parts;
  if (known !== undefined) throw new InputError(`${argument}: an id of the type ${type}, not of ${known.type}`);
  if (!pattern.test(text) || !text.isWellFormed())
    throw new InputError(`${argument}: a global id of the type ${type}, or a source id of ${form}`);
  return [text];
}

/** The source id that an ID argument stands for, where the type has just one part. */
export function readSourceId(argument: string, type: NodeType, text: string): string {
  return readId(argument, type, text).at(-1) ?? text;
}

/** An optional ID argument. */
export function readOptionalId(argument: string, type: NodeType, text: string | null | undefined): string | undefined {
  return text === null || text === undefined ? undefined : readSourceId(argument, type, text);
}

/** An optional ID argument for another record of an expo: a global id must not be of a different one. */
export function readOptionalIdIn(
  expoId: string,
  argument: string,
  type: ExpoType,
  text: string | null | undefined,
): string | undefined {
  if (text === null || text === undefined) return undefined;
  const [first = '', record] = readId(argument, type, text);
  if (record !== undefined && first !== expoId)
    throw new InputError(`${argument}: an id of the same expo, not of another one`);
  return record ?? first;
}

/** What has a source id only, and is no type of the graph. */
const SOURCE_ONLY = {
  Contact: OF_VISIT,
  Location: { pattern: /^[0-9a-z]{1,13}$/, form: '1 to 13 characters of [0-9a-z]' },
  Rule: DIGITS,
} as const;

/** An optional ID argument for a record that is no type of the graph: a contact of Visit, a targeting rule of iAdvize. */
export function readOptionalSourceId(
  argument: string,
  kind: keyof typeof SOURCE_ONLY,
  text: string | null | undefined,
): string | undefined {
  if (text === null || text === undefined) return undefined;
  const { pattern, form } = SOURCE_ONLY[kind];
  if (!pattern.test(text)) throw new InputError(`${argument}: a source id of ${form}`);
  return text;
}

/** The id of a record in an expo: a source id needs `expoId`; a global id knows its expo and must not contradict it. */
export function readExpoRecord(
  type: ExpoType,
  id: string,
  expoId: string | null | undefined,
): { expoId: string; id: string } {
  const parts = readId('id', type, id);
  const expo = readOptionalId('expoId', 'Expo', expoId);
  const [own = '', record] = parts;
  if (record === undefined) {
    if (expo === undefined) throw new InputError('expoId: needed beside a source id');
    return { expoId: expo, id: own };
  }
  if (expo !== undefined && expo !== own)
    throw new InputError('expoId: contradicts the id, which belongs to another expo');
  return { expoId: own, id: record };
}
