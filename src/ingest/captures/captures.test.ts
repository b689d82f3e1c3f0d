import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../formats/extract.ts';
import { isDocument } from './capture.ts';
import { gatherSources } from './gather-sources.ts';
import { isAllowed } from './is-allowed.ts';
import { readWebArchive } from './read-web-archive.ts';

const page = (text: string, rest = '') => `<html><body><p>${text}</p>${rest}</body></html>`;
const ANSWERS: Readonly<Record<string, readonly [number, Record<string, string>, string]>> = {
  '/robots.txt': [200, {}, 'User-agent: *\nDisallow: /closed/'],
  '/t1.html': [
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    page(
      '第一页的话。',
      '<a href="t1_2.html">下一页</a><a href="list.html">下一篇</a><a href="a.pdf">附件</a>',
    ),
  ],
  '/t1_2.html': [200, { 'content-type': 'text/html' }, page('第二页的话。')],
  '/moved': [302, { location: '/t1_2.html' }, ''],
  '/away': [302, { location: 'http://other.example/' }, ''],
  '/round': [302, { location: '/round' }, ''],
  '/picture': [200, { 'content-type': 'image/png' }, ''],
  '/nowhere': [302, { location: 'http://[' }, ''],
  '/short': [200, { 'content-type': 'text/html', 'content-length': '9' }, 'a'],
};
/** A page whose script says that it is the first of 60. */
const MANY = /^\/many(?:_\d+)?\.html$/;
let server: Server;
let root: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'captures-'));
  server = createServer((request, response) => {
    const [status, headers, body] = ANSWERS[request.url ?? ''] ?? [404, {}, ''];
    if (MANY.test(request.url ?? ''))
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(page(request.url ?? '', '<script>createPageHTML(60, 0, "many", "html")</script>'));
    else if (request.url === '/short')
      response.writeHead(status, headers).write(body, () => response.destroy());
    else response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
const gather = (...words: string[]) =>
  gatherSources(words, { from: folder, today: '2023-03-01', pause: 0 });

describe('an address', () => {
  it('gives its page and the further pages as one source, and offers its files', async () => {
    await using gathered = await gather(`${root}/t1.html`);
    const [file] = gathered.files;
    expect(file).toMatchObject({ url: `${root}/t1.html`, retrieved: '2023-03-01' });
    const { text, extension } = await extract(await readFile(file?.source ?? ''), 'a');
    expect(extension).toBe('warc');
    expect(text).toMatch(/第一页的话。[\s\S]*第二页的话。/);
    expect(gathered.attachments).toEqual([`${root}/a.pdf`]);
  });

  it('is followed on its own host, and kept as it came', async () => {
    await using gathered = await gather(`${root}/moved`);
    expect(await readFile(gathered.files[0]?.source ?? '', 'utf8')).toBe(page('第二页的话。'));
  });

  it.each([
    ['/closed/a.html', 'robots.txt'],
    ['/away', 'another host, other.example'],
    ['/round', 'more than 5 times'],
    ['/none', '404'],
    ['/picture', 'image/png'],
    ['/nowhere', 'it leads to no address, http://['],
    ['/short', 'its answer breaks off'],
  ])('%s is refused, and says why', async (at, why) => {
    await using gathered = await gather(root + at);
    expect(gathered.files[0]?.refused).toMatchObject({
      code: 'i-008',
      message: expect.stringContaining(why),
    });
  });
});

it('fetches no more than 50 pages of a document, and names the next', async () => {
  await using gathered = await gather(`${root}/many.html`);
  const bytes = await readFile(gathered.files[0]?.source ?? '', 'latin1');
  expect(bytes.match(/^WARC-Target-URI/gm)).toHaveLength(50);
  expect(gathered.passedOver).toEqual([
    { url: `${root}/many_50.html`, why: expect.stringContaining('after 50') },
  ]);
});

it('only lists what is left once it is stopped', async () => {
  const from = { from: folder, today: '2023-03-01', signal: AbortSignal.abort() };
  await using gathered = await gatherSources([path.join(folder, 'a'), `${root}/none`], from);
  expect(gathered.files.map(({ refused }) => refused)).toEqual([undefined, undefined]);
});

describe('a web archive', () => {
  const record = (url: string, type: string, body: string, status = '200 OK') => {
    const http = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`;
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2022-04-05T01:02:03Z\r\nWARC-Record-ID: <urn:x>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
  };
  const url = 'http://www.example.gov.cn/a.html';

  it.each(['a.warc', 'a.warc.gz', 'a.wacz'])(
    '%s gives each document with its address and day',
    async (name) => {
      const file = path.join(folder, name);
      const records = [
        record(url, 'text/html', page('早先。')),
        record('http://www.example.gov.cn/a.png', 'image/png', ''),
        record('http://www.example.gov.cn/b.html', 'text/html', '', '404 Not Found'),
        record(url, 'text/html', page('后来。')),
      ];
      const packed = name.endsWith('gz')
        ? Buffer.concat(records.map((one) => gzipSync(one)))
        : records.join('');
      const zip = new JSZip().file('archive/data.warc', packed).file('pages/pages.jsonl', '{}');
      const isZip = name.endsWith('wacz');
      await writeFile(file, isZip ? await zip.generateAsync({ type: 'nodebuffer' }) : packed);
      await using gathered = await gather(file);
      expect(gathered.files).toMatchObject([{ url, retrieved: '2022-04-05' }]);
      expect(await readFile(gathered.files[0]?.source ?? '', 'utf8')).toContain('后来。');
      expect(gathered.passedOver.map(({ why }) => why)).toEqual(['image/png', 'answered 404']);
    },
  );

  it('that unpacks to more than a crawl has is refused', async () => {
    const file = path.join(folder, 'bomb.warc.gz');
    const head = (size: number) =>
      `WARC/1.0\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:x>\r\nContent-Length: ${size}\r\n\r\n`;
    await writeFile(file, gzipSync(head(200_000) + '0'.repeat(200_000)));
    await expect(readWebArchive(file, 'a', 'warc', { most: 100_000 })).rejects.toMatchObject({
      code: 'i-006',
    });
    await expect(readWebArchive(file, 'a', 'warc', { most: 300_000 })).resolves.toBeDefined();
    // What is packed as pages are is large, and no more.
    const words = Array.from({ length: 20_000 }, (_, at) => `${at * 7919}`).join('');
    await writeFile(file, gzipSync(head(words.length) + words));
    await expect(readWebArchive(file, 'a', 'warc', { most: 100_000 })).resolves.toBeDefined();
  });

  it('with a record longer than it says tells what it left behind, and reads the next', async () => {
    const file = path.join(folder, 'c.warc');
    const long = record(url, 'text/html', page('早先。')).replace('</p>', '</p>\n剩余');
    await writeFile(file, long + record(`${url}?2`, 'text/html', page('后来。')));
    const { captures, passedOver } = await readWebArchive(file, 'a', 'warc');
    expect(captures).toHaveLength(2);
    expect(passedOver).toEqual([{ url, why: expect.stringContaining('longer than it says') }]);
  });

  it('that is cut off gives the documents before the cut, and tells of it', async () => {
    const file = path.join(folder, 'd.warc');
    const last = 'http://www.example.gov.cn/z.html';
    const whole =
      record(url, 'text/html', page('早先。')) + record(last, 'text/html', page('后来。'));
    await writeFile(file, whole.slice(0, -20));
    const { captures, passedOver } = await readWebArchive(file, 'a', 'warc');
    expect(captures.map((one) => one.url)).toEqual([url]);
    expect(passedOver).toEqual([{ url: last, why: expect.stringContaining('cut off') }]);
  });

  it('gives no name and password away, and passes over what has no address', async () => {
    const file = path.join(folder, 'e.warc');
    const records = ['http://me:secret@www.example.gov.cn/a.html#top', 'http://[/b.html'];
    await writeFile(file, records.map((one) => record(one, 'text/html', page('甲。'))).join(''));
    const { captures, passedOver } = await readWebArchive(file, 'a', 'warc');
    expect(captures.map((one) => one.url)).toEqual([url]);
    expect(passedOver).toEqual([{ url: 'http://[/b.html', why: 'no address of the web' }]);
  });

  it('that is broken is refused', async () => {
    const file = path.join(folder, 'b.warc.gz');
    await writeFile(
      file,
      Buffer.concat([gzipSync(record(url, 'text/html', page('早先。'))).subarray(0, 60)]),
    );
    await using gathered = await gather(file);
    expect(gathered.files.every(({ refused }) => refused !== undefined)).toBe(true);
  });
});

it.each([
  ['Disallow: /a', '/a/b', false],
  ['Disallow: /a\nAllow: /a/b', '/a/b', true],
  ['Disallow: /*.pdf$', '/x.pdf', false],
  ['Disallow: /*.pdf$', '/x.pdf?y', true],
  ['Disallow:', '/a', true],
])('robots.txt %j on %s: %s', (rules, at, allowed) => {
  expect(isAllowed(`User-agent: *\n${rules}`, at)).toBe(allowed);
});

it('goes by the rules for its own name before those for all', () => {
  const robots = 'User-agent: fazhi-archive\nDisallow: /b\n\nUser-agent: *\nDisallow: /';
  expect(isAllowed(robots, '/a')).toBe(true);
  expect(isAllowed(robots, '/b')).toBe(false);
});

it.each([
  ['http://a.cn/a.pdf', 'application/octet-stream', true],
  ['http://a.cn/a.zip', 'application/octet-stream', false],
  ['http://a.cn/a', 'text/html; charset=gbk', true],
  ['http://a.cn/robots.txt', 'text/plain', false],
])('%s of type %s is a document: %s', (url, type, is) => {
  expect(isDocument(url, type)).toBe(is);
});

it.runIf(process.platform !== 'win32')(
  'does not wait for a pipe that nobody writes into',
  async () => {
    const pipe = path.join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    await using gathered = await gatherSources([pipe], { from: folder, today: '2026-11-22' });
    expect(gathered.files).toEqual([{ source: pipe, name: 'pipe' }]);
  },
);
