/** A custom property of a style sheet, its name without the two hyphens. */
interface CustomProperty {
  readonly name: string;
  readonly value: string;
}

/**
 * Read the custom properties that a style sheet gives, each once, as it is given first.
 *
 * @example readCustomProperties(':root { --paper: #fff; }') // [{ name: 'paper', value: '#fff' }]
 */
export function readCustomProperties(css: string): CustomProperty[] {
  const found = css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .matchAll(/(?<=[{;\s])--(?<name>[\w-]+)\s*:\s*(?<value>[^;}]+)/g);
  const values = new Map<string, string>();
  for (const { groups } of found) {
    const { name = '', value = '' } = groups ?? {};
    if (!values.has(name)) values.set(name, value.replaceAll(/\s+/g, ' ').trim());
  }
  return [...values].map(([name, value]) => ({ name, value }));
}
