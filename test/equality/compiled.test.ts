import { execute, type FormattedExecutionResult, Kind, parse, validate } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/base/log.ts';
import type { RequestContext } from '../../src/context.ts';
import { createMeter } from '../../src/loading/meter.ts';
import { createErrorFormat } from '../../src/server/error-format.ts';
import { isCompilable } from '../../src/server/execution/compilable.ts';
import { type Execute, prepareExecution } from '../../src/server/execution/execute.ts';
import { createRunKnown } from '../../src/server/execution/run-known.ts';
import { prepareGraph } from '../../src/server/graph.ts';
import { fragmentsOf } from '../../src/server/operation/operation.ts';
import { createLateSchema } from './late-schema.ts';

// As the gateway takes its schema over.
const { schema } = prepareGraph(createLateSchema());
const run = createRunKnown(createErrorFormat(createLog('silent')));

type Case = {
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** Of failures under a null the spec leaves open which are told beside the first. */
  readonly onlyFirst?: true;
};

const rows = (field: string, at: readonly number[], late: boolean): string =>
  `{${field}(at:[${at.join(',')}],rows:5,late:${late}){id sure late}}`;

const CASES: readonly Case[] = [
  ...[false, true].flatMap((late) =>
    ['fails', 'sureFails'].flatMap((field) =>
      [[0], [2], [4]].map((at) => ({
        name: `${field}, ${late ? 'late' : 'at once'}, at place ${at.join(', ')} of 5`,
        query: rows(field, at, late),
      })),
    ),
  ),
  { name: 'several failures in a list whose rows may be null', query: rows('fails', [0, 2, 4], true) },
  { name: 'nested lists', query: '{branch{matrix{id name}}}' },
  { name: 'null where none may be, in a list in a record', query: '{branch{id sureChildren{id sure}}}' },
  { name: 'null where none may be, late, in a list', query: '{sureThings{id} loose branch{id}}', onlyFirst: true },
  { name: 'null that bubbles up to the root', query: '{branch{id} nothing{id}}' },
  { name: 'null that bubbles up over records', query: '{branch{parent{sureParent{sureParent{id}}}}}' },
  { name: 'a scalar that cannot be told', query: '{evens things(ids:["1"]){... on Leaf{even}}}' },
  { name: 'a thrown text', query: '{loose again:loose}' },
  { name: 'a failing root field beside others', query: '{thing(id:"wrong"){id} other:thing(id:"l1"){id name}}' },
  {
    name: 'abstract types',
    query: '{anything{__typename ...on Leaf{id even} ...on Branch{children(first:3){id name __typename}}}}',
  },
  { name: 'an abstract type that is none of its types', query: '{branch(id:"other"){id anything{__typename}}}' },
  { name: 'aliases', query: '{a:branch{x:id y:id parent{x:id}} b:branch(id:"c"){x:id}}' },
  {
    name: 'fragments, also within fragments',
    query:
      'query Q{branch{...F}} fragment F on Branch{id parent{...G}} fragment G on Branch{id name children{id ...on Leaf{late}}}',
  },
  { name: 'merged selections', query: '{branch{parent{id}} branch{parent{name parent{id}} id}}' },
  {
    name: '@skip and @include with literals',
    query: '{branch{id @skip(if:true) name @include(if:true) parent @include(if:false){id}}}',
  },
  {
    name: '@skip and @include with variables',
    query:
      'query($yes:Boolean!,$no:Boolean=false){branch{id @skip(if:$yes) name @include(if:$yes) parent @include(if:$no){id} again:parent @skip(if:$no) @include(if:$yes){id}}}',
    variables: { yes: true },
  },
  {
    name: '@include in fragments',
    query:
      'query($yes:Boolean!){branch{...F @include(if:$yes) ...on Branch @skip(if:$yes){name}}} fragment F on Branch{id parent @skip(if:$yes){id}}',
    variables: { yes: true },
  },
  {
    name: 'literal arguments of every kind',
    query:
      '{echo(filter:{text:"a\\"b",inner:{deep:[1,2]},list:[{colour:RED},{deep:3}],self:{self:{text:null}}},colour:GREEN,number:-3,float:1.5,flag:true,text:"é",json:{a:[1,{b:null}]})}',
  },
  { name: 'arguments left out', query: '{echo one:echo(text:null) two:echo(filter:{})}' },
  {
    name: 'variables of every kind, some left out, some within values',
    query:
      'query($f:Filter,$n:Int=7,$t:String,$d:[Int!],$c:Colour=RED,$j:JSON){echo(filter:$f,number:$n,text:$t,json:$j) other:echo(filter:{inner:{deep:$d,colour:$c},text:$t},colour:$c)}',
    variables: { f: { list: { colour: 'RED' }, self: { inner: { deep: 4 } } }, d: 5, j: { any: ['thing'] } },
  },
  {
    name: 'variables that are null',
    query: 'query($t:String="x",$n:Int=1){echo(text:$t,number:$n)}',
    variables: { t: null, n: null },
  },
  {
    name: 'wrong variables',
    query: 'query($n:Int!,$c:Colour){echo(number:$n,colour:$c)}',
    variables: { n: 'x', c: 'BLUE' },
  },
  { name: 'variables that are missing', query: 'query($ids:[ID!]!){things(ids:$ids){id}}' },
  { name: 'introspection', query: '{__schema{queryType{name} types{name kind}} __type(name:"Leaf"){fields{name}}}' },
  { name: '__typename at every place', query: '{__typename t:__typename branch{__typename children{__typename}}}' },
  { name: 'names with underscores', query: '{a_b:branch{c:id} a:branch{b_c:id}}' },
  {
    name: 'several operations, of which one is asked for',
    query: 'query A{branch{id}} query B($id:ID!){thing(id:$id){id}}',
    variables: { id: 'l9' },
  },
];

type Told = { readonly data: unknown; readonly failures: readonly string[] };

/** What is the same in each rightful execution: data, and of errors code and path. */
function told({ data, errors }: FormattedExecutionResult): Told {
  const failures = (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions?.code}`);
  return { data: JSON.parse(JSON.stringify(data ?? null)), failures: failures.toSorted() };
}

async function bothWays({ query, variables = {} }: Case) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const definition = document.definitions.findLast((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (definition === undefined) throw new TypeError('the case has no operation');
  const operationName = definition.name?.value;
  const operation = { source: query, document, definition, operationName, fragments: fragmentsOf(document) };
  const asGraphqlJs: Execute = (variableValues, contextValue) =>
    execute({ schema, document, variableValues, contextValue, operationName });
  const ask = async (way: Execute): Promise<Told> => {
    const context = { meter: createMeter() } as RequestContext;
    return told(await run({ ...operation, execute: way }, { variables, context }));
  };
  return {
    compiled: await ask(prepareExecution(schema, operation)),
    interpreted: await ask(asGraphqlJs),
    compilable: isCompilable(document, definition, operation.fragments),
  };
}

const KEPT_FOR_GRAPHQL_JS = new Set(['@include in fragments', 'introspection', 'names with underscores']);

describe('a compiled operation tells what graphql-js tells', () => {
  it.each(CASES)('$name', async (one) => {
    const { compiled, interpreted, compilable } = await bothWays(one);
    expect(compilable).toBe(!KEPT_FOR_GRAPHQL_JS.has(one.name));
    if (one.onlyFirst) {
      expect(compiled.data).toEqual(interpreted.data);
      expect(compiled.failures).toEqual(expect.arrayContaining([...interpreted.failures]));
    } else expect(compiled).toEqual(interpreted);
  });
});

describe('no text of a document becomes code', () => {
  const MAGIC_DATE = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
  const text = JSON.stringify(`${MAGIC_DATE}0,globalThis.ranText=true`);
  const place = globalThis as { ranText?: boolean };

  it('although what compiles it runs such a text where it is left in its place', async () => {
    const plain = compileQuery(schema, parse(`{echo(text:${text})}`));
    if (!isCompiledQuery(plain)) throw new TypeError('it compiles');
    await plain.query(undefined, { meter: createMeter() }, {});
    expect(place.ranText).toBe(true);
    delete place.ranText;
    const { compiled, interpreted } = await bothWays({ name: 'text', query: `{echo(text:${text})}` });
    expect(compiled).toEqual(interpreted);
    expect(place.ranText).toBeUndefined();
  });

  it('nor a name of a variable or field of an answer', async () => {
    for (const query of [
      '{constructor:branch{prototype:id hasOwnProperty:name}}',
      'query($toString:String){echo(text:$toString)}',
    ])
      expect(await bothWays({ name: query, query })).toMatchObject({ compilable: true });
  });
});
