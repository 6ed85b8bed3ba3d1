/** What a worker tells the process that started it. */
export type FromWorker =
  | { readonly type: 'weir:mode'; readonly line: string }
  | { readonly type: 'weir:ready'; readonly url: string }
  | { readonly type: 'weir:metrics'; readonly request: number };

/** What it is told: the metrics of all workers. Without a text they could not be gathered. */
export type ToWorker = { readonly type: 'weir:metrics'; readonly request: number; readonly text?: string };

function typeOf(message: unknown): unknown {
  return message !== null && typeof message === 'object' && 'type' in message ? message.type : undefined;
}

/** Other libraries send messages over the same line. */
export function isFromWorker(message: unknown): message is FromWorker {
  return ['weir:mode', 'weir:ready', 'weir:metrics'].includes(String(typeOf(message)));
}

export function isToWorker(message: unknown): message is ToWorker {
  return typeOf(message) === 'weir:metrics';
}
