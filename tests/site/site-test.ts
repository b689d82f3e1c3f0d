import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { findChromium } from '../browser/find-chromium.ts';
import { builtSites } from './built-sites.ts';
import type { SiteName } from './sites.ts';
import { watchPage } from './watch-page.ts';

export interface OpenOptions {
  /** Which build of the site; `top` if not said. */
  readonly site?: SiteName;
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Complaints that the test itself provokes. */
  readonly expects?: RegExp;
  /** Anything else Playwright can set. */
  readonly context?: BrowserContextOptions;
}

/**
 * Open a page of the built site in a fresh browser profile.
 *
 * @param path from the top of the archive, as in `product.md`: `/r/410600/2017/#s1`; the base path
 *   is put before it
 */
export type OpenPage = (path: string, options?: OpenOptions) => Promise<Page>;

/** No name but ours resolves: a page that asks elsewhere fails and never gets there. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/**
 * Vitest's `test` with a browser: `test('…', async ({ openPage }) => …)`.
 *
 * A test fails where a page it opened logged an error, threw, failed to load a part of itself, or
 * asked anything of another origin.
 */
export const test = base
  .extend('chromiumPath', { scope: 'worker' }, () => {
    const path = findChromium();
    if (path === undefined)
      throw new Error('No Chromium found: run `npm test`, which installs one');
    return path;
  })
  .extend('startedBrowser', { scope: 'worker' }, async ({ chromiumPath }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath: chromiumPath, args: FLAGS });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('browser', ({ startedBrowser }, { onCleanup }) => {
    // It goes on to the next test, and its pages do not.
    onCleanup(async () => {
      await Promise.all(startedBrowser.contexts().map((context) => context.close()));
    });
    return startedBrowser;
  })
  .extend('openPage', async ({ browser }, { onCleanup }): Promise<OpenPage> => {
    const problems: string[] = [];
    onCleanup(() => expect(problems, 'what the pages complained of').toEqual([]));
    return async (path, options = {}) => {
      const { url, isBuilt } = builtSites[options.site ?? 'top'];
      if (!isBuilt) throw new Error('The site could not be built: see what the build said, above');
      const context = await browser.newContext({
        locale: 'zh-CN',
        javaScriptEnabled: options.javaScript ?? true,
        colorScheme: options.colorScheme ?? 'light',
        viewport: options.viewport ?? { width: 1280, height: 800 },
        ...options.context,
      });
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      watchPage(page, new URL(url).origin, (problem) => {
        if (!options.expects?.test(problem)) problems.push(problem);
      });
      await page.goto(new URL(path.replace(/^\//, ''), url).href);
      return page;
    };
  });
