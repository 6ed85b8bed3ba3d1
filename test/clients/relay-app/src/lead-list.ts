import { graphql } from 'relay-runtime';

export const query = graphql`
  query leadListQuery($product: LeadProduct!, $filter: LeadFilter) {
    ...leadList @arguments(product: $product, filter: $filter)
  }
`;

/** Paged from the root, with arguments that tell one connection from another. */
export const list = graphql`
  fragment leadList on Query
  @refetchable(queryName: "leadListPageQuery")
  @argumentDefinitions(
    product: { type: "LeadProduct!" }
    filter: { type: "LeadFilter" }
    count: { type: "Int", defaultValue: 4 }
    cursor: { type: "String" }
  ) {
    leads(product: $product, filter: $filter, first: $count, after: $cursor) @connection(key: "leadList_leads") {
      edges {
        node {
          id
          ...leadListItem
        }
      }
    }
  }
`;

/** Read again by itself, through `node`. */
export const item = graphql`
  fragment leadListItem on Lead @refetchable(queryName: "leadListItemQuery") {
    companyName
    country
    company {
      domain
    }
  }
`;
