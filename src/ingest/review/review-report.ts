import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { anchorFile } from '../../content/content-directory.ts';
import { writeInTurn } from '../../content/write-in-turn.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { ArchiveError, formatMessage } from '../../report/archive-error.ts';
import {
  formatReportFile,
  parseReportFile,
  type ReportFile,
} from '../../report/file/report-file.ts';
import type { Frontmatter, ReviewEntry } from '../../report/frontmatter.ts';
import { type BasisField, isBasisField } from '../../report/report.ts';
import { printedText } from '../../report/report-body.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { findRegion } from '../../vocabulary/region/region-tree.ts';
import type { Given } from '../describe/description.ts';
import { moveSecondSources, writeReport } from '../filing/write-report.ts';
import { extract } from '../formats/extract.ts';
import { readTranscript } from '../formats/pictures/kept-transcripts.ts';
import { ingestFile } from '../ingest.ts';
import { type Editor, readAnswer, showBeginning, showDoubt } from './editor.ts';
import {
  type Decision,
  describeValue,
  isSameDoubt,
  parseValue,
  settleField,
} from './settle-field.ts';

/** How an editor went through the doubts of a file. */
export interface Reviewed {
  readonly settled: number;
  readonly left: number;
  /** `back`: from its first question, to the file before. `passed`: nothing was to be asked. */
  readonly end: 'done' | 'back' | 'quit' | 'passed';
}

/**
 * Walk an editor through the `review:` entries of a report. Each decision is written at once, so
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
  if (!existsSync(path.join(contentDir, file))) {
    editor.say(`\n${file}\n  was filed elsewhere: what is settled is mended in the file itself`);
    return { settled: 0, left: 0, end: 'passed' };
  }
  let at = file;
  const readText = (one: string) => readFile(path.join(contentDir, one), 'utf8');
  const read = async () => parseReportFile(await readText(at), at);
  const { frontmatter, body } = await read();
  const bytes = await readFile(path.join(contentDir, frontmatter.source.file));
  const transcript = await readTranscript(contentDir, bytes);
  const { text: snapshot } = await extract(bytes, frontmatter.source.file, transcript);
  editor.say(`\n${file}\n  ${frontmatter.title}\n  ${frontmatter.source.file}`);
  showBeginning(editor, printedText(body).split('\n'));
  let settled = 0;
  const outcome = async (end: Reviewed['end']): Promise<Reviewed> => ({
    settled,
    left: (await read()).frontmatter.review.length,
    end,
  });
  const entries = frontmatter.review;
  if (entries.length === 0)
    editor.say('  has no doubt left: what is settled is mended in the file itself');
  // The entries that were asked about, in order: `back` returns to the last of them.
  const asked: number[] = [];
  const settledAt = new Map<number, { readonly at: string; before: string; after: string }>();
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (entry === undefined) break;
    if (!(await read()).frontmatter.review.some((one) => isSameDoubt(one, entry))) continue;
    const field = isBasisField(entry.field) ? entry.field : undefined;
    const basis = field === undefined ? undefined : frontmatter.basis[field];
    showDoubt(editor, { ...entry, basis }, snapshot, frontmatter.source.omitted);
    const decision = await askDecision(editor, entry, field, vocabularies);
    if (decision === 'quit') return outcome('quit');
    if (decision === 'back') {
      const last = asked.pop();
      if (last === undefined) return outcome('back');
      index = last;
      const own = settledAt.get(index);
      if (own !== undefined) {
        const isBack = await writeInTurn(contentDir, async () => {
          // What somebody mended in the file since would be lost.
          if (own.at !== at || (await readText(at)) !== own.after) return false;
          await writeWhole(path.join(contentDir, at), own.before);
          return true;
        });
        if (isBack) settled -= 1;
        editor.say(isBack ? '    taken back' : `    ${at} was changed since: mend it there`);
      }
      settledAt.delete(index);
      index -= 1;
      continue;
    }
    asked.push(index);
    if (decision === 'skip') continue;
    try {
      at = await writeInTurn(contentDir, async () => {
        const before = await readText(at);
        const report = parseReportFile(before, at);
        const given = offeredValue(report.frontmatter, entry, field) ?? decision;
        const own = decision.kind === 'accept' ? given : decision;
        const after = settleField(report.frontmatter, entry, field, own, snapshot);
        const target = await write(contentDir, at, { before: report, after, field }, vocabularies);
        settledAt.set(index, { at, before, after: await readText(target) });
        return target;
      });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      editor.say(formatMessage(error.toMessage()));
      continue;
    }
    settled += 1;
    if (at !== file) editor.say(`  → ${at}`);
  }
  return outcome(entries.length === 0 ? 'passed' : 'done');
}

/** What another source offers for a field that the report lacks: accepting takes it. */
function offeredValue(
  frontmatter: Frontmatter,
  { value }: ReviewEntry,
  field: BasisField | undefined,
): Decision | undefined {
  const isOffer = field === 'published' && frontmatter.published === null && value !== null;
  return isOffer ? { kind: 'value', value } : undefined;
}

/** Ask until the answer makes sense. */
async function askDecision(
  editor: Editor,
  entry: ReviewEntry,
  field: BasisField | undefined,
  { regions }: Vocabularies,
): Promise<Decision | 'skip' | 'back' | 'quit'> {
  const isOffer = entry.field === 'url' && entry.value !== null;
  const own = isOffer ? 'a: take it, -: leave it out' : 'a: looked at, it is right now';
  const choice = field === undefined ? own : 'a: accept, or another value (-: none)';
  for (;;) {
    const answer = readAnswer(await editor.ask(`    ${choice}, s: skip, b: back, q: quit > `));
    if (answer.kind === 'accept') return { kind: 'accept' };
    if (answer.kind !== 'value') return answer.kind;
    if (isOffer && answer.text === '-') return { kind: 'value', value: null };
    if (field === undefined) {
      editor.say('    nothing can be typed in here: mend the report’s file, then answer a');
      continue;
    }
    const parsed = parseValue(field, answer.text, regions);
    if (parsed.fault === undefined) {
      editor.say(`    understood: ${describeValue(field, parsed.value, regions)}`);
      return { kind: 'value', value: parsed.value };
    }
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

/** The fields that a report's id and place in the archive are made of. */
type IdentityField = 'region' | 'year' | 'kind';

function isIdentityField(field: BasisField): field is IdentityField {
  return field === 'region' || field === 'year' || field === 'kind';
}

/**
 * Move a report to where it belongs once an editor has mended its region, year or kind.
 *
 * Ingest says where that is, from the snapshot and the editor's decisions; what else is in the file
 * stays as the editor has it. A released report has a published address, and earlier versions go by
 * its name: neither is given up like this.
 *
 * @param file path of the report under the content directory
 * @param report as it is to be, under its old id
 * @returns where it is now
 * @throws ArchiveError `i-942` for such a report; those of ingest, where its new id is taken
 */
async function refileReport(
  contentDir: string,
  file: string,
  { frontmatter, body }: ReportFile,
  before: ReportFile['frontmatter'],
  vocabularies: Vocabularies,
): Promise<string> {
  if (existsSync(path.join(contentDir, anchorFile(file))) || frontmatter.version > 1)
    throw refused(
      file,
      'Unexpected other id for a report that was released or has versions, expected the one it has',
      'ingest it again where it belongs, and say `departed` in the anchor record of this one (docs/adr/0005)',
    );
  const { source, basis, region, year, kind, title, issuer } = frontmatter;
  const snapshot = path.join(contentDir, source.file);
  const given: Given = {
    ...{ region, year, kind },
    ...(source.url === null ? {} : { url: source.url }),
    ...(basis.issuer === 'editor' ? { issuer } : {}),
  };
  const context = { contentDir, vocabularies, given, isDryRun: true, insteadOf: file };
  const {
    outcome,
    reason,
    path: target,
    report,
  } = await ingestFile({ source: snapshot, name: file }, context);
  if (outcome !== 'written' || target === null || report === undefined)
    throw refused(file, reason ?? 'Unexpected outcome of ingest', 'nothing was changed');

  const nameOf = (code: string) => findRegion(vocabularies.regions, code)?.name ?? code;
  const fresh = report.frontmatter;
  // A title that ingest supplied names region and year: it follows them.
  const supplied = fresh.title.replace(nameOf(region), nameOf(before.region));
  const isSupplied =
    basis.title === 'editor' && supplied.replace(`${year}`, `${before.year}`) === title;
  const stem = target.replace(/^reports\//, '').replace(/\.md$/, '');
  const moved: ReportFile = {
    frontmatter: {
      ...frontmatter,
      id: fresh.id,
      title: isSupplied ? fresh.title : title,
      issuer: basis.issuer === 'inferred' ? fresh.issuer : issuer,
      source: { ...source, file: `sources/${stem}${path.extname(source.file)}` },
    },
    body,
  };
  const bytes = await readFile(snapshot);
  await writeReport(contentDir, { report: moved, stem, bytes, replaces: file }, file, false);
  await moveSecondSources(contentDir, source.file, moved.frontmatter.source.file);
  if (target !== file) await rm(path.join(contentDir, file));
  if (moved.frontmatter.source.file !== source.file) await rm(snapshot);
  return target;
}

function refused(file: string, text: string, hint: string): ArchiveError {
  return new ArchiveError({ location: { file }, code: 'i-942', text, hint });
}
