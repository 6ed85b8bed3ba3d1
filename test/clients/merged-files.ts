import { readdirSync, readFileSync } from 'node:fs';
import { concatAST, type ObjectTypeExtensionNode, parse, print, visit } from 'graphql';

const FOLDER = new URL('../../schema/', import.meta.url);

/** The files of `schema/` as one SDL without extensions, directives and all. */
export function mergedFiles(): string {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  const whole = concatAST(files.map((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
  const extensions: ObjectTypeExtensionNode[] = [];
  const bases = visit(whole, {
    ObjectTypeExtension: (node) => {
      extensions.push(node);
      return null;
    },
  });
  const merged = visit(bases, {
    ObjectTypeDefinition: (node) => ({
      ...node,
      fields: [node, ...extensions.filter(({ name }) => name.value === node.name.value)].flatMap(
        ({ fields = [] }) => fields,
      ),
    }),
  });
  return print(merged);
}
