import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../content/write-whole.ts';
import { ArchiveError, formatMessage } from '../../report/archive-error.ts';
import { formatReportFile, parseReportFile } from '../../report/file/report-file.ts';
import type { Frontmatter, ReviewEntry } from '../../report/frontmatter.ts';
import type { BasisField } from '../../report/report.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { extract } from '../formats/extract.ts';
import { type Editor, readAnswer } from './editor.ts';
import { isBasisField, parseValue } from './parse-value.ts';
import { isIdentityField, refileReport } from './refile-report.ts';
import { type Decision, settleField } from './settle-field.ts';
import { snapshotLine } from './snapshot-line.ts';

/** How an editor went through the doubts of a file. */
export interface Reviewed {
  readonly settled: number;
  readonly left: number;
  readonly hasQuit: boolean;
}

/**
 * Walks an editor through the `review:` entries of a report. Each decision is written at once, so
 * that what was decided is kept however the walk ends.
 *
 * @param file path under the content directory
 */
export async function reviewReport(
  contentDir: string,
  file: string,
  vocabularies: Vocabularies,
  editor: Editor,
): Promise<Reviewed> {
  let at = file;
  const read = async () => parseReportFile(await readFile(path.join(contentDir, at), 'utf8'), at);
  const { frontmatter } = await read();
  const bytes = await readFile(path.join(contentDir, frontmatter.source.file));
  const { text: snapshot } = await extract(bytes, frontmatter.source.file);
  editor.say(`\n${file}\n  ${frontmatter.title}\n  ${frontmatter.source.file}`);
  let settled = 0;
  const outcome = (hasQuit: boolean): Reviewed => ({
    settled,
    left: frontmatter.review.length - settled,
    hasQuit,
  });
  for (const entry of frontmatter.review) {
    for (const line of describeDoubt(entry, frontmatter, snapshot)) editor.say(line);
    const field = isBasisField(entry.field) ? entry.field : undefined;
    const decision = await askDecision(editor, field, vocabularies);
    if (decision === 'quit') return outcome(true);
    if (decision === 'skip') continue;
    const report = await read();
    const after = settleField(report.frontmatter, entry, field, decision, snapshot);
    try {
      at = await write(contentDir, at, { before: report, after, field }, vocabularies);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      editor.say(formatMessage(error.toMessage()));
      continue;
    }
    settled += 1;
    if (at !== file) editor.say(`  → ${at}`);
  }
  return outcome(false);
}

function describeDoubt(
  entry: ReviewEntry,
  { source, basis }: Frontmatter,
  snapshot: string,
): string[] {
  const { field, value, confidence, evidence } = entry;
  const where = snapshotLine(snapshot, entry, source.omitted);
  const word = isBasisField(field) ? basis[field] : undefined;
  return [
    `\n  ${field}: ${value ?? 'none'}  (${[word, confidence.toFixed(2)].filter(Boolean).join(', ')})`,
    `    evidence: ${evidence}`,
    ...(where === undefined ? [] : [`    ${where}`]),
  ];
}

/** Asks until the answer makes sense. */
async function askDecision(
  editor: Editor,
  field: BasisField | undefined,
  { regions }: Vocabularies,
): Promise<Decision | 'skip' | 'quit'> {
  const choice = field === undefined ? 'a: it is settled' : 'a: accept, or another value (-: none)';
  for (;;) {
    const answer = readAnswer(await editor.ask(`    ${choice}, s: skip, q: quit > `));
    if (answer.kind === 'accept') return { kind: 'accept' };
    if (answer.kind !== 'value') return answer.kind;
    if (field === undefined) {
      editor.say('    mend it in the file, then accept');
      continue;
    }
    const parsed = parseValue(field, answer.text, regions);
    if (parsed.fault === undefined) return { kind: 'value', value: parsed.value };
    editor.say(`    ${parsed.fault}`);
  }
}

async function write(
  contentDir: string,
  file: string,
  change: {
    readonly before: ReturnType<typeof parseReportFile>;
    readonly after: Frontmatter;
    readonly field: BasisField | undefined;
  },
  vocabularies: Vocabularies,
): Promise<string> {
  const { before, after, field } = change;
  const report = { frontmatter: after, body: before.body };
  const isMoved =
    field !== undefined && isIdentityField(field) && after[field] !== before.frontmatter[field];
  if (isMoved) return refileReport(contentDir, file, report, before.frontmatter, vocabularies);
  await writeWhole(path.join(contentDir, file), formatReportFile(report));
  return file;
}
