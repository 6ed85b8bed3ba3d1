export type Environment = Readonly<Record<string, string | undefined>>;

/** A wrong setting, in one line: which variable, what is wrong with it, what is allowed. Never its value. */
export class ConfigError extends Error {
  constructor(variable: string, wrong: string, allowed: string) {
    super(`${variable} ${wrong}; allowed: ${allowed}`);
    this.name = 'ConfigError';
  }
}

/** The variable's text; absent and empty are the same. */
export function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** Texts separated by commas; undefined if there is none. */
export function list(env: Environment, name: string): readonly string[] | undefined {
  const parts = (text(env, name) ?? '').split(',').map((part) => part.trim());
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? undefined : filled;
}

/** A key travels in a header, which carries no other characters. */
export function checkKey(name: string, key: string): void {
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new ConfigError(name, 'holds a key with a character that no header carries', 'visible ASCII characters');
}

export function whole(
  env: Environment,
  name: string,
  fallback: number,
  bounds: { readonly least: number; readonly most: number },
): number {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < bounds.least || number > bounds.most) {
    throw new ConfigError(name, 'is out of bounds', `a whole number from ${bounds.least} to ${bounds.most}`);
  }
  return number;
}

export function oneOf<T extends string>(env: Environment, name: string, choices: readonly T[], fallback: T): T {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new ConfigError(name, 'is none of the choices', choices.join(', '));
  return choice;
}

/** A base URL without its trailing slash. */
export function url(env: Environment, name: string, fallback: string): string {
  const value = text(env, name) ?? fallback;
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (
    parsed === undefined ||
    !['http:', 'https:'].includes(parsed.protocol) ||
    parsed.username !== '' ||
    parsed.password !== '' ||
    parsed.search !== ''
  ) {
    throw new ConfigError(name, 'is no base URL', 'an http or https URL without user name and query');
  }
  return value.replace(/\/+$/, '');
}

/** A name or an address to listen on. */
export function host(env: Environment, name: string, fallback: string): string {
  const value = text(env, name) ?? fallback;
  if (!/^[0-9A-Za-z._:%-]+$/.test(value)) throw new ConfigError(name, 'is no host', 'a host name or an IP address');
  return value;
}

/** Origins as browsers send them, or `*` among them for all. */
export function origins(env: Environment, name: string): readonly string[] | undefined {
  const values = list(env, name);
  const isOrigin = (value: string): boolean =>
    value === '*' || (URL.canParse(value) && new URL(value).origin === value.toLowerCase());
  if (values?.every(isOrigin) === false)
    throw new ConfigError(
      name,
      'holds what is no origin',
      'origins such as https://app.example, separated by commas, or *',
    );
  return values?.map((value) => value.toLowerCase());
}
