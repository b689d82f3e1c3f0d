import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeInTurn } from '../../content/write-in-turn.ts';
import { ArchiveError, formatMessage } from '../../report/archive-error.ts';
import { diffLists } from '../../report/diff-lists.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { isBasisField } from '../../report/report.ts';
import { printedText } from '../../report/report-body.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { draftReport } from '../filing/draft-report.ts';
import { fileVersion } from '../filing/file-version.ts';
import { removeReview, type UnfiledDocument } from '../filing/leave-to-review.ts';
import { writeSecondSource } from '../filing/write-report.ts';
import { extract } from '../formats/extract.ts';
import { readTranscript } from '../formats/pictures/kept-transcripts.ts';
import { discardDocument } from './discard-document.ts';
import { type Editor, readAnswer, showBeginning } from './editor.ts';
import type { Reviewed } from './review-report.ts';

/** What readers are told where the editor says nothing else. */
const WHY = '发布机关更换了文件';
const MOST_SHOWN = 12;
const LONGEST = 80;
/** Characters shown before the first that differs. */
const NEAR = 20;

/**
 * Shows an editor how a source differs from the report that the archive holds of it, and takes it
 * as a new version or as another source of the same document.
 *
 * @param file path of what was found, under the content directory
 * @param of path of the report
 */
export async function reviewRevision(
  contentDir: string,
  file: string,
  { snapshot, url, retrieved, reason, from = file }: UnfiledDocument,
  of: string,
  vocabularies: Vocabularies,
  editor: Editor,
): Promise<Reviewed> {
  const bytes = await readFile(path.join(contentDir, snapshot));
  const held = parseReportFile(await readFile(path.join(contentDir, of), 'utf8'), of);
  const { region, year, kind, source } = held.frontmatter;
  // Stopped between filing and taking it out of the review: it is not filed again.
  const sha256 = hash('sha256', bytes);
  if (sha256 === source.sha256) {
    editor.say(`\n${from}\n  is version ${held.frontmatter.version} of ${of} already`);
    await removeReview(contentDir, sha256);
    return { settled: 1, left: 0, end: 'done' };
  }
  const transcript = await readTranscript(contentDir, bytes);
  const extracted = await extract(bytes, snapshot, transcript);
  const given = { region, year, kind };
  const { body, review } = draftReport(extracted, vocabularies.regions, given, snapshot);
  editor.say(`\n${from}\n  ${snapshot}${url === null ? '' : `  ${url}`}\n  ${reason}`);
  showBeginning(editor, [held.frontmatter.title, ...printedText(body).split('\n')]);
  for (const line of differences(printedText(held.body), printedText(body))) editor.say(line);

  // What is not sure of the new text: a page that was not read is no change of the document.
  for (const { field, evidence } of review)
    if (!isBasisField(field)) editor.say(`    ? ${evidence}`);

  const left = (end: Reviewed['end']): Reviewed => ({ settled: 0, left: 1, end });
  for (;;) {
    const answer = await editor.ask(
      '    v: a new version of it, d: another source of the same document, s: skip, x: delete it, b: back, q: quit > ',
    );
    const { kind: key } = readAnswer(answer);
    if (key === 'quit' || key === 'back') return left(key);
    if (key === 'skip') return left('done');
    try {
      if (answer === 'v') {
        const why = readAnswer(await editor.ask(`    why, for readers (${WHY}) > `));
        if (why.kind === 'quit' || why.kind === 'back') return left(why.kind);
        const superseded = { date: editor.today, why: why.kind === 'value' ? why.text : WHY };
        const version = { of, bytes, name: snapshot, url, retrieved, superseded };
        const doubts = await writeInTurn(contentDir, () =>
          fileVersion(contentDir, version, vocabularies),
        );
        editor.say(`  version ${held.frontmatter.version + 1} → ${of}`);
        if (doubts !== '') editor.say(`  to be looked at: ${doubts}`);
      } else if (answer === 'd') {
        const extension = extracted.extension;
        const second = await writeInTurn(contentDir, () =>
          writeSecondSource(contentDir, source.file, bytes, extension, false),
        );
        editor.say(`  second source → ${second}`);
      } else {
        const isDelete = answer?.toLowerCase() === 'x';
        const deleted = isDelete
          ? await discardDocument(contentDir, file, { snapshot }, editor)
          : undefined;
        if (deleted !== undefined) return deleted;
        if (!isDelete) editor.say('    one of v, d, s, x, b, q');
        continue;
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      editor.say(formatMessage(error.toMessage()));
      return left('done');
    }
    await removeReview(contentDir, sha256);
    return { settled: 1, left: 0, end: 'done' };
  }
}

/** Paragraphs that only one of two texts has, as a diff shows them, each from just before it differs. */
function differences(held: string, other: string): string[] {
  const shown = (sign: string, list: readonly string[], beside: readonly string[]) =>
    list.map((line, at) => `    ${sign} ${shorten(line, beside[at] ?? '')}`);
  const lines = diffLists(held.split('\n'), other.split('\n'))
    .filter(({ isSame }) => !isSame)
    .flatMap(({ former, later }) => [...shown('-', former, later), ...shown('+', later, former)]);
  const rest = lines.length - MOST_SHOWN;
  return rest > 0 ? [...lines.slice(0, MOST_SHOWN), `    … ${rest} more`] : lines;
}

function shorten(line: string, beside: string): string {
  let same = 0;
  while (same < line.length && line[same] === beside[same]) same++;
  const start = Math.max(0, same - NEAR);
  const end = start + LONGEST;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
