import type { Reader } from '../../loading/reader.ts';
import type {
  LiveOperatorFilter,
  Operator,
  OperatorFilter,
  OperatorLive,
  OperatorProfile,
  OperatorStatistic,
} from '../../model/iadvize.ts';
import type { List } from '../../model/list.ts';
import type { EndpointRow } from '../../transport/call.ts';
import { batched, type Operation } from './access.ts';
import { IADVIZE } from './endpoints.ts';
import { createListKind } from './kind-list.ts';
import type { Kinds } from './kinds.ts';
import { listLive } from './live.ts';
import { normal, operatorsByEmail, readOfOperator, wantedOperators } from './people.ts';
import type { ReadItem } from './requests.ts';

/** Operators: lists by id descending, and records that are null where there is none. */
export type OperatorReads = {
  operators(reader: Reader, filter: OperatorFilter): List<Operator>;
  operator(reader: Reader, id: string): Promise<Operator | null>;
  /** The newest operator with this address. */
  operatorByEmail(reader: Reader, email: string): Promise<Operator | null>;
  liveOperators(reader: Reader, filter: LiveOperatorFilter): Promise<OperatorLive[]>;
  live(reader: Reader, operatorId: string): Promise<OperatorLive | null>;
  statistic(reader: Reader, operatorId: string): Promise<OperatorStatistic | null>;
  profile(reader: Reader, operatorId: string): Promise<OperatorProfile | null>;
};

/** Operators as one operation reads them. */
export function beginOperators(operation: Operation, kinds: Kinds): OperatorReads {
  const { client } = operation.parts;
  const operators = createListKind(operation, kinds.operators);
  const byEmail = batched(operation, { kind: kinds.operators, index: operatorsByEmail(operation) });
  const ofOne =
    <T>(row: EndpointRow, read: ReadItem<T>) =>
    (reader: Reader, id: string): Promise<T | null> =>
      readOfOperator(operation, reader, kinds.operators, { row, read }, id);
  return {
    operators: (reader, filter) => operators(reader, wantedOperators(filter)),
    operator: batched(operation, { kind: kinds.operators }),
    operatorByEmail: (reader, email) => byEmail(reader, normal(email)),
    liveOperators: (reader, filter) => listLive(operation, reader, filter),
    live: ofOne(IADVIZE.operatorLive, client.operatorLive),
    statistic: ofOne(IADVIZE.operatorStatistic, client.operatorStatistic),
    profile: ofOne(IADVIZE.operatorProfile, client.operatorProfile),
  };
}
