import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createArchiveServer, listen } from './archive-server.ts';

const LONG = '法治政府建设'.repeat(500);
const FILES: Record<string, string> = {
  'site/index.html': '<h1>首页</h1>',
  'site/404.html': '<h1>没有这一页</h1>',
  'site/r/410600/2017/index.html': LONG,
  'site/r/410600/2017/cite.csl.json': '[]',
  'site/r/410600/2017/cite.ris': 'TY  - RPRT',
  'site/r/410600/2017/report.md': '# 鹤壁市',
  'site/r/410600/2017/v1.2/index.html': 'dots',
  'site/pagefind/zh.pf_index': LONG,
  'site/_redirects': '/old/ /r/410600/2017/ 301\n/fazhi/gone/* /fazhi/:splat 302\n# /no/ /never/\n',
  'secret.txt': 'outside the site',
};

let directory: string;
let origin: string;
let based: string;
const servers: ReturnType<typeof createArchiveServer>[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'archive-server-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  const root = join(directory, 'site');
  [origin, based] = (await Promise.all(
    ['/', '/fazhi/'].map(async (basePath) => {
      const server = createArchiveServer({ root, basePath });
      servers.push(server);
      return `http://localhost:${await listen(server, 0)}`;
    }),
  )) as [string, string];
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(directory, { recursive: true });
});

/** Ask as written: `fetch` would tidy the path and undo the compression. */
function ask(
  address: string,
  { headers = {}, method = 'GET' }: { headers?: Record<string, string>; method?: string } = {},
): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
  const [, host = '', path = ''] = /^http:\/\/([^/]+)(.*)$/.exec(address) ?? [];
  const [hostname = '', port = ''] = host.split(':');
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0 } = response;
        resolve({ status: statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject).end();
  });
}

describe('what an address gives', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/r/410600/2017/', 200, 'text/html; charset=utf-8'],
    ['/r/410600/2017/?a=1', 200, 'text/html; charset=utf-8'],
    ['/r/410600/2017/report.md', 200, 'text/markdown; charset=utf-8'],
    ['/r/410600/2017/cite.ris', 200, 'application/x-research-info-systems; charset=utf-8'],
    ['/r/410600/2017/cite.csl.json', 200, 'application/vnd.citationstyles.csl+json'],
    ['/pagefind/zh.pf_index', 200, 'application/octet-stream'],
    ['/r/410600/2016/', 404, 'text/html; charset=utf-8'],
    ['/r/410600/2017/report.md/', 404, 'text/html; charset=utf-8'],
    ['/r/', 404, 'text/html; charset=utf-8'],
    ['/%E0%A4%A', 400, 'text/plain; charset=utf-8'],
  ])('%s answers %i as %s', async (path, status, type) => {
    const response = await ask(origin + path);
    expect([response.status, response.headers['content-type']]).toEqual([status, type]);
  });

  test('a missing page shows the 404 page', async () => {
    const { body } = await ask(`${origin}/nowhere/`);
    expect(body.toString()).toBe(FILES['site/404.html']);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/r/..%5c..%5csecret.txt',
    '//secret.txt',
    '/_redirects%00',
  ])('%s does not leave the site', async (path) => {
    const { status, body } = await ask(origin + path);
    expect([status, body.toString()]).toEqual([404, FILES['site/404.html']]);
  });
});

describe('where an address leads', () => {
  test.each([
    ['/r/410600/2017', 301, '/r/410600/2017/'],
    ['/r/410600/2017?q=1&r=2', 301, '/r/410600/2017/?q=1&r=2'],
    ['/r/410600/2017/v1.2', 301, '/r/410600/2017/v1.2/'],
    ['/old/', 301, '/r/410600/2017/'],
  ])('%s answers %i to %s', async (path, status, location) => {
    const response = await ask(origin + path);
    expect([response.status, response.headers.location]).toEqual([status, location]);
  });

  test.each([
    ['/', 302, '/fazhi/'],
    ['/fazhi', 301, '/fazhi/'],
    ['/fazhi/r/410600/2017', 301, '/fazhi/r/410600/2017/'],
    ['/fazhi/gone/r/x/', 302, '/fazhi/r/x/'],
    ['/fazhi/r/410600/2017/', 200, undefined],
    ['/r/410600/2017/', 404, undefined],
    ['/fazhi/nowhere/', 404, undefined],
  ])('under a base path %s answers %i to %s', async (path, status, location) => {
    const response = await ask(based + path);
    expect([response.status, response.headers.location]).toEqual([status, location]);
  });
});

describe('how it is sent', () => {
  const page = '/r/410600/2017/';

  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('to a client that accepts %s text goes as %s', async (accept, encoding, decompress) => {
    const { headers, body } = await ask(origin + page, { headers: { 'Accept-Encoding': accept } });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(decompress(body).toString()).toBe(LONG);
  });

  test('what is compressed already goes as it is', async () => {
    const { headers } = await ask(`${origin}/pagefind/zh.pf_index`, {
      headers: { 'Accept-Encoding': 'br' },
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe(String(Buffer.byteLength(LONG)));
  });

  test('an unchanged page is not sent again', async () => {
    const { etag = '' } = (await ask(origin + page)).headers;
    const again = await ask(origin + page, { headers: { 'If-None-Match': `"x", ${etag}` } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('HEAD tells the same and sends nothing', async () => {
    const { status, headers, body } = await ask(origin + page, { method: 'HEAD' });
    expect([status, headers['content-length'], body.length]).toEqual([
      200,
      String(Buffer.byteLength(LONG)),
      0,
    ]);
  });

  test('a method that would write is refused', async () => {
    const { status, headers } = await ask(origin + page, { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('a client that goes away does no harm', async () => {
    await new Promise<void>((resolve) => {
      const sent = get(`${origin}${page}`, (response) => response.destroy());
      sent.on('close', resolve).on('error', () => {});
    });
    expect((await ask(origin + page)).status).toBe(200);
  });
});

test('a taken port gives way to the next free one', async () => {
  const first = createArchiveServer({ root: directory, basePath: '/' });
  const second = createArchiveServer({ root: directory, basePath: '/' });
  servers.push(first, second);
  const taken = await listen(first, 0);
  expect(await listen(second, taken)).toBeGreaterThan(taken);
});
