import { graphql } from 'relay-runtime';

export const query = graphql`
  query expoVisitorsQuery($id: ID!) {
    expo(id: $id) {
      ...expoVisitors
    }
  }
`;

/** Paged from a record that is read again through `node`. */
export const visitors = graphql`
  fragment expoVisitors on Expo
  @refetchable(queryName: "expoVisitorsPageQuery")
  @argumentDefinitions(
    filter: { type: "VisitorFilter", defaultValue: { registrationStates: ["registered", "invited"] } }
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
  ) {
    id
    name
    visitors(filter: $filter, first: $count, after: $cursor) @connection(key: "expoVisitors_visitors") {
      edges {
        node {
          sourceId
          registrationState
        }
      }
    }
  }
`;
