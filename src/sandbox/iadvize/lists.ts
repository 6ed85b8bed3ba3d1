import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { checkItemQuery, type ListQuery, readListQuery } from './query.ts';
import { isRefusal, type Refusal, succeed, unknownRecord } from './replies.ts';
import type { Resource, Scene } from './resource.ts';
import type { WireRow } from './wire-row.ts';

type Slice = { readonly ids: readonly number[]; readonly pagination: Readonly<Record<string, number>> };

function slice(all: readonly number[], { page, limit }: ListQuery, repeatsLastPage: boolean): Slice {
  const pages = Math.max(1, Math.ceil(all.length / limit));
  const shown = repeatsLastPage ? Math.min(page, pages) : page;
  const ids = all.slice((shown - 1) * limit, shown * limit);
  return { ids, pagination: { page: all.length === 0 ? 1 : shown, pages, limit, count: all.length } };
}

function chosen(row: WireRow, fields: readonly string[] | undefined): WireRow {
  if (fields === undefined) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => name === 'id' || fields.includes(name)));
}

function linked(resource: Resource, id: number, row: WireRow): WireRow {
  return { ...row, _link: `/${resource.name}/${id}` };
}

/** The history comes well formatted only with the suffix on the resource and `formatHistory=0`. */
function checkFormat(request: SimulatedRequest, resource: Resource, scene: Scene): boolean {
  if (resource.name !== 'conversation') return true;
  const formatted = request.path.includes('.json-unicode') && request.query.get('formatHistory') === '0';
  if (!formatted) scene.report('unformatted history', request.path);
  return formatted;
}

export function answerList(request: SimulatedRequest, resource: Resource, scene: Scene): SimulatedReply | Refusal {
  const formatted = checkFormat(request, resource, scene);
  const query = readListQuery(request.query, resource, scene.report);
  if (isRefusal(query)) return query;
  if (!query.full) scene.report('full missing', request.path);
  const all = resource.list(scene, query.filters);
  if (isRefusal(all)) return all;
  const { ids, pagination } = slice(all, query, resource.repeatsLastPage);
  const data = ids.map((id) => {
    const row = query.full ? resource.row(scene, id, formatted) : undefined;
    return linked(resource, id, row === undefined ? { id } : chosen(row, query.fields));
  });
  return succeed({ data, pagination }, [...query.filters.keys()]);
}

/** Reads the id of a path; text that is no id is unknown, and against the contract. */
export function readId(resource: string, text: string, scene: Scene): number | Refusal {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  scene.report('malformed id', `${resource}/${text.slice(0, 20)}`);
  return unknownRecord(resource, text);
}

export function answerItem(
  request: SimulatedRequest,
  resource: Resource,
  idText: string,
  scene: Scene,
): SimulatedReply | Refusal {
  const formatted = checkFormat(request, resource, scene);
  checkItemQuery(request.query, resource.extra, scene.report);
  const id = readId(resource.name, idText, scene);
  if (isRefusal(id)) return id;
  const row = resource.row(scene, id, formatted);
  return row === undefined ? unknownRecord(resource.name, id) : succeed({ data: linked(resource, id, row) });
}
