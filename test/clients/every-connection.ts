import { type GraphQLArgument, type GraphQLSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';

export type ConnectionField = {
  readonly type: string;
  readonly field: string;
  /** Whether its parent can be read again by id, or is the root. */
  readonly refetchable: boolean;
  readonly required: readonly GraphQLArgument[];
};

/** The fields of a schema that give a connection. */
export function connectionFields(schema: GraphQLSchema): readonly ConnectionField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .map((field) => ({
          type: type.name,
          field: field.name,
          refetchable: type === schema.getQueryType() || type.getInterfaces().some(({ name }) => name === 'Node'),
          required: field.args.filter(isRequiredArgument),
        })),
    );
}

/** The name of its fragment; Relay wants the module's name in front. */
export function fragmentName({ type, field }: ConnectionField): string {
  return `everyConnection${type}_${field}`;
}

function fragment(connection: ConnectionField): string {
  const name = fragmentName(connection);
  const definitions = connection.required.map((argument) => `${argument.name}: { type: "${argument.type}" }`);
  const given = connection.required.map((argument) => `, ${argument.name}: $${argument.name}`);
  return `graphql\`
  fragment ${name} on ${connection.type}
  ${connection.refetchable ? `@refetchable(queryName: "${name}PageQuery")` : ''}
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }, ${definitions.join(', ')}) {
    ${connection.field}(first: $count, after: $cursor${given.join('')}) @connection(key: "${name}") {
      edges { node { __typename } }
    }
  }
\`;`;
}

/** The text of `every-connection.ts` of a Relay application that pages through each of them. */
export function everyConnectionModule(connections: readonly ConnectionField[]): string {
  return ["import { graphql } from 'relay-runtime';", ...connections.map(fragment)].join('\n\n');
}
