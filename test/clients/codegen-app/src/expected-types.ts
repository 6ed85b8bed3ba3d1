import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import type { anyRecords, leadItem, leadList, onePerson } from './documents';

/** True only for the same type: neither more nor less nullable, neither wider nor narrower. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type All<Checks extends readonly true[]> = Checks;

type Item = ResultOf<typeof leadItem>;
type Leads = NonNullable<ResultOf<typeof leadList>['leads']>;
type Person = NonNullable<ResultOf<typeof onePerson>['person']>;
type AnyRecord = NonNullable<NonNullable<ResultOf<typeof anyRecords>['nodes']>[number]>;

export type Expected = All<
  [
    Same<Item['id'], string>,
    Same<Item['companyName'], string | null>,
    Same<Item['pageViews'], number | null>,
    Same<Item['lastVisitAt'], string | null>,
    Same<Item['visits'], { startedAt: string | null }[] | null>,
    Same<Item['company'], { domain: string } | null>,
    Same<null extends ResultOf<typeof leadList>['leads'] ? true : false, true>,
    Same<Leads['nodes'][number]['product'], 'PLUS_EMPLOYEE' | 'PLUS_PERSON'>,
    Same<Leads['pageInfo'], { hasNextPage: boolean; endCursor: string | null }>,
    Same<Leads['totalCount'], number | null>,
    Same<Person['email'], string>,
    Same<Person['firstName'], string | null>,
    Same<Person['profile'], { attributes: unknown } | null>,
    Same<Person['chatVisitors'], { id: string }[] | null>,
    Same<VariablesOf<typeof onePerson>, { email: string }>,
    Same<null extends NonNullable<ResultOf<typeof anyRecords>['nodes']>[number] ? true : false, true>,
    Same<Extract<AnyRecord, { __typename: 'Expo' }>, { __typename: 'Expo'; name: string | null; id: string }>,
  ]
>;
