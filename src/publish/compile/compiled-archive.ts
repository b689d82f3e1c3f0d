/**
 * The folder of compiled reports, which a build writes and keeps for the next one. This module alone
 * knows its files:
 *
 *     archive.json            every report file with its digest and summary, and what left the archive
 *     reports/<id>.json       the report, but for its relatives
 *     related/<id>.json       its relatives, which depend on the other reports
 *     runs/<id>.json          a sample of its words, by which repeated text is found
 *     versions/<id>.v<n>.json an earlier version that is kept as a file
 *
 * The folder outlives the code that wrote it. A report's file is written again wherever this code has
 * changed; the list takes another name where its form changes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../content/write-whole.ts';
import type { AnchorChange, Departure } from '../../report/anchor/anchor-record.ts';
import type { KeptVersion } from '../../report/former-versions.ts';
import type { Frontmatter } from '../../report/frontmatter.ts';
import type { Related, Report } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { SectionRuns } from './repeated-text.ts';

/** A report file that was compiled, and from what. */
export interface CompiledFile {
  /** Path under the content directory. */
  readonly file: string;
  /** Digest of all that the report was made from: text, anchors, vocabularies, code. */
  readonly digest: string;
  readonly summary: ReportSummary;
  /** What its anchor record says of addresses that no longer point where they did. */
  readonly changes: readonly AnchorChange[];
}

/** An earlier version that is kept as a file, compiled; nothing is related to it. */
export interface CompiledVersion extends KeptVersion {
  /** Path under the content directory. */
  readonly file: string;
  readonly frontmatter: Frontmatter;
}

/** A report that is no longer at its address, and what became of it. */
export interface DepartedReport {
  readonly id: string;
  readonly departed: Departure;
}

/** All reports, without their texts. */
export interface Manifest {
  /** In the order of their files. */
  readonly files: readonly CompiledFile[];
  readonly departed: readonly DepartedReport[];
}

/** A report as it was compiled, before the others were looked at. */
export interface KeptReport {
  readonly own: Omit<Report, 'related'>;
  /** Of a report with earlier versions: their Markdown is made of it. */
  readonly frontmatter?: Frontmatter;
}

/** Read the list of all reports; an empty one before the first build. */
export function readManifest(folder: string): Manifest {
  return readIfThere(path.join(folder, 'archive.json')) ?? { files: [], departed: [] };
}

/** Write the list of all reports, and remove what is kept of any other. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await write(path.join(folder, 'archive.json'), manifest);
  const kept = new Set(manifest.files.map(({ summary }) => `${summary.id}.json`));
  for (const kind of ['reports', 'related', 'runs'])
    for (const name of await readdir(path.join(folder, kind)).catch(() => []))
      if (!kept.has(name)) await rm(path.join(folder, kind, name));
}

/** Return whether a report is kept. */
export function isCompiled(folder: string, id: string): boolean {
  return existsSync(fileOf(folder, 'reports', id));
}

/**
 * Write a report and a sample of its words. Its `related` is not kept: it depends on the other
 * reports.
 */
export async function writeReport(
  folder: string,
  { related: _, ...own }: Report,
  frontmatter: Frontmatter,
  runs: readonly SectionRuns[],
): Promise<void> {
  await write(fileOf(folder, 'runs', own.id), runs);
  const kept: KeptReport = own.version === 1 ? { own } : { own, frontmatter };
  await write(fileOf(folder, 'reports', own.id), kept);
}

/**
 * Read a report with its relatives, as its `report.json` has it.
 *
 * Read one report at a time and let it go: memory must not grow with the archive.
 */
export function readReport(folder: string, id: string): Report {
  const { version, corrections, ...own } = readUnrelated(folder, id).own;
  const related = read<Related>(fileOf(folder, 'related', id));
  return { ...own, related, version, corrections };
}

/** Read a report without its relatives, which cost another file. */
export function readUnrelated(folder: string, id: string): KeptReport {
  return read(fileOf(folder, 'reports', id));
}

/** Read the sample of a report's words. */
export function readRuns(folder: string, id: string): SectionRuns[] {
  return read(fileOf(folder, 'runs', id));
}

/** Write a report's relatives. A build writes them all, so none needs the care of `writeWhole`. */
export function writeRelated(folder: string, id: string, related: Related): void {
  const file = fileOf(folder, 'related', id);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(related));
}

/** Write the earlier versions of all reports in place of those that were there. */
export async function writeVersions(
  folder: string,
  versions: readonly CompiledVersion[],
): Promise<void> {
  await rm(path.join(folder, 'versions'), { recursive: true, force: true });
  for (const version of versions) {
    const { id, version: number } = version.report;
    await write(fileOf(folder, 'versions', `${id}.v${number}`), version);
  }
}

/** Read the earlier versions of a report that are kept as files, the first one first. */
export function readVersions(
  folder: string,
  { id, version }: Pick<Report, 'id' | 'version'>,
): CompiledVersion[] {
  return Array.from({ length: version - 1 }, (_, index) =>
    readIfThere<CompiledVersion>(fileOf(folder, 'versions', `${id}.v${index + 1}`)),
  ).filter((one) => one !== undefined);
}

function fileOf(folder: string, kind: string, name: string): string {
  return path.join(folder, kind, `${name}.json`);
}

function write(file: string, data: unknown): Promise<void> {
  return writeWhole(file, JSON.stringify(data));
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readIfThere<T>(file: string): T | undefined {
  return existsSync(file) ? read(file) : undefined;
}
