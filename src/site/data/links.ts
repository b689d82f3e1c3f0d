import process from 'node:process';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/**
 * Put the base path before an address of the site; every link of every page goes through it.
 *
 * @param address root-relative address without base path, as in all JSON: `/r/410600/2017/#p3`
 */
export function href(address: string): string {
  return `${base}${address}`;
}

/**
 * Return an address as machines elsewhere need it.
 *
 * @param site the site's origin; where it is not known the address stays root-relative
 */
export function wholeAddress(address: string, site: URL | undefined): string {
  return site === undefined ? href(address) : new URL(href(address), site).href;
}

const { CONTACT_URL = '' } = process.env;

/** Where readers report errors; `null` where the publisher names no such place. */
export const contact: string | null = CONTACT_URL === '' ? null : CONTACT_URL;

/**
 * Return where a reader reports an error in a passage, the passage named: in the subject of a mail,
 * or as `passage` of a web address.
 *
 * @param address of the passage, as the page links to it
 * @returns `null` where the publisher names no place
 */
export function contactAbout(address: string): string | null {
  if (contact === null) return null;
  if (contact.startsWith('mailto:')) {
    const mark = contact.includes('?') ? '&' : '?';
    return `${contact}${mark}subject=${encodeURIComponent(`报告错误 ${address}`)}`;
  }
  if (!URL.canParse(contact)) return contact;
  const link = new URL(contact);
  link.searchParams.set('passage', address);
  return link.href;
}

/** A step of the way down to a page. */
export interface Crumb {
  readonly label: string;
  readonly address: string;
}

/** What the shell needs to know of any page. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The page's own address, without base path. */
  readonly address: string;
  readonly crumbs: readonly Crumb[];
}
