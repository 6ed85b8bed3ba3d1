import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLDirective,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  print,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { fieldsOf, ownTypes, product } from '../support/product-schema.ts';

const spine = buildSchema(readFileSync(new URL('./spine.graphql', import.meta.url), 'utf8'));

const ownDirectives = (schema: GraphQLSchema): GraphQLDirective[] =>
  schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));

/** `Int = 50`: the type string and, where there is one, the default as it is written. */
const signature = (input: GraphQLArgument | GraphQLInputField): string => {
  const fallback = input.astNode?.defaultValue;
  return fallback ? `${input.type} = ${print(fallback)}` : String(input.type);
};

const kindOf = (type: GraphQLNamedType): string => {
  if (isScalarType(type)) return type.specifiedByURL ? `scalar, specified by ${type.specifiedByURL}` : 'scalar';
  if (isEnumType(type)) return 'enum';
  if (isInputObjectType(type)) return 'input';
  return isInterfaceType(type) ? 'interface' : 'object';
};

/** Everything that a client can rely on in a schema: coordinate → what is promised there. */
const promises = (schema: GraphQLSchema): Map<string, string> => {
  const found = new Map<string, string>();
  for (const type of ownTypes(schema)) {
    found.set(type.name, kindOf(type));
    for (const field of fieldsOf(type)) {
      found.set(`${type.name}.${field.name}`, String(field.type));
      for (const arg of field.args) found.set(`${type.name}.${field.name}(${arg.name}:)`, signature(arg));
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const parent of type.getInterfaces()) found.set(`${type.name} implements ${parent.name}`, 'yes');
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, signature(field));
    }
    if (isEnumType(type)) {
      for (const value of type.getValues()) found.set(`${type.name}.${value.name}`, 'enum value');
    }
  }
  return found;
};

type Described = { readonly at: string; readonly description: string | null | undefined };

const describedParts = (schema: GraphQLSchema): Described[] => [
  ...ownDirectives(schema).flatMap((directive) => [
    { at: `@${directive.name}`, description: directive.description },
    ...directive.args.map((arg) => ({ at: `@${directive.name}(${arg.name}:)`, description: arg.description })),
  ]),
  ...ownTypes(schema).flatMap((type) => [
    { at: type.name, description: type.description },
    ...fieldsOf(type).flatMap((field) => [
      { at: `${type.name}.${field.name}`, description: field.description },
      ...field.args.map((arg) => ({ at: `${type.name}.${field.name}(${arg.name}:)`, description: arg.description })),
    ]),
    ...(isInputObjectType(type) ? Object.values(type.getFields()) : []).map((field) => ({
      at: `${type.name}.${field.name}`,
      description: field.description,
    })),
    ...(isEnumType(type) ? type.getValues() : []).map((value) => ({
      at: `${type.name}.${value.name}`,
      description: value.description,
    })),
  ]),
];

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(product)).toEqual([]);
    expect(validateSchema(spine)).toEqual([]);
  });

  it('keeps everything of the spine under the same name, type and default', () => {
    const offered = promises(product);
    const broken = [...promises(spine)]
      .filter(([at, promised]) => offered.get(at) !== promised)
      .map(([at, promised]) => `${at}: promised ${promised}, offered ${offered.get(at) ?? 'nothing'}`);
    expect(broken).toEqual([]);
  });

  it('asks for no argument or input field that the spine does not know', () => {
    const promised = promises(spine);
    const demanded = [...promises(product)]
      .filter(([at]) => !promised.has(at))
      .filter(([at, type]) => type.endsWith('!') && promised.has(ownerOfInput(at)));
    expect(demanded).toEqual([]);
  });

  it('describes every type, field, argument, input field, enum value and directive', () => {
    const silent = describedParts(product).filter((part) => !part.description?.trim());
    expect(silent.map((part) => part.at)).toEqual([]);
  });
});

/** The field of an argument, or the input type of an input field; otherwise a coordinate that nothing has. */
function ownerOfInput(at: string): string {
  const argument = /^(.+)\(.+:\)$/.exec(at);
  if (argument?.[1]) return argument[1];
  const [typeName = ''] = at.split('.');
  return isInputObjectType(product.getType(typeName)) ? typeName : '';
}
