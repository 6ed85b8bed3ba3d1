import { vi } from 'vitest';

export type Sent = { readonly method: string; readonly url: string };

/** The requests that leave this process from now on, until the mocks are restored. */
export function watchRequests(): readonly Sent[] {
  const sent: Sent[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
    sent.push({ method: init?.method ?? 'GET', url: String(url) });
    return real(url, init);
  });
  return sent;
}
