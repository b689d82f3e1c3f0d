import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, get, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hostHeaders } from '../hosting/host-headers.ts';
import { createArchiveServer, listen } from './archive-server.ts';
import { sendFile } from './send-file.ts';

const LONG = '法治政府建设'.repeat(500);
const GBK = Buffer.from([0xd2, 0xc0, 0xb7, 0xa8]);
const FILES: Record<string, string | Buffer> = {
  'site/r/410600/2017/source.txt': GBK,
  'site/r/410600/2017/v1/source.html.txt': GBK,
  'site/index.html': '<h1>首页</h1>',
  'site/404.html': '<h1>没有这一页</h1>',
  'site/r/410600/2017/index.html': LONG,
  'site/r/410600/2017/cite.csl.json': '[]',
  'site/r/410600/2017/cite.ris': 'TY  - RPRT',
  'site/r/410600/2017/report.md': '# 鹤壁市',
  'site/r/410600/2017/v1.2/index.html': 'dots',
  'site/pagefind/zh.pf_index': LONG,
  'site/data/small.csv': 'a'.repeat(511),
  'site/data/large.csv': 'a'.repeat(512),
  'site/data/rows.jsonl': '{}',
  'site/moved/index.html': 'a page for hosts that know no redirects',
  'site/r/410600/2017/source.html': '<p>原文',
  'site/r/410600/2017/source.pdf': '%PDF',
  'site/r/410600/2017/v1/source.html': 'the page of the next one',
  'site/_astro/page.abc.js': '1',
  'site/_redirects':
    '/old/ /r/410600/2017/ 301\n/moved/* /r/410600/2017/:splat 301\n/fazhi/gone/* /fazhi/:splat 302\n# /no/ /never/\n',
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
    ['/data/small.csv', 200, 'text/csv; charset=utf-8'],
    ['/data/rows.jsonl', 200, 'application/jsonl; charset=utf-8'],
    ['/r/410600/2017/cite.csl.json', 200, 'application/vnd.citationstyles.csl+json'],
    ['/pagefind/zh.pf_index', 200, 'application/octet-stream'],
    ['/r/410600/2017/source.txt', 200, 'text/plain; charset=gb18030'],
    ['/r/410600/2017/v1/source.html', 200, 'text/plain; charset=gb18030'],
    ['/r/410600/2017/v1/source.html.txt', 200, 'text/plain; charset=gb18030'],
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
    ['/old/?q=1', 301, '/r/410600/2017/?q=1'],
    ['/moved/', 301, '/r/410600/2017/'],
  ])('%s answers %i to %s', async (path, status, location) => {
    const response = await ask(origin + path);
    expect([response.status, response.headers.location]).toEqual([status, location]);
  });

  test.each([
    ['/', 302, '/fazhi/'],
    ['/fazhi', 301, '/fazhi/'],
    ['/fazhi/r/410600/2017', 301, '/fazhi/r/410600/2017/'],
    ['/fazhi/gone/r/x/', 302, '/fazhi/r/x/'],
    ['/fazhi/gone/r/x/%E3%80%82', 302, '/fazhi/r/x/%E3%80%82'],
    ['/fazhi/gone/a%3Fb%0D%0A', 302, '/fazhi/a%3Fb%0D%0A'],
    ['/fazhi/r/410600/2017/', 200, undefined],
    ['/r/410600/2017/', 404, undefined],
    ['/fazhi/nowhere/', 404, undefined],
  ])('under a base path %s answers %i to %s', async (path, status, location) => {
    const response = await ask(based + path);
    expect([response.status, response.headers.location]).toEqual([status, location]);
  });
});

test.each([
  ['/r/410600/2017/', 200],
  ['/r/410600/2017/source.html', 200],
  ['/r/410600/2017/source.pdf', 200],
  ['/_astro/page.abc.js', 200],
  ['/nowhere/', 404],
])('%s is sent with the headers that hosts are told to send', async (path, status) => {
  const response = await ask(origin + path);
  const expected = Object.entries(hostHeaders(status === 404 ? '' : path.slice(1)));
  expect(response.status).toBe(status);
  for (const [name, value] of expected) expect(response.headers[name.toLowerCase()]).toBe(value);
  expect('content-security-policy' in response.headers).toBe(!path.endsWith('.pdf'));
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

  test.each([
    ['small', undefined],
    ['large', 'br'],
  ])('a %s file goes as %s', async (name, encoding) => {
    const { headers } = await ask(`${origin}/data/${name}.csv`, {
      headers: { 'Accept-Encoding': 'br' },
    });
    expect(headers['content-encoding']).toBe(encoding);
  });

  test.each([
    ['bytes=0-2', 206, 'bytes 0-2/511', 3],
    ['bytes=500-', 206, 'bytes 500-510/511', 11],
    ['bytes=510-9999', 206, 'bytes 510-510/511', 1],
    ['bytes=-5', 206, 'bytes 506-510/511', 5],
    ['bytes=-9999', 206, 'bytes 0-510/511', 511],
    ['bytes=511-', 416, 'bytes */511', 0],
    ['bytes=-0', 416, 'bytes */511', 0],
    ['bytes=5-2', 200, undefined, 511],
    ['bytes=0-1,5-6', 200, undefined, 511],
    ['lines=0-2', 200, undefined, 511],
    ['bytes=-', 200, undefined, 511],
  ])('the range %s is answered %i with %s', async (range, status, told, length) => {
    const address = `${origin}/data/small.csv`;
    const { headers, ...given } = await ask(address, { headers: { Range: range } });
    expect([given.status, headers['content-range'], given.body.length]).toEqual([
      status,
      told,
      length,
    ]);
  });

  test('a part of a large file is a part of its own bytes, never of compressed ones', async () => {
    const headers = { Range: 'bytes=3-5', 'Accept-Encoding': 'br' };
    const { headers: told, body } = await ask(origin + page, { headers });
    expect([told['content-encoding'], body.toString()]).toEqual([undefined, '治']);
  });

  test('a part of a file that may have changed goes whole', async () => {
    const headers = { Range: 'bytes=0-2', 'If-Range': '"another"' };
    expect((await ask(`${origin}/data/small.csv`, { headers })).status).toBe(200);
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

test('a client that is gone before its answer is ready is not told of as a fault', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const server = createArchiveServer({ root: join(directory, 'site'), basePath: '/' });
  servers.push(server);
  server.prependListener('request', (_, response) => response.destroy());
  const port = await listen(server, 0);
  for (const path of ['/r/410600/2017/', '/data/small.csv', '/nothing/'])
    await expect(ask(`http://localhost:${port}${path}`)).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(error.mock.calls).toEqual([]);
  error.mockRestore();
});

test('it is reached from this machine only, unless it is told otherwise', async () => {
  const hosts = await Promise.all(
    [undefined, '0.0.0.0'].map(async (host) => {
      const server = createArchiveServer({ root: directory, basePath: '/' });
      servers.push(server);
      await listen(server, 0, host);
      return (server.address() as AddressInfo).address;
    }),
  );
  expect(hosts).toEqual([expect.stringMatching(/^(127\.0\.0\.1|::1)$/), '0.0.0.0']);
});

const OPEN_FILES = '/proc/self/fd';
/** Whether this process has a file open; only Linux tells. */
const isOpen = (file: string) =>
  readdirSync(OPEN_FILES).some((handle) => {
    try {
      return readlinkSync(join(OPEN_FILES, handle)) === file;
    } catch {
      return false;
    }
  });

test.runIf(existsSync(OPEN_FILES))('a request that is broken off leaves no file open', async () => {
  const file = join(directory, 'site/large.bin');
  writeFileSync(file, Buffer.alloc(1 << 24));
  const opened = await new Promise<boolean>((resolve) => {
    const sent = get(`${origin}/large.bin`, (response) => {
      response.once('data', () => {
        resolve(isOpen(file));
        response.destroy();
      });
    });
    sent.on('error', () => {});
  });
  expect(opened).toBe(true);
  await expect.poll(() => isOpen(file)).toBe(false);
});

test.runIf(existsSync(OPEN_FILES))(
  'nor does one whose client is gone before the answer',
  async () => {
    const file = join(directory, 'site/large.bin');
    const stats = statSync(file);
    const { promise: sent, resolve } = Promise.withResolvers<void>();
    const server = createServer((asked, response) => {
      response.destroy();
      response.on('close', () =>
        sendFile(asked, response, { file, stats }, 200).then(resolve, () => resolve()),
      );
    });
    servers.push(server);
    get(`http://localhost:${await listen(server, 0)}/`).on('error', () => {});
    await sent;
    await expect.poll(() => isOpen(file)).toBe(false);
  },
);

test('a taken port gives way to the next free one', async () => {
  const first = createArchiveServer({ root: directory, basePath: '/' });
  const second = createArchiveServer({ root: directory, basePath: '/' });
  servers.push(first, second);
  const taken = await listen(first, 0);
  expect(await listen(second, taken)).toBeGreaterThan(taken);
});
