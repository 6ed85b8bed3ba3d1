import { GraphQLError, Kind, parse, print, visit } from 'graphql';

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

/** The argument or input field that holds a place of the document. */
function argumentAt(error: GraphQLError): string | undefined {
  const place = error.nodes?.[0]?.loc?.start;
  const body = error.source?.body;
  if (place === undefined || body === undefined) return undefined;
  const names: string[] = [];
  const collect = (node: {
    readonly name: { readonly value: string };
    readonly loc?: { readonly start: number; readonly end: number } | undefined;
  }): void => {
    if (node.loc !== undefined && node.loc.start <= place && place < node.loc.end) names.push(node.name.value);
  };
  visit(parse(body), { Argument: collect, ObjectField: collect });
  return names.length === 0 ? undefined : names.join('.');
}

/** The message of a coercion or validation error, naming the argument and the type expected, never the value. */
export function describeCoercion(error: unknown, message: string): string {
  if (!(error instanceof GraphQLError)) return message;
  const variable = describeVariable(error, error.message);
  if (variable !== undefined) return variable;
  const argument = error.extensions.code === 'GRAPHQL_PARSE_FAILED' ? undefined : argumentAt(error);
  const reason = withoutValue(message);
  return argument === undefined || reason.startsWith(`${argument}:`) ? reason : `${argument}: ${reason}`;
}
