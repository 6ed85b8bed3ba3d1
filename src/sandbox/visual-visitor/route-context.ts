import type { Account, TableName } from './accounts.ts';
import type { Table } from './table.ts';

/** What a handler sees beside the request. */
export type RouteContext = {
  /** Whose data: the account's own, or those of the customer that was asked for. */
  readonly account: Account;
  /** Records of the account; those that customers have none of are always the host's. */
  table(name: TableName): Table;
  /** The last part of the path, if that is an id; 0 for one that no record can have. */
  readonly id: number;
  /** The last part of the path. */
  readonly name: string;
  /** Whether rows of a search carry `visits`. */
  readonly searchVisits: boolean;
  now(): number;
  violation(rule: string, detail: string): void;
};
