import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findMachineFault } from '../../command/run-command.ts';
import { listReportFiles } from '../../content/content-directory.ts';
import { ArchiveError, formatMessage } from '../../report/archive-error.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import type { Editor } from './editor.ts';
import { type Reviewed, reviewReport } from './review-report.ts';
import { reviewUnfiled } from './review-unfiled.ts';

/**
 * Walks an editor through every doubt of a content directory: the reports first, then the documents
 * that could not be filed.
 */
export async function walkDoubts(
  contentDir: string,
  vocabularies: Vocabularies,
  editor: Editor,
): Promise<void> {
  const { reports, unfiled } = await listDoubts(contentDir);
  if (reports.length + unfiled.length === 0) {
    editor.say('no report has a doubt, and no document waits to be filed');
    return;
  }
  editor.say(
    `${count(reports.length, 'report')} with doubts, ${count(unfiled.length, 'document')} not yet filed`,
  );
  editor.say('each answer is kept at once; Enter leaves a question for another time');
  const steps = [
    ...reports.map((file) => () => reviewReport(contentDir, file, vocabularies, editor)),
    ...unfiled.map((file) => () => reviewUnfiled(contentDir, file, vocabularies, editor)),
  ];
  let settled = 0;
  let way = 1;
  const left = new Map<number, number>();
  for (let at = 0; at < steps.length; ) {
    const reviewed = await steps[at]?.().catch((error: unknown) => tellUnread(error, editor));
    if (reviewed === undefined) break;
    settled += reviewed.settled;
    left.set(at, reviewed.left);
    if (reviewed.end === 'quit') break;
    if (reviewed.end === 'back' && at === 0) editor.say('    this is the first question');
    // What is passed is passed both ways.
    if (reviewed.end !== 'passed' || at === 0) way = reviewed.end === 'back' ? -1 : 1;
    at = Math.max(at + way, 0);
  }
  const open = [...left.values()].reduce((sum, one) => sum + one, 0);
  editor.say(`\n${settled} settled, ${open} looked at and left; see \`npm run check\``);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A file that cannot be read is told, and keeps nobody from the others. */
function tellUnread(error: unknown, editor: Editor): Reviewed {
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const fault = isAbsent ? findMachineFault('npm run review', error) : undefined;
  const message = error instanceof ArchiveError ? error.toMessage() : fault;
  if (message === undefined) throw error;
  editor.say(`\n${formatMessage(message)}`);
  return { settled: 0, left: 1, end: 'passed' };
}

/** What waits for an editor; paths are under the content directory. */
interface Doubts {
  /** Report files with `review:` entries, and those of which that cannot be told. */
  readonly reports: readonly string[];
  readonly unfiled: readonly string[];
}

/** Lists the reports with doubts, and the documents that could not be filed. */
async function listDoubts(contentDir: string): Promise<Doubts> {
  const reports: string[] = [];
  const files = existsSync(path.join(contentDir, 'reports'))
    ? await listReportFiles(contentDir)
    : [];
  for (const file of files) {
    const text = await readFile(path.join(contentDir, file), 'utf8');
    // Most files have none, and parsing thirty thousand takes a minute.
    if (!/^review:/m.test(text)) continue;
    if (mayHaveDoubts(text, file)) reports.push(file);
  }
  const folder = path.join(contentDir, 'review');
  const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
  const unfiled = names.filter((name) => name.endsWith('.yaml')).map((name) => `review/${name}`);
  return { reports, unfiled };
}

function mayHaveDoubts(text: string, file: string): boolean {
  try {
    return parseReportFile(text, file).frontmatter.review.length > 0;
  } catch {
    // Its turn tells why.
    return true;
  }
}
