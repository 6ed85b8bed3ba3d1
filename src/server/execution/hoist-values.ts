import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Names of ours begin so; a document that uses such a name is left as it is. */
export const HOISTED_PREFIX = '__argument';

/** A value that stood in a document, and the variable that stands in its place. */
type HoistedValue = {
  readonly variable: string;
  readonly value: ValueNode;
  readonly type: GraphQLInputType;
};

export type Hoisted = {
  /** Its arguments are variables all, and its variables of the type JSON: what they hold is of its type already. */
  readonly document: DocumentNode;
  readonly values: readonly HoistedValue[];
};

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function jsonVariable(name: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: nameNode(name) },
    type: { kind: Kind.NAMED_TYPE, name: nameNode('JSON') },
  };
}

/**
 * A valid document with variables in place of the values of its arguments. What compiles it writes values into code as text; a variable
 * it only reads. Conditions of `@skip` and `@include` stay: they are `true`, `false`, or variables.
 */
export function hoistValues(schema: GraphQLSchema, document: DocumentNode): Hoisted {
  const types = new TypeInfo(schema);
  const values: HoistedValue[] = [];
  const withVariables = visit(
    document,
    visitWithTypeInfo(types, {
      Directive: (_node: DirectiveNode) => false,
      Argument: (node: ArgumentNode) => {
        const type = types.getInputType();
        if (node.value.kind === Kind.VARIABLE || type === null || type === undefined) return undefined;
        const variable = `${HOISTED_PREFIX}${values.length}`;
        values.push({ variable, value: node.value, type });
        return { ...node, value: { kind: Kind.VARIABLE, name: nameNode(variable) } };
      },
    }),
  );
  const own = values.map(({ variable }) => jsonVariable(variable));
  const declare = (node: OperationDefinitionNode): OperationDefinitionNode => ({
    ...node,
    variableDefinitions: [
      ...(node.variableDefinitions ?? []).map(({ variable }) => jsonVariable(variable.name.value)),
      ...own,
    ],
  });
  return { document: visit(withVariables, { OperationDefinition: declare }), values };
}
