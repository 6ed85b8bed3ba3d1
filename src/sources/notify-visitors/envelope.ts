import { NOT_JSON, type OutboundCall, type Reply } from '../../transport/call.ts';
import { type Verdict, verdictOfStatus } from '../../transport/steps/judge.ts';
import { NOTIFY_VISITORS } from './endpoints.ts';

/** What an answer says, out of whichever container it came in. */
export type Envelope = { readonly failed: boolean; readonly message: string; readonly data: unknown };

type Members = Readonly<Record<string, unknown>>;

/** Older pages told a spent limit in the answer, whatever the status. */
const RATE_LIMIT_WORDS = /rate.?limit|too many|limit (?:has been |is |was )?(?:exceeded|reached)|throttl|quota/i;

/** Reads of one record: what we send is well-formed, so a refusal means that the record does not exist. */
const RECORD_READS: ReadonlySet<string> = new Set([
  NOTIFY_VISITORS.user.id,
  NOTIFY_VISITORS.campaign.id,
  NOTIFY_VISITORS.days.id,
]);

function membersOf(value: unknown): Members | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Members) : undefined;
}

/** The vendor's prose writes the container's names with capitals, its sample without. */
function member(members: Members, name: string): unknown {
  return members[name] ?? members[name.charAt(0).toUpperCase() + name.slice(1)] ?? members[name.toUpperCase()];
}

function asContainer(members: Members): Envelope | undefined {
  const status = member(members, 'status');
  const known = typeof status === 'string' && /^(?:success|error)$/i.test(status);
  // A bare record has a status of its own: only the two words beside data or message make a container.
  if (!known || (member(members, 'data') === undefined && member(members, 'message') === undefined)) return undefined;
  const message = member(members, 'message');
  return {
    failed: status.toLowerCase() === 'error',
    message: typeof message === 'string' ? message : '',
    data: member(members, 'data'),
  };
}

/** `{ response: { data, message, status } }`, the same without `response`, or the data alone. */
export function openEnvelope(body: unknown): Envelope {
  const bare: Envelope = { failed: false, message: '', data: body };
  const outer = membersOf(body);
  if (outer === undefined) return bare;
  const response = membersOf(member(outer, 'response'));
  if (response === undefined) return asContainer(outer) ?? bare;
  return asContainer(response) ?? { failed: false, message: '', data: member(response, 'data') };
}

/** 400 stands for bad input of any kind, unknown records too; 404 only for a wrong address; errors also come inside a 200. */
export function notifyVisitorsVerdict(reply: Reply, call: OutboundCall): Verdict {
  const { status, body } = reply;
  if (status === 404) return 'BAD_RESPONSE';
  const inBody = status === 400 || (status >= 200 && status < 300);
  if (!inBody || (status !== 400 && body === NOT_JSON)) return verdictOfStatus(reply);
  const { failed, message } = openEnvelope(body);
  if (status !== 400 && !failed) return verdictOfStatus(reply);
  if (RATE_LIMIT_WORDS.test(message)) return 'THROTTLED';
  return RECORD_READS.has(call.row.id) ? 'NOT_FOUND' : 'REJECTED';
}
