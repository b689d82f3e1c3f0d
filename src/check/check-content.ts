import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { anchorFile, listContent } from '../content/content-directory.ts';
import type { Message } from '../report/archive-error.ts';
import { printedText } from '../report/report-body.ts';
import {
  type CheckRun,
  type ContentFiles,
  checkArchive,
  checkFile,
  readRecord,
} from './check-file.ts';
import { type CheckStore, type FileCheck, noChecks } from './kept-checks.ts';
import { noProofs, type ProofStore } from './proof-store.ts';
import type {
  ArchiveEntry,
  CheckedReport,
  OrphanAnchors,
  Rule,
  VersionEntry,
  Vocabulary,
} from './rules/rule.ts';
import { sketchText } from './rules/w-002-same-text/rule.ts';

/** What a run of the rules gave. */
export interface CheckOutcome {
  /** In no order. */
  readonly messages: readonly Message[];
  readonly reports: number;
  /** Reports of which it was proved that no character was lost. */
  readonly complete: number;
}

/**
 * Run rules over a content directory: each report by itself, then all together.
 *
 * @param show gives the name that messages call a file by
 * @param proofs those that held before
 * @param checks of files that are as they were
 */
export async function checkContent(
  files: ContentFiles,
  vocabulary: Vocabulary,
  rules: readonly Rule[],
  {
    show = (path) => path,
    proofs = noProofs,
    checks = noChecks(files),
  }: {
    readonly show?: CheckRun['show'];
    readonly proofs?: ProofStore;
    readonly checks?: CheckStore;
  } = {},
): Promise<CheckOutcome> {
  const run: CheckRun = { files, vocabulary, rules, show, proofs };
  const entries: ArchiveEntry[] = [];
  const unread: string[] = [];
  const messages: Message[] = [];
  let proved = 0;
  const checkKept = async (path: string): Promise<FileCheck> => {
    const outcome = await checks.check(path, show(path), async (read) => {
      const { report, ...own } = await checkFile({ ...run, files: { read } }, path);
      return report === undefined ? own : { ...own, entry: entryOf(report) };
    });
    messages.push(...outcome.messages);
    if (outcome.proof !== undefined) proofs.add(outcome.proof);
    return outcome;
  };
  const paths = files.list('reports').filter((path) => path.endsWith('.md'));
  for (const path of paths) {
    const { entry, isComplete } = await checkKept(path);
    if (entry === undefined) unread.push(path);
    else entries.push(entry);
    if (isComplete) proved++;
  }
  const versions: VersionEntry[] = [];
  for (const path of files.list('versions').filter((one) => one.endsWith('.md'))) {
    const { entry } = await checkKept(path);
    if (entry !== undefined) versions.push(entry.version);
  }
  const sources = files.list('sources').map((path) => ({ path, file: show(path) }));
  const orphans = readOrphans(files, run, new Set(paths.map(anchorFile)));
  const archive = {
    vocabulary,
    entries,
    versions,
    unread,
    sources,
    orphanAnchors: orphans.anchors,
  };
  messages.push(...orphans.messages, ...checkArchive(archive, rules));
  return { messages, reports: paths.length, complete: proved };
}

function entryOf(report: CheckedReport): ArchiveEntry {
  const { file, path, frontmatter, body } = report;
  const sketch = sketchText(printedText(body));
  const { id, source } = frontmatter;
  return { file, path, id, source: source.file, sketch, version: versionOf(report) };
}

function versionOf({ file, path, frontmatter }: CheckedReport): VersionEntry {
  const { id, version, corrections, superseded } = frontmatter;
  const correctionDays = new Set(corrections.map(({ date }) => date)).size;
  return { file, path, id, version, correctionDays, isSuperseded: superseded !== undefined };
}

/** Read the anchor records beside which no report lies. */
function readOrphans(
  files: ContentFiles,
  run: CheckRun,
  kept: ReadonlySet<string>,
): { anchors: OrphanAnchors[]; messages: Message[] } {
  const left = files.list('anchors').filter((path) => path.endsWith('.json') && !kept.has(path));
  const read = left.map((path) => ({ path, ...readRecord(run, path) }));
  return {
    anchors: read.flatMap(({ path, record }) =>
      record === undefined ? [] : [{ path, file: run.show(path), record }],
    ),
    messages: read.flatMap(({ messages }) => messages),
  };
}

/** Open a content directory on disk; hidden files are none of it. */
export function contentFiles(contentDir: string): ContentFiles {
  return {
    list: (folder) => listContent(contentDir, folder),
    read: (file) => {
      const full = path.join(contentDir, file);
      return isName(file) && statSync(full, { throwIfNoEntry: false })?.isFile()
        ? readFileSync(full)
        : undefined;
    },
  };
}

/** In bytes; no file system has a longer name. */
const LONGEST_NAME = 255;

/** Whether a path that a report names can be that of a file in the directory. */
function isName(file: string): boolean {
  return file
    .split('/')
    .every(
      (name) => name !== '..' && !name.includes('\0') && Buffer.byteLength(name) <= LONGEST_NAME,
    );
}

/** Sum a check up in its last line: `5 of 5 reports complete, 0 errors, 1 warning`. */
export function formatCheckSummary({ messages, reports, complete }: CheckOutcome): string {
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const warnings = messages.length - errors;
  return `${complete} of ${count(reports, 'report')} complete, ${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
