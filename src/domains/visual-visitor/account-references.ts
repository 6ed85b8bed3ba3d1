import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context.ts';
import type { ProspectCompany } from '../../model/prospects.ts';
import type { ResellerCustomer } from '../../model/visual-visitor.ts';
import { referred } from '../reference.ts';
import { known, selectsOnly } from '../selection.ts';

type Args = Readonly<Record<string, unknown>>;

/** The customer for whom a record was read; null for one of the account itself. */
export function customerOf(
  { forCustomer }: { readonly forCustomer: string | null },
  _args: Args,
  context: RequestContext,
  info: GraphQLResolveInfo,
): ResellerCustomer | null | Promise<ResellerCustomer | null> {
  return referred(info, forCustomer, (id) => context.reads.visualVisitor.customer(context.reader(info), id));
}

/** What Who To Contact knows of the company that a record names, read for the same customer. */
export function prospectCompanyOf(
  { companyId: id, forCustomer: customer }: { readonly companyId: string | null; readonly forCustomer: string | null },
  _args: Args,
  context: RequestContext,
  info: GraphQLResolveInfo,
): ProspectCompany | null | Promise<ProspectCompany | null> {
  if (id === null) return null;
  if (selectsOnly(info, ['id', 'sourceId'])) return known<ProspectCompany>({ id, forCustomer: customer });
  return context.reads.visualVisitor.prospectCompany(context.reader(info), { customer, id });
}
