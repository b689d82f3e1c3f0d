import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from './sites.ts';

/** Attributes that hold an address; the pages are ours, so that no parser is needed. */
const ATTRIBUTE = /\s(?:href|src|action|data-client)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;
const ID = /\sid=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;

/**
 * Follow every link of every page of a built site to its file, and to its element where it names one.
 *
 * @param origin whole addresses that start so are followed too; others lead elsewhere and are not
 * @returns a line a broken link: page and address
 */
export async function brokenLinks(
  { directory, url }: Pick<Site, 'directory' | 'url'>,
  origin: string | undefined,
): Promise<string[]> {
  const basePath = new URL(url).pathname;
  const pages = (await readdir(directory, { recursive: true })).filter((file) =>
    file.endsWith('.html'),
  );
  const idsOf = new Map<string, ReadonlySet<string>>();
  const getIds = (file: string): ReadonlySet<string> => {
    const known = idsOf.get(file);
    if (known !== undefined) return known;
    const ids = new Set(matches(readFileSync(file, 'utf8'), ID));
    idsOf.set(file, ids);
    return ids;
  };
  const isBroken = (address: string, page: string): boolean => {
    const here = `https://here.example${basePath}${page.replace(/(^|\/)index\.html$/, '$1')}`;
    const target = new URL(address, here);
    if (![new URL(here).origin, origin].includes(target.origin)) return false;
    if (!target.pathname.startsWith(basePath)) return true;
    const path = decodeURIComponent(target.pathname.slice(basePath.length));
    const file = join(directory, path.endsWith('/') || path === '' ? `${path}index.html` : path);
    if (!existsSync(file)) return true;
    const id = decodeURIComponent(target.hash.slice(1));
    return id !== '' && !getIds(file).has(id);
  };
  return pages.flatMap((page) => {
    const addresses = matches(readFileSync(join(directory, page), 'utf8'), ATTRIBUTE);
    return [...new Set(addresses)]
      .filter((address) => !/^(?:data|mailto):/.test(address) && isBroken(address, page))
      .map((address) => `${page} → ${address}`);
  });
}

function matches(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
}
