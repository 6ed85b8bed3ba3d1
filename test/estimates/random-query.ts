import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What arguments are drawn from: global ids by type, addresses, domains. */
export type Pool = {
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly emails: readonly string[];
  readonly domains: readonly string[];
};

export type RandomQuery = { readonly query: string; readonly variables: Record<string, unknown> };

/** Numbers of one case, used one after another; when there are no more, others that follow from them. */
type Draws = { next(below: number): number };

type Writing = {
  readonly schema: GraphQLSchema;
  readonly pool: Pool;
  readonly draws: Draws;
  readonly variables: Record<string, unknown>;
  readonly declared: string[];
  readonly fragments: string[];
  names: number;
};

const DEEPEST = 5;
const MOST_ROWS = 300;
const DAYS = ['2025-11-20', '2025-12-10', '2026-01-05', '2026-01-14'];

function pick<T>(draws: Draws, values: readonly T[]): T | undefined {
  return values[draws.next(Math.max(values.length, 1))];
}

/** The type of record that an id argument names. */
function typeOfId(name: string, field: GraphQLField<unknown, unknown>): string | undefined {
  const own = getNamedType(field.type).name;
  if (name === 'expoId') return 'Expo';
  if (name === 'customerId') return 'ResellerCustomer';
  if (name === 'campaignId') return 'CampaignReport';
  if (name === 'id') return own === 'Node' ? undefined : own;
  return /^(\w+?)Ids?$/.exec(name)?.[1]?.replace(/^./, (letter) => letter.toUpperCase());
}

function idFor({ pool, draws }: Writing, name: string, field: GraphQLField<unknown, unknown>): string {
  const type = typeOfId(name, field);
  const ids = type === undefined ? [...pool.ids.values()].flat() : (pool.ids.get(type) ?? []);
  // Now and then one that nobody has.
  return draws.next(20) === 0 ? 'unknown' : (pick(draws, ids) ?? '1');
}

function scalarFor(writing: Writing, type: string, name: string, field: GraphQLField<unknown, unknown>): unknown {
  const { draws, pool } = writing;
  if (type === 'ID') return idFor(writing, name, field);
  if (type === 'EmailAddress' || name === 'email') return pick(draws, pool.emails);
  if (type === 'Boolean') return draws.next(2) === 0;
  if (type === 'Int') return draws.next(5);
  if (type === 'Date') return pick(draws, DAYS);
  if (type === 'DateTime') return `${pick(draws, DAYS)}T10:00:00Z`;
  if (name === 'channel') return pick(draws, ['chat', 'email']);
  if (name === 'domain') return pick(draws, pool.domains);
  if (name === 'resource') return pick(draws, ['operator', 'group', 'skill']);
  if (name === 'userId') return pick(draws, pool.emails);
  if (name === 'indicators' || name === 'indicator') return 'chat_conversation_nb';
  return pick(draws, ['registered', 'industries', 'a', 'email', '1']);
}

function valueFor(
  writing: Writing,
  type: GraphQLInputType,
  name: string,
  field: GraphQLField<unknown, unknown>,
): unknown {
  const { draws } = writing;
  const named = getNullableType(type);
  if (isListType(named)) {
    const members = Array.from({ length: 1 + draws.next(3) }, () => valueFor(writing, named.ofType, name, field));
    return [...new Set(members)];
  }
  if (isEnumType(named)) return pick(draws, named.getValues())?.name;
  if (!isInputObjectType(named)) return scalarFor(writing, getNamedType(named).name, name, field);
  const members = Object.values(named.getFields()).filter((one) => isNonNullType(one.type) || draws.next(4) === 0);
  return Object.fromEntries(members.map((one) => [one.name, valueFor(writing, one.type, one.name, field)]));
}

/** As written in a document. */
function literal(value: unknown, type: GraphQLInputType): string {
  const named = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (isListType(named)) return `[${(value as unknown[]).map((one) => literal(one, named.ofType)).join(', ')}]`;
  if (isEnumType(named)) return String(value);
  if (!isInputObjectType(named)) return JSON.stringify(value);
  const fields = named.getFields();
  const members = Object.entries(value).flatMap(([name, one]) => {
    const member = fields[name];
    return member === undefined ? [] : [`${name}: ${literal(one, member.type)}`];
  });
  return `{${members.join(', ')}}`;
}

function isGiven({ draws }: Writing, { name, type, defaultValue }: GraphQLArgument): boolean {
  if (isNonNullType(type) && defaultValue === undefined) return true;
  if (name === 'first') return true;
  return name !== 'after' && draws.next(name === 'filter' ? 8 : 4) === 0;
}

/** A page size, alone so large that lists of several pages are asked for. */
function sizeFor({ draws }: Writing, rows: number): number {
  const most = Math.max(1, Math.floor(MOST_ROWS / rows));
  return Math.min(most, draws.next(3) === 0 ? most : 1 + draws.next(6));
}

function writeArguments(writing: Writing, field: GraphQLField<unknown, unknown>, rows: number) {
  let values = 1;
  const written = field.args
    .filter((one) => isGiven(writing, one))
    .map((argument) => {
      const { name, type } = argument;
      const value = name === 'first' ? sizeFor(writing, rows) : valueFor(writing, type, name, field);
      if (name === 'first') values = value as number;
      else if (isListType(getNullableType(type)) && isNonNullType(type)) values = (value as unknown[]).length;
      if (writing.draws.next(3) > 0) return `${name}: ${literal(value, type)}`;
      writing.names += 1;
      const variable = `v${writing.names}`;
      writing.variables[variable] = value;
      writing.declared.push(`$${variable}: ${type}`);
      return `${name}: $${variable}`;
    });
  return { text: written.length === 0 ? '' : `(${written.join(', ')})`, values };
}

function writeField(writing: Writing, field: GraphQLField<unknown, unknown>, depth: number, rows: number): string {
  const { draws } = writing;
  writing.names += 1;
  const { text, values } = writeArguments(writing, field, rows);
  const named = getNamedType(field.type);
  const below = isCompositeType(named) ? ` {${writeSelection(writing, named.name, depth + 1, rows * values)}}` : '';
  const directive = draws.next(20) === 0 ? ` @${pick(draws, ['skip', 'include'])}(if: ${draws.next(2) === 0})` : '';
  return `f${writing.names}: ${field.name}${text}${directive}${below}`;
}

/** What a selection may hold: deep down only what ends there. */
function fieldsOf(type: GraphQLObjectType, depth: number): readonly GraphQLField<unknown, unknown>[] {
  const all = Object.values(type.getFields());
  if (depth < DEEPEST) return all;
  const leaves = all.filter((field) => !isCompositeType(getNamedType(field.type)));
  return leaves.filter(({ args }) => args.length === 0);
}

function writeSelection(writing: Writing, name: string, depth: number, rows: number): string {
  const { schema, draws } = writing;
  const type = schema.getType(name);
  if (!isObjectType(type)) {
    const some = pick(draws, [...writing.pool.ids.keys()]) ?? 'Expo';
    return `__typename ... on ${some} {${writeSelection(writing, some, depth, rows)}}`;
  }
  const fields = fieldsOf(type, depth);
  if (fields.length === 0) return '__typename';
  const isPage = name.endsWith('Connection');
  const calling = fields.filter(({ astNode }) => astNode?.directives?.some((one) => one.name.value === 'calls'));
  const members = Array.from({ length: 1 + draws.next(depth === 0 ? 3 : 4) }, () =>
    pick(draws, calling.length > 0 && draws.next(3) > 0 ? calling : fields),
  );
  const wanted = isPage && depth < DEEPEST ? [type.getFields().nodes, ...members.slice(1)] : members;
  const written = wanted.map((field) => (field === undefined ? '__typename' : writeField(writing, field, depth, rows)));
  const text = written.join(' ');
  const form = draws.next(8);
  if (form === 0) return `... on ${name} {${text}}`;
  if (form !== 1) return text;
  writing.names += 1;
  writing.fragments.push(`fragment F${writing.names} on ${name} {${text}}`);
  return `...F${writing.names}`;
}

/** A valid query of these numbers, with variables, fragments, other names, directives, and a bounded number of rows. */
export function randomQuery(schema: GraphQLSchema, pool: Pool, numbers: readonly number[]): RandomQuery {
  let used = 0;
  const next = (below: number): number => {
    used += 1;
    const [first = 0] = numbers;
    const further = Math.imul(used ^ first, 0x9e3779b1) >>> 7;
    return (numbers[used - 1] ?? further) % below;
  };
  const writing: Writing = { schema, pool, draws: { next }, variables: {}, declared: [], fragments: [], names: 0 };
  const selection = writeSelection(writing, 'Query', 0, 1);
  const head = writing.declared.length === 0 ? '' : `(${writing.declared.join(', ')})`;
  return { query: [`query${head} {${selection}}`, ...writing.fragments].join('\n'), variables: writing.variables };
}
