import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { writeWhole } from '../src/content/write-whole.ts';
import { writeRedirects } from '../src/publish/hosting/redirects.ts';
import { createArchiveServer, listen } from '../src/publish/serve/archive-server.ts';
import { listSite } from '../src/publish/site-folder.ts';
import { parseRegionTable } from '../src/vocabulary/region/parse-region-table.ts';
import { test } from './site/site-test.ts';

let directory: string;
let server: Server;
let site: string;

/** A site with one report, which stood at another address before, under a base path. */
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'moved-'));
  await writeWhole(
    join(directory, 'r/411603/2018/index.html'),
    '<!doctype html><title>报告</title><p id="p6">第六段',
  );
  await writeWhole(join(directory, 'r/411603/2018/report.json'), '{"id":"411603-2018"}');
  await writeWhole(join(directory, 'r/411603/2018/v1/index.html'), '<!doctype html><title>旧版');
  const departed = {
    kind: 'moved',
    to: '411603-2018',
    why: '归错了地区',
    date: '2026-11-22',
  } as const;
  await writeRedirects({
    outDir: directory,
    files: new Map(listSite(directory).map((file) => [file, join(directory, file)])),
    departed: [{ id: '411626-2018', departed }],
    regions: parseRegionTable(''),
    basePath: '/fazhi/',
    origin: undefined,
  });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(directory, { recursive: true });
});

async function serve(): Promise<void> {
  server = createArchiveServer({ root: directory, basePath: '/fazhi/' });
  site = `http://localhost:${await listen(server, 0)}/fazhi/`;
}

describe('the former address of a report', () => {
  test('has its data and its earlier versions where the host knows no redirects', async () => {
    await rm(join(directory, '_redirects'));
    await serve();
    expect(await (await fetch(`${site}r/411626/2018/report.json`)).json()).toEqual({
      id: '411603-2018',
    });
    expect(await (await fetch(`${site}r/411626/2018/v1/`)).text()).toContain(
      'href="/fazhi/r/411603/2018/v1/"',
    );
  });

  test('leads to the present one by the host, with all that lies below it', async () => {
    await serve();
    const response = await fetch(`${site}r/411626/2018/report.json`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/fazhi/r/411603/2018/report.json');
    const page = await fetch(`${site}r/411626/2018/`, { redirect: 'manual' });
    expect(page.headers.get('location')).toBe('/fazhi/r/411603/2018/');
    expect(await readFile(join(directory, 'redirects.nginx.map'), 'utf8')).toContain('/r/411626/');
  });

  test.for([true, false])(
    'leads there by its page where the host knows no redirects (JavaScript: %s)',
    async (javaScriptEnabled, { browser }) => {
      await rm(join(directory, '_redirects'));
      await serve();
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${site}r/411626/2018/?q=执法#p6`);
      await page.waitForURL(/411603/);
      // Without a script the fragment is lost: the refresh cannot know it.
      const rest = javaScriptEnabled ? '?q=%E6%89%A7%E6%B3%95#p6' : '';
      expect(page.url()).toBe(`${site}r/411603/2018/${rest}`);
      await context.close();
    },
  );
});
