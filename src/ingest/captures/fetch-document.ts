import { setTimeout as wait } from 'node:timers/promises';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { decodeText } from '../formats/decode-text.ts';
import { refusal } from '../ingest-codes.ts';
import { isDocument, LARGEST_CAPTURE, type PassedOver } from './capture.ts';
import { isAllowed } from './is-allowed.ts';

/** An answer of a server, as it came. */
export interface Answer {
  readonly url: string;
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
}

/** A document at an address: its pages in order, and what else its page offers. */
export interface FetchedDocument {
  readonly pages: readonly Answer[];
  /** Files that the page links to: sources of their own. */
  readonly attachments: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

const AGENT = 'fazhi-archive (archive of government reports; one request at a time)';
/** Between two requests, in milliseconds. */
const PAUSE = 1000;
/** For one answer, in milliseconds. */
const LONGEST = 30_000;
const MOST_PAGES = 50;
const MOST_REDIRECTS = 5;
const ATTACHMENT = /\.(?:pdf|ofd|docx?|wps|odt|rtf)$/i;
/** How the most common system of government sites writes the pages of an article. */
const PAGER = /createPageHTML\(\s*(\d{1,3})\s*,\s*\d+\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']/;

interface FetchOptions {
  /** Between two requests, in milliseconds. */
  readonly pause?: number | undefined;
  /** Stops it. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetch a document from its address, with its further pages. One request is made at a time, with a
 * pause; what `robots.txt` forbids is not asked for; no other host is followed to.
 *
 * @throws ArchiveError `i-008` where the address cannot be fetched, `i-006` where it is too large
 */
export async function fetchDocument(
  address: string,
  { pause = PAUSE, signal }: FetchOptions = {},
): Promise<FetchedDocument> {
  const ask = openHost(address, pause, signal);
  await ask.readRobots();
  const first = await ask.get(address);
  if (!isHtml(first)) return { pages: [first], attachments: [], passedOver: [] };
  const pages = [first];
  const passedOver: PassedOver[] = [];
  let tree = parsePage(first);
  const listed = listPages(first);
  for (;;) {
    const next = listed.shift() ?? findNext(tree, pages);
    if (next === undefined || pages.some(({ url }) => url === next)) break;
    if (pages.length === MOST_PAGES) {
      passedOver.push({
        url: next,
        why: `the page after ${MOST_PAGES} of a document: no more are fetched`,
      });
      break;
    }
    const page = await ask.get(next);
    if (!isHtml(page)) {
      passedOver.push({ url: next, why: 'a further page that is no page' });
      break;
    }
    pages.push(page);
    tree = parsePage(page);
  }
  const attachments = [
    ...new Set(pages.flatMap((page) => linksOf(parsePage(page), page.url).map(({ url }) => url))),
  ].filter((url) => ATTACHMENT.test(new URL(url).pathname));
  return { pages, attachments, passedOver };
}

/** Asks one host, politely. */
function openHost(address: string, pause: number, stop?: AbortSignal) {
  const { origin, host } = new URL(address);
  let robots = '';
  let isFirst = true;
  const request = async (url: string, asked: string): Promise<Response> => {
    if (!isFirst) await wait(pause, undefined, stop && { signal: stop });
    isFirst = false;
    return fetch(url, {
      headers: { 'user-agent': AGENT, accept: 'text/html,application/pdf,*/*;q=0.5' },
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(LONGEST), ...(stop ? [stop] : [])]),
    }).catch((cause: unknown) => {
      throw unfetched(asked, reasonOf(cause), cause);
    });
  };
  return {
    async readRobots() {
      const { status, body } = await request(`${origin}/robots.txt`, address);
      robots = status === 200 ? (await readBody(body, `${origin}/robots.txt`)).toString() : '';
    },
    async get(asked: string): Promise<Answer> {
      let url = asked;
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const target = new URL(url);
        if (target.host !== host)
          throw unfetched(asked, `it leads to another host, ${target.host}`);
        if (!isAllowed(robots, target.pathname + target.search))
          throw unfetched(asked, 'the site’s robots.txt forbids it');
        const answer = await request(url, asked);
        const location = answer.headers.get('location');
        if (answer.status >= 300 && answer.status < 400 && location !== null) {
          const next = URL.parse(location, url)?.href;
          if (next === undefined) throw unfetched(asked, `it leads to no address, ${location}`);
          url = next;
          continue;
        }
        if (answer.status !== 200) throw unfetched(asked, `it answers ${answer.status}`);
        const type = answer.headers.get('content-type') ?? undefined;
        if (!isDocument(url, type)) throw unfetched(asked, `it is ${type ?? 'of no known type'}`);
        return { url, type, bytes: await readBody(answer.body, asked) };
      }
      throw unfetched(asked, `it leads on more than ${MOST_REDIRECTS} times`);
    },
  };
}

async function readBody(body: Response['body'], url: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  const read = () =>
    reader?.read().catch((cause: unknown) => {
      throw unfetched(url, `its answer breaks off: ${reasonOf(cause)}`, cause);
    });
  for (let chunk = (await read())?.value; chunk !== undefined; chunk = (await read())?.value) {
    size += chunk.length;
    if (size > LARGEST_CAPTURE)
      throw refusal(
        'i-006',
        url,
        `Unexpected answer of more than ${LARGEST_CAPTURE} bytes, expected one report`,
        'save the document alone, and ingest the file',
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isHtml({ type, url }: Answer): boolean {
  return type === undefined ? /\.s?html?$/i.test(new URL(url).pathname) : /html/i.test(type);
}

function parsePage({ bytes, url }: Answer): Root {
  return unified().use(rehypeParse).parse(decodeText(bytes, url).text);
}

/** The further pages that a script of the page would list. */
function listPages({ bytes, url }: Answer): string[] {
  const [, count, stem, extension] = PAGER.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return Array.from(
    { length: Math.max(0, Number(count ?? 0) - 1) },
    (_, at) => new URL(`${stem}_${at + 1}.${extension}`, url).href,
  );
}

interface Link {
  readonly url: string;
  readonly text: string;
}

/** A further page of an article is named for the first: `t1.html`, `t1_2.html`. A list is not followed. */
function findNext(tree: Root, pages: readonly Answer[]): string | undefined {
  const [first, last] = [pages[0]?.url ?? '', pages.at(-1)?.url ?? ''];
  const stem = (url: string) => new URL(url).pathname.replace(/(?:[_-]\d{1,3})?\.\w+$/, '');
  return linksOf(tree, last).find(
    ({ url, text }) => /^下一?页/.test(text) && url !== last && stem(url) === stem(first),
  )?.url;
}

function linksOf(tree: Root, base: string): Link[] {
  const { host } = new URL(base);
  const links: Link[] = [];
  visit(tree, 'element', (node: Element) => {
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string' || !URL.canParse(href, base)) return;
    const url = new URL(href, base);
    url.hash = '';
    let text = '';
    visit(node, 'text', (part) => {
      text += part.value;
    });
    if (url.host === host && /^https?:$/.test(url.protocol))
      links.push({ url: url.href, text: text.replace(/[\s>》»]/g, '') });
  });
  return links;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return `no answer in ${LONGEST / 1000} seconds`;
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}

function unfetched(url: string, why: string, cause?: unknown) {
  return refusal(
    'i-008',
    url,
    `Unexpected address that cannot be fetched: ${why}; expected a page or file of a report`,
    'save the page with a browser, and ingest the file with --url',
    cause,
  );
}
