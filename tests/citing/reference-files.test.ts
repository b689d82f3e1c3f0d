import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { citedAddress, citedTitle, findCitedDate } from '../../src/citation/citation.ts';
import { citationFiles } from '../../src/publish/data/report-files.ts';
import { issuerNames } from '../../src/report/issuer-names.ts';
import { citedCases } from './cases.ts';

/** CSL-JSON, as far as another program gives it back. */
interface Item {
  readonly type: string;
  readonly title: string;
  readonly author: readonly { readonly family?: string; readonly literal?: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL: string;
  readonly language?: string;
  readonly number?: string;
}

const load = createRequire(import.meta.url);
const citation: {
  plugins: { input: { chain: (text: string, options: { forceType: string }) => readonly Item[] } };
} = load('@citation-js/core');
load('@citation-js/plugin-ris');
load('@citation-js/plugin-bibtex');

const site = { origin: 'https://HOST', basePath: '/fazhi/' };
const readers = [
  ['cite.ris', '@ris/file'],
  ['cite.bib', '@biblatex/text'],
  ['cite.csl.json', undefined],
] as const;

describe.each(await citedCases())('of the report %s', (_, report) => {
  const files = new Map(citationFiles(report, site));

  it.each(readers)('another program reads in %s what we wrote', (name, forceType) => {
    const text = files.get(name) ?? '';
    const items: readonly Item[] =
      forceType === undefined
        ? JSON.parse(text)
        : citation.plugins.input.chain(text, { forceType });
    expect(items).toHaveLength(1);
    const [item] = items;
    expect(item?.type).toBe('report');
    expect(item?.title).toBe(citedTitle(report));
    expect(item?.author.map(({ family, literal }) => family ?? literal)).toEqual(
      issuerNames(report.issuer),
    );
    const date = findCitedDate(report)?.date.split('-').map(Number);
    expect(item?.issued?.['date-parts'][0]).toEqual(date);
    expect(item?.URL).toBe(citedAddress({ report }, 'https://HOST/fazhi'));
    expect(item?.language).toBe('zh-CN');
    // RIS has no field for it that reference managers agree on.
    if (name !== 'cite.ris') expect(item?.number).toBe(report.docNo ?? undefined);
  });

  it('an old BibTeX, which knows no `date`, has the year', () => {
    const [item] = citation.plugins.input.chain(files.get('cite.bib') ?? '', {
      forceType: '@bibtex/text',
    });
    const year = findCitedDate(report)?.date.slice(0, 4);
    expect(item?.issued?.['date-parts'][0]?.[0]).toBe(year === undefined ? year : Number(year));
  });
});
