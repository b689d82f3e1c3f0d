const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/**
 * Puts the base path before an address of the site; every link of every page goes through it.
 *
 * @param address root-relative address without base path, as in all JSON: `/r/410600/2017/#p3`
 */
export function href(address: string): string {
  return `${base}${address}`;
}
