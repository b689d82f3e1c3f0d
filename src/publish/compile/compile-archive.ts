import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readAnchorRecord } from '../../content/anchor-records.ts';
import { codeDigest } from '../../content/code-digest.ts';
import {
  anchorFile,
  listAnchorFiles,
  listReportFiles,
  listVersionFiles,
} from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { withReplacedTexts } from '../../report/anchor/anchor-changes.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { compileReport, type Vocabularies } from '../../vocabulary/compile-report.ts';
import { compileFiles, readReportSource, snapshotState, sourceState } from './compile-files.ts';
import {
  type CompiledFile,
  type CompiledVersion,
  type DepartedReport,
  keptState,
  type ListedFile,
  type Manifest,
  proveKept,
  readManifest,
  readUnrelated,
  readVersions,
  writeManifest,
  writeVersions,
} from './compiled-archive.ts';
import { digestSnapshot } from './prove-snapshot.ts';
import { relateReports } from './relate-reports.ts';

/** All reports of a content directory, compiled. */
export interface CompiledArchive extends Pick<Manifest, 'files' | 'departed'> {
  readonly vocabularies: Vocabularies;
  /** How many were compiled now; the others had not changed. */
  readonly changed: number;
}

/**
 * Compile each report file that has changed, then what rests on all of them.
 *
 * Each file is read once. A report's Markdown is parsed only where it has changed.
 *
 * @param folder where compiled reports are kept between builds, see `compiled-archive.ts`
 * @param onProgress told how many of all report files are done
 * @param isWanted whether a report file is compiled; by default all are
 * @throws ArchiveError `i-903` where the directory has no reports; AggregateError of an
 *   ArchiveError for each file that could not be compiled
 */
export async function compileArchive(
  contentDir: string,
  folder: string,
  onProgress: (done: number, all: number) => void = () => {},
  isWanted: (file: string) => boolean = () => true,
): Promise<CompiledArchive> {
  assertReports(contentDir);
  const vocabularies = await readVocabularies(contentDir);
  // A report whose file is as it was need not be read where this is as it was too.
  const base = await compileBase(vocabularies);
  const manifest = readManifest(folder);
  const isSameBase = manifest.base === base;
  const before = new Map(manifest.files.map((entry) => [entry.file, entry]));
  const paths = (await listReportFiles(contentDir)).filter(isWanted);
  const entries = new Map<string, CompiledFile & Pick<ListedFile, 'source' | 'kept'>>();
  const errors: ArchiveError[] = [];
  let changed = 0;
  const changedSources = async function* () {
    for (const file of paths) {
      const known = before.get(file);
      const kept = known && proveKept(folder, known);
      if (known !== undefined && kept !== undefined) {
        const state = sourceState(contentDir, file) + snapshotState(contentDir, known.summary);
        if (isSameBase && known.source === state) {
          entries.set(file, { ...known, kept });
          continue;
        }
      }
      const source = readReportSource(contentDir, file, base);
      if (known !== undefined && kept !== undefined && known.digest === source.digest) {
        const state = source.state + snapshotState(contentDir, known.summary);
        if ((await digestSnapshot(contentDir, known.summary)) === known.snapshot.digest) {
          entries.set(file, { ...known, kept, source: state });
          continue;
        }
      }
      changed += 1;
      yield source;
    }
  };
  await compileFiles(changedSources(), { folder, contentDir, vocabularies }, (outcome) => {
    if ('error' in outcome) errors.push(new ArchiveError(outcome.error));
    else {
      const { entry, source } = outcome;
      const kept = keptState(folder, entry.summary.id);
      entries.set(entry.file, { ...entry, source, kept });
    }
    onProgress(entries.size + errors.length, paths.length);
  });
  const compiled = paths.flatMap((file) => entries.get(file) ?? []);
  const versions = await compileVersions(contentDir, folder, vocabularies);
  errors.push(...doubles(compiled), ...versions.errors);
  if (errors.length > 0) throw new AggregateError(errors, 'Some reports cannot be compiled');
  const own: typeof compiled = [];
  for (const entry of compiled) own.push(await withReasons(entry, contentDir, folder));
  const departed = await readDepartures(contentDir, new Set(paths.map(anchorFile)));
  const known = new Map(manifest.files.map((entry) => [entry.summary.id, entry]));
  const relatives = relateReports(own, known, folder);
  const files = own.map((entry): ListedFile => {
    const related = relatives.get(entry.summary.id);
    if (related === undefined) throw new Error(`Unexpected report ${entry.summary.id}`);
    const former = versions.texts.get(entry.file) ?? '';
    const { digest, snapshot, changes } = entry;
    const shown = [digest, snapshot.digest, related.shown, former, JSON.stringify(changes)];
    return { ...entry, related, shown: hash('sha256', shown.join()) };
  });
  await writeManifest(folder, { base, files, departed });
  return { vocabularies, files, departed, changed };
}

const CODE = ['src/report', 'src/vocabulary', 'src/publish/compile'];

/** Digest what all reports are compiled with: the code and the vocabularies. */
async function compileBase({ text }: Pick<Vocabularies, 'text'>): Promise<string> {
  return hash('sha256', (await codeDigest(CODE)) + text);
}

/** Tell whether a folder has the reports of a content directory from the code as it is now. */
export async function isCompiled(contentDir: string, folder: string): Promise<boolean> {
  const base = await compileBase(await readVocabularies(contentDir));
  return readManifest(folder).base === base;
}

/** An empty archive is more likely a slip in `--content` than what was meant. */
function assertReports(contentDir: string): void {
  if (!existsSync(path.join(contentDir, 'reports')))
    throw new ArchiveError({
      location: { file: contentDir },
      code: 'i-903',
      text: 'Unexpected content directory without `reports/`, expected one with a folder a year in it',
      hint: 'name the directory above it: --content DIR; `npm run ingest` makes the first one',
    });
}

/** Two files of one id would overwrite each other. */
function doubles(files: readonly CompiledFile[]): ArchiveError[] {
  return [...Map.groupBy(files, ({ summary }) => summary.id)].flatMap(([id, [first, ...others]]) =>
    others.map(
      ({ file }) =>
        new ArchiveError({
          location: { file, line: 1 },
          code: 'w-001',
          text: `Unexpected id \`${id}\`, expected one that no other report has`,
          hint: `${first?.file} has it`,
        }),
    ),
  );
}

/**
 * Compile the earlier versions that are kept as files, each with the addresses it had. They are few,
 * and are compiled anew each time; search and lists never see them.
 *
 * @returns an error for each file that could not be compiled; a digest of the texts, by the file of
 *   the present version
 */
async function compileVersions(
  contentDir: string,
  folder: string,
  vocabularies: Vocabularies,
): Promise<{ errors: ArchiveError[]; texts: Map<string, string> }> {
  const errors: ArchiveError[] = [];
  const versions: CompiledVersion[] = [];
  const texts = new Map<string, string>();
  for (const file of await listVersionFiles(contentDir)) {
    try {
      const text = await readFile(path.join(contentDir, file), 'utf8');
      const parsed = parseReportFile(text, file);
      const { superseded, ...frontmatter } = parsed.frontmatter;
      if (superseded === undefined)
        throw new ArchiveError({
          location: { file },
          code: 'w-008',
          text: 'Unexpected earlier version without `superseded`, expected when and why the next one came',
          hint: '`npm run review` files a new version, and keeps the earlier one with this',
        });
      const anchors = await readAnchorRecord(contentDir, anchorFile(file));
      const present = file.replace(/^versions\//, 'reports/').replace(/\.v\d+\.md$/, '.md');
      const before = texts.get(present) ?? '';
      texts.set(present, hash('sha256', before + file + text + JSON.stringify(anchors)));
      const report = compileReport(parsed, file, anchors, vocabularies);
      versions.push({ file, report, superseded, frontmatter });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      errors.push(error);
    }
  }
  await writeVersions(folder, versions);
  return { errors, texts };
}

/**
 * Complete what a report with earlier versions says of broken addresses: that its text was replaced
 * is a reason too.
 */
async function withReasons<Entry extends CompiledFile>(
  entry: Entry,
  contentDir: string,
  folder: string,
): Promise<Entry> {
  const { file, summary } = entry;
  if (summary.version === 1) return entry;
  const record = await readAnchorRecord(contentDir, anchorFile(file));
  if (record === undefined) return entry;
  const replaced = readVersions(folder, summary).map(({ report, superseded }) => ({
    ...report,
    superseded,
  }));
  const present = readUnrelated(folder, summary.id).own;
  return { ...entry, changes: withReplacedTexts(record, present, replaced).changes };
}

/** @param held the anchor records of the reports that are there */
async function readDepartures(
  contentDir: string,
  held: ReadonlySet<string>,
): Promise<DepartedReport[]> {
  const departures: DepartedReport[] = [];
  for (const file of await listAnchorFiles(contentDir)) {
    const record = held.has(file) ? undefined : await readAnchorRecord(contentDir, file);
    if (record?.departed !== undefined)
      departures.push({ id: record.id, departed: record.departed });
  }
  return departures;
}
