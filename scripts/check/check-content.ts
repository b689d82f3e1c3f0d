import { createHash } from 'node:crypto';
import type { AnchorRecord } from '../../src/archive/anchor/anchor-record.ts';
import { ArchiveError, type Message } from '../../src/archive/error/archive-error.ts';
import { printedText } from '../../src/archive/outline/printed-text.ts';
import { sketchText } from '../../src/archive/related/text-sketch.ts';
import type {
  ArchiveEntry,
  CheckedReport,
  OrphanAnchors,
  Snapshot,
  Vocabulary,
} from '../../src/archive/rules/checked-archive.ts';
import type { Rule } from '../../src/archive/rules/rule.ts';
import { checkArchive, checkReport, checkText } from '../../src/archive/rules/run-rules.ts';
import { complete } from '../../src/archive/rules/t-009-complete/rule.ts';
import { parseAnchorRecord } from '../content/anchor-records.ts';
import { anchorFile } from '../content/content-directory.ts';
import type { ContentFiles } from './content-files.ts';
import { readReport } from './read-report.ts';

/** What a run of the rules gave. */
export interface CheckOutcome {
  /** In no order. */
  readonly messages: readonly Message[];
  readonly reports: number;
  /** Reports of which it was proved that no character was lost. */
  readonly complete: number;
}

/**
 * Runs rules over a content directory: each report by itself, then all together.
 *
 * @param show gives the name that messages call a file by
 */
export function checkContent(
  files: ContentFiles,
  vocabulary: Vocabulary,
  rules: readonly Rule[],
  show: (path: string) => string = (path) => path,
): CheckOutcome {
  const entries: ArchiveEntry[] = [];
  const unread: string[] = [];
  const messages: Message[] = [];
  let proved = 0;
  const paths = files.list('reports').filter((path) => path.endsWith('.md'));
  for (const path of paths) {
    const { report, messages: own } = checkFile(files, path, vocabulary, rules, show);
    messages.push(...own);
    if (report === undefined) unread.push(path);
    else entries.push(entryOf(report));
    if (report?.snapshot !== undefined && !own.some(({ code }) => code === complete.code)) proved++;
  }
  const sources = files.list('sources').map((path) => ({ path, file: show(path) }));
  const orphans = readOrphans(files, new Set(paths.map(anchorFile)), show);
  const { orphanAnchors } = orphans;
  messages.push(
    ...orphans.messages,
    ...checkArchive({ entries, unread, sources, orphanAnchors }, rules),
  );
  return { messages, reports: paths.length, complete: proved };
}

function checkFile(
  files: ContentFiles,
  path: string,
  vocabulary: Vocabulary,
  rules: readonly Rule[],
  show: (path: string) => string,
): { report: CheckedReport | undefined; messages: Message[] } {
  const { record, messages } = readRecord(files, anchorFile(path), show);
  const read = readReport(decode(files.read(path)), path, show(path), {
    findSnapshot: (source) => readSnapshot(files, source),
    anchors: record,
    anchorFile: show(anchorFile(path)),
  });
  return {
    report: read.report,
    messages: [
      ...messages,
      ...read.messages,
      ...(read.text === undefined ? [] : checkText(read.text, rules)),
      ...(read.report === undefined ? [] : checkReport(read.report, vocabulary, rules)),
    ],
  };
}

function entryOf({ file, path, frontmatter, body }: CheckedReport): ArchiveEntry {
  const sketch = sketchText(printedText(body));
  return { file, path, id: frontmatter.id, source: frontmatter.source.file, sketch };
}

function readOrphans(
  files: ContentFiles,
  kept: ReadonlySet<string>,
  show: (path: string) => string,
): { orphanAnchors: OrphanAnchors[]; messages: Message[] } {
  const left = files.list('anchors').filter((path) => path.endsWith('.json') && !kept.has(path));
  const read = left.map((path) => ({ path, ...readRecord(files, path, show) }));
  return {
    orphanAnchors: read.flatMap(({ path, record }) =>
      record === undefined ? [] : [{ path, file: show(path), record }],
    ),
    messages: read.flatMap(({ messages }) => messages),
  };
}

function readRecord(
  files: ContentFiles,
  path: string,
  show: (path: string) => string,
): { record: AnchorRecord | undefined; messages: Message[] } {
  const bytes = files.read(path);
  if (bytes === undefined) return { record: undefined, messages: [] };
  try {
    return { record: parseAnchorRecord(decode(bytes), show(path)), messages: [] };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { record: undefined, messages: [error.toMessage()] };
  }
}

function readSnapshot(files: ContentFiles, path: string): Snapshot | undefined {
  const bytes = files.read(path);
  if (bytes === undefined) return undefined;
  return { sha256: createHash('sha256').update(bytes).digest('hex'), text: decode(bytes) };
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
