import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { normaliseEmail } from '../base/addresses.ts';
import { isRealDay } from '../base/decode.ts';
import { InputError } from '../base/errors.ts';

/** RFC 3339: date, time and offset are all needed. */
const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function parseInstant(value: unknown): number {
  const day = typeof value === 'string' ? RFC_3339.exec(value)?.[1] : undefined;
  const time = day !== undefined && isRealDay(day) ? Date.parse(String(value).toUpperCase()) : Number.NaN;
  if (Number.isNaN(time)) throw new InputError('an RFC 3339 instant with an offset, such as 2026-01-01T00:00:00Z');
  return time;
}

function printInstant(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError('an instant is epoch milliseconds');
  const text = new Date(value).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -'.000Z'.length)}Z` : text;
}

function parseDay(value: unknown): string {
  if (typeof value !== 'string' || !DAY.test(value) || !isRealDay(value))
    throw new InputError('a calendar day, such as 2026-01-31');
  return value;
}

function parseEmail(value: unknown): string {
  const address = typeof value === 'string' ? normaliseEmail(value) : null;
  if (address === null) throw new InputError('an e-mail address');
  return address;
}

function fromText<T>(parse: (value: unknown) => T): (node: ValueNode) => T {
  return (node) => parse(node.kind === Kind.STRING ? node.value : undefined);
}

/** The scalars of the schema. Inside the program an instant is epoch milliseconds, a day and an address are normalised text. */
export const scalars = {
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: printInstant,
    parseValue: parseInstant,
    parseLiteral: fromText(parseInstant),
  }),
  Date: new GraphQLScalarType({
    name: 'Date',
    serialize: (value) => parseDay(value),
    parseValue: parseDay,
    parseLiteral: fromText(parseDay),
  }),
  EmailAddress: new GraphQLScalarType({
    name: 'EmailAddress',
    serialize: (value) => String(value),
    parseValue: parseEmail,
    parseLiteral: fromText(parseEmail),
  }),
  JSON: new GraphQLScalarType({ name: 'JSON', serialize: (value) => value }),
};
