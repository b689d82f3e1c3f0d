import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { fold } from '../src/report/characters/fold.ts';
import type { SearchAnswer, SearchOptions } from '../src/search/client/contract.ts';
import { builtSites } from './site/built-sites.ts';
import { test } from './site/site-test.ts';

type Search = (query: string, options?: SearchOptions) => Promise<SearchAnswer>;

const MOST = 12;
/** Some 2,200 searches, each held against the whole text. */
const LONG = { timeout: 300_000 };
const { directory } = builtSites.top;
const read = (address: string) => readFileSync(path.join(directory, address), 'utf8');
const listed: { id: string; url: string }[] = JSON.parse(read('r/index.json'));
const texts = listed.map(({ id, url }) => ({
  id,
  lines: read(`${url}report.txt`).split('\n').filter(Boolean),
}));
const lines = texts.flatMap((text) => text.lines);
const folded = texts.map((text) => ({ id: text.id, lines: text.lines.map(fold) }));

/** What grep would give: the reports with a line that holds the words, both folded. */
function grep(words: string): string[] {
  const wanted = fold(words);
  return folded
    .filter((text) => text.lines.some((line) => line.includes(wanted)))
    .map(({ id }) => id)
    .sort();
}

/** Every string of 1 to 12 characters without white space that starts at one of `count` positions. */
function substrings(count: number, seed: number): string[] {
  const position = fc
    .constantFrom(...lines.map((line) => [...line]))
    .chain((line) => fc.nat(line.length - 1).map((at) => line.slice(at, at + MOST)));
  return fc
    .sample(position, { numRuns: count, seed })
    .flatMap((run) => run.map((_, end) => run.slice(0, end + 1).join('')))
    .filter((words) => !/\s/.test(words));
}

/** Strings of the archive's own characters that stand nowhere in it. */
function absent(count: number): string[] {
  const characters = [...new Set(lines.join('').replace(/\s/g, ''))];
  const made = fc.array(fc.constantFrom(...characters), { minLength: 3, maxLength: MOST });
  return fc
    .sample(made, { numRuns: count * 2, seed: 3 })
    .map((run) => run.join(''))
    .filter((words) => grep(words).length === 0)
    .slice(0, count);
}

async function found(search: Search, words: string, options: SearchOptions = {}) {
  const { total, results } = await search(words, { limit: listed.length, ...options });
  expect(total).toBe(results.length);
  return results.map(({ report }) => report).sort();
}

async function client(): Promise<Search> {
  const module = pathToFileURL(path.join(directory, 'search/client.js')).href;
  return (await import(module)).search;
}

describe('the search of the built site gives the set that grep gives', () => {
  test('for every string of 1 to 12 characters at 200 positions of the reports', LONG, async () => {
    const search = await client();
    for (const words of substrings(200, 1))
      expect([words, await found(search, words)]).toEqual([words, grep(words)]);
  });

  test('none for 50 strings that stand nowhere', async () => {
    const search = await client();
    const words = absent(50);
    expect(words).toHaveLength(50);
    for (const one of words) expect([one, await found(search, one)]).toEqual([one, []]);
  });

  test('over the network, under a base path', async () => {
    const search = await client();
    const { url } = builtSites.based;
    for (const words of substrings(20, 2))
      expect([words, await found(search, words, { base: url })]).toEqual([words, grep(words)]);
  });

  test('in a browser', async ({ openPage }) => {
    const page = await openPage('/search/');
    const queries = substrings(20, 4);
    // As text: the test runner would rewrite an import inside a function.
    const sets = await page.evaluate(`
      import('/search/client.js').then(async ({ search }) => {
        const found = (words) => search(words, { limit: ${listed.length} });
        const answers = await Promise.all(${JSON.stringify(queries)}.map(found));
        return answers.map(({ results }) => results.map(({ report }) => report).sort());
      })`);
    expect(sets).toEqual(queries.map(grep));
  });
});
