import { type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/operation.ts';
import { type Execute, prepareExecution } from './execute.ts';

/** How much text is remembered, in characters, and in how many documents: what is compiled of one may take a hundred times its text. */
const REMEMBERED_CHARACTERS = 1_000_000;
const REMEMBERED_DOCUMENTS = 500;

/** An operation of a document that was accepted before: parsed, validated and compiled. */
export type KnownOperation = Pick<Operation, 'source' | 'document' | 'definition' | 'fragments' | 'operationName'> & {
  readonly execute: Execute;
};

type KnownDocument = Pick<Operation, 'source' | 'document' | 'fragments'> & {
  readonly operations: Map<string, KnownOperation>;
};

/** Documents that were accepted once, by their text. */
export type KnownDocuments = {
  /** Remembers the document of an operation that may be executed. */
  accept(operation: Operation): void;
  /** The operation of this name, compiled when it is asked for first; undefined if the text is unknown or names no operation so. */
  find(source: string, operationName: string | undefined): KnownOperation | undefined;
};

function definitionOf({ document }: KnownDocument, name: string | undefined): OperationDefinitionNode | undefined {
  const definitions = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return name === undefined && definitions.length > 1
    ? undefined
    : definitions.find((one) => name === undefined || one.name?.value === name);
}

export function createKnownDocuments(schema: GraphQLSchema): KnownDocuments {
  const documents = new LRUCache<string, KnownDocument>({
    max: REMEMBERED_DOCUMENTS,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_document, text) => text.length + 100,
  });
  return {
    accept: ({ source, document, fragments }) => {
      if (!documents.has(source)) documents.set(source, { source, document, fragments, operations: new Map() });
    },
    find: (source, operationName) => {
      const known = documents.get(source);
      if (known === undefined) return undefined;
      const compiled = known.operations.get(operationName ?? '');
      if (compiled !== undefined) return compiled;
      const definition = definitionOf(known, operationName);
      if (definition === undefined) return undefined;
      const { operations: _operations, ...parts } = known;
      const operation = { ...parts, definition, operationName };
      const executable = { ...operation, execute: prepareExecution(schema, operation) };
      known.operations.set(operationName ?? '', executable);
      return executable;
    },
  };
}
