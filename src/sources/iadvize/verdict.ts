import { record, text, type ValueOf, WRONG } from '../../base/decode.ts';
import type { Reply } from '../../transport/call.ts';
import { type Verdict, verdictOfStatus } from '../../transport/steps/judge.ts';

const envelope = record({ meta: record({ status: text }, { message: text }) }, {});

type Meta = ValueOf<typeof envelope>['meta'];

function metaOf(body: unknown): Meta | null {
  const decoded = envelope(body, () => undefined, '');
  return decoded === WRONG ? null : decoded.meta;
}

/** `Unknown 'operator' with 'id' 666.` */
const UNKNOWN = /^Unknown '[^']*' with 'id'/;

/** Whether the answer says that something with an id does not exist. */
export function tellsUnknown(body: unknown): boolean {
  const meta = metaOf(body);
  return meta?.status === 'fail' && UNKNOWN.test(meta.message ?? '');
}

function verdictOfFail(reply: Reply): Verdict {
  if (tellsUnknown(reply.body) || reply.status === 404) return 'NOT_FOUND';
  return reply.status >= 500 ? 'SERVER_ERROR' : 'REJECTED';
}

/** The key is refused with `Forbidden`; any other error is the service's own. */
function verdictOfError(reply: Reply, message: string | null): Verdict {
  if (message?.trim().toLowerCase() === 'forbidden') return 'UNAUTHORIZED';
  return reply.status >= 200 && reply.status < 300 ? 'SERVER_ERROR' : verdictOfStatus(reply);
}

/** `meta.status` decides, whatever the status of HTTP: failures come with 200 too. A body without it is no success. */
export function iadvizeVerdict(reply: Reply): Verdict {
  const meta = metaOf(reply.body);
  const byStatus = verdictOfStatus(reply);
  if (byStatus === 'THROTTLED') return byStatus;
  switch (meta?.status) {
    case 'success':
      return byStatus;
    case 'fail':
      return verdictOfFail(reply);
    case 'error':
      return verdictOfError(reply, meta.message);
    default:
      return byStatus === 'OK' ? 'BAD_RESPONSE' : byStatus;
  }
}
