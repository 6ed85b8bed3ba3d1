/** `/visitors/{expoId}` with its parameters put in, each percent-encoded. */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = values[name];
    // A dot segment would lead to another endpoint, with the vendor's key.
    if (value === undefined || value === '.' || value === '..')
      throw new RangeError(`the path ${template} needs ${name}`);
    return encodeURIComponent(value);
  });
}
