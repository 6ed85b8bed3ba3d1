import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLResolveInfo,
  getNullableType,
  isInputObjectType,
} from 'graphql';
import { canonicalJson, digest, type Json } from '../base/canonical.ts';
import { parseGlobalId } from './global-id.ts';

/** A global id and its source id ask for the same. */
function plainText(text: string): string {
  return parseGlobalId(text)?.parts.at(-1) ?? text;
}

/** What an argument means: absent, null and its default are the same, as are the two forms of an id. Undefined if it means nothing. */
function meaning({ type, defaultValue }: GraphQLArgument | GraphQLInputField, value: unknown): Json | undefined {
  const given = value ?? undefined;
  const named = getNullableType(type);
  if (isInputObjectType(named)) {
    const members = (given ?? {}) as Readonly<Record<string, unknown>>;
    const meant = Object.values(named.getFields()).map(
      (field) => [field.name, meaning(field, members[field.name])] as const,
    );
    const kept = meant.filter(([, member]) => member !== undefined);
    return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Json);
  }
  if (given === undefined || canonicalJson(given as Json) === canonicalJson((defaultValue ?? null) as Json))
    return undefined;
  if (Array.isArray(given))
    return given.map((one: unknown) => (typeof one === 'string' ? plainText(one) : (one as Json)));
  return typeof given === 'string' ? plainText(given) : (given as Json);
}

/** Names a field, its parent and what its arguments mean, paging left out: a cursor of one list means nothing in another. */
export function cursorTag(info: GraphQLResolveInfo, parent: string, args: Readonly<Record<string, unknown>>): string {
  const field = info.parentType.getFields()[info.fieldName];
  const own = (field?.args ?? []).filter(({ name }) => name !== 'first' && name !== 'after');
  const meant = Object.fromEntries(own.map((argument) => [argument.name, meaning(argument, args[argument.name])]));
  return digest(`${info.parentType.name}.${info.fieldName} ${parent} ${canonicalJson(meant)}`, 16);
}
