import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AnchorChange } from '../../../src/archive/anchor/anchor-record.ts';
import { ArchiveError } from '../../../src/archive/error/archive-error.ts';
import type { Report } from '../../../src/archive/report/report.ts';
import { type ReportSummary, summariseReport } from '../../../src/archive/report/report-summary.ts';
import { parseReportFile } from '../../../src/markdown/report-file.ts';
import { parseAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile, listReportFiles } from '../../content/content-directory.ts';
import { readVocabularies, type Vocabularies } from '../../content/read-vocabularies.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { codeDigest } from './code-digest.ts';
import { compileReport } from './compile-report.ts';
import { compileVersions } from './compile-versions.ts';

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

export interface CompiledArchive {
  readonly vocabularies: Vocabularies;
  readonly files: readonly CompiledFile[];
  /** How many were compiled now; the others had not changed. */
  readonly changed: number;
}

/** Gives the path of a compiled report: `{ report }` as `report.json`, `related` still empty. */
export function compiledReportPath(directory: string, id: string): string {
  return path.join(directory, 'reports', `${id}.json`);
}

/** Reads a compiled report; its `related` is still empty. */
export async function readCompiledReport(directory: string, id: string): Promise<Report> {
  return JSON.parse(await readFile(compiledReportPath(directory, id), 'utf8')).report;
}

/**
 * Compiles each report file that has changed, and writes the index of all.
 *
 * @param directory where compiled reports are kept between builds: `index.json`, `reports/<id>.json`
 * @param onProgress told how many of all report files are done
 * @throws ArchiveError `i-903` where the directory has no reports; AggregateError of an ArchiveError a file that could not be compiled
 */
export async function compileArchive(
  contentDir: string,
  directory: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<CompiledArchive> {
  assertReports(contentDir);
  const vocabularies = await readVocabularies(contentDir);
  const base = (await codeDigest()) + vocabularies.text;
  const before = await readManifest(directory);
  const paths = await listReportFiles(contentDir);
  const files: CompiledFile[] = [];
  const errors: ArchiveError[] = [];
  for (const file of paths) {
    try {
      const source = await readSource(contentDir, file);
      const digest = createHash('sha256')
        .update(base)
        .update(source.text + source.anchors)
        .digest('hex');
      const known = before.get(file);
      const isKnown =
        known?.digest === digest && existsSync(compiledReportPath(directory, known.summary.id));
      files.push(
        isKnown ? known : { file, digest, ...(await compile(source, directory, vocabularies)) },
      );
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      errors.push(error);
    }
    onProgress(files.length + errors.length, paths.length);
  }
  errors.push(...doubles(files), ...(await compileVersions(contentDir, directory, vocabularies)));
  if (errors.length > 0) throw new AggregateError(errors, 'Some reports cannot be compiled');
  await writeWhole(path.join(directory, 'manifest.json'), JSON.stringify(files));
  await writeWhole(
    path.join(directory, 'index.json'),
    JSON.stringify(files.map(({ summary }) => summary)),
  );
  await removeStale(directory, files);
  return {
    vocabularies,
    files,
    changed: files.filter((entry) => before.get(entry.file) !== entry).length,
  };
}

/** An empty archive is more likely a slip in `--content` than what was meant. */
function assertReports(contentDir: string): void {
  if (!existsSync(path.join(contentDir, 'reports')))
    throw new ArchiveError({
      place: { file: contentDir },
      code: 'i-903',
      text: 'Unexpected content directory without `reports/`, expected one with a folder a year in it',
      hint: 'name the directory above it: --content DIR; `npm run ingest` makes the first one',
    });
}

interface Source {
  readonly file: string;
  readonly text: string;
  /** The anchor record’s text; empty where the report was never released. */
  readonly anchors: string;
}

async function readSource(contentDir: string, file: string): Promise<Source> {
  const anchors = path.join(contentDir, anchorFile(file));
  return {
    file,
    text: await readFile(path.join(contentDir, file), 'utf8'),
    anchors: existsSync(anchors) ? await readFile(anchors, 'utf8') : '',
  };
}

async function compile(
  { file, text, anchors }: Source,
  directory: string,
  vocabularies: Vocabularies,
): Promise<Pick<CompiledFile, 'summary' | 'changes'>> {
  const record = anchors === '' ? undefined : parseAnchorRecord(anchors, anchorFile(file));
  const report = compileReport(parseReportFile(text, file), file, record, vocabularies);
  await writeWhole(compiledReportPath(directory, report.id), JSON.stringify({ report }));
  return { summary: summariseReport(report), changes: record?.changes ?? [] };
}

async function readManifest(directory: string): Promise<Map<string, CompiledFile>> {
  const manifest = path.join(directory, 'manifest.json');
  if (!existsSync(manifest)) return new Map();
  const files: CompiledFile[] = JSON.parse(await readFile(manifest, 'utf8'));
  return new Map(files.map((entry) => [entry.file, entry]));
}

/** Two files of one id would overwrite each other. */
function doubles(files: readonly CompiledFile[]): ArchiveError[] {
  return [...Map.groupBy(files, ({ summary }) => summary.id)].flatMap(([id, [first, ...others]]) =>
    others.map(
      ({ file }) =>
        new ArchiveError({
          place: { file, line: 1 },
          code: 'w-001',
          text: `Unexpected id \`${id}\`, expected one that no other report has`,
          hint: `${first?.file} has it`,
        }),
    ),
  );
}

async function removeStale(directory: string, files: readonly CompiledFile[]): Promise<void> {
  const kept = new Set(files.map(({ summary }) => `${summary.id}.json`));
  for (const name of await readdir(path.join(directory, 'reports')).catch(() => []))
    if (!kept.has(name)) await rm(path.join(directory, 'reports', name));
}
