import { GraphQLError, Kind, parse, print, type Source, visit } from 'graphql';

/** graphql-js puts the value into these messages. The value may be personal: name the place and the type instead. */
const VALUE_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(cannot represent\b[^:]*?)(?: value)?: .*$/s, '$1 value'],
  [/(Expected (?:value of )?[^,]*?), found .*$/s, '$1'],
  [/^Value ".*" does not exist in/s, 'The value does not exist in'],
  [/^Value ".*" cannot/s, 'The value cannot'],
  [/; Did you mean.*$/s, ''],
  // What is no name cannot be a misspelt field: it is data in the wrong place.
  [/^Field "(?!\w+" ).*" is not defined/s, 'A field is not defined'],
  [/^(Syntax Error: Unexpected (?:Name|Int|Float|String|BlockString)) .*$/s, '$1'],
  [/^(Syntax Error: Invalid \w+ escape sequence): .*$/s, '$1'],
  [/^(Variable "\$\w+") got invalid value .*$/s, '$1: not of its type'],
  [/^Unknown operation named .*$/s, 'The document has no operation of this name'],
];

function withoutValue(message: string): string {
  return VALUE_ENDINGS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message);
}

/** The value is skipped with its quoted texts whole: what looks like the end of it may lie inside one. */
const VARIABLE =
  /^Variable "\$(\w+)" got invalid value (?:"(?:[^"\\]|\\.)*"|[^"])*?(?: at "([\w.[\]]+)")?; ((?:Expected|Field|Value|Enum|Int|Float|String|Boolean|ID)\b.*)$/s;

function describeVariable(error: GraphQLError, message: string): string | undefined {
  const match = VARIABLE.exec(message);
  if (match === null) return undefined;
  const [, name = '', place, reason = ''] = match;
  const [definition] = error.nodes ?? [];
  const type = definition?.kind === Kind.VARIABLE_DEFINITION ? print(definition.type) : undefined;
  return `Variable "$${name}"${type === undefined ? '' : ` of type ${type}`}${place === undefined ? '' : `, at ${place}`}: ${withoutValue(reason)}`;
}

type Place = { readonly start: number; readonly end: number; readonly name: string };

/** The arguments and input fields of a document, outer ones first: read once, however many errors it has. */
const placesOf = new WeakMap<Source, { readonly all: readonly Place[]; readonly names: Map<number, string> }>();

function readPlaces(body: string): readonly Place[] {
  const places: Place[] = [];
  const collect = (node: {
    readonly name: { readonly value: string };
    readonly loc?: { readonly start: number; readonly end: number } | undefined;
  }): void => {
    if (node.loc !== undefined) places.push({ start: node.loc.start, end: node.loc.end, name: node.name.value });
  };
  visit(parse(body), { Argument: collect, ObjectField: collect });
  return places;
}

/** The argument or input field that holds a place of the document; empty if none does. */
function argumentAt(error: GraphQLError): string {
  const at = error.nodes?.[0]?.loc?.start;
  const { source } = error;
  if (at === undefined || source === undefined) return '';
  const places = placesOf.get(source) ?? { all: readPlaces(source.body), names: new Map<number, string>() };
  placesOf.set(source, places);
  const known = places.names.get(at);
  if (known !== undefined) return known;
  const holding = places.all.filter(({ start, end }) => start <= at && at < end);
  const name = holding.map((place) => place.name).join('.');
  places.names.set(at, name);
  return name;
}

/** Texts of the caller's that are longer would be repeated in it, and searched for values again and again. */
const LONGEST_MESSAGE = 1_000;

/** The message of a coercion or validation error, naming the argument and the type expected, never the value. */
export function describeCoercion(error: unknown, message: string): string {
  if (!(error instanceof GraphQLError)) return message;
  if (error.message.length > LONGEST_MESSAGE || message.length > LONGEST_MESSAGE)
    return 'Not valid: the text at this place is too long to be repeated';
  const variable = describeVariable(error, error.message);
  if (variable !== undefined) return variable;
  const argument = error.extensions.code === 'GRAPHQL_PARSE_FAILED' ? '' : argumentAt(error);
  const reason = withoutValue(message);
  return argument === '' || reason.startsWith(`${argument}:`) ? reason : `${argument}: ${reason}`;
}
