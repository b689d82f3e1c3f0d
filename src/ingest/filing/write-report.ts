import { existsSync } from 'node:fs';
import { readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { writeTogether, writeWhole } from '../../content/write-whole.ts';
import { formatReportFile, type ReportFile } from '../../report/file/report-file.ts';
import { refusal } from '../ingest-codes.ts';

/** A report and its snapshot, ready to be written. */
export interface Written {
  readonly report: ReportFile;
  /** Path under `reports/`, without extension. */
  readonly stem: string;
  readonly bytes: Uint8Array;
  /** Path of the report whose place it takes, under the content directory; else the place is free. */
  readonly replaces?: string | undefined;
}

/**
 * Write a report and its snapshot, each whole or not at all, the snapshot first.
 *
 * @param file what messages call its source
 * @returns path of the report under the content directory
 * @throws ArchiveError `i-022` where a snapshot with other bytes stands there, `i-023` where the
 *   outline cannot be written, `i-027` where another report stands there
 */
export async function writeReport(
  contentDir: string,
  { report, stem, bytes, replaces }: Written,
  file: string,
  isDryRun: boolean,
): Promise<string> {
  const target = `reports/${stem}.md`;
  const text = format(report, file);
  const snapshot = path.join(contentDir, report.frontmatter.source.file);
  if (existsSync(snapshot) && !Buffer.from(bytes).equals(await readFile(snapshot)))
    throw refusal(
      'i-022',
      file,
      `Unexpected snapshot \`${report.frontmatter.source.file}\` with other bytes, expected none or the same`,
      'a snapshot is never overwritten: remove it, or move it to where its report is',
    );
  if (existsSync(path.join(contentDir, target)) && replaces !== target)
    throw refusal(
      'i-027',
      file,
      `Unexpected report at \`${target}\`, expected a free place`,
      'another document is filed there: look at it, and move it or this one',
    );
  if (isDryRun) return target;
  await writeTogether([
    [snapshot, bytes],
    [path.join(contentDir, target), text],
  ]);
  return target;
}

/**
 * Keep a second source of a report beside its first: `sources/2017/410600-鹤壁市.2.html`.
 *
 * @param first path of the first snapshot under the content directory
 * @returns path of the second
 */
export async function writeSecondSource(
  contentDir: string,
  first: string,
  bytes: Uint8Array,
  extension: string,
  isDryRun: boolean,
): Promise<string> {
  let last = 1;
  for (const { source, ending } of await listSecondSources(contentDir, first)) {
    if (Buffer.from(bytes).equals(await readFile(path.join(contentDir, source)))) return source;
    last = Math.max(last, Number.parseInt(ending, 10));
  }
  const second = `${stemOf(first)}.${last + 1}.${extension}`;
  if (!isDryRun) await writeWhole(path.join(contentDir, second), bytes);
  return second;
}

/** Move the second sources of a report to where its first goes; both are paths under the content directory. */
export async function moveSecondSources(
  contentDir: string,
  first: string,
  to: string,
): Promise<void> {
  for (const { source, ending } of await listSecondSources(contentDir, first))
    await rename(path.join(contentDir, source), path.join(contentDir, `${stemOf(to)}.${ending}`));
}

/** List the second sources beside a first one, each with what follows the stem that they share: `2.html`. */
async function listSecondSources(contentDir: string, first: string) {
  const stem = stemOf(first);
  const folder = path.posix.dirname(first);
  const directory = path.join(contentDir, folder);
  const names = existsSync(directory) ? await readdir(directory) : [];
  return names
    .map((name) => `${folder}/${name}`)
    .filter((source) => source.startsWith(`${stem}.`))
    .map((source) => ({ source, ending: source.slice(stem.length + 1) }))
    .filter(({ ending }) => /^\d+\.[^.]+$/.test(ending));
}

function stemOf(snapshot: string): string {
  return snapshot.replace(/(?:\.v\d+)?\.[^./]+$/, '');
}

function format(report: ReportFile, file: string): string {
  try {
    return formatReportFile(report);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw refusal(
      'i-023',
      file,
      cause.message,
      'this is a fault of ingest: nothing was written; please report it with the file',
      cause,
    );
  }
}
