import { graphql } from 'relay-runtime';

export const query = graphql`
  query personConversationsQuery($email: EmailAddress!) {
    person(email: $email) {
      ...personConversations
    }
  }
`;

export const conversations = graphql`
  fragment personConversations on Person
  @refetchable(queryName: "personConversationsPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" }) {
    id
    conversations(first: $count, after: $cursor) @connection(key: "personConversations_conversations") {
      edges {
        node {
          id
          operator {
            pseudo
          }
        }
      }
    }
  }
`;
