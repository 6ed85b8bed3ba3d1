import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type VariableDefinitionNode,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import { createReadDocument } from '../document-limits/read-document.ts';

/** A variable that a saved query takes. */
type SavedVariable = {
  readonly name: string;
  /** As the document writes it: `ID!`, `[String!]`. */
  readonly type: string;
  /** Whether it must be given. */
  readonly required: boolean;
  /** What it is where it is not given, as JSON; undefined if the document gives it no default. */
  readonly default: unknown;
};

/** A query under a name: valid, within the limits of a document, and with exactly one operation. */
export type SavedQuery = {
  readonly name: string;
  /** The comment that its text begins with, as one line; empty if there is none. */
  readonly description: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: readonly SavedVariable[];
};

/** Why a text cannot be saved, and what can. */
type WrongQuery = { readonly wrong: string; readonly allowed: string };

/** Tells what a text is, saved under a name. */
export type ReadSavedQuery = (name: string, text: string) => SavedQuery | WrongQuery;

function descriptionOf(text: string): string {
  const lines = text.replace(/^\uFEFF?\s*/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, end === -1 ? lines.length : end);
  return comment
    .map((line) => line.replace(/^#+/, '').trim())
    .filter((line) => line !== '')
    .join(' ');
}

function toVariable({ variable, type, defaultValue }: VariableDefinitionNode): SavedVariable {
  return {
    name: variable.name.value,
    type: print(type),
    required: type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
    default: defaultValue && valueFromASTUntyped(defaultValue),
  };
}

function mistake({ message, locations }: GraphQLError): WrongQuery {
  const [place] = locations ?? [];
  const at = place === undefined ? '' : ` in line ${place.line}`;
  return { wrong: `is wrong${at}: ${message.replace(/\.$/, '')}`, allowed: 'a query of this schema' };
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Reads texts as requests are read: the limits of a document first, then its grammar, then the schema. */
export function createReadSavedQuery(schema: GraphQLSchema): ReadSavedQuery {
  const limitOf = createReadDocument();
  return (name, text) => {
    const limit = limitOf(text);
    if (limit !== undefined) return { wrong: `is above a limit: ${limit.message}`, allowed: 'what the limits allow' };
    const document = parsed(text);
    if (document instanceof GraphQLError) return mistake(document);
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (operation?.operation !== 'query' || operations.length > 1)
      return { wrong: 'is not one query', allowed: 'exactly one operation, a query, with its fragments' };
    const [invalid] = validate(schema, document);
    if (invalid !== undefined) return mistake(invalid);
    const variables = (operation.variableDefinitions ?? []).map(toVariable);
    return { name, description: descriptionOf(text), text, document, operation, variables };
  };
}
