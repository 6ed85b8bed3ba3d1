import { readdirSync, readFileSync } from 'node:fs';
import {
  buildASTSchema,
  concatAST,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
  parse,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { IADVIZE } from '../../src/sources/iadvize/endpoints.ts';
import { NOTIFY_VISITORS } from '../../src/sources/notify-visitors/endpoints.ts';
import { VISIT } from '../../src/sources/visit/endpoints.ts';
import { VISUAL_VISITOR } from '../../src/sources/visual-visitor/endpoints.ts';
import type { EndpointRow } from '../../src/transport/call.ts';

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);

/** Every read endpoint of the four contracts. */
export const ENDPOINTS: readonly EndpointRow[] = [VISUAL_VISITOR, VISIT, NOTIFY_VISITORS, IADVIZE].flatMap(
  (table): readonly EndpointRow[] => Object.values(table),
);

/** What the sandbox puts between origin and path. */
const BASES: Readonly<Record<EndpointRow['upstream'], string>> = {
  VISUAL_VISITOR: '/api',
  VISIT: '/create/v2',
  NOTIFY_VISITORS: '',
  IADVIZE: '/api/2',
};

function parametersOf({ path }: EndpointRow): number {
  return path.split('{').length - 1;
}

/** Literal paths before those with parameters: `/operator/live` is no operator. */
const PATTERNS = ENDPOINTS.toSorted((a, b) => parametersOf(a) - parametersOf(b)).map((row) => {
  const path = `${BASES[row.upstream]}${row.path}`.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/ ]+');
  return { id: row.id, pattern: new RegExp(`^${row.upstream} ${row.method} ${path}( |$)`) };
});

/** The endpoint of a call as the goldens write it: `VISIT GET /create/v2/expos limit=100&fromRevision=0`. */
export function endpointOf(call: string): string {
  const known = PATTERNS.find(({ pattern }) => pattern.test(call));
  if (known === undefined) throw new RangeError(`no endpoint is called by ${call}`);
  return known.id;
}

export const schema: GraphQLSchema = buildASTSchema(
  concatAST(
    readdirSync(SCHEMA_FOLDER)
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => parse(readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'))),
  ),
);

/** The endpoints that a field's `@calls` names. */
function callsOf(field: GraphQLField<unknown, unknown>): readonly string[] {
  const directive = field.astNode?.directives?.find(({ name }) => name.value === 'calls');
  return (directive?.arguments ?? []).flatMap(({ value }) => valueFromASTUntyped(value) as string[]);
}

/** Whether a field may call for its own value. */
export function declaresCalls(field: GraphQLField<unknown, unknown>): boolean {
  return callsOf(field).length > 0;
}

/** Every field that may call, with the endpoints that it declares. */
export const CALLING_FIELDS: readonly { readonly field: string; readonly endpoints: readonly string[] }[] =
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        field: `${type.name}.${field.name}`,
        endpoints: callsOf(field),
      })),
    )
    .filter(({ endpoints }) => endpoints.length > 0);

/** What a document selects: its calling fields, and whether it reads records by their global ids, of whatever type. */
export function selectionOf(query: string): { readonly fields: ReadonlySet<string>; readonly byNode: boolean } {
  const fields = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field: () => {
        fields.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`);
      },
    }),
  );
  return { fields, byNode: fields.has('Query.node') || fields.has('Query.nodes') };
}
