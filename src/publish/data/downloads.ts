import { createHash, hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { csvLine } from '../../report/csv-line.ts';
import type { Report } from '../../report/report.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import type { ListedFile } from '../compile/compiled-archive.ts';
import type { KeptData } from '../kept-site.ts';
import type { DataFile } from './describe-data.ts';
import {
  type Column,
  coverageRows,
  coverageTable,
  describedTable,
  observationTable,
  paragraphRows,
  paragraphTable,
  reportTable,
  type Table,
} from './download-tables.ts';

/** A byte order mark: without it Excel misreads Chinese. */
const MARK = '\ufeff';
/** Characters gathered before they are written. */
const BLOCK = 1 << 18;
/** Bytes that are copied at once. */
const READ = 1 << 20;

/** What is known of a report's rows. */
type KeptRows = Pick<KeptData, 'rows' | 'counts' | 'digests'>;

/** The downloads that are in place, and what is known of their rows. */
export interface DownloadsBefore {
  readonly site: string;
  /** Of each report, by id, in the order of the rows. */
  readonly before: Readonly<Record<string, KeptRows>>;
  readonly isWhole: (file: string) => boolean;
}

/**
 * Open `/data/`: every report, paragraph and figure is written as it comes, and none is kept.
 *
 * @returns `add` for each report, which returns what is known of its rows in each download; `keep`
 *   for one whose rows are as they were, which takes them from the downloads in place, and is false
 *   where they cannot be taken; `end` for what is of all reports together, which returns the downloads
 */
export function openDownloads(
  outDir: string,
  { regions, indicators }: Pick<Vocabularies, 'regions' | 'indicators'>,
  { site, before, isWhole }: DownloadsBefore,
) {
  const folder = path.join(outDir, 'data');
  const reports = openDownload(folder, reportTable);
  const paragraphs = openDownload(folder, paragraphTable);
  const observations = openDownload(folder, observationTable(indicators.indicators));
  const ofReports = [reports, paragraphs, observations];
  const names = ofReports.map(({ name }) => `data/${name}`);
  const places = names.every(isWhole)
    ? placeRows(
        before,
        ofReports.map(({ headBytes }) => headBytes),
      )
    : new Map<string, readonly Place[]>();
  const sources = names.map((name) => path.join(site, name));
  return {
    add(report: Report, json = JSON.stringify(report)): KeptRows {
      const bytes = ofReports.map((download) => download.bytes());
      const counts = ofReports.map((download) => download.rows());
      reports.addLine(`${json}\n`);
      const lines = [
        paragraphRows(report).map((row) => paragraphs.add(row)),
        report.observations.map((observation) => observations.add({ report, observation })),
      ];
      return {
        rows: ofReports.map((download, at) => download.bytes() - (bytes[at] ?? 0)),
        counts: ofReports.map((download, at) => download.rows() - (counts[at] ?? 0)),
        digests: lines.map((own) => hash('sha256', own.join(''))),
      };
    },
    keep(id: string): boolean {
      const [rows, kept] = [places.get(id), before[id]];
      if (rows === undefined || kept === undefined) return false;
      for (const [at, download] of ofReports.entries()) {
        const [source, place] = [sources[at], rows[at]];
        if (source !== undefined && place !== undefined)
          download.copy(source, place, kept.counts[at] ?? 0);
      }
      return true;
    },
    end(files: readonly ListedFile[]): readonly DataFile[] {
      const described = openDownload(folder, describedTable);
      for (const { summary, added } of files) described.add({ report: summary, added });
      const coverage = openDownload(folder, coverageTable);
      const listed = files.map(({ summary }) => summary);
      for (const row of coverageRows(listed, regions)) coverage.add(row);
      return [...ofReports, described, coverage].map((download) => download.end());
    },
  };
}

/** Bytes of a file, the end exclusive. */
type Place = readonly [start: number, end: number];

/** Tell where each report's rows stand in each download in place. */
function placeRows(
  before: DownloadsBefore['before'],
  heads: readonly number[],
): Map<string, readonly Place[]> {
  const at = [...heads];
  return new Map(
    Object.entries(before).map(([id, { rows }]) => [
      id,
      rows.map((bytes, download): Place => {
        const start = at[download] ?? 0;
        at[download] = start + bytes;
        return [start, start + bytes];
      }),
    ]),
  );
}

/** Open a download. Even of the largest, no more than a block is in memory. */
function openDownload<Row>(folder: string, table: Table<Row>) {
  const { format, columns } = table;
  const name = `${table.name}.${format}`;
  mkdirSync(folder, { recursive: true });
  const handle = openSync(path.join(folder, name), 'w');
  const digest = createHash('sha256');
  const head = format === 'csv' ? csvHead(columns) : '';
  const headBytes = Buffer.byteLength(head);
  let [gathered, gatheredBytes, bytes, rows] = [head, headBytes, 0, 0];
  let copied: { readonly source: string; readonly start: number; end: number } | undefined;
  const write = (block: Uint8Array) => {
    writeSync(handle, block);
    digest.update(block);
    bytes += block.byteLength;
  };
  const flush = () => {
    if (copied !== undefined) readRange(copied.source, [copied.start, copied.end], write);
    copied = undefined;
    if (gathered !== '') write(Buffer.from(gathered));
    [gathered, gatheredBytes] = ['', 0];
  };
  const addLine = (line: string) => {
    if (copied !== undefined) flush();
    rows += 1;
    gathered += line;
    gatheredBytes += Buffer.byteLength(line);
    if (gathered.length >= BLOCK) flush();
  };
  return {
    name,
    headBytes,
    addLine,
    /** Add a row. @returns its line */
    add(row: Row): string {
      const line = format === 'csv' ? csvRow(columns, row) : jsonRow(columns, row);
      addLine(line);
      return line;
    },
    /** Bytes so far, with those that still wait. */
    bytes: () => bytes + gatheredBytes + (copied === undefined ? 0 : copied.end - copied.start),
    /** Rows so far. */
    rows: () => rows,
    /** Take rows from a file; those that follow one another are read at once. */
    copy(source: string, [start, end]: Place, count: number): void {
      rows += count;
      if (copied?.end === start) copied.end = end;
      else {
        flush();
        copied = { source, start, end };
      }
    },
    end(): DataFile {
      flush();
      closeSync(handle);
      return { table, path: name, rows, bytes, hash: `sha256:${digest.digest('hex')}` };
    },
  };
}

function readRange(file: string, [start, end]: Place, write: (block: Uint8Array) => void): void {
  const handle = openSync(file, 'r');
  try {
    const block = Buffer.alloc(Math.min(READ, end - start));
    for (let at = start; at < end; ) {
      const count = readSync(handle, block, 0, Math.min(block.length, end - at), at);
      if (count === 0) throw new Error(`Unexpected end of ${file} at ${at}, expected ${end}`);
      write(block.subarray(0, count));
      at += count;
    }
  } finally {
    closeSync(handle);
  }
}

/** Return the first line of a CSV file. */
export function csvHead(columns: readonly Pick<Column<never>, 'name'>[]): string {
  return MARK + csvLine(columns.map(({ name }) => name));
}

/** Return a row of a CSV file; what is `null` is empty. */
export function csvRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return csvLine(
    columns.map(({ value }) => {
      const cell = value(row);
      return typeof cell === 'number' ? cell : `${cell ?? ''}`;
    }),
  );
}

function jsonRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return `${JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])))}\n`;
}
