/** The four systems behind the graph, by the names that the schema gives them. */
export const UPSTREAMS = ['VISUAL_VISITOR', 'VISIT', 'NOTIFY_VISITORS', 'IADVIZE'] as const;

export type Upstream = (typeof UPSTREAMS)[number];
