import { join, resolve } from 'node:path';
import process from 'node:process';
import * as compiled from '../../publish/compile/compiled-archive.ts';
import type { ListedTexts, ListMarks } from '../../publish/compile/listed-texts.ts';
import type { KeptVersion } from '../../report/former-versions.ts';
import type { Report } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { directories } from './directories.ts';

/** Where the build's compile step left the reports. In `npm run dev` it changes: see `scripts/dev/`. */
const folder = resolve(
  process.env['FAZHI_COMPILED'] ?? join(directories.project, '.cache/compiled'),
);

/** How many reports `npm run dev` still has to compile; none in a build. */
export const underWay = Number(process.env['FAZHI_UNDER_WAY'] ?? 0);

const { files, departed } = compiled.readManifest(folder);
const listedById = new Map(files.map((file) => [file.summary.id, file]));

/** What the archive says of addresses that no longer point where they did. */
export const addressNotes = {
  /** Of each report, by id. */
  changes: Object.fromEntries(files.map(({ summary, changes }) => [summary.id, changes])),
  departed,
} as const;

/** Return the summaries of all reports. */
export function readSummaries(): ReportSummary[] {
  return files.map(({ summary }) => summary);
}

/** Read one report with its text and its relatives. */
export function readReport(id: string): Report {
  return compiled.readReport(folder, id);
}

/** Read the earlier versions of a report that are kept as files. */
export function readKeptVersions(report: Pick<Report, 'id' | 'version'>): readonly KeptVersion[] {
  return compiled.readVersions(folder, report);
}

/** Read one report with its text alone: what it is related to costs another file. */
export function readOwnReport(id: string): Omit<Report, 'related'> {
  return compiled.readUnrelated(folder, id).own;
}

/** When a report came into the archive, and what was mended in it since. */
export type Arrival = Pick<compiled.CompiledFile, 'summary' | 'added' | 'corrections'>;

/** Return when each report came into the archive, in the order of their files. */
export function readArrivals(): readonly Arrival[] {
  return files;
}

/** Read all that a report's page shows of it: with its relatives, its sums and its proof. */
export function readShown(id: string): compiled.ShownParts & { readonly report: Report } {
  const { report, shown } = compiled.readParts(folder, id, ['report', 'shown']);
  return { ...shown, report: compiled.readReport(folder, id, report) };
}

/** Read a report with its proof and the snapshot beside it. */
export function readProved(id: string) {
  const { report, shown, rows } = compiled.readParts(folder, id, ['report', 'shown', 'rows']);
  return { report: report.own, proof: shown.proof, rows };
}

/** Tell whether a page shows a report beside its snapshot. */
export function hasSnapshotPage(id: string): boolean {
  return listedById.get(id)?.snapshot.isShown ?? false;
}

/** Read what lists show of a report's text. */
export function readListedTexts(id: string): ListedTexts {
  return compiled.readPart(folder, id, 'texts');
}

/** Return what tells whether lists that show a report have to be written again. */
export function readMarks(id: string): ListMarks {
  const marks = listedById.get(id)?.marks;
  if (marks === undefined) throw new Error(`Unexpected report ${id}`);
  return marks;
}

/** Return a digest of a report alone, with all that it was made from. */
export function ownDigest(id: string): string {
  return listedById.get(id)?.digest ?? '';
}

/** Return a digest of all that a report's page and files show of it, but for the pages around it. */
export function shownDigest(id: string): string {
  return listedById.get(id)?.shown ?? '';
}
