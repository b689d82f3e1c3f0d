import { noteReference } from '../../../report/note-reference.ts';
import { showFieldCode } from '../docx/field-code.ts';
import { joinBreaks } from '../join-breaks.ts';
import {
  type Block,
  type BlockCell,
  type BlockRow,
  type LineWriter,
  leftOut,
} from '../line-writer.ts';
import { raiseDigits } from '../raise-digits.ts';
import { dropControls, FIELD } from './list-doc-text.ts';
import type { DocStories, Span } from './open-doc.ts';
import { joinCells, type RowShape } from './row-shapes.ts';

/** Controls of a Word document: [MS-DOC] 2.4. */
const CELL = '\x07';
const ROW = '\n';
const BOUNDS = `\r${CELL}${ROW}`;

/** What is known of a character, as bits. */
const UNSEEN = 1;
const IN_TABLE = 2;
const CENTRED = 4;
const RAISED = 8;

/** The stories of a document, and what is known of each character. */
export interface Known {
  readonly stories: DocStories;
  readonly marks: Uint8Array;
}

/** Say what is known of each character of the stories. */
export function markSpans({ unseen, raised, paragraphs, boxes, starts }: DocStories): Uint8Array {
  const marks = new Uint8Array(starts.boxes + boxes.length);
  const mark = ({ start, end }: Span, bit: number) => {
    for (let at = start; at < Math.min(end, marks.length); at++) marks[at] = (marks[at] ?? 0) | bit;
  };
  for (const span of unseen) mark(span, UNSEEN);
  for (const span of raised) mark(span, RAISED);
  for (const { isInTable, isCentred, ...span } of paragraphs)
    mark(span, (isInTable ? IN_TABLE : 0) | (isCentred ? CENTRED : 0));
  return marks;
}

/** A story that is read character by character. */
export class StoryText {
  readonly #story: string;
  readonly #writer: LineWriter;
  readonly #known: Known | undefined;
  readonly #start: number;
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

  /** @param start where it begins in the positions of what is known */
  constructor(story: string, writer: LineWriter, known?: Known, start = 0) {
    this.#story = story;
    this.#writer = writer;
    this.#known = known;
    this.#start = start;
  }

  blocks(): Block[] {
    const fields: { code: string; hasResult: boolean }[] = [];
    const about = this.#known?.stories;
    const footnotes = new Map(
      about?.footnoteMarks.map((at, index) => [at, noteMark('decimal', index)]),
    );
    const endnotes = new Map(
      about?.endnoteMarks.map((at, index) => [at, noteMark('lowerRoman', index)]),
    );
    const labels = new Map(about?.paragraphs.map(({ start, label }) => [start, label]));
    const shapes = (about?.paragraphs ?? []).filter(({ shape }) => shape !== undefined);
    const isUnseen = (at: number) => ((this.#known?.marks[at] ?? 0) & UNSEEN) !== 0;
    let hidden = '';
    for (const [offset, character] of this.#story.split('').entries()) {
      const at = this.#start + offset;
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
      else if (isUnseen(at) && !BOUNDS.includes(character)) {
        hidden += dropControls(character);
        const isLast = !isUnseen(at + 1) || BOUNDS.includes(this.#story.charAt(offset + 1));
        if (isLast) this.#say(hidden);
        if (isLast) hidden = '';
      } else {
        if (fields.some(({ code }) => /^\s*TOC\b/i.test(code)) && character.trim() !== '')
          this.#isContents = true;
        const mark = footnotes.get(at) ?? endnotes.get(at);
        const drawing = about?.drawings.get(at);
        if (drawing?.box !== undefined && this.#known !== undefined)
          this.#below.push(...readBox(this.#known, this.#writer, drawing.box));
        else if (drawing !== undefined) this.#picture(drawing);
        else if (mark === undefined) this.#character(character, this.#known?.marks[at] ?? 0);
        else this.#refer(mark);
      }
    }
    this.#endParagraph(0);
    this.#endTable();
    return this.#blocks;
  }

  #say(hidden: string): void {
    const words = hidden.trim();
    if (words !== '') this.#writer.doubt('正文', words, leftOut(words, this.#text, 'unseen'));
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

/** Read a box of text. */
export function readBox(known: Known, writer: LineWriter, { start, end }: Span): Block[] {
  const { boxes, starts } = known.stories;
  const text = boxes.slice(start, end).replace(/\r+$/u, '');
  return new StoryText(text, writer, known, starts.boxes + start).blocks();
}

/** The mark of a note, by its kind and place. */
export function noteMark(kind: 'decimal' | 'lowerRoman', index: number): string {
  return kind === 'decimal' ? String(index + 1) : `尾${index + 1}`;
}
