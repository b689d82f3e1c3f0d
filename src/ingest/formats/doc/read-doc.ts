import { legible } from '../../../report/characters/legible.ts';
import { readNumeral } from '../../../report/printed-numeral.ts';
import { refusal } from '../../ingest-codes.ts';
import type { Extracted } from '../extracted.ts';
import { LineWriter } from '../line-writer.ts';
import { markSpans, noteMark, readBox, StoryText } from './doc-story.ts';
import { listDocText, printed } from './list-doc-text.ts';
import { type DocStories, openDoc, type Span } from './open-doc.ts';

/**
 * Read a Word document from before 2007 (.doc), or one of WPS that is built alike (.wps).
 *
 * @throws ArchiveError `i-004` under a password; other errors where it is broken
 */
export async function readDoc(bytes: Uint8Array, file: string): Promise<Extracted> {
  const stories = await openDoc(bytes);
  if (stories.isEncrypted)
    throw refusal(
      'i-004',
      file,
      'Unexpected document under a password, expected one that opens without',
      'open it with its password, and save it without',
    );
  const writer = new LineWriter();
  const seen = new Set<string>();
  const running = (texts: readonly string[]) => {
    for (const text of texts) {
      const blocks = new StoryText(text, writer).blocks();
      const words = printed(text).replace(/\s/gu, '');
      if (words !== '' && !seen.has(words)) writer.writeRunning(blocks);
      seen.add(words);
    }
  };
  running([...stories.headers, stories.headerBoxes]);
  const known = { stories, marks: markSpans(stories) };
  writer.write(new StoryText(stories.body, writer, known).blocks());
  const unplaced = unplacedBoxes(stories);
  if (unplaced.length > 0) {
    for (const { start, end } of unplaced) writer.write(readBox(known, writer, { start, end }));
    writer.doubt(
      '文本框',
      unplaced
        .map(({ start, end }) => printed(stories.boxes.slice(start, end)).trim())
        .join(' ')
        .slice(0, 60),
      'boxes of text stand below the text, since the file does not say where: put them where the original has them',
    );
  }
  if (stories.paragraphs.some(({ start, label }) => label && start >= stories.starts.boxes))
    writer.doubt(
      '文本框',
      '',
      'paragraphs in boxes are numbered by Word, and counted here after those of the text: compare their numbers with the original',
    );
  for (const [kind, story] of [
    ['decimal', 'footnotes'],
    ['lowerRoman', 'endnotes'],
  ] as const)
    for (const [index, { text, start }] of splitNotes(stories[story]).entries())
      writer.writeNote({
        mark: noteMark(kind, index),
        blocks: new StoryText(text, writer, known, stories.starts[story] + start).blocks(),
      });
  running(stories.footers);
  if (stories.body.includes('\x00'))
    writer.doubt(
      '正文',
      '',
      'the document holds text that was deleted in tracked changes: it is read as if all changes were accepted; compare it with what was published',
    );
  const numbered = stories.paragraphs.filter(
    ({ start, end, isUnlisted }) =>
      isUnlisted &&
      stories.body
        .slice(start, end)
        .split('\r')
        .some((text) => text.trim() !== '' && readNumeral(legible(text.trim())) === undefined),
  ).length;
  if (numbered > 0)
    writer.doubt(
      '正文',
      '',
      `${numbered} paragraphs are numbered by Word, and the file does not hold the numbers: save it as .docx and take that in, or write them in`,
    );
  return writer.extracted('doc', listDocText(stories));
}

/** The boxes that are anchored nowhere, those of groups, by where their text stands in its story. */
function unplacedBoxes({ boxes, drawings }: DocStories): Span[] {
  const placed = [...drawings.values()].flatMap(({ box }) => box ?? []);
  const ends = [...placed.sort((a, b) => a.start - b.start), { start: boxes.length, end: 0 }];
  return ends
    .map(({ start }, at) => ({ start: ends[at - 1]?.end ?? 0, end: start }))
    .filter(({ start, end }) => printed(boxes.slice(start, end)).trim() !== '');
}

/** Notes stand one behind the other, each begun by its mark. */
function splitNotes(story: string): { text: string; start: number }[] {
  let start = 0;
  return story.split('\x02').flatMap((text, index) => {
    const note = { text, start };
    start += text.length + 1;
    return index === 0 ? [] : [note];
  });
}
