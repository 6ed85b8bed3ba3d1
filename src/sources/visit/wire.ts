import { anything, from, listOf, record, text, textLike } from '../../base/decode.ts';
import type { OutboundCall, Reply } from '../../transport/call.ts';
import { type Verdict, verdictOfStatus } from '../../transport/steps/judge.ts';

/** Top-level ids are 13 lower-case base-36 characters; nested ones are shorter. */
export const topId = textLike(/^[0-9a-z]{13}$/);

/** What only has a name: its id is a source id and nothing else. */
export const label = record({ sourceId: from('id', text) }, { name: text });

export const named = record({ id: text }, { name: text });

/** References to other records: what is no id of a record refers to none. */
export const reference = record({ id: topId }, {});
export const namedReference = record({ id: topId }, { name: text });
export const contentReference = record({ id: topId }, { name: text, type: text });

/** Some parts of the vendor's own sample have the reference, others leave it out. */
export const registrationType = record({ id: text }, { name: text, reference: text });

/** A list is a bare array, without envelope or total. */
export const rows = listOf(anything);

/** An expo that does not exist is told as 400, a record that does not as 404; what we send is well-formed. */
export function visitVerdict(reply: Reply, call: OutboundCall): Verdict {
  const insideExpo = call.row.path.includes('{');
  return reply.status === 400 && insideExpo ? 'NOT_FOUND' : verdictOfStatus(reply);
}
