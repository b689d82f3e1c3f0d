import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { type ListedFile, readPart } from '../compile/compiled-archive.ts';
import type { KeptData, KeptPart } from '../kept-site.ts';
import {
  type Column,
  coverageRows,
  coverageTable,
  describedTable,
  observationTable,
  paragraphTable,
  type Table,
} from './download-tables.ts';
import { openParquet, type ParquetPart } from './open-parquet.ts';

/** What the parts are made from. */
export interface PartOptions {
  /** The site that is in place. */
  readonly site: string;
  readonly outDir: string;
  readonly compiledDir: string;
  readonly vocabularies: Pick<Vocabularies, 'regions' | 'indicators'>;
  /** Of each report: what it was made from, and its bytes in the downloads just written. */
  readonly data: Readonly<Record<string, KeptData>>;
  readonly before: Readonly<Record<string, KeptPart>>;
  readonly isWhole: (file: string) => boolean;
}

/** Rows that are written together, or copied where they are as they were. */
interface Piece<Row> {
  /** Digest of the rows. */
  readonly from: string;
  readonly rows: () => readonly Row[];
}

/** A part that a site has, and the table that it is a part of. */
export interface YearPart extends KeptPart {
  readonly table: Table<never>;
  readonly year: number;
  /** Path in the site: `data/paragraphs/2019.parquet`. */
  readonly file: string;
}

/**
 * Write each table as a Parquet file a year, so that a program reads over the network no more than
 * it asks for. A part whose rows are as they were stays in place: it is known by the digests of
 * the same rows in the downloads. In one that is written anew, provinces whose rows are as
 * they were are copied from it.
 *
 * Paragraphs are taken from those lines, figures from what was compiled for lists: no report has
 * to be read again as a whole, and memory holds the file of one year.
 */
export function writeYearParts(files: readonly ListedFile[], options: PartOptions): YearPart[] {
  const { site, outDir, compiledDir, vocabularies, data, before, isWhole } = options;
  const observations = observationTable(vocabularies.indicators.indicators);
  const lines = openRows(
    path.join(outDir, 'data/paragraphs.jsonl'),
    files,
    (id) => data[id]?.rows[1],
  );
  const digestRows = (own: readonly ListedFile[], at: number) =>
    hash('sha256', own.map(({ summary }) => data[summary.id]?.digests[at]).join());
  const parts: YearPart[] = [];
  const write = <Row>(table: Table<Row>, year: number, pieces: readonly Piece<Row>[]) => {
    const file = partFile(table, year);
    const kept = before[file];
    const from = hash('sha256', pieces.map((piece) => piece.from).join());
    if (kept?.from === from && isWhole(file)) {
      parts.push({ ...kept, table, year, file });
      return;
    }
    const keptPieces = new Map(isWhole(file) ? kept?.pieces : []);
    const old = keptPieces.size > 0 ? readFileSync(path.join(site, file)) : new Uint8Array();
    const parquet = openParquet(table.columns);
    const written = pieces.map((piece): [string, ParquetPart] => {
      const same = keptPieces.get(piece.from);
      if (same !== undefined) return [piece.from, parquet.copyPart(old, same)];
      for (const row of piece.rows()) parquet.add(row);
      return [piece.from, parquet.endPart()];
    });
    const { bytes, rows } = parquet.end();
    const target = path.join(outDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    const digest = `sha256:${hash('sha256', bytes)}`;
    const made = { from, rows, bytes: bytes.length, hash: digest, pieces: written };
    parts.push({ ...made, table, year, file });
  };
  const coverage = Map.groupBy(
    coverageRows(
      files.map(({ summary }) => summary),
      vocabularies.regions,
    ),
    ({ year }) => year,
  );
  try {
    const years = Map.groupBy(files, ({ summary }) => summary.year);
    for (const [year, own] of [...years].toSorted(([a], [b]) => a - b)) {
      const described = own.map(({ summary, added }) => ({ report: summary, added }));
      write(describedTable, year, [wholePiece(describedTable, described)]);
      const provinces = [
        ...Map.groupBy(own, ({ summary }) => summary.region.path[0]?.code).values(),
      ];
      write(
        linesTable,
        year,
        provinces.map((some) => ({
          from: digestRows(some, 0),
          rows: () => some.flatMap(({ summary }) => lines.read(summary.id)),
        })),
      );
      write(
        observations,
        year,
        provinces.map((some) => ({
          from: digestRows(some, 1),
          rows: () =>
            some.flatMap(({ summary }) =>
              readPart(compiledDir, summary.id, 'texts').figures.map((observation) => ({
                report: summary,
                observation,
              })),
            ),
        })),
      );
      write(coverageTable, year, [wholePiece(coverageTable, coverage.get(year) ?? [])]);
    }
  } finally {
    lines.close();
  }
  return parts;
}

function partFile({ name }: Table<never>, year: number): string {
  return `data/${name}/${year}.parquet`;
}

/** The paragraphs as their lines have them: by the names of their columns. */
const linesTable: Table<Readonly<Record<string, unknown>>> = {
  ...paragraphTable,
  columns: paragraphTable.columns.map(
    (column): Column<Readonly<Record<string, unknown>>> => ({
      ...column,
      value: (row) => row[column.name],
    }),
  ),
};

function wholePiece<Row>({ columns }: Table<Row>, rows: readonly Row[]): Piece<Row> {
  const cells = rows.map((row) => columns.map(({ value }) => value(row)));
  return { from: hash('sha256', JSON.stringify(cells)), rows: () => rows };
}

/**
 * Open a download that was just written and has no head, to read the rows of a report.
 *
 * @param bytesOf bytes of the rows of a report
 */
function openRows(
  file: string,
  files: readonly ListedFile[],
  bytesOf: (id: string) => number | undefined,
) {
  const places = new Map<string, readonly [start: number, bytes: number]>();
  let at = 0;
  for (const { summary } of files) {
    const bytes = bytesOf(summary.id) ?? 0;
    places.set(summary.id, [at, bytes]);
    at += bytes;
  }
  const handle = openSync(file, 'r');
  const readBytes = (id: string): Buffer => {
    const [start, bytes] = places.get(id) ?? [0, 0];
    const block = Buffer.alloc(bytes);
    if (readSync(handle, block, 0, bytes, start) !== bytes)
      throw new Error(`Unexpected end of ${file}, expected ${id}`);
    return block;
  };
  return {
    read: (id: string): Readonly<Record<string, unknown>>[] =>
      readBytes(id)
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    close: () => closeSync(handle),
  };
}
