import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeInTurn } from '../../content/write-in-turn.ts';
import { kindSchema } from '../../report/report.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import type { Given } from '../describe/description.ts';
import { parseUnfiled, type UnfiledDocument } from '../filing/leave-to-review.ts';
import { extract } from '../formats/extract.ts';
import { readTranscript } from '../formats/pictures/kept-transcripts.ts';
import { ingestFile } from '../ingest.ts';
import type { IngestCode } from '../ingest-codes.ts';
import { discardDocument } from './discard-document.ts';
import { type Editor, readAnswer, showBeginning, showDoubt } from './editor.ts';
import type { Reviewed } from './review-report.ts';
import { reviewRevision } from './review-revision.ts';
import { describeValue, parseValue } from './settle-field.ts';

/** What an editor can say of a document before it is filed, and what ingest calls it. */
const FIELDS = [
  { field: 'region', found: 'region' },
  { field: 'year', found: 'year' },
  { field: 'kind', found: 'kind' },
  { field: 'title', found: 'title' },
] as const;
/** The kinds, as an editor tells them apart. */
const KINDS = kindSchema.options
  .map(
    (kind) =>
      `${kind}: ${{ annual: 'a government’s yearly report', plan: 'what it is to do', department: 'a bureau’s', other: 'a town’s, or else' }[kind]}`,
  )
  .join(', ');
type GivenField = (typeof FIELDS)[number]['field'];

/**
 * Walk an editor through what is missing of a document in `content/review`; once ingest can file
 * it with that, it is filed and taken out.
 *
 * @param file path of what was found, under the content directory
 */
export async function reviewUnfiled(
  contentDir: string,
  file: string,
  vocabularies: Vocabularies,
  editor: Editor,
): Promise<Reviewed> {
  if (!existsSync(path.join(contentDir, file))) {
    editor.say(`\n${file}\n  was filed: what is settled is mended in the report’s file`);
    return { settled: 0, left: 0, end: 'passed' };
  }
  const document = parseUnfiled(await readFile(path.join(contentDir, file), 'utf8'), file);
  const snapshot = path.join(contentDir, document.snapshot);
  if (document.of !== undefined && existsSync(path.join(contentDir, document.of)))
    return reviewRevision(contentDir, file, document, document.of, vocabularies, editor);
  const bytes = await readFile(snapshot);
  const transcript = await readTranscript(contentDir, bytes);
  const { text } = await extract(bytes, document.snapshot, transcript);
  editor.say(
    `\n${document.from ?? file}\n  ${document.snapshot}${document.url === null ? '' : `  ${document.url}`}`,
  );
  editor.say(`  ${document.code} ${document.reason}`);
  showBeginning(editor, text.split('\n'));
  const left = (end: Reviewed['end']): Reviewed => ({ settled: 0, left: 1, end });

  // It is no question where it belongs: whether it may come back is said in its anchor record.
  if (document.code === ('i-028' satisfies IngestCode)) {
    editor.say(`    ${document.hint}`);
    return reviewReturn(contentDir, file, document, editor);
  }
  let given: Given = {};
  for (let index = 0; index < FIELDS.length; index++) {
    const { field, found } = FIELDS[index] ?? FIELDS[0];
    const guess = document.found[found];
    if (field === 'title' && guess !== undefined) continue;
    if (guess === undefined) editor.say(`\n  ${field}: not found`);
    else showDoubt(editor, { field, ...guess, value: String(guess.value) }, text);
    const answer = await askGiven(editor, field, guess?.value, vocabularies);
    if (answer === 'quit') return left('quit');
    if (answer === 'back') {
      if (index === 0) return left('back');
      index -= 2;
      continue;
    }
    if (answer === 'delete') {
      const deleted = await discardDocument(contentDir, file, document, editor);
      if (deleted !== undefined) return deleted;
      index -= 1;
      continue;
    }
    if (answer !== 'skip') given = { ...given, [field]: answer };
  }

  // Nobody has looked at it: a draft is not taken for read.
  if (Object.keys(given).length === 0) return left('done');
  const { url, retrieved, from = document.snapshot } = document;
  const taken = { source: snapshot, name: from, url: url ?? undefined, retrieved };
  const confirmed = { ...given, isConfirmed: true };
  const context = {
    contentDir,
    vocabularies,
    given: confirmed,
    isDryRun: false,
    today: editor.today,
  };
  const {
    outcome,
    reason,
    path: target,
  } = await writeInTurn(contentDir, () => ingestFile(taken, context));
  // Ingest takes out of the review what it has filed.
  const isFiled = outcome === 'written' || outcome === 'duplicate';
  const became = isFiled ? `${outcome} → ${target}` : 'not filed yet';
  editor.say(`  ${became}${reason === null ? '' : `: ${reason}`}`);
  if (!isFiled) return left('done');
  return { settled: 1, left: 0, end: 'done' };
}

/** Ask what becomes of a document whose report was taken out of the archive. */
async function reviewReturn(
  contentDir: string,
  file: string,
  document: UnfiledDocument,
  editor: Editor,
): Promise<Reviewed> {
  for (;;) {
    const answer = await editor.ask('    x: delete it here, s: leave it open, b: back, q: quit > ');
    const { kind } = readAnswer(answer);
    if (kind === 'quit' || kind === 'back') return { settled: 0, left: 1, end: kind };
    if (kind === 'skip') return { settled: 0, left: 1, end: 'done' };
    const deleted =
      answer?.toLowerCase() === 'x'
        ? await discardDocument(contentDir, file, document, editor)
        : undefined;
    if (deleted !== undefined) return deleted;
  }
}

/** Ask until the answer makes sense; a guess is only the editor's once it is accepted. */
async function askGiven(
  editor: Editor,
  field: GivenField,
  guess: unknown,
  { regions }: Vocabularies,
): Promise<string | number | 'skip' | 'back' | 'quit' | 'delete'> {
  const accept = guess === undefined ? 'a value' : 'a: accept, or another value';
  const hint = { region: ' (code or name)', kind: ` (${KINDS})` };
  const what = field === 'region' || field === 'kind' ? hint[field] : '';
  for (;;) {
    const answer = readAnswer(
      await editor.ask(`    ${accept}${what}, s: leave it open, x: delete it, b: back, q: quit > `),
    );
    if (answer.kind !== 'accept' && answer.kind !== 'value') return answer.kind;
    if (answer.kind === 'value' && answer.text.toLowerCase() === 'x') return 'delete';
    if (answer.kind === 'accept' && guess === undefined) continue;
    const parsed = parseValue(
      field,
      answer.kind === 'value' ? answer.text : String(guess),
      regions,
    );
    if (typeof parsed.value === 'string' || typeof parsed.value === 'number') {
      editor.say(`    understood: ${describeValue(field, parsed.value, regions)}`);
      return parsed.value;
    }
    editor.say(`    ${parsed.fault ?? `Unexpected ${field} \`-\`, expected one`}`);
  }
}
