/**
 * Return an address where it is one of the web, as readers may follow it: without the anchor in the
 * page it was saved at, and without the name and password of whoever saved it.
 */
export function webAddress(text: string | null | undefined): string | undefined {
  const url = URL.parse(text ?? '');
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  for (const part of ['hash', 'username', 'password'] as const) url[part] = '';
  return url.href;
}
