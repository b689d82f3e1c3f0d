/**
 * The folder of compiled reports, which a build writes and keeps for the next one. This module alone
 * knows its files:
 *
 *     archive.json            every report file with its digest and summary, and what left the archive
 *     reports/<id>.json       the report, but for its relatives, and what is made of it: see PARTS
 *     related/<id>.json       its relatives, which depend on the other reports
 *     versions/<id>.v<n>.json an earlier version that is kept as a file
 *
 * The folder outlives the code that wrote it, and whatever befell it: each file but the versions
 * proves itself (see `proven-file.ts`), and what does not is made anew.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  fileState,
  readProven,
  readTrusted,
  readTrustedLines,
  writeProven,
  writeProvenWithFolder,
} from '../../content/proven-file.ts';
import { writeWhole } from '../../content/write-whole.ts';
import type { AlignedRow } from '../../report/align-snapshot.ts';
import type { AnchorChange, Departure } from '../../report/anchor/anchor-record.ts';
import type { KeptVersion } from '../../report/former-versions.ts';
import type { Frontmatter } from '../../report/frontmatter.ts';
import type { Correction, Related, Report } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { ReportSum } from '../../vocabulary/indicator/find-sums.ts';
import type { ListedTexts, ListMarks } from './listed-texts.ts';
import type { SnapshotProof } from './prove-snapshot.ts';
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
  /** The day on which it came into the archive; `null` where its file does not say. */
  readonly added: string | null;
  readonly corrections: readonly Correction[];
  /** What tells whether lists that show it have to be written again. */
  readonly marks: ListMarks;
  /** Digest of the snapshot that it was held against, and whether a page shows the two together. */
  readonly snapshot: { readonly digest: string; readonly isShown: boolean };
}

/** A compiled file as the list of all keeps it. */
export interface ListedFile extends CompiledFile {
  /** The states of the report's file, anchor record and snapshot that were read last. */
  readonly source: string;
  /** The states of what is kept of it, when that was last proven. */
  readonly kept: string;
  /** Its relatives: what they were found from, what is shown of them, the state of their file. */
  readonly related: { readonly from: string; readonly shown: string; readonly state: string };
  /** Digest of all that its page and its files show: itself, its relatives, its earlier versions. */
  readonly shown: string;
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
  /** Digest of the code and the vocabularies that all were compiled with. */
  readonly base: string;
  /** In the order of their files. */
  readonly files: readonly ListedFile[];
  readonly departed: readonly DepartedReport[];
}

/** A report as it was compiled, before the others were looked at. */
export interface KeptReport {
  readonly own: Omit<Report, 'related'>;
  /** Of a report with earlier versions: their Markdown is made of it. */
  readonly frontmatter?: Frontmatter;
}

/** What a report's page shows that is worked out from it. */
export interface ShownParts {
  /** The sums that its text itself allows. */
  readonly sums: readonly ReportSum[];
  readonly proof: SnapshotProof;
}

/**
 * The parts of a compiled report: a line each, in one file. A file for each of them costs more to
 * make than what is in it, and a reader of one part decodes no other.
 */
export interface CompiledParts {
  readonly report: KeptReport;
  readonly shown: ShownParts;
  /** What lists show of its text: figures, passages, first words. */
  readonly texts: ListedTexts;
  /** A sample of its words, by which repeated text is found. */
  readonly runs: readonly SectionRuns[];
  /** The snapshot beside the report; none where it is not shown. */
  readonly rows: readonly AlignedRow[];
}
const PARTS = [
  'report',
  'shown',
  'texts',
  'runs',
  'rows',
] as const satisfies (keyof CompiledParts)[];

/** The form of the list: one of another form is not read. */
const FORM = 'archive 5';
/** The folders with a file a report: what is of it alone, and what depends on the others. */
const KINDS = ['reports', 'related'] as const;

/** Read the list of all reports; an empty one before the first build, or where it is damaged. */
export function readManifest(folder: string): Manifest {
  const text = readProven(path.join(folder, 'archive.json'), FORM);
  return text === undefined ? { base: '', files: [], departed: [] } : JSON.parse(text);
}

/** Write the list of all reports, and remove what is kept of any other. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  writeProvenWithFolder(path.join(folder, 'archive.json'), FORM, JSON.stringify(manifest));
  const kept = new Set(manifest.files.map(({ summary }) => `${summary.id}.json`));
  for (const kind of KINDS)
    for (const name of await readdir(path.join(folder, kind)).catch(() => []))
      if (!kept.has(name)) await rm(path.join(folder, kind, name), { force: true });
}

/**
 * Take what others have compiled. Nothing of it is trusted for that: the next compiling proves each
 * file, and compiles again what does not hold or was made from something else.
 *
 * @param others folders like this one
 */
export async function takeCompiled(folder: string, others: readonly string[]): Promise<void> {
  const manifests = [folder, ...others].map(readManifest);
  for (const other of others) await cp(other, folder, { recursive: true, force: true });
  const files = new Map(
    manifests.flatMap((manifest) => manifest.files).map((entry) => [entry.file, entry]),
  );
  // The states in their lists are of other disks: reports are read, and known by their digests.
  await writeManifest(folder, { base: '', files: [...files.values()], departed: [] });
}

/** Make the folders that compiled reports go into. */
export function makeFolders(folder: string): void {
  for (const kind of KINDS) mkdirSync(path.join(folder, kind), { recursive: true });
}

/** Return the state of what is kept of a report alone. */
export function keptState(folder: string, id: string): string {
  return fileState(fileOf(folder, 'reports', id));
}

/**
 * Prove what is kept of a report alone: by its state where that is as it was, else by its digest.
 *
 * @returns its state now; `undefined` where it is missing or damaged
 */
export function proveKept(folder: string, { summary, digest, kept }: ListedFile) {
  const state = keptState(folder, summary.id);
  if (state === kept) return state;
  return readProven(fileOf(folder, 'reports', summary.id), digest) === undefined
    ? undefined
    : state;
}

/**
 * Write a report with what is made of it. Its `related` is not kept: it depends on the other reports.
 * The folders must be there.
 *
 * @param digest of all that the report was made from
 */
export function writeReport(
  folder: string,
  digest: string,
  { related: _, ...own }: Report,
  frontmatter: Frontmatter,
  made: Omit<CompiledParts, 'report'>,
): void {
  const parts = { ...made, report: own.version === 1 ? { own } : { own, frontmatter } };
  const lines = PARTS.map((part) => JSON.stringify(parts[part]));
  writeProven(fileOf(folder, 'reports', own.id), digest, lines.join('\n'));
}

/**
 * Read a report with its relatives, as its `report.json` has it.
 *
 * Read one report at a time and let it go: memory must not grow with the archive.
 */
export function readReport(
  folder: string,
  id: string,
  kept: KeptReport = readUnrelated(folder, id),
): Report {
  const { version, corrections, ...own } = kept.own;
  const related: Related = JSON.parse(readTrusted(fileOf(folder, 'related', id)));
  return { ...own, related, version, corrections };
}

/** Read a report without its relatives, which cost another file. */
export function readUnrelated(folder: string, id: string): KeptReport {
  return readPart(folder, id, 'report');
}

/** Read a part of what was compiled of a report. */
export function readPart<Part extends keyof CompiledParts>(
  folder: string,
  id: string,
  part: Part,
): CompiledParts[Part] {
  return readParts(folder, id, [part])[part];
}

/** Read some parts of what was compiled of a report, in the order of PARTS, at once. */
export function readParts<Part extends keyof CompiledParts>(
  folder: string,
  id: string,
  parts: readonly Part[],
): Pick<CompiledParts, Part> {
  const at = parts.map((part) => PARTS.indexOf(part));
  const lines = readTrustedLines(fileOf(folder, 'reports', id), at);
  const read = lines.map((line, index) => [parts[index], JSON.parse(line)]);
  return Object.fromEntries(read) as Pick<CompiledParts, Part>;
}

/**
 * Write a report's relatives.
 *
 * @param from digest of what they were found from
 * @returns the state of their file
 */
export function writeRelated(folder: string, id: string, from: string, related: Related): string {
  const file = fileOf(folder, 'related', id);
  writeProven(file, from, JSON.stringify(related));
  return fileState(file);
}

/**
 * Prove what is kept of a report's relatives.
 *
 * @param from digest of what they must have been found from
 * @returns the state of their file now; `undefined` where they have to be found again
 */
export function proveRelated(folder: string, { summary, related }: ListedFile, from: string) {
  if (related.from !== from) return undefined;
  const file = fileOf(folder, 'related', summary.id);
  const state = fileState(file);
  return state === related.state || readProven(file, from) !== undefined ? state : undefined;
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

function readIfThere<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
