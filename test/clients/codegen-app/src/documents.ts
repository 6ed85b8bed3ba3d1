import { graphql } from './gql';

export const leadItem = graphql(`
  fragment LeadItem on Lead {
    id
    companyName
    pageViews
    lastVisitAt
    visits {
      startedAt
    }
    company {
      domain
    }
  }
`);

export const leadList = graphql(`
  query LeadList($product: LeadProduct!, $filter: LeadFilter, $first: Int, $after: String) {
    leads(product: $product, filter: $filter, first: $first, after: $after) {
      nodes {
        product
        ...LeadItem
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const onePerson = graphql(`
  query OnePerson($email: EmailAddress!) {
    person(email: $email) {
      id
      email
      firstName
      profile {
        attributes
      }
      chatVisitors {
        id
      }
    }
  }
`);

export const anyRecords = graphql(`
  query AnyRecords($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Expo {
        name
      }
    }
  }
`);
