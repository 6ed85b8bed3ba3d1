import type { ChatVisitor, Operator } from '../../model/iadvize.ts';
import type { ClientAccount, OperatorGroup, Skill, Tag, Website } from '../../model/iadvize-directory.ts';
import type { IadvizeParts, Kind } from './access.ts';
import { IADVIZE } from './endpoints.ts';

/** The collections, each with its list and its single read. */
export type Kinds = {
  readonly clients: Kind<ClientAccount>;
  readonly websites: Kind<Website>;
  readonly operators: Kind<Operator>;
  readonly groups: Kind<OperatorGroup>;
  readonly skills: Kind<Skill>;
  readonly tags: Kind<Tag>;
  readonly visitors: Kind<ChatVisitor>;
};

export function kindsOf({ client, collections }: IadvizeParts): Kinds {
  return {
    clients: {
      collection: collections.clients,
      item: { row: IADVIZE.client, read: client.client },
      pages: client.clients,
    },
    websites: {
      collection: collections.websites,
      item: { row: IADVIZE.website, read: client.website },
      pages: client.websites,
    },
    operators: {
      collection: collections.operators,
      item: { row: IADVIZE.operator, read: client.operator },
      pages: client.operators,
    },
    groups: {
      collection: collections.groups,
      item: { row: IADVIZE.group, read: client.group },
      pages: client.groups,
    },
    skills: {
      collection: collections.skills,
      item: { row: IADVIZE.skill, read: client.skill },
      pages: client.skills,
    },
    tags: {
      collection: collections.tags,
      item: { row: IADVIZE.tag, read: client.tag },
      pages: client.tags,
    },
    visitors: {
      collection: collections.visitors,
      item: { row: IADVIZE.visitor, read: client.visitor },
      pages: client.visitors,
    },
  };
}
