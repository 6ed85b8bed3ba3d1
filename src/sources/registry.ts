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

class BegunReads implements Reads {
  readonly #visualVisitor: () => VisualVisitorReads;
  readonly #visit: () => VisitReads;
  readonly #notifyVisitors: () => NotifyVisitorsReads;
  readonly #iadvize: () => IadvizeReads;

  constructor({ visualVisitor, visit, notifyVisitors, iadvize }: Sources, scope: ReadScope) {
    this.#visualVisitor = once('VISUAL_VISITOR', visualVisitor, scope);
    this.#visit = once('VISIT', visit, scope);
    this.#notifyVisitors = once('NOTIFY_VISITORS', notifyVisitors, scope);
    this.#iadvize = once('IADVIZE', iadvize, scope);
  }

  get visualVisitor(): VisualVisitorReads {
    return this.#visualVisitor();
  }

  get visit(): VisitReads {
    return this.#visit();
  }

  get notifyVisitors(): NotifyVisitorsReads {
    return this.#notifyVisitors();
  }

  get iadvize(): IadvizeReads {
    return this.#iadvize();
  }
}

export function beginReads(sources: Sources, scope: ReadScope): Reads {
  return new BegunReads(sources, scope);
}
