import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Report, reportSchema } from '../src/report/report.ts';
import { walkSections } from '../src/report/report-lines.ts';
import type { ListedReport } from '../src/report/report-summary.ts';
import { builtSites } from './site/built-sites.ts';
import { csvTable } from './site/csv-table.ts';

const { directory } = builtSites.top;
const read = (path: string) => readFileSync(join(directory, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));
const rows = (name: string) =>
  read(`data/${name}`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const listed: readonly ListedReport[] = json('r/index.json');
const reports: readonly Report[] = listed.map(({ url }) => json(`${url}report.json`));

const table = (name: string) => csvTable(read(`data/${name}`));

describe('the downloads', () => {
  test('hold every report as its own report.json does', () => {
    expect(rows('reports.jsonl')).toEqual(reports);
    for (const report of rows('reports.jsonl')) reportSchema.parse(report);
  });

  test('hold every paragraph, with the address it stands at', () => {
    const paragraphs = reports.flatMap(({ id, url, sections }) =>
      walkSections(sections).flatMap((section) =>
        section.paragraphs.map((paragraph) => ({
          report: id,
          section: section.id,
          themes: section.themes,
          paragraph: paragraph.id,
          url: `${url}#${paragraph.id}`,
          block: 'text',
          text: paragraph.text,
        })),
      ),
    );
    expect(rows('paragraphs.jsonl')).toEqual(
      paragraphs.map((paragraph) => expect.objectContaining(paragraph)),
    );
  });

  test('hold every figure, with the words it was read from', () => {
    const figures = table('observations.csv');
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.map(({ report, value, raw }) => [report, Number(value), raw])).toEqual(
      reports.flatMap(({ id, observations }) =>
        observations.map(({ value, raw }) => [id, value, raw]),
      ),
    );
    const texts = new Map(
      rows('paragraphs.jsonl').map(({ report, paragraph, text }) => [
        `${report} ${paragraph}`,
        text,
      ]),
    );
    for (const { report, paragraph, start, end, raw } of figures)
      expect(texts.get(`${report} ${paragraph}`)?.slice(Number(start), Number(end))).toBe(raw);
  });

  test('say of every government and year whether its report is held, and no more', () => {
    const coverage = table('coverage.csv');
    const held = coverage.filter(({ state }) => state !== 'not-held');
    const annual = listed.filter(({ kind }) => kind === 'annual');
    expect(new Set(held.map(({ report }) => report))).toEqual(new Set(annual.map(({ id }) => id)));
    for (const { report, state } of held)
      expect(state).toBe(annual.find(({ id }) => id === report)?.timeliness.state);
    const years = new Set(annual.map(({ year }) => year)).size;
    expect(coverage.filter(({ level }) => level === 'province').length).toBe(31 * years);
    expect(coverage.length).toBeGreaterThan(3000 * years);
  });

  test('are described as they are: files, sizes, digests, fields', () => {
    const { resources } = json('data/datapackage.json');
    for (const { path, bytes, hash, format, schema } of resources) {
      const file = readFileSync(join(directory, 'data', path));
      expect([
        file.byteLength,
        `sha256:${createHash('sha256').update(file).digest('hex')}`,
      ]).toEqual([bytes, hash]);
      if (format === 'parquet') continue;
      const [first] = format === 'csv' ? table(path) : rows(path);
      // Notes, and figures that an editor decided on, stand only in reports that have any.
      const names = schema.fields.map(({ name }: { name: string }) => name);
      const absent = names.filter((name: string) => !Object.hasOwn(first, name));
      expect(names.filter((name: string) => !absent.includes(name))).toEqual(Object.keys(first));
      expect(absent).toEqual(path === 'reports.jsonl' ? ['notes', 'figures'] : []);
    }
  });
});
