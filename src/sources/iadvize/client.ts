import type { DriftCounter } from '../../base/drift.ts';
import type { ChatVisitor, Operator, OperatorLive, OperatorProfile, OperatorStatistic } from '../../model/iadvize.ts';
import type { ClientAccount, OperatorGroup, Skill, Tag, Website } from '../../model/iadvize-directory.ts';
import type { Send } from '../../transport/call.ts';
import { IADVIZE } from './endpoints.ts';
import { createFiguresClient, type FiguresClient } from './figures-client.ts';
import {
  type Chat,
  toChatFrom,
  toChatVisitor,
  toClientAccount,
  toGroup,
  toLive,
  toOperator,
  toProfile,
  toSkill,
  toStatistic,
  toTag,
  toWebsite,
} from './map.ts';
import { createRequests, type Query, type ReadItem, type ReadPage, type ReadRows } from './requests.ts';
import {
  clientWire,
  conversationWire,
  groupWire,
  liveWire,
  operatorWire,
  profileWire,
  skillWire,
  statisticWire,
  tagWire,
  visitorWire,
  websiteWire,
} from './wire.ts';

/** Every row of the endpoint table as a function. */
export type IadvizeClient = FiguresClient & {
  readonly clients: ReadPage<ClientAccount>;
  readonly client: ReadItem<ClientAccount>;
  readonly websites: ReadPage<Website>;
  readonly website: ReadItem<Website>;
  readonly operators: ReadPage<Operator>;
  readonly operator: ReadItem<Operator>;
  readonly operatorsLive: ReadRows<OperatorLive>;
  readonly operatorLive: ReadItem<OperatorLive>;
  readonly operatorStatistic: ReadItem<OperatorStatistic>;
  readonly operatorProfile: ReadItem<OperatorProfile>;
  readonly groups: ReadPage<OperatorGroup>;
  readonly group: ReadItem<OperatorGroup>;
  readonly skills: ReadPage<Skill>;
  readonly skill: ReadItem<Skill>;
  readonly tags: ReadPage<Tag>;
  readonly tag: ReadItem<Tag>;
  readonly conversations: ReadPage<Chat>;
  readonly conversation: ReadItem<Chat>;
  readonly visitors: ReadPage<ChatVisitor>;
  readonly visitor: ReadItem<ChatVisitor>;
};

/** Without both, the suffix of the path and this, the history is not well formatted. */
const FORMAT: Query = { formatHistory: '0' };

export function createIadvizeClient(send: Send, drifts: DriftCounter): IadvizeClient {
  const requests = createRequests(send, drifts);
  const { list, rows, item } = requests;
  return {
    ...createFiguresClient(requests),
    clients: list(IADVIZE.clients, clientWire, toClientAccount),
    client: item(IADVIZE.client, clientWire, toClientAccount),
    websites: list(IADVIZE.websites, websiteWire, toWebsite),
    website: item(IADVIZE.website, websiteWire, toWebsite),
    operators: list(IADVIZE.operators, operatorWire, toOperator),
    operator: item(IADVIZE.operator, operatorWire, toOperator),
    operatorsLive: rows(IADVIZE.operatorsLive, liveWire, toLive),
    operatorLive: item(IADVIZE.operatorLive, liveWire, toLive),
    operatorStatistic: item(IADVIZE.operatorStatistic, statisticWire, toStatistic),
    operatorProfile: item(IADVIZE.operatorProfile, profileWire, toProfile),
    groups: list(IADVIZE.groups, groupWire, toGroup),
    group: item(IADVIZE.group, groupWire, toGroup),
    skills: list(IADVIZE.skills, skillWire, toSkill),
    skill: item(IADVIZE.skill, skillWire, toSkill),
    tags: list(IADVIZE.tags, tagWire, toTag),
    tag: item(IADVIZE.tag, tagWire, toTag),
    conversations: list(IADVIZE.conversations, conversationWire, toChatFrom(IADVIZE.conversations), FORMAT),
    conversation: item(IADVIZE.conversation, conversationWire, toChatFrom(IADVIZE.conversation), FORMAT),
    visitors: list(IADVIZE.visitors, visitorWire, toChatVisitor),
    visitor: item(IADVIZE.visitor, visitorWire, toChatVisitor),
  };
}
