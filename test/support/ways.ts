/** How often each way was taken to the answers of a gateway. */
export async function waysOf({ url }: { readonly url: string }): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const lines = text.matchAll(/^weir_answers_total\{way="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, way = '', count]) => [way, Number(count)]));
}
