/**
 * Gives the permanent address of the page, or of a passage on it.
 * The canonical one, where the page has one: a copy of the site cites the archive, not itself.
 */
export function pageAddress(id = ''): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const page = canonical ?? location.origin + location.pathname.replace(/index\.html$/, '');
  return id === '' ? page : `${page}#${id}`;
}
