import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPage, pageKinds } from '../src/report/addresses.ts';
import { anchorWords } from '../src/report/anchor/anchor-words.ts';
import type { Report } from '../src/report/report.ts';
import type { ReportSummary } from '../src/report/report-summary.ts';
import { brokenLinks } from './site/broken-links.ts';
import { builtSites } from './site/built-sites.ts';
import { type SiteName, TOP_ORIGIN } from './site/sites.ts';

const sites = ['top', 'based'] as const satisfies SiteName[];
const originOf = (name: SiteName): string | undefined => (name === 'top' ? TOP_ORIGIN : undefined);
const read = (name: SiteName, file: string): string =>
  readFileSync(join(builtSites[name].directory, file), 'utf8');
const reports = (name: SiteName): ReportSummary[] => JSON.parse(read(name, 'r/index.json'));

describe.each(sites)('the site built %s', (name) => {
  test('has no broken link, and no link to a place that a page does not have', async () => {
    expect(await brokenLinks(builtSites[name], originOf(name))).toEqual([]);
  });

  test('has an element for every address of every report', () => {
    for (const { url } of reports(name)) {
      const report: Report = JSON.parse(read(name, `${url}report.json`));
      const ids = new Set(
        [...read(name, `${url}index.html`).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id),
      );
      const addresses = [...anchorWords(report.sections).keys()];
      expect(addresses.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

describe('the pages', () => {
  const pages = readdirSync(builtSites.top.directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
    .toSorted();

  test('are each of a kind that the table of pages names', () => {
    expect(pages.filter((address) => findPage(address) === undefined)).toEqual([]);
  });

  test('are all in the sitemap where their kind is listed, and no others', () => {
    const listed = [...read('top', 'sitemap-1.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, address = '']) => address.slice(TOP_ORIGIN.length),
    );
    const expected = pages.filter((address) => {
      const page = findPage(address);
      return page !== undefined && pageKinds[page.kind].isListed;
    });
    expect(listed.toSorted()).toEqual(expected);
  });
});

/** Reads tags of a page's head as a reference manager does: by name, in order. */
function readHead(name: SiteName, url: string) {
  const [head = ''] = read(name, `${url}index.html`).split('</head>');
  const text = (value = ''): string =>
    value
      .replace(/&(?:#34|quot);/g, '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&#38;', '&')
      .replaceAll('&amp;', '&');
  const metas = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)];
  const links = [...head.matchAll(/<link rel="([^"]+)" href="([^"]+)"(?: type="([^"]+)")?/g)];
  const [, jsonLd = 'null'] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head) ?? [];
  return {
    meta: (tag: string) => metas.filter(([, one]) => one === tag).map(([, , value]) => text(value)),
    links: (rel: string) =>
      links.filter(([, one]) => one === rel).map(([, , to, type]) => ({ to, type })),
    jsonLd: JSON.parse(jsonLd),
  };
}

describe('the head of a report', () => {
  test('gives Zotero a report: title, issuer, date, institution, language, address', () => {
    const head = readHead('top', '/r/411602/2019/');
    expect(head.meta('citation_title')).toEqual([
      '周口市川汇区人民政府关于2019年度法治政府建设的工作报告',
    ]);
    expect(head.meta('citation_author')).toEqual(['周口市川汇区人民政府']);
    expect(head.meta('citation_publication_date')).toEqual(['2020-03-27']);
    expect(head.meta('citation_technical_report_institution')).toEqual(['周口市川汇区人民政府']);
    expect(head.meta('citation_public_url')).toEqual([`${TOP_ORIGIN}/r/411602/2019/`]);
    expect(head.meta('citation_language')).toEqual(['zh-CN']);
    expect(head.meta('DCTERMS.issued')).toEqual(['2020-03-27']);
    expect(head.links('schema.DCTERMS')).toHaveLength(1);
  });

  test('puts a supplied title in brackets, and gives no date of signature as one of publication', () => {
    const head = readHead('top', '/r/410600/2017/');
    expect(head.meta('citation_title')).toEqual(['[鹤壁市2017年法治政府建设工作情况报告]']);
    expect(head.meta('citation_publication_date')).toEqual([]);
    // Zotero takes it for the date of publication too.
    expect(head.meta('citation_date')).toEqual([]);
    expect(head.meta('DCTERMS.issued')).toEqual([]);
    expect(head.meta('DCTERMS.created')).toEqual(['2018-01-19']);
    expect(head.jsonLd.datePublished).toBeUndefined();
  });

  test('describes a schema.org Report with its place, year, source and parts', () => {
    expect(readHead('top', '/r/411602/2019/').jsonLd).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Report',
      '@id': `${TOP_ORIGIN}/r/411602/2019/`,
      publisher: { '@type': 'GovernmentOrganization', name: '周口市川汇区人民政府' },
      spatialCoverage: {
        name: '川汇区',
        identifier: '411602',
        containedInPlace: { name: '周口市' },
      },
      temporalCoverage: '2019',
      datePublished: '2020-03-27',
      version: 1,
      hasPart: [
        { url: `${TOP_ORIGIN}/r/411602/2019/#s1` },
        { url: `${TOP_ORIGIN}/r/411602/2019/#s2` },
        { url: `${TOP_ORIGIN}/r/411602/2019/#s3` },
      ],
    });
  });

  test('says by Signposting what to cite, what describes the page, and what it is', () => {
    const head = readHead('top', '/r/411602/2019/');
    expect(head.links('cite-as')).toEqual([
      { to: `${TOP_ORIGIN}/r/411602/2019/`, type: undefined },
    ]);
    expect(head.links('type').map(({ to }) => to)).toContain('https://schema.org/Report');
    expect(head.links('describedby').map(({ type }) => type)).toEqual([
      'application/json',
      'application/vnd.citationstyles.csl+json',
      'application/x-research-info-systems',
      'application/x-bibtex',
    ]);
    expect(head.links('item').map(({ type }) => type)).toContain('text/plain');
    expect(head.links('license')).toHaveLength(1);
  });

  test('claims no whole address where the site knows no origin', () => {
    const head = readHead('based', '/r/411602/2019/');
    expect(head.links('canonical')).toEqual([]);
    expect(head.meta('citation_public_url')).toEqual([]);
    expect(head.meta('og:url')).toEqual([]);
    expect(head.jsonLd['@id']).toBeUndefined();
    expect(head.links('cite-as')).toEqual([{ to: '/fazhi/r/411602/2019/', type: undefined }]);
  });
});

describe('the citation files', () => {
  test('carry whole addresses where the origin is known, and addresses from the root elsewhere', () => {
    for (const file of ['cite.ris', 'cite.bib', 'cite.csl.json']) {
      expect(read('top', `r/411602/2019/${file}`)).toContain(`${TOP_ORIGIN}/r/411602/2019/`);
      expect(read('based', `r/411602/2019/${file}`)).toMatch(/[ {"]\/fazhi\/r\/411602\/2019\//);
    }
  });
});
