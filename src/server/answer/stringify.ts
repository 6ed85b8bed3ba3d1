import { setImmediate } from 'node:timers/promises';

/** JSON that is written in one turn of the event loop, in characters: some milliseconds. */
const CHARACTERS_PER_TURN = 300_000;

function isComposite(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The JSON of data without functions and own serialisations, in pieces: what has nothing inside it is one. */
function* piecesOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '[';
    for (const [index, member] of value.entries()) {
      if (index > 0) yield ',';
      yield* piecesOf(member);
    }
    yield ']';
    return;
  }
  if (!isComposite(value) || !Object.values(value).some(isComposite)) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  for (const [index, [name, member]] of members.entries()) {
    yield `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    yield* piecesOf(member);
  }
  yield '}';
}

/** `JSON.stringify` of an answer, as many turns of the event loop as it needs. */
export async function stringifyInTurns(answer: object): Promise<string> {
  const pieces: string[] = [];
  let written = 0;
  for (const piece of piecesOf(answer)) {
    pieces.push(piece);
    written += piece.length;
    if (written < CHARACTERS_PER_TURN) continue;
    written = 0;
    await setImmediate();
  }
  return pieces.join('');
}
