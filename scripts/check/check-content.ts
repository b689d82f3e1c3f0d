import { createHash } from 'node:crypto';
import type { Message } from '../../src/archive/error/archive-error.ts';
import type {
  ArchiveEntry,
  Snapshot,
  Vocabulary,
} from '../../src/archive/rules/checked-archive.ts';
import type { Rule } from '../../src/archive/rules/rule.ts';
import { checkArchive, checkReport, checkText } from '../../src/archive/rules/run-rules.ts';
import type { ContentFiles } from './content-files.ts';
import { readReport } from './read-report.ts';

/** What a run of the rules gave. */
export interface CheckOutcome {
  readonly messages: readonly Message[];
  readonly reports: number;
}

/**
 * Runs rules over a content directory: each report by itself, then all together.
 *
 * @param show gives the name that messages call a file by
 * @returns messages in no order
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
  const paths = files.list('reports').filter((path) => path.endsWith('.md'));
  for (const path of paths) {
    const bytes = files.read(path);
    if (bytes === undefined) continue;
    const text = new TextDecoder().decode(bytes);
    const read = readReport(text, path, show(path), (source) => readSnapshot(files, source));
    messages.push(...read.messages);
    if (read.text !== undefined) messages.push(...checkText(read.text, rules));
    if (read.report === undefined) unread.push(path);
    else {
      messages.push(...checkReport(read.report, vocabulary, rules));
      const { file, frontmatter } = read.report;
      const { id, source } = frontmatter;
      entries.push({ file, path, id, source: source.file });
    }
  }
  const listed = (folder: string) => files.list(folder).map((path) => ({ path, file: show(path) }));
  const archive = { entries, unread, sources: listed('sources'), anchors: listed('anchors') };
  messages.push(...checkArchive(archive, rules));
  return { messages, reports: paths.length };
}

function readSnapshot(files: ContentFiles, path: string): Snapshot | undefined {
  const bytes = files.read(path);
  if (bytes === undefined) return undefined;
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: new TextDecoder().decode(bytes),
  };
}
