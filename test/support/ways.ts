/** A counter of a gateway, by the values of its one label. */
async function counterOf(url: string, name: string, label: string): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const lines = text.matchAll(new RegExp(`^${name}\\{${label}="(\\w+)"\\} (\\d+)$`, 'gm'));
  return Object.fromEntries([...lines].map(([, value = '', count]) => [value, Number(count)]));
}

/** How often each way was taken to the answers of a gateway. */
export function waysOf({ url }: { readonly url: string }): Promise<Readonly<Record<string, number>>> {
  return counterOf(url, 'weir_answers_total', 'way');
}

/** How many operations were executed whose text was known, and was not. */
export function documentsOf({ url }: { readonly url: string }): Promise<Readonly<Record<string, number>>> {
  return counterOf(url, 'weir_documents_total', 'known');
}
