import { createHash } from 'node:crypto';
import type { AnchorRecord } from '../../src/archive/anchor/anchor-record.ts';
import { ArchiveError, type Message } from '../../src/archive/error/archive-error.ts';
import type {
  CheckedReport,
  Snapshot,
  Vocabulary,
} from '../../src/archive/rules/checked-archive.ts';
import type { Rule } from '../../src/archive/rules/rule.ts';
import { checkReport, checkText } from '../../src/archive/rules/run-rules.ts';
import { parseAnchorRecord } from '../content/anchor-records.ts';
import { anchorFile } from '../content/content-directory.ts';
import { extract } from '../ingest/extract.ts';
import type { ContentFiles } from './content-files.ts';
import { readReport } from './read-report.ts';

/** A content directory with the rules to run over it. */
export interface CheckRun {
  readonly files: ContentFiles;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  /** Gives the name that messages call a file by. */
  readonly show: (path: string) => string;
}

/** Runs the rules over one report file. */
export async function checkFile(
  { files, vocabulary, rules, show }: CheckRun,
  path: string,
): Promise<{ report: CheckedReport | undefined; messages: Message[] }> {
  const anchors = readRecord({ files, show }, anchorFile(path));
  const { text, report, messages } = await readReport(decode(files.read(path)), path, show(path), {
    findSnapshot: (source) => readSnapshot(files, source),
    anchors: anchors.record,
    anchorFile: show(anchorFile(path)),
  });
  return {
    report,
    messages: [
      ...anchors.messages,
      ...messages,
      ...(text === undefined ? [] : checkText(text, rules)),
      ...(report === undefined ? [] : checkReport(report, vocabulary, rules)),
    ],
  };
}

/** Reads an anchor record, where there is one; a fault ends up as a message. */
export function readRecord(
  { files, show }: Pick<CheckRun, 'files' | 'show'>,
  path: string,
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

async function readSnapshot(files: ContentFiles, path: string): Promise<Snapshot | undefined> {
  const bytes = files.read(path);
  if (bytes === undefined) return undefined;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    const { text } = await extract(bytes, path);
    return { sha256, text, fault: undefined };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { sha256, text: undefined, fault: error.message };
  }
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
