import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { publishSnapshot } from '../src/publish/data/inert-snapshot.ts';
import { createArchiveServer, listen } from '../src/publish/serve/archive-server.ts';
import { test } from './site/site-test.ts';

/** A page that does all an archived page may do: run, ask, go elsewhere, send, keep. */
const TRACKER = `<!doctype html><html><head><meta charset="utf-8"><title>浚县2023年报告</title>
<meta http-equiv="refresh" content="1;url=/asked?refresh"><base href="/"><link rel="stylesheet" href="/asked?style">
<link rel="manifest" href="/asked?manifest"><link rel="prefetch" href="/asked?prefetch">
<script>document.documentElement.dataset.ran="yes";localStorage.setItem("ran","yes");document.cookie="ran=yes";
navigator.serviceWorker?.register("/worker.js");fetch("/asked?fetch")</script>
<script src="/asked?script"></script></head><body onload="localStorage.setItem('loaded','yes')">
<img src="/asked?img" onerror="localStorage.setItem('failed','yes')"><iframe src="/asked?frame"></iframe>
<form action="/asked?form"><input name="a"></form><script>document.forms[0].submit()</script>
</plaintext><script>localStorage.setItem("after","yes")</script><p>依法行政</p></body></html>`;
const FOLDER = 'r/410621/2023';

let root: string;
let ours: Server;
let plain: Server;
const asked: string[] = [];
const urls = { ours: '', plain: '' };

/** The archive's server, and a plain host that goes by a file's name and sets nothing else. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snapshot-'));
  await mkdir(join(root, FOLDER), { recursive: true });
  for (const served of ['source.html', 'source.xhtml'])
    for (const [name, data] of publishSnapshot(served, new TextEncoder().encode(TRACKER)))
      await writeFile(join(root, FOLDER, name), data);
  ours = createArchiveServer({ root, basePath: '/' });
  ours.prependListener('request', ({ url = '' }) => asked.push(url));
  plain = createServer(async ({ url = '' }, response) => {
    asked.push(url);
    const types: Record<string, string> = {
      '.html': 'text/html',
      '.xhtml': 'application/xhtml+xml',
      '.txt': 'text/plain',
    };
    const data = await readFile(join(root, url)).catch(() => undefined);
    response.writeHead(data === undefined ? 404 : 200, {
      'Content-Type': types[extname(url)] ?? 'text/html',
    });
    response.end(data);
  });
  urls.ours = `http://localhost:${await listen(ours, 0)}`;
  await new Promise<void>((resolve) => {
    plain.listen(0, 'localhost', resolve);
  });
  urls.plain = `http://localhost:${(plain.address() as AddressInfo).port}`;
});
afterAll(async () => {
  ours.close();
  plain.close();
  await rm(root, { recursive: true });
});

describe('an archived page, opened', () => {
  test.for([
    ['ours', 'source.html'],
    ['plain', 'source.html'],
    ['plain', 'source.xhtml'],
    ['plain', 'source.html.txt'],
  ] as const)(
    'from %s as %s runs nothing, asks nothing and keeps nothing',
    async ([host, name], { browser }) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      asked.length = 0;
      const address = `/${FOLDER}/${name}`;
      await page.goto(urls[host] + address);
      await page.waitForTimeout(1500);
      expect(asked.filter((url) => url !== '/favicon.ico')).toEqual([address]);
      expect(page.url()).toBe(urls[host] + address);
      expect(await page.evaluate('document.documentElement.dataset?.ran ?? "no"')).toBe('no');
      expect(await page.evaluate('document.querySelectorAll("script, img, form").length')).toBe(0);
      expect(await context.cookies()).toEqual([]);
      expect((await context.storageState()).origins).toEqual([]);
      expect(await page.evaluate('document.documentElement.textContent')).toContain('after');
      await context.close();
    },
  );

  test('is answered byte for byte where we can say what it is', async () => {
    const answer = await fetch(`${urls.ours}/${FOLDER}/source.html`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(await answer.text()).toBe(TRACKER);
  });
});
