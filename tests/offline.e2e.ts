import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createArchiveServer, listen } from '../src/publish/serve/archive-server.ts';
import { axeViolations } from './site/axe-violations.ts';
import { builtSites } from './site/built-sites.ts';
import { type OpenPage, test } from './site/site-test.ts';
import type { SiteName } from './site/sites.ts';

const report = '/r/410600/2017/';
const sites: readonly SiteName[] = ['top', 'based'];
const done = (page: Page) => page.locator('[data-search-results][data-state=done]').waitFor();
const at = (page: Page, path: string) => new URL(path.slice(1), baseOf(page)).href;
/** The front page's address, from any page that can be kept. */
const baseOf = (page: Page) => page.url().replace(/(?:r|years|about|search)\/.*$/, '');
const box = (page: Page) => page.locator('[data-keep-offline][data-ready]');

async function keep(page: Page): Promise<void> {
  await box(page).getByRole('button').click();
  await box(page).getByText('已保存在这台设备上').waitFor();
}

/** What a search answers here and now, through the client that the pages use. */
function ask(page: Page, words: string, options: object): Promise<unknown> {
  const client = at(page, `/search/client.js?${Math.random()}`);
  // A text, since the tests' own transform would take `import()` for theirs.
  return page.evaluate(`import(${JSON.stringify(client)}).then(async ({ search }) => {
    const options = ${JSON.stringify({ limit: 50, ...options })};
    const { results, shards, ...answer } = await search(${JSON.stringify(words)}, options);
    return { ...answer, results: results.toSorted((a, b) => (a.report < b.report ? -1 : 1)) };
  })`);
}

describe('a report that was kept', () => {
  test.for(sites)(
    'is read, searched and found without a network, on %s',
    async (site, { openPage }) => {
      const page = await openPage(report, { site });
      await keep(page);
      await page.context().setOffline(true);
      await page.goto(at(page, report));
      expect(await page.locator('#p2').isVisible()).toBe(true);
      const family = await page
        .locator('h1')
        .evaluate((title) => getComputedStyle(title).fontFamily);
      expect(family).toContain('Songti');
      await page.goto(at(page, `/search/?q=${encodeURIComponent('行政复议')}`));
      await done(page);
      const items = page.locator('[data-search-results] > [data-report]');
      expect(await items.count()).toBe(1);
      expect(await page.locator('[data-offline-notice]').textContent()).toContain('1 份报告');
      expect(await axeViolations(page)).toEqual([]);
      await items.locator('a[data-paragraph]').first().click();
      await page.waitForURL('**/r/410600/2017/**');
      await page.locator('[data-match-bar]').waitFor();
    },
  );

  test('is taken away with all that was stored for it', async ({ openPage }) => {
    const page = await openPage(report);
    await keep(page);
    await page.goto(at(page, '/about/offline/'));
    await page.getByText('共 1 项').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '移除：' }).click();
    await page.getByText('没有保存什么').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('kept');
    expect(await page.evaluate('caches.keys()')).toEqual([]);
    expect(
      await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)'),
    ).toBe(0);
  });
});

describe('what is stored on a device', () => {
  let own: string;
  let server: Server;
  let home: string;
  /** A site to be damaged, since other tests look at the built one meanwhile. */
  beforeAll(async () => {
    own = await mkdtemp(join(tmpdir(), 'offline-'));
    await cp(builtSites.top.directory, own, { recursive: true });
    server = createArchiveServer({ root: own, basePath: '/' });
    home = `http://localhost:${await listen(server, 0)}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(own, { recursive: true, force: true });
  });
  // It is another origin than that of the built site, and has the faults that are asked for.
  const openOwn = (openPage: OpenPage) => openPage(home + report, { expects: /./ });

  /** Lets a test do with a file of the report what it likes, and puts it back. */
  async function withFile(name: string, work: (file: string) => Promise<void>): Promise<void> {
    const file = join(own, report, name);
    const before = await readFile(file);
    try {
      await work(file);
    } finally {
      await writeFile(file, before);
    }
  }

  test('is shown as published now where there is a network', async ({ openPage }) => {
    const page = await openOwn(openPage);
    await keep(page);
    await withFile('index.html', async (file) => {
      const html = await readFile(file, 'utf8');
      await writeFile(file, html.replace('<h1', '<h1 data-published-anew'));
      await page.reload();
      await page.locator('h1[data-published-anew]').waitFor();
      await page.context().setOffline(true);
      await page.reload();
      expect(await page.locator('h1[data-published-anew]').count()).toBe(0);
      expect(await page.locator('#p2').isVisible()).toBe(true);
    });
  });

  test('is kept whole or not at all', async ({ openPage }) => {
    const page = await openOwn(openPage);
    await withFile('report.json', async (file) => {
      await rm(file);
      await box(page).getByRole('button').click();
      await page.getByText('没有保存成').waitFor();
    });
    const names = await page.evaluate<string[]>('caches.keys()');
    expect(names.filter((name) => name.startsWith('kept'))).toEqual([]);
    await keep(page);
  });

  test('is of one build: where a file is of another, nothing is kept', async ({ openPage }) => {
    const page = await openOwn(openPage);
    const file = join(own, 'search/highlight.js');
    const before = await readFile(file);
    await writeFile(file, `${before};`);
    await box(page).getByRole('button').click();
    await page.getByText('没有保存成').waitFor();
    expect(await page.evaluate('caches.keys()')).toEqual([]);
    await writeFile(file, before);
    await keep(page);
  });

  test('can be listed and taken away though a label in it is damaged', async ({ openPage }) => {
    const page = await openPage(report);
    await keep(page);
    await page.evaluate(`caches.keys().then(async (names) => {
      const cache = await caches.open(names.find((name) => name.startsWith('kept')));
      await cache.put('/offline/kept.json', new Response('{"title":'));
    })`);
    await page.context().setOffline(true);
    const answer = await ask(page, '行政复议', {});
    expect(answer).toMatchObject({ total: 0 });
    await page.context().setOffline(false);
    await page.goto(at(page, '/about/offline/'));
    await page.getByText('读不出来的一项').waitFor();
    await page.getByRole('button', { name: '全部移除' }).click();
    await page.getByText('没有保存什么').waitFor();
    expect(await page.evaluate('caches.keys()')).toEqual([]);
    expect(await page.getByRole('button', { name: '全部移除' }).isVisible()).toBe(false);
  });

  test('a full device is told as one, and gets its room back', async ({ openPage }) => {
    const page = await openPage(report);
    await page.evaluate(`{
      const put = Cache.prototype.put;
      Cache.prototype.put = function (address, response) {
        if (String(address).endsWith('report.json')) throw new DOMException('', 'QuotaExceededError');
        return put.call(this, address, response);
      };
    }`);
    await box(page).getByRole('button').click();
    await page.getByText('空间不够').waitFor();
    await expect.poll(() => page.evaluate('caches.keys()')).toEqual([]);
  });

  test('a worker that cannot be installed is told, and not waited for', async ({ openPage }) => {
    const page = await openOwn(openPage);
    await rm(join(own, 'about/offline/index.html'));
    await box(page).getByRole('button').click();
    await page.getByText('没有保存成').waitFor();
  });

  test('is not taken from a window that is just saving', async ({ openPage }) => {
    const page = await openPage(report);
    await keep(page);
    const other = await page.context().newPage();
    await other.goto(at(page, '/about/offline/'));
    await page.evaluate(`{
      const hold = new Promise((resolve) => { window.letGo = resolve; });
      const put = Cache.prototype.put;
      Cache.prototype.put = async function (...given) { await hold; return put.apply(this, given); };
    }`);
    await box(page).getByRole('button').click();
    await page.getByText('正在保存').waitFor();
    await other.getByRole('button', { name: '移除：' }).click();
    await other.getByText('没有保存什么').waitFor();
    await page.evaluate('letGo()');
    await box(page).getByText('已保存在这台设备上').waitFor();
    await page.context().setOffline(true);
    await page.goto(at(page, report));
    expect(await page.locator('#p2').isVisible()).toBe(true);
  });
});

describe('years that were kept', () => {
  test('are searched without a network as they are with one', async ({ openPage }) => {
    const page = await openPage('/years/2017/', { site: 'based' });
    for (const year of [2017, 2018, 2019]) {
      await page.goto(at(page, `/years/${year}/`));
      await keep(page);
    }
    const queries = [
      ['行政复议', {}],
      ['，一', { year: 2018 }],
      ['一是', { region: '410000' }],
      ['执法 监督', { syntax: 'query', within: 'section' }],
      ['双随机|复议 -信访', { syntax: 'query' }],
      ['执法', { theme: 'enforcement' }],
      ['法治政府建設', {}],
      ['此处没有这几个字', {}],
    ] as const;
    const online = [];
    for (const [words, options] of queries) online.push(await ask(page, words, options));
    await page.context().setOffline(true);
    for (const [i, [words, options]] of queries.entries())
      expect(await ask(page, words, options), words).toEqual(online[i]);
  });
});

test('a page that was not kept says so, and lists what was', async ({ openPage }) => {
  const page = await openPage(report);
  await keep(page);
  await page.context().setOffline(true);
  await page.goto(at(page, '/years/2019/'));
  expect(await page.getByRole('alert').textContent()).toContain('没有保存在这台设备上');
  expect(await page.locator('[data-kept-items] a').getAttribute('href')).toBe(report);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: '再试一次' }).click();
  await page.getByRole('heading', { name: /2019/ }).first().waitFor();
});

test('nothing is stored before the reader asks, and nothing offered without JavaScript', async ({
  openPage,
}) => {
  const page = await openPage(report);
  await box(page).waitFor();
  expect(await box(page).getByRole('link', { name: '管理' }).isVisible()).toBe(false);
  expect(await page.evaluate('caches.keys()')).toEqual([]);
  expect(await page.evaluate('navigator.serviceWorker.controller')).toBe(null);
  const plain = await openPage(report, { javaScript: false });
  expect(await plain.locator('.keep-offline').isVisible()).toBe(false);
});
