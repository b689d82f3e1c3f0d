import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeDigest } from '../../content/code-digest.ts';
import { listReportFiles } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { type CompiledEntry, readReportSource } from './compile-file.ts';
import { compileFiles } from './compile-files.ts';
import { compileVersions } from './compile-versions.ts';
import { compiledReportPath } from './compiled-archive.ts';
import { relateArchive } from './relate-archive.ts';

/** A report file that was compiled, and from what. */
export interface CompiledFile extends CompiledEntry {
  /** Path under the content directory. */
  readonly file: string;
  /** Digest of all that the report was made from: text, anchors, vocabularies, code. */
  readonly digest: string;
}

export interface CompiledArchive {
  readonly vocabularies: Vocabularies;
  readonly files: readonly CompiledFile[];
  /** How many were compiled now; the others had not changed. */
  readonly changed: number;
}

/**
 * Compiles each report file that has changed, and writes the index of all.
 *
 * @param directory where compiled reports are kept between builds: `index.json`, `reports/<id>.json`,
 *   `related/<id>.json`
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
  const digests = new Map<string, string>();
  const entries = new Map<string, CompiledEntry>();
  for (const file of paths) {
    const { text, anchors } = await readReportSource(contentDir, file);
    const digest = hash('sha256', base + hash('sha256', text) + hash('sha256', anchors));
    digests.set(file, digest);
    const known = before.get(file);
    if (known?.digest === digest && existsSync(compiledReportPath(directory, known.summary.id)))
      entries.set(file, known);
  }
  const changed = paths.filter((file) => !entries.has(file));
  const errors: ArchiveError[] = [];
  await compileFiles({ files: changed, contentDir, directory }, vocabularies, (outcome) => {
    if ('error' in outcome) errors.push(new ArchiveError(outcome.error));
    else entries.set(outcome.file, outcome.entry);
    onProgress(entries.size + errors.length, paths.length);
  });
  const files = paths.flatMap((file): CompiledFile[] => {
    const entry = entries.get(file);
    return entry === undefined ? [] : [{ file, digest: digests.get(file) ?? '', ...entry }];
  });
  errors.push(...doubles(files), ...(await compileVersions(contentDir, directory, vocabularies)));
  if (errors.length > 0) throw new AggregateError(errors, 'Some reports cannot be compiled');
  await writeWhole(path.join(directory, 'manifest.json'), JSON.stringify(files));
  await writeWhole(
    path.join(directory, 'index.json'),
    JSON.stringify(files.map(({ summary }) => summary)),
  );
  for (const kind of ['reports', 'runs', 'related']) await removeStale(directory, kind, files);
  await relateArchive(
    files.map(({ summary }) => summary),
    directory,
  );
  return { vocabularies, files, changed: changed.length };
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

async function removeStale(
  directory: string,
  kind: string,
  files: readonly CompiledFile[],
): Promise<void> {
  const kept = new Set(files.map(({ summary }) => `${summary.id}.json`));
  for (const name of await readdir(path.join(directory, kind)).catch(() => []))
    if (!kept.has(name)) await rm(path.join(directory, kind, name));
}
