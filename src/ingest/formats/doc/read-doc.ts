import { legible } from '../../../report/characters/legible.ts';
import { noteReference } from '../../../report/note-reference.ts';
import { readNumeral } from '../../../report/printed-numeral.ts';
import { refusal } from '../../ingest-codes.ts';
import { showFieldCode } from '../docx/field-code.ts';
import type { Extracted } from '../extracted.ts';
import { joinBreaks } from '../join-breaks.ts';
import { type Block, type BlockCell, type BlockRow, LineWriter } from '../line-writer.ts';
import { raiseDigits } from '../raise-digits.ts';
import { dropControls, FIELD, listDocText, printed } from './list-doc-text.ts';
import { type DocStories, openDoc } from './open-doc.ts';
import { joinCells, type RowShape } from './row-shapes.ts';

/** Controls of a Word document: [MS-DOC] 2.4. */
const CELL = '\x07';
const ROW = '\n';
const BOUNDS = `\r${CELL}${ROW}`;

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
  writer.write(new StoryText(stories.body, writer, stories).blocks());
  const unplaced = printed(unplacedBoxes(stories)).trim();
  if (unplaced !== '') {
    writer.write(new StoryText(unplacedBoxes(stories), writer).blocks());
    writer.doubt(
      '文本框',
      unplaced.slice(0, 60),
      'boxes of text stand below the text, since the file does not say where: put them where the original has them',
    );
  }
  for (const [kind, text] of [
    ['decimal', stories.footnotes],
    ['lowerRoman', stories.endnotes],
  ] as const)
    for (const [index, note] of splitNotes(text).entries())
      writer.writeNote({
        mark: noteMark(kind, index),
        blocks: new StoryText(note, writer).blocks(),
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

/** The text of the boxes that are anchored nowhere: those of groups. */
function unplacedBoxes({ boxes, drawings }: DocStories): string {
  const left = boxes.split('');
  for (const { box } of drawings.values()) if (box !== undefined) left.fill('', box.start, box.end);
  return left.join('');
}

function noteMark(kind: 'decimal' | 'lowerRoman', index: number): string {
  return kind === 'decimal' ? String(index + 1) : `尾${index + 1}`;
}

/** Notes stand one behind the other, each begun by its mark. */
function splitNotes(text: string): string[] {
  return text.split('\x02').slice(1);
}

/** What is known of a character, as bits. */
const UNSEEN = 1;
const IN_TABLE = 2;
const CENTRED = 4;
const RAISED = 8;

function markSpans(size: number, about: DocStories | undefined): Uint8Array {
  const marks = new Uint8Array(size);
  const mark = (start: number, end: number, bit: number) => {
    for (let at = start; at < Math.min(end, size); at++) marks[at] = (marks[at] ?? 0) | bit;
  };
  for (const { start, end } of about?.unseen ?? []) mark(start, end, UNSEEN);
  for (const { start, end } of about?.raised ?? []) mark(start, end, RAISED);
  for (const { start, end, isInTable, isCentred } of about?.paragraphs ?? [])
    mark(start, end, (isInTable ? IN_TABLE : 0) | (isCentred ? CENTRED : 0));
  return marks;
}

/** A story that is read character by character. */
class StoryText {
  readonly #story: string;
  readonly #writer: LineWriter;
  readonly #about: DocStories | undefined;
  readonly #blocks: Block[] = [];
  #rows: { head: boolean; cells: BlockCell[] }[] = [];
  #shapes: (RowShape | undefined)[] = [];
  #cells: BlockCell[] = [];
  /** Paragraphs of the cell that is being read. */
  #paragraphs: Block[] = [];
  /** Pictures and boxes that are anchored in the paragraph, to stand below it. */
  #below: Block[] = [];
  #text = '';
  #isContents = false;

  constructor(story: string, writer: LineWriter, about?: DocStories) {
    this.#story = story;
    this.#writer = writer;
    this.#about = about;
  }

  blocks(): Block[] {
    const fields: { code: string; hasResult: boolean }[] = [];
    const footnotes = new Map(
      this.#about?.footnoteMarks.map((at, index) => [at, noteMark('decimal', index)]),
    );
    const endnotes = new Map(
      this.#about?.endnoteMarks.map((at, index) => [at, noteMark('lowerRoman', index)]),
    );
    const marks = markSpans(this.#story.length, this.#about);
    const labels = new Map(this.#about?.paragraphs.map(({ start, label }) => [start, label]));
    const shapes = (this.#about?.paragraphs ?? []).filter(({ shape }) => shape !== undefined);
    let hidden = '';
    for (let at = 0; at < this.#story.length; at++) {
      const character = this.#story.charAt(at);
      const label = labels.get(at);
      if (label !== undefined) {
        this.#writer.made(label);
        this.#text += label;
      }
      if (character === ROW && this.#cells.length > 0)
        this.#shapes.push(shapes.find(({ start, end }) => start <= at && at < end)?.shape);
      const field = fields.at(-1);
      if (character === FIELD.begin) fields.push({ code: '', hasResult: false });
      else if (character === FIELD.separate && field !== undefined) field.hasResult = true;
      else if (character === FIELD.end) {
        fields.pop();
        if (field !== undefined && !field.hasResult) this.#drawn(field.code);
      } else if (field !== undefined && !field.hasResult) field.code += character;
      else if (((marks[at] ?? 0) & UNSEEN) !== 0 && !BOUNDS.includes(character)) {
        hidden += dropControls(character);
        const isLast =
          ((marks[at + 1] ?? 0) & UNSEEN) === 0 || BOUNDS.includes(this.#story.charAt(at + 1));
        if (isLast) this.#say(hidden);
        if (isLast) hidden = '';
      } else {
        if (fields.some(({ code }) => /^\s*TOC\b/i.test(code)) && character.trim() !== '')
          this.#isContents = true;
        const mark = footnotes.get(at) ?? endnotes.get(at);
        const drawing = this.#about?.drawings.get(at);
        if (drawing?.box !== undefined) this.#box(drawing.box);
        else if (drawing !== undefined) this.#picture(drawing);
        else if (mark === undefined) this.#character(character, marks[at] ?? 0);
        else this.#refer(mark);
      }
    }
    this.#endParagraph(0);
    this.#endTable();
    return this.#blocks;
  }

  #say(hidden: string): void {
    const words = hidden.trim();
    if (words !== '')
      this.#writer.doubt(
        '正文',
        words,
        `「${words}」 after 「${this.#text.slice(-8)}」 is hidden in the document or struck out, and left out`,
      );
  }

  #refer(mark: string): void {
    this.#writer.made(mark);
    this.#text += noteReference(mark);
  }

  #drawn(code: string): void {
    const shown = showFieldCode(code);
    if (shown === undefined) return;
    this.#writer.doubt(
      '正文',
      shown,
      `「${shown}」 after 「${this.#text.slice(-8)}」 is drawn by a field (${code.trim()}): compare it with the original`,
    );
    this.#text += shown;
  }

  #character(character: string, mark: number): void {
    if (character === CELL) {
      this.#endParagraph(mark | IN_TABLE);
      this.#cells.push({ blocks: this.#paragraphs, columns: 1, rows: 1 });
      this.#paragraphs = [];
    } else if (character === ROW) {
      if (this.#cells.length > 0) this.#rows.push({ head: false, cells: this.#cells });
      this.#cells = [];
    } else if (character === '\r' || character === '\f') this.#endParagraph(mark);
    else if (character === '\v' || character === '\x0e') this.#text += '\n';
    else if (character === '\x1e') this.#text += '-';
    else if (character === '\x01') this.#picture({ width: null, height: null });
    else this.#text += (mark & RAISED) === 0 ? dropControls(character) : raiseDigits(character);
  }

  #box({ start, end }: { readonly start: number; readonly end: number }): void {
    const text = this.#about?.boxes.slice(start, end).replace(/\r$/u, '') ?? '';
    this.#below.push(...new StoryText(text, this.#writer).blocks());
  }

  #picture(size: { readonly width: number | null; readonly height: number | null }): void {
    this.#below.push({ kind: 'picture', picture: { alt: '', ...size } });
  }

  #endParagraph(mark: number): void {
    const text = joinBreaks(this.#text, { isHeading: (mark & CENTRED) !== 0 });
    const below = this.#below;
    const isContents = this.#isContents;
    this.#text = '';
    this.#below = [];
    this.#isContents = false;
    const ended: Block[] = [
      { kind: 'paragraph', text, ...(isContents ? { isContents } : {}) },
      ...below,
    ];
    // Paragraphs of a cell are kept until it ends.
    if ((mark & IN_TABLE) === 0) {
      this.#endTable();
      this.#blocks.push(...ended);
    } else this.#paragraphs.push(...ended);
  }

  /** The rows with their joined cells; where the file does not say how they are, a doubt names them. */
  #joined(): BlockRow[] {
    const joined = joinCells(this.#rows, this.#shapes);
    const [first, ...others] = this.#rows;
    if (joined === undefined && others.some(({ cells }) => cells.length !== first?.cells.length)) {
      const words = first?.cells.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
      );
      this.#writer.doubt(
        '表格',
        words?.join(' ').slice(0, 40) ?? '',
        'the rows of this table have different numbers of cells, and the file does not say which are joined: compare it with the original',
      );
    }
    return joined ?? this.#rows;
  }

  #endTable(): void {
    const left = [...this.#cells.flatMap(({ blocks }) => blocks), ...this.#paragraphs];
    if (this.#rows.length > 0) this.#blocks.push({ kind: 'table', rows: this.#joined() });
    this.#blocks.push(...left);
    this.#rows = [];
    this.#shapes = [];
    this.#cells = [];
    this.#paragraphs = [];
  }
}
