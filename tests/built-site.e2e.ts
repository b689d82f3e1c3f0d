import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtSites } from './site/built-sites.ts';
import { BASED_PATH, type SiteName, TOP_ORIGIN } from './site/sites.ts';

/** A page with its text, by its path under the site. */
type Pages = ReadonlyMap<string, string>;

function readPages(directory: string): Pages {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const pages = names
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll('\\', '/'));
  return new Map(pages.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

/** The addresses that a page leads to or loads. */
function addresses(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
}

/**
 * Tell what is wrong with an address.
 *
 * @param address absolute
 * @returns `undefined` where nothing is, or where it leads out of the archive
 */
function faultOf(
  address: URL,
  { directory, pages, origin, basePath }: BuiltSite,
): string | undefined {
  if (address.origin !== origin) return undefined;
  if (!address.pathname.startsWith(basePath)) return 'leaves the base path';
  const path = decodeURIComponent(address.pathname.slice(basePath.length));
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const file = join(directory, name);
  if (!existsSync(file) || !statSync(file).isFile()) return 'leads nowhere';
  const fragment = decodeURIComponent(address.hash.slice(1));
  const html = pages.get(name);
  if (fragment === '' || html === undefined) return undefined;
  return html.includes(` id="${fragment}"`) ? undefined : 'leads to no such place on the page';
}

interface BuiltSite {
  readonly directory: string;
  readonly pages: Pages;
  readonly origin: string;
  readonly basePath: string;
}

describe.each<[SiteName, string, string]>([
  ['top', TOP_ORIGIN, '/'],
  ['based', 'https://unknown.example', BASED_PATH],
])('the site built as %s', (siteName, origin, basePath) => {
  const { directory } = builtSites[siteName];
  const pages = readPages(directory);
  const site = { directory, pages, origin, basePath };

  test('links and loads only what is there', () => {
    const faults = new Set<string>();
    for (const [name, html] of pages) {
      const page = new URL(basePath + name.replace(/index\.html$/, ''), origin);
      for (const written of addresses(html)) {
        const fault = faultOf(new URL(written, page), site);
        if (fault !== undefined) faults.add(`${name}: ${written} ${fault}`);
      }
    }
    expect([...faults]).toEqual([]);
  });

  test('has no script and no style inside its pages, as its policy asks', () => {
    const inline =
      /<style[\s>]|\sstyle="|\son[a-z]+="|<script(?![^>]*\b(?:src=|type="application\/ld\+json"))/;
    const faults = [...pages].flatMap(([name, html]) => {
      const found = inline.exec(html);
      return found === null ? [] : [`${name}: ${html.slice(found.index, found.index + 80)}`];
    });
    expect(faults).toEqual([]);
  });

  test('gives each id once a page', () => {
    const twice = [...pages].flatMap(([name, html]) => {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${name}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('says its language, its title and its charset on every page', () => {
    const mute = [...pages].filter(
      ([, html]) =>
        !/<html[^>]* lang="zh-CN"/.test(html) ||
        !/<title>[^<]+<\/title>/.test(html) ||
        !/<meta charset="utf-8"/i.test(html),
    );
    expect(mute.map(([name]) => name)).toEqual([]);
  });
});
