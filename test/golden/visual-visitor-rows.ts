import type { TableName } from '../../src/sandbox/visual-visitor/accounts.ts';
import type { Row } from '../../src/sandbox/visual-visitor/table.ts';
import { domain, email, text, time, whole } from './forms.ts';
import type { Truth } from './golden.ts';

/** What the simulator holds of a kind, newest first. */
export function rows({ visualVisitor }: Truth, table: TableName, customerId?: number): readonly Row[] {
  return visualVisitor.truth.rows(table, customerId);
}

/** The record in a place of its list. */
export function rowAt(truth: Truth, table: TableName, index = 0, customerId?: number): Row {
  const row = rows(truth, table, customerId)[index];
  if (row === undefined) throw new RangeError(`no row ${index} of ${table}`);
  return row;
}

type Query = Readonly<Record<string, string | number>>;

function called(path: string, query: Query): string {
  const sent = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `VISUAL_VISITOR GET /api/${path} ${sent.join('&')}`.trim();
}

/** A page of a list: filters stand in front of the paging, the customer behind it. */
export function list(path: string, { page = 1, customerId, ...filters }: Query = {}): string {
  return called(path, { ...filters, page, pageSize: 200, ...(customerId !== undefined && { customerId }) });
}

/** A record, or a list without pages. */
export function one(path: string, query: Query = {}): string {
  return called(path, query);
}

/** A page of a Who To Contact search. */
export function prospects(kind: 'companies' | 'contacts', filters: object = {}, page = 1, customerId?: number): string {
  const query = customerId === undefined ? '' : ` customerId=${customerId}`;
  const body = JSON.stringify({ ...filters, page, pageSize: 200 });
  return `VISUAL_VISITOR POST /api/plusemployee/whotocontact/${kind}/search${query || ' '}${body}`;
}

export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === '1' || value === 'true') return true;
  return value === 0 || value === '0' || value === 'false' ? false : null;
}

export function decimal(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' ? number : null;
}

export function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}

type Shown = Readonly<Record<string, unknown>>;

export const CUSTOMER = `sourceId companyName domain firstName lastName email phone status identificationsUsed
  identificationLimit timeZone createdAt updatedAt`;
export function customerRow(row: Row): Shown {
  return {
    sourceId: String(row.id),
    companyName: text(row.companyName),
    domain: domain(row.domain),
    firstName: text(row.firstName),
    lastName: text(row.lastName),
    email: email(row.email),
    phone: text(row.phone),
    status: text(row.status),
    identificationsUsed: whole(row.identificationsUsed),
    identificationLimit: whole(row.identificationLimit),
    timeZone: text(row.timeZone),
    createdAt: time(row.createdAt),
    updatedAt: time(row.updatedAt),
  };
}

export const SERVICE = 'sourceId name product monthlyIdentifications monthlyContactCredits overagePrice trialDays';
export function serviceRow(row: Row): Shown {
  return {
    sourceId: String(row.id),
    name: text(row.name),
    product: text(row.product),
    monthlyIdentifications: whole(row.monthlyIdentifications),
    monthlyContactCredits: whole(row.monthlyContactCredits),
    overagePrice: decimal(row.overagePrice),
    trialDays: whole(row.trialDays),
  };
}

export const USER = `sourceId customerId firstName lastName email phone role isPrimary timeZone createdAt lastLoginAt`;
export function userRow(row: Row): Shown {
  return {
    sourceId: String(row.id),
    customerId: text(row.customerId),
    firstName: text(row.firstName),
    lastName: text(row.lastName),
    email: email(row.email),
    phone: text(row.phone),
    role: text(row.role),
    isPrimary: flag(row.isPrimary),
    timeZone: text(row.timeZone),
    createdAt: time(row.createdAt),
    lastLoginAt: time(row.lastLoginAt),
  };
}

export const JOB = `sourceId type name status query estimatedRecords estimatedCredits creditsUsed recordCount downloadUrl
  expiresAt error createdAt confirmedAt completedAt`;
export function jobRow(row: Row): Shown {
  return {
    sourceId: String(row.id),
    type: text(row.type),
    name: text(row.name),
    status: text(row.status),
    query: row.query ?? null,
    estimatedRecords: whole(row.estimatedRecords),
    estimatedCredits: whole(row.estimatedCredits),
    creditsUsed: whole(row.creditsUsed),
    recordCount: whole(row.recordCount),
    downloadUrl: text(row.downloadUrl),
    expiresAt: time(row.expiresAt),
    error: text(row.error),
    createdAt: time(row.createdAt),
    confirmedAt: time(row.confirmedAt),
    completedAt: time(row.completedAt),
  };
}

export const COMPANY = `sourceId companyName domain industryCode employeeRangeCode revenueRangeCode address city state
  postalCode country phone linkedInUrl`;
export function companyRow(row: Row): Shown {
  return {
    sourceId: String(row.id),
    companyName: text(row.companyName),
    domain: domain(row.domain),
    industryCode: text(row.industryCode),
    employeeRangeCode: text(row.employeeRangeCode),
    revenueRangeCode: text(row.revenueRangeCode),
    address: text(row.address),
    city: text(row.city),
    state: text(row.state),
    postalCode: text(row.postalCode),
    country: text(row.country),
    phone: text(row.phone),
    linkedInUrl: text(row.linkedInUrl),
  };
}

export const PREVIEW = `sourceId companyId companyName firstName lastInitial title seniorityCode departmentCode city state
  country hasEmail hasPhone unlocked`;
export function previewRow(row: Row): Shown {
  return {
    sourceId: String(row.id),
    companyId: text(row.companyId),
    companyName: text(row.companyName),
    firstName: text(row.firstName),
    lastInitial: text(row.lastInitial),
    title: text(row.title),
    seniorityCode: text(row.seniorityCode),
    departmentCode: text(row.departmentCode),
    city: text(row.city),
    state: text(row.state),
    country: text(row.country),
    hasEmail: flag(row.hasEmail),
    hasPhone: flag(row.hasPhone),
    unlocked: flag(row.unlocked),
  };
}

export const DETAILS = 'lastName email phone mobile linkedInUrl postalCode unlockedAt person { email }';
/** Of a locked contact all of it is null. */
export function detailsRow(row: Row): Shown {
  const of = (value: unknown): unknown => (flag(row.unlocked) === true ? value : null);
  const address = of(email(row.email));
  return {
    lastName: of(text(row.lastName)),
    email: address,
    phone: of(text(row.phone)),
    mobile: of(text(row.mobile)),
    linkedInUrl: of(text(row.linkedInUrl)),
    postalCode: of(text(row.postalCode)),
    unlockedAt: of(time(row.unlockedAt)),
    person: address === null ? null : { email: address },
  };
}

export const ENTRY = 'sourceId value type createdAt';
export function entryRow(row: Row): Shown {
  return { sourceId: String(row.id), value: text(row.value), type: text(row.type), createdAt: time(row.createdAt) };
}

/** What the simulator's lists say of a code. */
export function labelOf({ visualVisitor }: Truth, listName: string, code: unknown): string | null {
  const entries = visualVisitor.truth.referenceList(listName) ?? [];
  return entries.find((entry) => entry.code === code)?.label ?? null;
}

/** A list that its first page holds whole. */
export const page = 'totalCount pageInfo { hasNextPage }';
export const pageOf = (nodes: readonly unknown[]) => ({
  nodes,
  totalCount: nodes.length,
  pageInfo: { hasNextPage: false },
});
