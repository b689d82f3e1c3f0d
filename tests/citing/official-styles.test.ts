import { describe, expect, it } from 'vitest';
import { formatCitation } from '../../src/citation/format-citation.ts';
import { findPassage } from '../../src/citation/passage.ts';
import { citedCases } from './cases.ts';
import { formatByStyle } from './official-styles.ts';

const NUMERIC = 'china-national-standard-gb-t-7714-2015-numeric';
const NOTE = 'china-national-standard-gb-t-7714-2015-note';
const AUTHOR_DATE = 'china-national-standard-gb-t-7714-2015-author-date';
const options = { origin: 'https://HOST', accessed: '2026-11-21' };
const cases = await citedCases();

/** The styles print a document's number after its title, and know no brackets around a day. */
const asStyled = (text: string, docNo: string | null): string =>
  text
    .replace('[R/OL]', docNo === null ? '[R/OL]' : `: ${docNo}[R/OL]`)
    .replace(/\(\[([\d-]+)\]\)/, '($1)');

describe.each(cases)('the report %s', (_, report) => {
  const target = { report, passage: findPassage(report.sections, 'p2') };
  const [item] = JSON.parse(formatCitation(target, 'csl', options));
  const ours = asStyled(formatCitation(target, 'gbt7714-2015', options), report.docNo);

  it.each([NUMERIC, NOTE])(
    'is cited as the official style does, from our CSL-JSON: %s',
    (style) => {
      expect(formatByStyle(style, item)).toBe(`[1] ${ours}`);
    },
  );

  it('is cited by author and year with the same words', () => {
    const [issuers = '', rest] = ours.split(/\. (.*)/s);
    const year = item.issued?.['date-parts'][0][0];
    // Where no year is known the style takes that of the visit, and says that it is not sure.
    const isSure = year !== undefined && !item.issued.circa;
    const said = isSure ? year : `[${year ?? options.accessed.slice(0, 4)}]`;
    expect(formatByStyle(AUTHOR_DATE, item)).toBe(`${issuers}, ${said}. ${rest}`);
  });
});
