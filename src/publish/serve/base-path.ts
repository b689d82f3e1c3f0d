/**
 * Read the path that the site is to stand at.
 *
 * @param value `BASE_PATH` as set, with or without its slashes; empty or absent is the top
 * @returns the path with a slash at both ends
 * @example
 *   parseBasePath('fazhi') // '/fazhi/'
 */
export function parseBasePath(value: string | undefined): string {
  const names = (value ?? '').split('/').filter((name) => name !== '');
  return names.length === 0 ? '/' : `/${names.join('/')}/`;
}
