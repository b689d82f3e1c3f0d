import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile } from '../../content/content-directory.ts';
import { writeWhole } from '../../content/write-whole.ts';
import type { AnchorChange } from '../../report/anchor/anchor-record.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { type ReportSummary, summariseReport } from '../../report/report-summary.ts';
import { compileReport } from '../../vocabulary/compile-report.ts';
import type { Vocabularies } from '../../vocabulary/vocabularies.ts';
import { compiledReportPath, compiledRunsPath } from './compiled-archive.ts';
import { sampleRuns } from './related/sample-runs.ts';

/** A report file with all of its own that it is compiled from. */
export interface ReportSource {
  /** Path under the content directory. */
  readonly file: string;
  readonly text: string;
  /** The anchor record’s text; empty where the report was never released. */
  readonly anchors: string;
}

/** What the build keeps in mind of a compiled report. */
export interface CompiledEntry {
  readonly summary: ReportSummary;
  /** What its anchor record says of addresses that no longer point where they did. */
  readonly changes: readonly AnchorChange[];
}

/** Reads a report file and its anchor record. */
export async function readReportSource(contentDir: string, file: string): Promise<ReportSource> {
  const anchors = path.join(contentDir, anchorFile(file));
  return {
    file,
    text: await readFile(path.join(contentDir, file), 'utf8'),
    anchors: existsSync(anchors) ? await readFile(anchors, 'utf8') : '',
  };
}

/**
 * Compiles a report into the directory where compiled reports are kept.
 *
 * @throws ArchiveError for what is wrong with the file
 */
export async function compileFile(
  { file, text, anchors }: ReportSource,
  directory: string,
  vocabularies: Vocabularies,
): Promise<CompiledEntry> {
  const record = anchors === '' ? undefined : parseAnchorRecord(anchors, anchorFile(file));
  const report = compileReport(parseReportFile(text, file), file, record, vocabularies);
  const runs = sampleRuns(report.sections);
  await writeWhole(compiledRunsPath(directory, report.id), JSON.stringify(runs));
  await writeWhole(compiledReportPath(directory, report.id), JSON.stringify({ report }));
  return { summary: summariseReport(report), changes: record?.changes ?? [] };
}
