import type { Client } from '@urql/core';
import type { GraphQLClient } from 'graphql-request';
import { leadItem, leadList, onePerson } from './documents';
import { useFragment } from './gql';

/** What an application does with the documents: variables and answers are typed, whichever client sends them. */
export async function newestLeads(client: GraphQLClient): Promise<readonly string[]> {
  const { leads } = await client.request(leadList, { product: 'PLUS_EMPLOYEE', filter: { minPageViews: 2 }, first: 3 });
  return (leads?.nodes ?? []).map((node) => {
    const { companyName, company } = useFragment(leadItem, node);
    return `${companyName ?? '?'} (${company?.domain ?? '?'})`;
  });
}

export async function firstName(client: Client, email: string): Promise<string | null> {
  const { data } = await client.query(onePerson, { email });
  return data?.person?.firstName ?? null;
}

export async function wrong(client: GraphQLClient): Promise<void> {
  // @ts-expect-error: a required variable is missing
  await client.request(leadList, { first: 3 });
  // @ts-expect-error: no such product
  await client.request(leadList, { product: 'PLUS_EVERYTHING' });
  const { leads } = await client.request(leadList, { product: 'PLUS_PERSON' });
  // @ts-expect-error: a root field may be null
  leads.nodes;
  for (const node of leads?.nodes ?? []) {
    // @ts-expect-error: a lead may have no company
    useFragment(leadItem, node).company.domain;
    // @ts-expect-error: what a fragment selects is seen through the fragment only
    node.companyName;
  }
}
