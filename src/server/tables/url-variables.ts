import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { Problem } from '../problem.ts';

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A text of a URL as a value of a type; what is no such value stays the text, and GraphQL refuses it by the variable's name. */
function valueFrom(given: GraphQLInputType, texts: readonly string[]): unknown {
  const type = getNullableType(given);
  const [text = ''] = texts;
  if (isListType(type)) {
    const isJson = texts.length === 1 && text.startsWith('[');
    return isJson ? jsonOr(text) : texts.map((one) => valueFrom(type.ofType as GraphQLInputType, [one]));
  }
  if (isInputObjectType(type)) return jsonOr(text);
  if (type.name === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type.name === 'Int' || type.name === 'Float') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  return text;
}

/**
 * The variables of an operation from the parameters of a URL, which are named as they are: texts, numbers, `true` and `false` as they stand,
 * a list by repeating its name, an input object as JSON. Problem 400 for a name that the operation does not have, or one that is given
 * twice.
 */
export function variablesFrom(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  parameters: URLSearchParams,
  others: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const types = new Map(
    variableDefinitions.map(({ variable, type }) => [variable.name.value, typeFromAST(schema, type as never)] as const),
  );
  const variables: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    if (others.has(name)) continue;
    const type = types.get(name) as GraphQLInputType | undefined;
    const texts = parameters.getAll(name);
    const allowed = [...types.keys(), ...others].join(', ');
    if (type === undefined)
      throw new Problem(400, 'BAD_USER_INPUT', `The URL has a parameter that is none of ${allowed}`);
    if (texts.length > 1 && !isListType(getNullableType(type)))
      throw new Problem(400, 'BAD_USER_INPUT', `${name}: is given more than once`);
    variables[name] = valueFrom(type, texts);
  }
  return variables;
}
