/** What an answer says, out of whichever container it came in. */
export type Envelope = { readonly failed: boolean; readonly message: string; readonly data: unknown };

type Members = Readonly<Record<string, unknown>>;

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
