import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citedTitle } from '../src/citation/citation.ts';
import { issuerNames } from '../src/report/issuer-names.ts';
import type { Report } from '../src/report/report.ts';
import { kindLabels } from '../src/report/report-id.ts';
import { findServedSource, type ReportSummary } from '../src/report/report-summary.ts';
import { pageDocument } from './citing/page-document.ts';
import { readAsZotero } from './citing/read-as-zotero.ts';
import { triplesOf } from './citing/schema-org.ts';
import { builtSites } from './site/built-sites.ts';
import { TOP_ORIGIN } from './site/sites.ts';

const read = (file: string): string => readFileSync(join(builtSites.top.directory, file), 'utf8');
const reports = (): Report[] =>
  JSON.parse(read('r/index.json')).map(({ url }: ReportSummary) =>
    JSON.parse(read(`${url}report.json`)),
  );
const pageOf = ({ url }: Pick<Report, 'url'>): Document =>
  pageDocument(read(`${url}index.html`), TOP_ORIGIN + url);

describe('Zotero', () => {
  test('takes each report’s page for a report, and no day for one of publication that is none', () => {
    for (const report of reports())
      expect(readAsZotero(pageOf(report))).toEqual({
        itemType: 'report',
        title: citedTitle(report),
        creators: issuerNames(report.issuer),
        date: report.published ?? undefined,
        institution: issuerNames(report.issuer).join('、'),
        reportNumber: report.docNo ?? undefined,
        reportType: kindLabels[report.kind],
        language: 'zh-CN',
        url: TOP_ORIGIN + report.url,
      });
  });
});

describe('a JSON-LD processor', () => {
  test('reads each report with its issuer, place, year, dates and parts', async () => {
    for (const report of reports()) {
      const [data = ''] = [
        ...pageOf(report).querySelectorAll('script[type="application/ld+json"]'),
      ].map(({ textContent }) => textContent);
      const address = TOP_ORIGIN + report.url;
      const triples = await triplesOf(JSON.parse(data), address);
      const states = (subject: string, property: string): string[] =>
        triples
          .filter((line) => line.startsWith(`<${subject}> <http://schema.org/${property}> `))
          .map((line) => line.split(' ').slice(2, -1).join(' '));
      const day = (value: string | null): string[] =>
        value === null ? [] : [`"${value}"^^<http://schema.org/Date>`];
      expect(triples).toContain(
        `<${address}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Report> .`,
      );
      expect(states(address, 'url')).toEqual([`<${address}>`]);
      expect(states(address, 'name')).toEqual([JSON.stringify(citedTitle(report))]);
      expect(states(address, 'datePublished')).toEqual(day(report.published));
      expect(states(address, 'dateCreated')).toEqual(day(report.signed));
      expect(states(address, 'temporalCoverage')).toEqual([`"${report.year}"`]);
      expect(states(address, 'publisher')).toHaveLength(issuerNames(report.issuer).length);
      expect(states(address, 'spatialCoverage')).toHaveLength(1);
      for (const issuer of issuerNames(report.issuer))
        expect(triples.some((line) => line.includes(`<http://schema.org/name> "${issuer}"`))).toBe(
          true,
        );
      for (const { code } of report.region.path)
        expect(
          triples.some((line) => line.includes(`<http://schema.org/identifier> "${code}"`)),
        ).toBe(true);
      const headed = report.sections.filter(
        ({ heading, supplied }) => heading !== null && !supplied,
      );
      const parts = triples.filter((line) => line.includes(`<http://schema.org/url> <${address}#`));
      expect(parts).toHaveLength(headed.length);
      const bases = states(address, 'isBasedOn');
      const hasBase = report.source.url !== null || findServedSource(report) !== undefined;
      expect(bases).toHaveLength(hasBase ? 1 : 0);
      for (const base of bases) expect(base).toMatch(/^<https?:/);
    }
  });
});

describe('a follower of links', () => {
  const REGISTERED = [
    'cite-as',
    'type',
    'license',
    'describedby',
    'item',
    'canonical',
    'icon',
    'alternate',
    'stylesheet',
    'modulepreload',
    'manifest',
  ];
  interface Link {
    readonly relations: readonly string[];
    readonly target: URL;
    readonly type: string | null;
  }
  const linksOf = (report: Report): Link[] =>
    [...pageOf(report).querySelectorAll('head > link[rel]')].map((link) => ({
      relations: (link.getAttribute('rel') ?? '').split(/\s+/),
      target: new URL(link.getAttribute('href') ?? '', TOP_ORIGIN + report.url),
      type: link.getAttribute('type'),
    }));

  test('finds registered relations only, one of them to what is to be cited', () => {
    for (const report of reports()) {
      const links = linksOf(report);
      // A declared prefix (`schema.DCTERMS`) is Dublin Core's way in HTML, no relation.
      const relations = links
        .flatMap((link) => link.relations)
        .filter((name) => !name.startsWith('schema.'));
      expect(relations.filter((name) => !REGISTERED.includes(name))).toEqual([]);
      const cited = links.filter((link) => link.relations.includes('cite-as'));
      expect(cited.map(({ target }) => target.href)).toEqual([TOP_ORIGIN + report.url]);
    }
  });

  test('is given what each link promises, in its type', async () => {
    const { url } = builtSites.top;
    const kinds = new Map<string, string[]>();
    for (const { relations, target, type } of reports().flatMap(linksOf)) {
      if (type === null || !relations.some((name) => ['describedby', 'item'].includes(name)))
        continue;
      const response = await fetch(new URL(target.pathname.slice(1), url));
      expect(response.status, target.href).toBe(200);
      await response.arrayBuffer();
      const told = response.headers.get('content-type')?.split(';')[0] ?? '';
      const name = target.pathname.split('/').at(-1) ?? '';
      kinds.set(name, [...new Set([...(kinds.get(name) ?? []), type, told])]);
    }
    expect(Object.fromEntries(kinds)).toEqual({
      'report.json': ['application/json'],
      'cite.csl.json': ['application/vnd.citationstyles.csl+json'],
      'cite.ris': ['application/x-research-info-systems'],
      'cite.bib': ['application/x-bibtex'],
      'report.txt': ['text/plain'],
      'report.md': ['text/markdown'],
      'source.txt': ['text/plain'],
    });
  });
});
