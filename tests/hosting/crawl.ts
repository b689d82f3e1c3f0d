import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostHeaders } from '../../src/publish/hosting/host-headers.ts';
import { listSite } from '../../src/publish/site-folder.ts';
import { getMediaType } from '../../src/report/media-types.ts';

/** How many are asked for at once. */
const AT_ONCE = 8;

/**
 * Follow every link from the front page on, as a crawler does.
 *
 * @param home the front page's address
 * @returns how many addresses were asked for, and a line for each that leads nowhere
 */
export async function crawl(home: string): Promise<{ asked: number; dead: string[] }> {
  const { origin } = new URL(home);
  const known = new Map([[home, 'the crawler']]);
  const left = [home];
  const dead: string[] = [];
  const work = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const response = await fetch(address);
      const text = await response.text();
      if (!response.ok) dead.push(`${known.get(address)} → ${address}: ${response.status}`);
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const link of linksOf(text, response.url)) {
        if (link.origin !== origin || known.has(link.href)) continue;
        known.set(link.href, address);
        left.push(link.href);
      }
    }
  };
  // The first page alone: the others come from it.
  await atOnce(1, work);
  return { asked: known.size, dead };
}

function linksOf(html: string, page: string): URL[] {
  return [...html.matchAll(/\s(?:href|src|data-client)="([^"]+)"/g)].map(([, link = '']) => {
    const url = new URL(link.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), page);
    url.hash = '';
    return url;
  });
}

/** Hidden files, and what is for the host itself. */
const NOT_ASKED = /(?:^|\/)\.|^_headers$|^_redirects$|^(?:redirects|charsets)\./;

/** What is held against each answer. */
export interface AnswerChecks {
  /** Files that are not asked for. */
  readonly except: RegExp;
  /** Whether the host sends headers as it is told to. */
  readonly hasHeaders: boolean;
}

/**
 * Ask for every file of a site and compare what comes with what it should be.
 *
 * @param home the front page's address
 * @param folder the site
 * @returns a line a difference
 */
export async function compareFiles(
  home: string,
  folder: string,
  { except, hasHeaders }: AnswerChecks,
): Promise<string[]> {
  const files = listSite(folder).filter((file) => !NOT_ASKED.test(file) && !except.test(file));
  const faults: string[] = [];
  await atOnce(AT_ONCE, async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const response = await fetch(home + file.replace(/(^|\/)index\.html$/, '$1'));
      const told = await faultsOf(response, file, readFileSync(join(folder, file)));
      faults.push(...told.map((fault) => `${file}: ${fault}`));
    }
  });
  return faults.toSorted();

  async function faultsOf(response: Response, file: string, data: Buffer): Promise<string[]> {
    const found: string[] = [];
    const compare = (what: string, value: unknown, expected: unknown) => {
      if (value !== expected) found.push(`${what} is ${value}, expected ${expected}`);
    };
    compare('status', response.status, 200);
    const body = new Uint8Array(await response.arrayBuffer());
    compare('digest', hash('sha256', body), hash('sha256', data));
    const { contentType } = getMediaType(file);
    const type = response.headers.get('content-type')?.toLowerCase() ?? 'application/octet-stream';
    if (hasHeaders || /^text\/(?!css|javascript)/.test(contentType))
      compare('type', type, contentType);
    if (!hasHeaders) return found;
    const headers = hostHeaders(file);
    for (const [name, value] of Object.entries(headers))
      compare(name, response.headers.get(name), value);
    if (headers['Content-Security-Policy'] === undefined)
      compare('policy', response.headers.get('content-security-policy'), null);
    return found;
  }
}

async function atOnce(count: number, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: count }, work));
}
