import { getIntrospectionQuery } from 'graphql';
import { fill, type HostileDocument, many, onExpos, refused } from './writing.ts';

const TOKENS = refused('Tokens');
const SELECTIONS = refused('Fields and fragments');
const ALIASES = refused('Aliases');
const INTROSPECTION = refused('Fields of introspection');

export const floodDocuments: readonly HostileDocument[] = [
  {
    name: 'an alias flood: 4,900 names of one root field',
    query: `{${many(4_900, (i) => `a${i}:quota{__typename}`)}}`.slice(0, 99_000),
    outcome: TOKENS,
  },
  {
    name: 'an alias flood: 1,400 names of one root field',
    query: fill(`{${many(1_400, (i) => `a${i}:quota{__typename}`)}}`),
    outcome: ALIASES,
  },
  {
    name: 'an alias flood: 50 names, in a fragment that is spread 50 times',
    query: fill(`{${'...F '.repeat(50)}}fragment F on Query{${many(50, (i) => `a${i}:__typename`)}}`),
    outcome: ALIASES,
  },
  {
    name: 'an alias flood: 250 people, as many as may be',
    query: fill(`{${many(250, (i) => `a${i}:person(email:"a${i}@b.example"){email}`)}}`),
    outcome: 'answered',
  },
  {
    name: 'an alias flood: 249 people with all that is joined to them',
    query: fill(
      `{${many(249, (i) => `a${i}:person(email:"a${i}@b.example"){...F}`)}}fragment F on Person{firstName leads{nodes{id}} encounters{nodes{id}} conversations{nodes{id}} operator{id}}`,
    ),
    outcome: 'answered',
  },
  {
    name: 'an alias flood: 40 times a thousand leads',
    query: fill(`{${many(40, (i) => `a${i}:leads(product:PLUS_PERSON,first:1000){nodes{id companyName}}`)}}`),
    outcome: 'answered',
  },
  {
    name: 'an alias flood: 20 times a thousand conversations, with what was said',
    query: fill(`{${many(20, (i) => `a${i}:conversations(first:1000){nodes{id messages{text}}}`)}}`),
    outcome: 'answered',
  },
  {
    name: 'an alias flood: 199 times 500 conversations, of which only the page is asked for',
    query: fill(`{${many(199, (i) => `a${i}:conversations(first:500){pageInfo{endCursor}}`)}}`),
    outcome: 'answered',
  },
  {
    name: 'a field flood: 30,000 fields',
    query: onExpos('id '.repeat(30_000)),
    outcome: TOKENS,
  },
  {
    name: 'a field flood: 9,000 fields',
    query: fill(onExpos('id '.repeat(9_000))),
    outcome: SELECTIONS,
  },
  {
    name: 'a field flood: 4,900 unknown fields',
    query: fill(onExpos(many(4_900, (i) => `nam${i}`))),
    outcome: 'not valid',
  },
  {
    name: 'a field flood: 1,600 unknown fields with names like known ones, and arguments',
    query: fill(`{${many(1_600, (i) => `expo${i}(id:1)`)}}`),
    outcome: 'not valid',
  },
  {
    name: 'one field with a name of 99,000 characters',
    query: `{${'e'.repeat(99_000)}}`,
    outcome: 'not valid',
  },
  {
    name: 'an argument flood: 2,400 unknown arguments',
    query: fill(`{expos(${many(2_400, (i) => `firs${i}:1`)}){nodes{id}}}`),
    outcome: 'not valid',
  },
  {
    name: 'an argument flood: 3,300 unknown filters',
    query: fill(`{leads(product:PLUS_PERSON,filter:{${many(3_000, (i) => `fro${i}:1`)}}){nodes{id}}}`),
    outcome: 'not valid',
  },
  {
    name: 'a value of 99,000 characters, of the wrong type',
    query: `{expos(first:"${'cannot represent x '.repeat(5_200)}"){nodes{id}}}`,
    outcome: 'not valid',
  },
  {
    name: 'a block string of 99,000 lines',
    query: `{nodes(ids:["""${'\n'.repeat(99_000)}"""]){id}}`,
    outcome: refused('Lines'),
  },
  {
    name: 'a block string of 9,900 lines',
    query: fill(`{nodes(ids:["""${'\n'.repeat(9_900)}"""]){id}}`),
    outcome: 'answered',
  },
  {
    name: 'a field flood: 100 unknown fields behind 9,900 empty lines',
    query: fill(`${'\n'.repeat(9_900)}{${many(100, (i) => `x${i}`)}}`),
    outcome: 'not valid',
  },
  {
    name: 'a variable flood: 2,400 variables that nothing uses',
    query: fill(`query(${many(2_400, (i) => `$v${i}:Int`)}){__typename}`),
    outcome: refused('Variables'),
  },
  {
    name: 'a variable flood: 500 variables that nothing uses',
    query: fill(`query(${many(500, (i) => `$v${i}:Int`)}){__typename}`),
    outcome: 'not valid',
  },
  {
    name: 'an operation flood: 1,900 operations of one name',
    query: fill('query A{__typename}'.repeat(1_900)),
    outcome: refused('Operations and fragments'),
  },
  {
    name: 'an operation flood: 500 operations of one name',
    query: fill('query A{__typename}'.repeat(500)),
    outcome: 'not valid',
  },
  {
    name: 'a flood of type definitions',
    query: fill('type T{a:Int}'.repeat(500)),
    outcome: 'not valid',
  },
  {
    name: 'a directive flood: 9,000 at one field',
    query: `{__typename ${'@skip(if:0)'.repeat(9_000)}}`,
    outcome: TOKENS,
  },
  {
    name: 'a directive flood: 1,300 at one field',
    query: fill(`{__typename ${'@skip(if:true)'.repeat(1_300)}}`),
    outcome: refused('Directives at one place'),
  },
  {
    name: 'a directive flood: 9 at each of 140 fields',
    query: fill(`{${many(140, () => `__typename ${'@skip(if:true)'.repeat(9)}`)}}`),
    outcome: refused('Directives'),
  },
  {
    name: 'a directive flood: 2 at each of 100 fields that is repeated in a fragment',
    query: fill(
      `{${'...F '.repeat(9)}}fragment F on Query{${'__typename @skip(if:false) @include(if:true) '.repeat(60)}}`,
    ),
    outcome: refused('Directives'),
  },
  {
    name: 'a directive flood: 400 unknown ones',
    query: fill(`{${many(100, (i) => `__typename ${many(4, (j) => `@x${i}y${j}`)}`)}}`),
    outcome: 'not valid',
  },
  {
    name: 'an introspection flood: the whole schema twice',
    query: fill(
      `${getIntrospectionQuery().replace('{', '{...Again ')} fragment Again on Query{b:__schema{types{...FullType}}}`,
    ),
    outcome: INTROSPECTION,
  },
  {
    name: 'an introspection flood: 60 copies of all fields of all types',
    query: fill(`{__schema{types{${many(60, (i) => `a${i}:fields(includeDeprecated:true){name description}`)}}}}`),
    outcome: INTROSPECTION,
  },
  {
    name: 'an introspection flood: the fields of one type 120 times',
    query: fill(`{${many(120, (i) => `a${i}:__type(name:"Query"){fields{name args{name type{name ofType{name}}}}}`)}}`),
    outcome: INTROSPECTION,
  },
  {
    name: 'an introspection flood: fields of types of fields of types',
    query: fill('{__schema{types{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}'),
    outcome: 'not valid',
  },
  {
    name: 'an introspection flood: fields of types of fields of the whole schema, nine times',
    query: fill(
      `{__schema{types{${many(9, (i) => `a${i}:fields{type{ofType{name ofType{name fields{name type{name}}}}}}`)}}}}`,
    ),
    outcome: INTROSPECTION,
  },
  {
    name: 'the introspection query of tools',
    query: fill(getIntrospectionQuery()),
    outcome: 'answered',
  },
];
