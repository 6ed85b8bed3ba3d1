const NAME = 'weir:consumer-key';

/** The consumer key of this browser tab: it survives a reload and ends with the tab. */
export type ConsumerKey = {
  get(): string;
  set(key: string): void;
};

/** `storage`: the tab's own, which no other tab reads. */
export function createConsumerKey(storage: Storage): ConsumerKey {
  return {
    get: () => storage.getItem(NAME) ?? '',
    set: (key) => (key === '' ? storage.removeItem(NAME) : storage.setItem(NAME, key)),
  };
}
