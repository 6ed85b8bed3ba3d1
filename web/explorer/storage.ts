import type { GraphiQLProps } from 'graphiql';

type ExplorerStorage = NonNullable<GraphiQLProps['storage']>;

const namespace = 'graphiql:';
const withHeadersInside = new Set(['queries', 'favorites', 'tabState'].map((name) => namespace + name));

/**
 * localStorage for everything but headers, which hold consumer keys. `shouldPersistHeaders={false}` alone is not
 * enough: the history plugin stores each operation with its headers whatever that says.
 */
export function createHeaderlessStorage(storage: Storage): ExplorerStorage {
  const own = () => Object.keys(storage).filter((name) => name.startsWith(namespace));
  return {
    getItem: (name) => storage.getItem(name),
    setItem: (name, value) => {
      if (name === `${namespace}headers`) return;
      storage.setItem(name, withHeadersInside.has(name) ? withoutHeaders(value) : value);
    },
    removeItem: (name) => storage.removeItem(name),
    clear: () => {
      for (const name of own()) storage.removeItem(name);
    },
    get length() {
      return own().length;
    },
  };
}

function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'headers' ? null : value));
}
