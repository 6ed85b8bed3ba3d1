import type { SimulatedReply } from '../kit/wire.ts';

/** Ways in which the vendor's answers are known, or must be expected, to differ from the documented container. */
export type AnswerStyle = {
  /**
   * Without the container: a success is its data alone, an error `{ data, message, status }`. Default false.
   */
  readonly bareBodies?: boolean;
  /** The names of the container with capitals, as the vendor's prose writes them. Default false. */
  readonly capitalNames?: boolean;
  /** Bad input of any kind (400) is told inside a 200. Default false. */
  readonly errorInside200?: boolean;
  /** A spent limit (429) is told inside a 200, as older documents say. Default false. */
  readonly rateLimitInside200?: boolean;
};

type Status = 'success' | 'error';

function container(style: AnswerStyle, status: Status, message: string, data: unknown): unknown {
  if (style.bareBodies === true) return status === 'success' ? data : { data, message, status };
  return style.capitalNames === true
    ? { Response: { Data: data, Message: message, Status: status } }
    : { response: { data, message, status } };
}

export function success(style: AnswerStyle, data: unknown): SimulatedReply {
  return { status: 200, body: container(style, 'success', 'success', data) };
}

export function failure(style: AnswerStyle, status: number, message: string): SimulatedReply {
  const inside = (status === 400 && style.errorInside200) || (status === 429 && style.rateLimitInside200);
  return { status: inside === true ? 200 : status, body: container(style, 'error', message, {}) };
}
