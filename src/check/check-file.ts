import { createHash, hash } from 'node:crypto';
import { parseAnchorRecord, readReplacedTexts } from '../content/anchor-records.ts';
import { anchorFile } from '../content/content-directory.ts';
import { extract } from '../ingest/formats/extract.ts';
import { snapshotText } from '../ingest/formats/extracted.ts';
import { recognisedStem } from '../ingest/formats/pictures/transcript.ts';
import { addressText } from '../report/anchor/address-body.ts';
import { withReplacedTexts } from '../report/anchor/anchor-changes.ts';
import type { AnchorRecord } from '../report/anchor/anchor-record.ts';
import { ArchiveError, type Message } from '../report/archive-error.ts';
import { readReportBody } from '../report/file/body-markdown.ts';
import { readFrontmatter } from '../report/file/report-file.ts';
import { type AcceptedWarning, frontmatterSchema } from '../report/frontmatter.ts';
import type { ProofStore } from './proof-store.ts';
import { printedTexts } from './rules/printed-text.ts';
import type {
  Archive,
  CheckedReport,
  Finding,
  ReportText,
  Rule,
  Snapshot,
  Vocabulary,
} from './rules/rule.ts';
import { complete } from './rules/t-009-complete/rule.ts';
import { wholeFile } from './rules/t-010-whole-file/rule.ts';

/** A content directory, or what stands in for one: paths are under it, with `/`. */
export interface ContentFiles {
  /** List the files in a folder and below it, sorted; none where it is not there. */
  readonly list: (folder: string) => string[];
  /** Give a file's bytes, `undefined` where it is not there. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/** A content directory with the rules to run over it. */
export interface CheckRun {
  readonly files: Pick<ContentFiles, 'read'>;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  /** Give the name that messages call a file by. */
  readonly show: (path: string) => string;
  readonly proofs: ProofStore;
}

/** What checking a report file gave. */
interface CheckedFile {
  readonly report: CheckedReport | undefined;
  readonly messages: Message[];
  readonly isComplete: boolean;
  /** The key of the proof that it is complete; absent where it was not proved. */
  readonly proof?: string;
}

/** Run the rules over one report file. */
export async function checkFile(run: CheckRun, path: string): Promise<CheckedFile> {
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
  const accepted = report?.frontmatter.accepted ?? [];
  const told = acceptWarnings(all, accepted, show(path));
  const fails = (among: readonly Message[]) =>
    among.some(({ code }) => code === complete.code || code === wholeFile.code);
  const isProvable = report?.snapshot !== undefined && rules.includes(complete);
  // What an editor accepted is looked at again each time, so that the acceptance has its warning.
  const proof =
    isProvable && !fails(all) ? { proof: proofs.key(...grounds, report.snapshot.grounds) } : {};
  return { report, isComplete: isProvable && !fails(told), messages: told, ...proof };
}

/** Give the record of published addresses the reasons that earlier versions were replaced for. */
function withReasons({ files }: CheckRun, report: CheckedReport): CheckedReport {
  const { path, anchors, frontmatter } = report;
  if (anchors === undefined || !path.startsWith('reports/')) return report;
  const replaced = readReplacedTexts(path, frontmatter.version, anchors, (file) => {
    const bytes = files.read(file);
    return bytes && decode(bytes);
  });
  return { ...report, anchors: withReplacedTexts(anchors, report, replaced) };
}

/** Read an anchor record, where there is one; a fault ends up as a message. */
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
  const sha256 = hash('sha256', bytes);
  const transcript = files.read(`${recognisedStem(bytes)}.txt`);
  const own = createHash('sha256')
    .update(bytes)
    .update(transcript ?? '')
    .digest('hex');
  const snapshot = { sha256, grounds: own };
  if (proofs.has(proofs.key(...grounds, own))) return { ...snapshot, reading: { kind: 'proved' } };
  try {
    const extracted = await extract(bytes, path, transcript && decode(transcript));
    const differences = (extracted.doubts ?? []).filter(({ from }) => from !== 'reader');
    return { ...snapshot, reading: { kind: 'text', ...snapshotText(extracted), differences } };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { ...snapshot, reading: { kind: 'fault', fault: error.message } };
  }
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** What lies beside a report file in its content directory. */
export interface Beside {
  /** Give the snapshot that the frontmatter names. */
  readonly findSnapshot: (path: string) => Promise<Snapshot | undefined>;
  readonly anchors: AnchorRecord | undefined;
  readonly anchorFile: string;
}

/** A report file as far as it could be read. */
export interface ReadReport {
  /** `undefined` where there is no frontmatter to tell from the text. */
  readonly text: ReportText | undefined;
  /** `undefined` where a field or the outline is not sound. */
  readonly report: CheckedReport | undefined;
  /** What reading it met. */
  readonly messages: readonly Message[];
}

/**
 * Read a report file for the rules; a fault ends up as a message, never as an exception.
 *
 * @param path under the content directory
 * @param file what messages are to call it
 */
export async function readReport(
  text: string,
  path: string,
  file: string,
  { findSnapshot, anchors, anchorFile }: Beside,
): Promise<ReadReport> {
  try {
    const { data, content, line } = readFrontmatter(text, file);
    const printed = printedTexts(data, content, line);
    const source: ReportText = { file, path, text, data, bodyLine: line, printed };
    const { body, lines, errors } = readReportBody(content, file, line);
    const messages = errors.map((error) => error.toMessage());
    const parsed = frontmatterSchema.safeParse(data);
    if (!parsed.success || messages.length > 0)
      return { text: source, report: undefined, messages };
    const frontmatter = parsed.data;
    const snapshot = await findSnapshot(frontmatter.source.file);
    const { sections, notes = [] } = addressText(body, anchors);
    const outline = { body, blockLines: lines, sections, notes, anchors, anchorFile };
    return { text: source, report: { ...source, frontmatter, ...outline, snapshot }, messages };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { text: undefined, report: undefined, messages: [error.toMessage()] };
  }
}

/**
 * Take out the warnings that an editor has looked into and accepted, and add one for each acceptance
 * that no warning answers to any more. An error is never accepted.
 *
 * @param messages of one report file
 * @param accepted of its frontmatter
 * @param file as messages name it
 */
export function acceptWarnings(
  messages: readonly Message[],
  accepted: readonly AcceptedWarning[],
  file: string,
): Message[] {
  const isMeant = ({ code, severity, text }: Message, { rule, found }: AcceptedWarning) =>
    severity === 'warning' && code === rule && text.startsWith(`Unexpected ${found}, `);
  const left = messages.filter((message) => !accepted.some((one) => isMeant(message, one)));
  const idle = accepted.filter((one) => !messages.some((message) => isMeant(message, one)));
  return [
    ...left,
    ...idle.map(
      ({ rule, found }): Message => ({
        location: { file, line: 1 },
        code: 'm-014',
        severity: 'warning',
        text: `Unexpected acceptance of ${rule} (${found}), expected a warning that it answers to`,
        hint: 'take the entry out of `accepted`, or write `found` as the warning has it',
      }),
    ),
  ];
}

/**
 * Run the rules that look at one file as it was written.
 *
 * @returns messages in the order of the rules
 */
export function checkText(report: ReportText, rules: readonly Rule[]): Message[] {
  return rules.flatMap((rule) =>
    rule.scope === 'text' ? toMessages(rule, rule.check(report)) : [],
  );
}

/** Run the rules that look at one report whose fields and outline are sound. */
export function checkReport(
  report: CheckedReport,
  vocabulary: Vocabulary,
  rules: readonly Rule[],
): Message[] {
  return rules.flatMap((rule) =>
    rule.scope === 'report' ? toMessages(rule, rule.check(report, vocabulary)) : [],
  );
}

/** Run the rules that look at all reports together. */
export function checkArchive(archive: Archive, rules: readonly Rule[]): Message[] {
  return rules.flatMap((rule) =>
    rule.scope === 'archive' ? toMessages(rule, rule.check(archive)) : [],
  );
}

function toMessages({ code, severity }: Rule, findings: readonly Finding[]): Message[] {
  return findings.map((finding) => ({ ...finding, code, severity }));
}
