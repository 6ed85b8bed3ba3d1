/** One `@`, something on both sides, a dot in the domain, no blanks or control characters. */
const EMAIL = /^[^\s\p{Cc}@<>(),;:"\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/u;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//;

/** Trimmed and lower-cased: `" Anna@Example.COM "` gives `anna@example.com`. Null if the text is no address. */
export function normaliseEmail(text: string): string | null {
  const address = text.trim().toLowerCase();
  return address.length <= 254 && EMAIL.test(address) ? address : null;
}

/** Without scheme, `www.`, port, path and case: `HTTPS://www.Example.com:8080/x` gives `example.com`. Null if it is no domain. */
export function normaliseDomain(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(SCHEME, '')
    .replace(/^(?:www\.)+/, '');
  const domain = bare.replace(/[/?#:].*$/, '').replace(/\.$/, '');
  return domain.length <= 253 && DOMAIN.test(domain) ? domain : null;
}
