/** Rows of a page of which only the ids are selected. */
export function nodesOf(records: readonly { readonly id: number }[]) {
  return { nodes: records.map(({ id }) => ({ sourceId: String(id) })) };
}

/** A page that is the whole list. */
export function page(nodes: readonly unknown[]) {
  return { nodes, totalCount: nodes.length, pageInfo: { hasNextPage: false } };
}
