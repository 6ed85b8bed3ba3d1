import { UpstreamError } from '../base/errors.ts';
import type { Upstream } from '../base/upstream.ts';
import type { ReadScope } from '../loading/reader.ts';
import type { IadvizeReads } from './iadvize/loaders.ts';
import type { IadvizeSource } from './iadvize/source.ts';
import type { NotifyVisitorsReads } from './notify-visitors/loaders.ts';
import type { NotifyVisitorsSource } from './notify-visitors/source.ts';
import type { VisitReads } from './visit/loaders.ts';
import type { VisitSource } from './visit/source.ts';
import type { VisualVisitorReads } from './visual-visitor/loaders.ts';
import type { VisualVisitorSource } from './visual-visitor/source.ts';

/** The doors of the configured upstreams, for the life of the process. */
export type Sources = {
  readonly visualVisitor: VisualVisitorSource | undefined;
  readonly visit: VisitSource | undefined;
  readonly notifyVisitors: NotifyVisitorsSource | undefined;
  readonly iadvize: IadvizeSource | undefined;
};

/** The four upstreams as one operation reads them. Using one that is off fails with UPSTREAM_NOT_CONFIGURED. */
export type Reads = {
  readonly visualVisitor: VisualVisitorReads;
  readonly visit: VisitReads;
  readonly notifyVisitors: NotifyVisitorsReads;
  readonly iadvize: IadvizeReads;
};

/** Begun on first use. */
function once<T>(upstream: Upstream, source: { begin(scope: ReadScope): T } | undefined, scope: ReadScope): () => T {
  let begun: T | undefined;
  return () => {
    if (source === undefined) throw new UpstreamError(upstream, 'UPSTREAM_NOT_CONFIGURED');
    begun ??= source.begin(scope);
    return begun;
  };
}

export function beginReads(sources: Sources, scope: ReadScope): Reads {
  const visualVisitor = once('VISUAL_VISITOR', sources.visualVisitor, scope);
  const visit = once('VISIT', sources.visit, scope);
  const notifyVisitors = once('NOTIFY_VISITORS', sources.notifyVisitors, scope);
  const iadvize = once('IADVIZE', sources.iadvize, scope);
  return {
    get visualVisitor() {
      return visualVisitor();
    },
    get visit() {
      return visit();
    },
    get notifyVisitors() {
      return notifyVisitors();
    },
    get iadvize() {
      return iadvize();
    },
  };
}
