import type { GraphQLResolveInfo } from 'graphql';
import { itemsOf } from '../../base/items.ts';
import type { RequestContext } from '../../context.ts';
import { type List, rowsOfChosen } from '../../model/list.ts';
import type { Person } from '../../model/people.ts';
import type { Encounter } from '../../model/visit-people.ts';

/** The contacts of all registrations of a person, over all expos. */
export function encountersOfPerson(
  { email }: Person,
  context: RequestContext,
  info: GraphQLResolveInfo,
): List<Encounter> {
  const reader = context.reader(info);
  const list = async (): Promise<List<Encounter>> => {
    const visitors = await itemsOf(context.reads.visit.recordsBy(reader, 'visitors', ['email', email]));
    return context.reads.visit.recordsOf(reader, 'encounters', 'visitor', visitors);
  };
  return {
    direction: 'ascending',
    rows: (after) => rowsOfChosen(list, after),
    // Known only while the copies are up to date: a count alone fills none.
    total: async () => {
      const registrations = context.reads.visit.recordsBy(reader, 'visitors', ['email', email]);
      return (await registrations.total()) === null ? null : (await list()).total();
    },
  };
}
