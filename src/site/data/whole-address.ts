import { href } from './href.ts';

/**
 * Gives an address as machines elsewhere need it.
 *
 * @param site the site's origin; where it is not known the address stays root-relative
 */
export function wholeAddress(address: string, site: URL | undefined): string {
  return site === undefined ? href(address) : new URL(href(address), site).href;
}
