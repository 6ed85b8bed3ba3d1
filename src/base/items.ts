/** Anything that gives out its items in rows. */
type Rows<T> = { rows(): AsyncIterable<{ readonly item: T }> };

/** All items of a list, in its order. */
export async function itemsOf<T>(list: Rows<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const { item } of list.rows()) items.push(item);
  return items;
}

/** The first item of a list, read no further; null if it is empty. */
export async function firstOf<T>(list: Rows<T>): Promise<T | null> {
  for await (const { item } of list.rows()) return item;
  return null;
}
