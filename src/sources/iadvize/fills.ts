import { type Fills, fillCopy, type OnCopy } from '../../loading/fills.ts';
import type { Reader } from '../../loading/reader.ts';
import { copyOf, type Kind, type Operation } from './access.ts';
import type { Kinds } from './kinds.ts';

async function fillKind<T>(operation: Operation, kind: Kind<T>, reader: Reader, onCopy: OnCopy): Promise<void> {
  for (const view of await operation.siteViews(reader))
    await fillCopy(kind.collection, reader.scope, copyOf(operation.parts, view, kind), onCopy);
}

/** Every collection with pages of its own, as each view of the keys sees it. */
export function iadvizeFills(operation: Operation, kinds: Kinds): Fills {
  const fillOf = <T>(kind: Kind<T>): readonly [string, (reader: Reader, onCopy: OnCopy) => Promise<void>] => [
    kind.collection.spec.name,
    (reader, onCopy) => fillKind(operation, kind, reader, onCopy),
  ];
  const { clients, websites, operators, groups, skills, tags, visitors } = kinds;
  return new Map([
    fillOf(clients),
    fillOf(websites),
    fillOf(operators),
    fillOf(groups),
    fillOf(skills),
    fillOf(tags),
    fillOf(visitors),
  ]);
}
