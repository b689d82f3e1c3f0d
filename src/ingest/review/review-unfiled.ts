import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeInTurn } from '../../content/write-in-turn.ts';
import { kindSchema } from '../../report/report.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import type { Given } from '../describe/description.ts';
import { readTranscript } from '../filing/kept-transcripts.ts';
import type { UnfiledDocument } from '../filing/leave-to-review.ts';
import { extract } from '../formats/extract.ts';
import { ingestFile } from '../ingest.ts';
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
  document: UnfiledDocument,
  vocabularies: Vocabularies,
  editor: Editor,
): Promise<Reviewed> {
  const snapshot = path.join(contentDir, document.snapshot);
  if (!existsSync(snapshot)) {
    editor.say(
      `\n${document.from ?? file}\n  was filed: what is settled is mended in the report’s file`,
    );
    return { settled: 0, left: 0, end: 'done' };
  }
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

  let given: Given = document.url === null ? {} : { url: document.url };
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
    if (answer !== 'skip') given = { ...given, [field]: answer };
  }

  const taken = { source: snapshot, name: document.snapshot };
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
  const where = target === null ? '' : ` → ${target}`;
  editor.say(`  ${outcome}${where}${reason === null ? '' : `: ${reason}`}`);
  // Ingest takes out of the review what it has filed.
  if (outcome !== 'written' && outcome !== 'duplicate') return left('done');
  return { settled: 1, left: 0, end: 'done' };
}

/** Ask until the answer makes sense; a guess is only the editor's once it is accepted. */
async function askGiven(
  editor: Editor,
  field: GivenField,
  guess: unknown,
  { regions }: Vocabularies,
): Promise<string | number | 'skip' | 'back' | 'quit'> {
  const accept = guess === undefined ? 'a value' : 'a: accept, or another value';
  const hint = { region: ' (code or name)', kind: ` (${kindSchema.options.join(', ')})` };
  const what = field === 'region' || field === 'kind' ? hint[field] : '';
  for (;;) {
    const answer = readAnswer(
      await editor.ask(`    ${accept}${what}, s: leave it open, b: back, q: quit > `),
    );
    if (answer.kind !== 'accept' && answer.kind !== 'value') return answer.kind;
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
