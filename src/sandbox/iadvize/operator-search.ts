import type { OperatorRecord } from './operators.ts';
import type { FilterRules, Filters } from './query.ts';
import { type Scene, selectionKey } from './resource.ts';
import { idList, matchesText, sees } from './wire-row.ts';

/** The filters of the operator list, which the live list takes too. */
export const OPERATOR_RULES = {
  id: 'id',
  group_id: 'id',
  website_id: 'id',
  website_list: 'ids',
  skill_id: 'id',
  name: 'text',
  external_id: 'text',
  email: 'text',
} as const satisfies FilterRules;

type OperatorTest = (operator: OperatorRecord, wanted: string) => boolean;
const OPERATOR_TESTS: Readonly<Record<string, OperatorTest>> = {
  id: ({ id }, wanted) => id === Number(wanted),
  group_id: ({ groupId }, wanted) => groupId === Number(wanted),
  website_id: ({ websiteIds }, wanted) => websiteIds.includes(Number(wanted)),
  website_list: ({ websiteIds }, wanted) => idList(wanted).some((id) => websiteIds.includes(id)),
  skill_id: ({ skillIds }, wanted) => skillIds.includes(Number(wanted)),
  name: ({ name }, wanted) => matchesText(wanted, name),
  external_id: ({ externalId }, wanted) => matchesText(wanted, externalId),
  email: ({ email }, wanted) => matchesText(wanted.trim(), email === null ? null : email.trim()),
};

/** Visible operators that pass every operator filter, highest id first. */
export function findOperators(scene: Scene, filters: Filters): readonly OperatorRecord[] {
  const { store, access } = scene;
  const tests = [...filters].flatMap(([name, wanted]) => {
    const test = OPERATOR_TESTS[name];
    return test === undefined ? [] : [(operator: OperatorRecord) => test(operator, wanted)];
  });
  const match = (operator: OperatorRecord): boolean =>
    sees(access, operator.websiteIds) && tests.every((test) => test(operator));
  return store.operators.select(selectionKey(scene, filters), match).flatMap((id) => store.operators.get(id) ?? []);
}

/** An operator that the key sees. */
export function visibleOperator({ store, access }: Scene, id: number): OperatorRecord | undefined {
  const operator = store.operators.get(id);
  return operator !== undefined && sees(access, operator.websiteIds) ? operator : undefined;
}
