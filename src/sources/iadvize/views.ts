import { UpstreamError } from '../../base/errors.ts';
import type { CopySource } from '../../loading/collections/spec.ts';
import type { KeyViews } from '../../loading/key-views.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import type { Reader } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { Website } from '../../model/iadvize-directory.ts';
import type { EndpointRow } from '../../transport/call.ts';
import type { IadvizeClient } from './client.ts';
import type { IadvizeCollections } from './collections.ts';
import { IADVIZE } from './endpoints.ts';

export type ViewParts = {
  readonly client: IadvizeClient;
  readonly views: KeyViews;
  readonly collections: IadvizeCollections;
};

/** Keys that see the same websites. */
export type SiteView = View & {
  /** Null with one key: then there is nothing to choose. */
  readonly websiteIds: ReadonlySet<string> | null;
};

/** A key that the account or a resource refuses: another one may still be let in. */
export function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamError && ['UPSTREAM_UNAUTHORIZED', 'UPSTREAM_FORBIDDEN'].includes(error.code);
}

/** Runs one read with the keys of a view that its resource has not refused of late. */
export function withKeys<T>(
  { views }: Pick<ViewParts, 'views'>,
  view: View,
  { ages: resource }: EndpointRow,
  run: (view: View) => Promise<T>,
): Promise<T> {
  if (views.each.length === 1) return run(view);
  return views.attempt({ ...view, credentials: views.among(view.credentials, resource).credentials }, resource, run);
}

function websitesOf(parts: ViewParts, view: View): CopySource<Website> {
  const { client } = parts;
  return {
    key: view.visibility,
    readPage: (scope, page) =>
      withKeys(parts, view, IADVIZE.websites, (allowed) => client.websites(scope, allowed, page, {})),
    readOne: (scope, id) => withKeys(parts, view, IADVIZE.website, (allowed) => client.website(scope, allowed, id)),
  };
}

async function websiteIdsOf(parts: ViewParts, reader: Reader, view: View): Promise<readonly string[]> {
  const ids: string[] = [];
  const list = listOfCopy(parts.collections.websites, reader, websitesOf(parts, view), {});
  for await (const { item } of list.rows()) ids.push(item.id);
  return ids;
}

/** The values that could be had; the refusal if every key is refused. Any other failure is everybody's. */
export async function unlessRefused<T>(reads: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(reads);
  const failed = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason as unknown);
  const worst = failed.find((reason) => !isRefusal(reason)) ?? (failed.length === reads.length ? failed[0] : undefined);
  if (worst !== undefined) throw worst;
  return settled.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
}

/** The views that the keys fall into. With one key no call is needed; with several, their own website lists tell. */
export async function readSiteViews(parts: ViewParts, reader: Reader): Promise<readonly SiteView[]> {
  const { each } = parts.views;
  const [only] = each;
  if (only !== undefined && each.length === 1) return [{ ...only, websiteIds: null }];
  const seen = await unlessRefused(
    each.map(async (view) => ({ view, websiteIds: await websiteIdsOf(parts, reader, view) })),
  );
  const groups = Map.groupBy(seen, ({ websiteIds }) => websiteIds.join());
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const credentials = group.flatMap(({ view }) => view.credentials);
    return [{ visibility: first.view.visibility, credentials, websiteIds: new Set(first.websiteIds) }];
  });
}

/** Those that may show a record of these websites; all of them if nothing is known of its websites. */
export function seeing(views: readonly SiteView[], websiteIds: readonly string[] | null): readonly SiteView[] {
  if (websiteIds === null) return views;
  return views.filter((view) => view.websiteIds === null || websiteIds.some((id) => view.websiteIds?.has(id)));
}
