import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import type { World } from '../world.ts';
import { readId } from './lists.ts';
import { liveRow, liveState, profileRow, statisticRow } from './operator-details.ts';
import { findOperators, OPERATOR_RULES, visibleOperator } from './operator-search.ts';
import type { OperatorRecord } from './operators.ts';
import { checkItemQuery, type FilterRules, type Filters, readListQuery } from './query.ts';
import { isRefusal, type Refusal, succeed, unknownRecord } from './replies.ts';
import type { Scene } from './resource.ts';
import type { WireRow } from './wire-row.ts';

const LIVE_RULES: FilterRules = { ...OPERATOR_RULES, connected: 'flag' };
const DETAILS: ReadonlyMap<string, (world: World, operator: OperatorRecord) => WireRow> = new Map([
  ['live', liveRow],
  ['statistic', statisticRow],
  ['profile', profileRow],
]);

/** Operators with skills or groups show only to a request that names one of theirs. */
function isNamed({ groupId, skillIds }: OperatorRecord, filters: Filters): boolean {
  return (groupId === null && skillIds.length === 0) || filters.has('group_id') || filters.has('skill_id');
}

/** The default view has the available ones only; `connected` asks for all that are, or are not, logged in. */
function inView(world: World, { index }: OperatorRecord, connected: string | undefined): boolean {
  const state = liveState(world, index);
  if (connected === '0') return state.seen && !state.connected;
  if (connected === '1') return state.connected;
  return state.chat.available || state.call.available || state.video.available;
}

export function answerLiveList(request: SimulatedRequest, scene: Scene): SimulatedReply | Refusal {
  const query = readListQuery(request.query, { rules: LIVE_RULES, extra: '' }, scene.report);
  if (isRefusal(query)) return query;
  const { world } = scene.store;
  const { filters } = query;
  const data = findOperators(scene, filters)
    .filter((operator) => isNamed(operator, filters) && inView(world, operator, filters.get('connected')))
    .map((operator) => liveRow(world, operator));
  return succeed({ data }, [...filters.keys()]);
}

/** `/operator/{id}/{live,statistic,profile}`; undefined when there is no such thing. */
export function answerDetail(
  request: SimulatedRequest,
  idText: string,
  detail: string,
  scene: Scene,
): SimulatedReply | Refusal | undefined {
  const make = DETAILS.get(detail);
  if (make === undefined) return undefined;
  checkItemQuery(request.query, '', scene.report);
  const id = readId('operator', idText, scene);
  if (isRefusal(id)) return id;
  const operator = visibleOperator(scene, id);
  return operator === undefined ? unknownRecord('operator', id) : succeed({ data: make(scene.store.world, operator) });
}
