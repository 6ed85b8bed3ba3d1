/** One human being: the normalised e-mail address itself. Everything else is asked of the upstreams. */
export type Person = { readonly email: string };

/** One company: the normalised web domain itself. */
export type Company = { readonly domain: string };
