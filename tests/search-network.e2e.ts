import type { Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './site/site-test.ts';

const list = (page: Page) => page.locator('[data-search-results]');
const done = (page: Page) =>
  page.locator('[data-search-results][data-state=done]').waitFor({ state: 'attached' });
const expects = / got 500 from /;
const search = (page: Page, words = '复议') => page.getByRole('searchbox').fill(words);

/** What the search cannot do without, as parts of addresses, and how a host may fail to give it. */
const needed = [
  ['the sections', '**/search/2019-*/sections.bin'],
  ['the index', '**/search/2019-*/index/*'],
  ['the sentences', '**/search/*/text/*'],
] as const;
const failures: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'answers 500': (route) => route.fulfill({ status: 500, body: '' }),
  'drops the connection': (route) => route.abort('connectionreset'),
  // As the gate of a hotel's network does.
  'gives a page of its own': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>登录</title>' }),
};

for (const [how, fail] of Object.entries(failures))
  test.for(needed)(
    `a host that ${how} for %s is never an empty answer`,
    async ([, part], { openPage }) => {
      const page = await openPage('/search/', { expects });
      await page.route(part, fail);
      await search(page);
      const retry = page.getByRole('button', { name: '再试一次' });
      await retry.waitFor();
      expect(await page.getByText('没有找到').count()).toBe(0);
      expect(await page.locator('[data-search-empty]').isVisible()).toBe(false);
      expect(await page.locator('[data-search-status]').textContent()).toMatch(/^没有查完/);
      expect(await page.getByRole('searchbox').inputValue()).toBe('复议');
      await page.unroute(part);
      await retry.click();
      await done(page);
      expect(await list(page).getAttribute('data-total')).toBe('5');
    },
  );

test.for(Object.entries(failures))(
  'a host that %s for the list of shards is searched by the list of its page, which is said',
  async ([, fail], { openPage }) => {
    const page = await openPage('/search/', { expects });
    // As if the client came from what the browser keeps: else the list it carries is today's.
    await page.evaluate(() => {
      performance.getEntriesByName = () => [];
    });
    await page.route('**/search/manifest.json', fail);
    await search(page);
    await done(page);
    expect(await list(page).getAttribute('data-total')).toBe('5');
    const status = page.locator('[data-search-status]');
    expect(await status.textContent()).toMatch(/^5 份报告，\d+ 处。没有取到最新的目录/);
    await page.unroute('**/search/manifest.json');
    await search(page, '执法');
    await expect.poll(() => status.textContent()).toMatch(/^\d 份报告，\d+ 处。$/);
  },
);

test('a page of yesterday is answered by what is published today', async ({ openPage }) => {
  const page = await openPage('/search/', { expects: / got 404 from .*\/search\/2019-/ });
  await page.route('**/search/client.js', async (route) => {
    const text = await (await route.fetch()).text();
    const today = /2019-\d-[0-9a-f]{12}/.exec(text)?.[0] ?? '';
    const digest = /digest:"(\w+)"/.exec(text)?.[1] ?? '';
    const body = text.replaceAll(today, `${today.slice(0, -1)}~`).replace(digest, `${digest}0`);
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  await search(page);
  await done(page);
  expect(await list(page).getAttribute('data-total')).toBe('5');
  expect(await page.locator('[data-search-status]').textContent()).toMatch(/^5 份报告，\d+ 处。$/);
});

test('a page of yesterday whose script is gone says so, and offers to open it again', async ({
  openPage,
}) => {
  const page = await openPage('/r/410600/2017/', { expects: /citation-dialog/ });
  const script = '**/_astro/citation-dialog*';
  await page.route(script, (route) => route.fulfill({ status: 404, body: '' }));
  const cite = page.locator('[data-cite]').first();
  await cite.click();
  await page.getByRole('alert').getByText('本库可能刚刚更新').waitFor();
  await page.unroute(script);
  await page.getByRole('link', { name: '重新打开本页' }).click();
  await page.locator('[data-published-anew]').waitFor({ state: 'detached' });
  await cite.click();
  await page.getByRole('dialog').waitFor();
});

test('a network that is gone after the first results is waited for', async ({ openPage }) => {
  const page = await openPage('/search/');
  await page.route('**/sections.bin', async (route) => {
    await page.context().setOffline(true);
    await route.abort('internetdisconnected');
  });
  await search(page);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('网络断开了');
  expect(await page.locator('[data-report]').count()).toBeGreaterThan(0);
  await page.unroute('**/sections.bin');
  await page.context().setOffline(false);
  await done(page);
  expect(await list(page).getAttribute('data-total')).toBe('5');
  expect(await alert.isVisible()).toBe(false);
});

test('a slow network shows what is found so far', async ({ openPage }) => {
  const page = await openPage('/search/');
  const { promise: waits, resolve: goOn } = Promise.withResolvers<void>();
  await page.route('**/sections.bin', async (route) => {
    await waits;
    await route.continue();
  });
  await search(page);
  await expect
    .poll(() => page.locator('[data-search-status]').textContent())
    .toMatch(/^5 份报告，\d+ 处。$/);
  expect(await page.locator('[data-report]').count()).toBe(5);
  await page.getByText('网络较慢').waitFor();
  goOn();
  await done(page);
  expect(await page.getByText('网络较慢').isVisible()).toBe(false);
});

test('counts that cannot be had are no empty table', async ({ openPage }) => {
  const page = await openPage('/search/', { expects });
  await page.route('**/_astro/frequency-view*', (route) => route.abort());
  await page.goto(new URL(`?q=${encodeURIComponent('复议')}&view=frequency`, page.url()).href);
  await page.getByRole('button', { name: '再试一次' }).waitFor();
  expect(await page.locator('[data-frequency]').count()).toBe(0);
  expect(await page.locator('[data-search-status]').textContent()).toMatch(/^没有查完/);
});

/** How a file may come other than it was published; each still a file that a host would give. */
const damages: Readonly<Record<string, (file: Buffer, other: Buffer) => Buffer>> = {
  cut: (file) => file.subarray(0, file.length >> 1),
  swapped: (_, other) => other,
  emptied: () => Buffer.alloc(0),
};

for (const [how, damage] of Object.entries(damages))
  test(`a ${how} file is told, and what can be searched without it is`, async ({ openPage }) => {
    const page = await openPage('/search/');
    await page.route('**/sections.bin', async (route) => {
      const own = await (await route.fetch()).body();
      const other = await route.fetch({
        url: route.request().url().replace('sections', 'catalogue'),
      });
      await route.fulfill({ body: damage(own, await other.body()) });
    });
    await search(page);
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    expect(await page.locator('[data-search-status]').textContent()).toMatch(
      /^没有查完：已找到 \d 份报告，\d+ 处，2017、2018、2019 年没有取全。$/,
    );
    expect(await page.locator('[data-report]').count()).toBeGreaterThan(0);
    await page.unroute('**/sections.bin');
    await page.getByRole('button', { name: '再试一次' }).click();
    await done(page);
    expect(await list(page).getAttribute('data-total')).toBe('5');
  });
