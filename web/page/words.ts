const UPSTREAMS: Readonly<Record<string, string>> = {
  VISUAL_VISITOR: 'Visual Visitor',
  VISIT: 'Visit',
  NOTIFY_VISITORS: 'NotifyVisitors',
  IADVIZE: 'iAdvize',
};

export function upstreamName(upstream: string): string {
  return UPSTREAMS[upstream] ?? upstream;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A number with its unit, on one line. */
export function measure(number: number, unit: string): string {
  return `${Math.round(number)}\u00a0${unit}`;
}

/** `42 s`, `12 min`, `3 h`, `2 d`. */
export function age(seconds: number): string {
  if (seconds < 120) return measure(seconds, 's');
  if (seconds < 7200) return measure(seconds / 60, 'min');
  return seconds < 172_800 ? measure(seconds / 3600, 'h') : measure(seconds / 86_400, 'd');
}
