import { expect } from 'vitest';
import { test } from './site/site-test.ts';

interface Found {
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly all: number;
  readonly narrowed: number;
  readonly first: { readonly url: string; readonly meta: { readonly title: string } };
}

const SEARCH = `
  import('BUNDLE').then(async (pagefind) => {
    await pagefind.init();
    const filters = await pagefind.filters();
    const all = await pagefind.search('行政复议');
    const narrowed = await pagefind.search('行政复议', { filters: { year: '2017' } });
    const first = await narrowed.results[0].data();
    return { filters, all: all.results.length, narrowed: narrowed.results.length, first };
  })`;

test.for(['top', 'based'] as const)(
  "Pagefind's own runtime searches the bundle of the site %s, with filters",
  async (site, { openPage }) => {
    const page = await openPage('/about/', { site });
    // A page of the site that merges: ours have a policy under which Pagefind's runtime cannot run.
    await page.route('**/merging.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>merging</title>' }),
    );
    await page.goto(new URL('merging.html', page.url()).href);
    const bundle = new URL('../pagefind/pagefind.js', page.url()).href;
    // As text: the test runner would rewrite an import inside a function.
    const found = await page.evaluate<Found>(SEARCH.replace('BUNDLE', bundle));
    expect(found.all).toBeGreaterThan(0);
    expect(found.narrowed).toBeGreaterThan(0);
    expect(found.narrowed).toBeLessThanOrEqual(2);
    expect(found.filters['year']).toMatchObject({ 2017: 2 });
    expect(found.filters['region']).toMatchObject({ 河南省: 2, 鹤壁市: 1 });
    expect(Object.keys(found.filters)).toEqual(expect.arrayContaining(['theme', 'kind']));
    expect(new URL(found.first.url, page.url()).pathname).toMatch(/\/r\/[^/]+\/2017\/$/);
    expect(found.first.meta.title).toContain('2017');
    expect((await page.request.get(new URL(found.first.url, page.url()).href)).status()).toBe(200);
  },
);
