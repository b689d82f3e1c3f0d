import { createHash } from 'node:crypto';
import { parseAnchorRecord, readReplacedTexts } from '../content/anchor-records.ts';
import { anchorFile } from '../content/content-directory.ts';
import { extract } from '../ingest/formats/extract.ts';
import { withReplacedTexts } from '../report/anchor/anchor-changes.ts';
import type { AnchorRecord } from '../report/anchor/anchor-record.ts';
import { ArchiveError, type Message } from '../report/archive-error.ts';
import type { ContentFiles } from './content-files.ts';
import type { ProofStore } from './proof-store.ts';
import { readReport } from './read-report.ts';
import { acceptWarnings } from './rules/accept-warnings.ts';
import type { CheckedReport, Snapshot, Vocabulary } from './rules/checked-archive.ts';
import type { Rule } from './rules/rule.ts';
import { checkReport, checkText } from './rules/run-rules.ts';
import { complete } from './rules/t-009-complete/rule.ts';

/** A content directory with the rules to run over it. */
export interface CheckRun {
  readonly files: ContentFiles;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  /** Gives the name that messages call a file by. */
  readonly show: (path: string) => string;
  readonly proofs: ProofStore;
}

/** Runs the rules over one report file. */
export async function checkFile(
  run: CheckRun,
  path: string,
): Promise<{ report: CheckedReport | undefined; isComplete: boolean; messages: Message[] }> {
  const { files, vocabulary, rules, show, proofs } = run;
  const source = decode(files.read(path));
  const anchors = readRecord(run, anchorFile(path));
  const grounds = [source, JSON.stringify(anchors.record ?? null)];
  const {
    text,
    report: found,
    messages,
  } = await readReport(source, path, show(path), {
    findSnapshot: (snapshot) => readSnapshot(run, snapshot, grounds),
    anchors: anchors.record,
    anchorFile: show(anchorFile(path)),
  });
  const report = found && withReasons(run, found);
  const all = [
    ...anchors.messages,
    ...messages,
    ...(text === undefined ? [] : checkText(text, rules)),
    ...(report === undefined ? [] : checkReport(report, vocabulary, rules)),
  ];
  const isComplete =
    report?.snapshot !== undefined &&
    rules.includes(complete) &&
    !all.some(({ code }) => code === complete.code);
  if (isComplete) proofs.add(proofs.key(...grounds, report.snapshot.sha256));
  const accepted = report?.frontmatter.accepted ?? [];
  return { report, isComplete, messages: acceptWarnings(all, accepted, show(path)) };
}

/** Gives the record of published addresses the reasons that earlier versions were replaced for. */
function withReasons({ files }: CheckRun, report: CheckedReport): CheckedReport {
  const { path, anchors, sections, frontmatter } = report;
  if (anchors === undefined || !path.startsWith('reports/')) return report;
  const replaced = readReplacedTexts(path, frontmatter.version, anchors, (file) => {
    const bytes = files.read(file);
    return bytes && decode(bytes);
  });
  return { ...report, anchors: withReplacedTexts(anchors, sections, replaced) };
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

async function readSnapshot(
  { files, proofs }: CheckRun,
  path: string,
  grounds: readonly string[],
): Promise<Snapshot | undefined> {
  const bytes = files.read(path);
  if (bytes === undefined) return undefined;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (proofs.has(proofs.key(...grounds, sha256))) return { sha256, reading: { kind: 'proved' } };
  try {
    const { text } = await extract(bytes, path);
    return { sha256, reading: { kind: 'text', text } };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { sha256, reading: { kind: 'fault', fault: error.message } };
  }
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
