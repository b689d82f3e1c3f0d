import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { getMediaType } from '../../report/media-types.ts';
import type { Report } from '../../report/report.ts';
import type { ListedReport } from '../../report/report-summary.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import {
  type Column,
  coverageRows,
  coverageTable,
  observationTable,
  paragraphRows,
  paragraphTable,
  reportTable,
  type Table,
} from './download-tables.ts';

/** A download that was written. */
interface Download {
  readonly table: Table<never>;
  readonly bytes: number;
  /** `sha256:` and hexadecimals. */
  readonly hash: string;
}

/** A byte order mark: without it Excel misreads Chinese. */
const MARK = '\ufeff';
/** Characters gathered before they are written. */
const BLOCK = 1 << 18;

/**
 * Open `/data/`: every report, paragraph and figure is written as it comes, and none is kept.
 *
 * @returns `add` for each report, with its `report.json`; `end` for what is of all reports together,
 *   which returns the bytes of all downloads
 */
export function openDownloads(
  outDir: string,
  { regions, indicators }: Pick<Vocabularies, 'regions' | 'indicators'>,
) {
  const folder = path.join(outDir, 'data');
  const reports = openDownload(folder, reportTable);
  const paragraphs = openDownload(folder, paragraphTable);
  const observations = openDownload(folder, observationTable(indicators.indicators));
  return {
    add(report: Report, json: string): void {
      reports.addLine(`${json}\n`);
      for (const row of paragraphRows(report)) paragraphs.add(row);
      for (const observation of report.observations) observations.add({ report, observation });
    },
    end(listed: readonly ListedReport[]): number {
      const coverage = openDownload(folder, coverageTable);
      for (const row of coverageRows(listed, regions)) coverage.add(row);
      const files = [reports, paragraphs, observations, coverage].map((download) => download.end());
      const described = JSON.stringify(dataPackage(files), null, 2);
      writeFileSync(path.join(folder, 'datapackage.json'), described);
      return files.reduce((sum, { bytes }) => sum + bytes, Buffer.byteLength(described));
    },
  };
}

/** Open a download. Even of the largest, no more than a block is in memory. */
function openDownload<Row>(folder: string, table: Table<Row>) {
  const { format, columns } = table;
  mkdirSync(folder, { recursive: true });
  const handle = openSync(path.join(folder, `${table.name}.${format}`), 'w');
  const hash = createHash('sha256');
  let [gathered, bytes] = [format === 'csv' ? csvHead(columns) : '', 0];
  const flush = () => {
    const block = Buffer.from(gathered);
    writeSync(handle, block);
    hash.update(block);
    bytes += block.byteLength;
    gathered = '';
  };
  const addLine = (line: string) => {
    gathered += line;
    if (gathered.length >= BLOCK) flush();
  };
  return {
    addLine,
    add: (row: Row) => addLine(format === 'csv' ? csvRow(columns, row) : jsonRow(columns, row)),
    end(): Download {
      flush();
      closeSync(handle);
      return { table, bytes, hash: `sha256:${hash.digest('hex')}` };
    },
  };
}

/** Return the first line of a CSV file. */
export function csvHead(columns: readonly Pick<Column<never>, 'name'>[]): string {
  return MARK + csvLine(columns.map(({ name }) => name));
}

/**
 * Return a row as RFC 4180 has it.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, which
 * spreadsheets read as "text". Numbers are written as they are, since they are no formula.
 */
export function csvRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return csvLine(
    columns.map(({ value }) => {
      const cell = value(row);
      if (typeof cell === 'number') return `${cell}`;
      const text = cell === null || cell === undefined ? '' : `${cell}`;
      return quote(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    }),
  );
}

function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function jsonRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return `${JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])))}\n`;
}

/** Describe the downloads as a Frictionless data package (version 1), with a schema for each file. */
function dataPackage(files: readonly Download[]): object {
  return {
    profile: 'data-package',
    name: 'fazhi-archive',
    title: '法治政府建设报告库',
    licenses: [
      {
        name: 'CC0-1.0',
        title: '本库自编的著录信息；对官方文本不主张权利',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
    resources: files.map(({ table: { name, format, title, key, columns }, bytes, hash }) => ({
      profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
      name,
      title,
      path: `${name}.${format}`,
      format,
      mediatype: getMediaType(`${name}.${format}`).type,
      encoding: 'utf-8',
      bytes,
      hash,
      schema: {
        fields: columns.map(({ name: field, type, title }) => ({ name: field, type, title })),
        ...(key === undefined ? {} : { primaryKey: key }),
        ...(name === 'reports'
          ? {}
          : {
              foreignKeys: [
                { fields: ['report'], reference: { resource: 'reports', fields: ['id'] } },
              ],
            }),
      },
    })),
  };
}
