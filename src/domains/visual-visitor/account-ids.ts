import { InputError } from '../../base/errors.ts';
import type { OfAccount } from '../../model/visual-visitor.ts';
import { globalId, type NodeType, parseGlobalId, readId, readOptionalId } from '../global-id.ts';

/** Whose record is meant (null: the account's own), and which. */
type AccountId = { readonly customer: string | null; readonly id: string };

/** The types whose records are an account's: a global id knows whose. */
type AccountType =
  | 'Lead'
  | 'AccountUser'
  | 'IdealCustomerProfile'
  | 'ProspectCompany'
  | 'ProspectContact'
  | 'ExcludedIp'
  | 'KnownCustomer'
  | 'SuppressionEntry';

type CustomerId = string | null | undefined;

export function readCustomerId(argument: string, customerId: CustomerId): string | null {
  return readOptionalId(argument, 'ResellerCustomer', customerId) ?? null;
}

/** The customer whose field is asked; a filter given beside it must not name another one. */
export function ownCustomerId(own: string, customerId: CustomerId): string {
  const asked = readCustomerId('filter.customerId', customerId);
  if (asked !== null && asked !== own) throw new InputError('filter.customerId: null, or the customer asked already');
  return own;
}

/** The parts of a record's id: its own last, in front of it (a lead's product and) the customer whose it is. */
export function accountIdOf(type: AccountType, parts: readonly string[]): AccountId {
  const own = type === 'Lead' ? 2 : 1;
  return { customer: parts.length > own ? (parts[0] ?? null) : null, id: parts.at(-1) ?? '' };
}

/** The id of a record of an account: a source id needs `customerId` if it is a customer's; a global id knows and must not contradict it. */
export function readAccountId(argument: string, type: AccountType, id: string, customerId: CustomerId): AccountId {
  const asked = readCustomerId('customerId', customerId);
  const parts = readId(argument, type, id);
  if (parseGlobalId(id) === undefined) return { customer: asked, id };
  const known = accountIdOf(type, parts);
  if (asked !== null && asked !== known.customer)
    throw new InputError(`customerId: contradicts ${argument}, which belongs to another account`);
  return known;
}

/** Ids of records of one account. */
export function readAccountIds(
  argument: string,
  type: AccountType,
  ids: readonly string[],
  customerId: CustomerId,
): readonly string[] {
  const asked = readCustomerId('filter.customerId', customerId);
  return ids.map((id) => {
    const parts = readId(argument, type, id);
    if (parseGlobalId(id) === undefined) return id;
    const known = accountIdOf(type, parts);
    if (known.customer !== asked)
      throw new InputError(`${argument}: ids of the account that filter.customerId names, or of the account itself`);
    return known.id;
  });
}

/** The two ids of a record of an account. */
export function identity(type: Exclude<AccountType, 'Lead'>) {
  return {
    id: (record: OfAccount) => globalAccountId(type, record),
    sourceId: ({ id }: OfAccount) => id,
  };
}

export function globalAccountId(type: NodeType, { forCustomer, id }: OfAccount): string {
  return forCustomer === null ? globalId(type, id) : globalId(type, forCustomer, id);
}
