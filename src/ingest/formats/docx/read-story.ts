import { noteReference } from '../../../report/note-reference.ts';
import { joinBreaks } from '../join-breaks.ts';
import { type Block, leftOut } from '../line-writer.ts';
import { raiseDigits } from '../raise-digits.ts';
import { showFieldCode } from './field-code.ts';
import { isDeleted } from './number-paragraphs.ts';
import { type DrawingContext, type DrawingSource, readDrawing, readPict } from './read-drawing.ts';
import { readFormula } from './read-formula.ts';
import { readRows } from './read-rows.ts';
import type { ReadShowing } from './text-styles.ts';
import { wordSymbol } from './word-symbols.ts';
import { alternatives, attributeOf, childrenOf, HOLDS_NO_TEXT, valueBelow } from './word-xml.ts';

/** What reading a story of a Word document needs to know of the document. */
export interface StoryContext extends DrawingSource {
  readonly showing: ReadShowing;
  readonly isRaised: (run: Element) => boolean;
  readonly contents: ReadonlySet<string>;
  readonly headings: ReadonlySet<string>;
  /** What Word prints before numbered paragraphs. */
  readonly labels: ReadonlyMap<Element, string>;
  /** Give the mark of the next note, and keep it as one that is referred to. */
  readonly refer: (kind: 'footnote' | 'endnote', id: string, custom: string | undefined) => string;
  readonly made: (words: string) => void;
  /** Count what tracked changes put in and took out. */
  readonly track: (change: 'in' | 'out') => void;
}

/** A field that is open: its code, and whether its result has begun. */
interface Field {
  code: string;
  hasResult: boolean;
}

/** A paragraph that is being read. */
interface OpenParagraph {
  readonly element: Element | undefined;
  text: string;
  isContents: boolean;
  /** Boxes and pictures that are anchored in it, to stand below it. */
  readonly below: Block[];
  readonly isHeading: boolean;
}

/**
 * Read a story of a Word document, which is its body, a note, a head or a foot: paragraphs, tables and
 * pictures in order. What is deleted, hidden or struck is no text; the results of fields are, and
 * their codes are not.
 */
export function readStory(story: Element, context: StoryContext): Block[] {
  return new StoryReader(context).blocks(story, false);
}

class StoryReader {
  readonly #context: StoryContext;
  readonly #fields: Field[] = [];
  /** The paragraph before, where its end was deleted: the next one goes on in it. */
  readonly #drawings: DrawingContext;
  #joined: OpenParagraph | undefined;

  constructor(context: StoryContext) {
    this.#context = context;
    this.#drawings = { ...context, readBox: (content) => this.blocks(content, false) };
  }

  blocks(parent: Element, isContents: boolean): Block[] {
    return childrenOf(parent).flatMap((child) => this.#block(child, isContents));
  }

  #block(child: Element, isContents: boolean): Block[] {
    const name = child.localName ?? '';
    if (name === 'p') return this.#paragraph(child, isContents);
    if (name === 'tbl')
      return [
        {
          kind: 'table',
          rows: readRows(child, (cell) => this.blocks(cell, false), this.#context.track),
        },
      ];
    if (name === 'altChunk' || name === 'subDoc')
      this.#context.doubt(
        '',
        'a part of the document stands in a file of its own inside it, and is not read: save it as one document',
      );
    if (name === 'ins' || name === 'moveTo') this.#context.track('in');
    if (name === 'AlternateContent')
      return alternatives(child).flatMap((one) => this.blocks(one, isContents));
    if (name === 'oMathPara' || name === 'oMath')
      return [{ kind: 'paragraph', text: this.#formula(child) }];
    if (HOLDS_NO_TEXT.has(name)) return [];
    return this.blocks(child, isContents || isContentsPart(child));
  }

  #paragraph(element: Element, isInContents: boolean): Block[] {
    const { labels, contents, headings, made } = this.#context;
    const style = valueBelow(element, 'pPr', 'pStyle') ?? '';
    const label = labels.get(element);
    const open: OpenParagraph = this.#joined ?? {
      element,
      text: '',
      isContents: isInContents || contents.has(style),
      below: [],
      isHeading: headings.has(style) || valueBelow(element, 'pPr', 'jc') === 'center',
    };
    this.#joined = undefined;
    if (label !== undefined) {
      made(label);
      open.text += label;
    }
    this.#inline(element, open);
    if (isDeleted(element)) {
      this.#context.track('out');
      this.#joined = open;
      return [];
    }
    return finish(open);
  }

  /** Read what stands in a paragraph, down to its runs. */
  #inline(parent: Element, open: OpenParagraph): void {
    for (const child of childrenOf(parent)) this.#inlineChild(child, open);
  }

  #inlineChild(child: Element, open: OpenParagraph): void {
    const { localName } = child;
    if (localName === 'r') this.#run(child, open);
    else if (localName === 'oMath' || localName === 'oMathPara')
      this.#write(this.#formula(child), open);
    else if (localName === 'ins' || localName === 'moveTo') {
      this.#context.track('in');
      this.#inline(child, open);
    } else if (localName === 'del' || localName === 'moveFrom') this.#context.track('out');
    else if (localName === 'AlternateContent')
      for (const one of alternatives(child)) this.#inline(one, open);
    else if (localName === 'p' || localName === 'tbl')
      open.below.push(...this.#block(child, false));
    else if (!HOLDS_NO_TEXT.has(localName ?? '')) this.#inline(child, open);
  }

  #run(run: Element, open: OpenParagraph): void {
    // Nothing is shown of a field's code, but a field in it may begin and end.
    const showing = this.#context.showing(open.element, run);
    const before = open.text;
    for (const child of childrenOf(run)) this.#runChild(child, run, open);
    const written = open.text.slice(before.length);
    if (showing === 'shown' || written === '') return;
    open.text = before;
    if (written.trim() !== '')
      this.#context.doubt(written.trim(), leftOut(written, before, showing));
  }

  #runChild(child: Element, run: Element, open: OpenParagraph): void {
    const { localName } = child;
    if (localName === 't') this.#words(child.textContent ?? '', run, open);
    else if (localName === 'tab' || localName === 'ptab') this.#write('\t', open);
    else if (localName === 'br' || localName === 'cr') this.#write('\n', open);
    else if (localName === 'noBreakHyphen') this.#write('-', open);
    else if (localName === 'sym') this.#symbol(child, open);
    else if (localName === 'fldChar') this.#field(child, open);
    else if (localName === 'instrText') {
      const field = this.#fields.at(-1);
      if (field !== undefined) field.code += child.textContent ?? '';
    } else if (localName === 'footnoteReference' || localName === 'endnoteReference')
      this.#note(child, run, open);
    else if (localName === 'drawing') open.below.push(...readDrawing(child, this.#drawings));
    else if (localName === 'pict' || localName === 'object')
      open.below.push(...readPict(child, this.#drawings));
    else if (localName === 'AlternateContent')
      for (const one of alternatives(child))
        for (const inner of childrenOf(one)) this.#runChild(inner, run, open);
    else if (localName === 'ruby')
      for (const base of childrenOf(child, 'rubyBase')) this.#inline(base, open);
    else this.#inlineChild(child, open);
  }

  #words(text: string, run: Element, open: OpenParagraph): void {
    this.#write(this.#context.isRaised(run) ? raiseDigits(text) : text, open);
  }

  #write(text: string, open: OpenParagraph): void {
    if (this.#fields.some(({ hasResult }) => !hasResult)) return;
    if (this.#fields.some(({ code }) => /^\s*TOC\b/i.test(code)) && text.trim() !== '')
      open.isContents = true;
    open.text += text;
  }

  #field(element: Element, open: OpenParagraph): void {
    const type = attributeOf(element, 'fldCharType');
    if (type === 'begin') this.#fields.push({ code: '', hasResult: false });
    const field = this.#fields.at(-1);
    if (type === 'separate' && field !== undefined) field.hasResult = true;
    if (type !== 'end') return;
    this.#fields.pop();
    if (field === undefined || field.hasResult) return;
    const shown = showFieldCode(field.code);
    if (shown === undefined) return;
    this.#context.doubt(
      shown,
      `「${shown}」 after 「${open.text.slice(-8)}」 is drawn by a field (${field.code.trim()}): compare it with the original`,
    );
    this.#write(shown, open);
  }

  #symbol(element: Element, open: OpenParagraph): void {
    const font = attributeOf(element, 'font') ?? '';
    const code = Number.parseInt(attributeOf(element, 'char') ?? '', 16);
    if (Number.isNaN(code)) return;
    const known = wordSymbol(font, code);
    this.#write(known ?? String.fromCodePoint(code), open);
    if (known === undefined)
      this.#context.doubt(
        '',
        `after 「${open.text.slice(-9, -1)}」 stands a sign of the font ${font} (${code.toString(16)}) that is not known: write what the original shows`,
      );
  }

  #note(element: Element, run: Element, open: OpenParagraph): void {
    const kind = element.localName === 'footnoteReference' ? 'footnote' : 'endnote';
    const isCustom = /^(?:1|true|on)$/.test(attributeOf(element, 'customMarkFollows') ?? '');
    const custom = isCustom ? customMark(element, run) : undefined;
    const mark = this.#context.refer(kind, attributeOf(element, 'id') ?? '', custom);
    if (isCustom)
      for (const one of childrenOf(run))
        if (one !== element && one.localName !== 'rPr') run.removeChild(one);
    this.#write(noteReference(mark), open);
  }

  #formula(element: Element): string {
    const { text, signs } = readFormula(element);
    for (const sign of signs) this.#context.made(sign);
    if (signs.length > 0)
      this.#context.doubt(
        text,
        `the formula 「${text}」 is written on one line: compare it with the original`,
      );
    return text;
  }
}

/** A paragraph ends: its lines, then what is anchored in it. */
function finish({ text, isContents, below, isHeading }: OpenParagraph): Block[] {
  const lines = joinBreaks(text, { isHeading });
  return [{ kind: 'paragraph', text: lines, ...(isContents ? { isContents } : {}) }, ...below];
}

/** Whether a content control holds the table of contents. */
function isContentsPart(element: Element): boolean {
  return /table of contents/i.test(
    valueBelow(element.parentNode as Element, 'sdtPr', 'docPartObj', 'docPartGallery') ??
      valueBelow(element, 'sdtPr', 'docPartObj', 'docPartGallery') ??
      '',
  );
}

/** The text of a run that stands for the mark of its note. */
function customMark(reference: Element, run: Element): string | undefined {
  const text = childrenOf(run)
    .filter((one) => one !== reference)
    .map((one) => {
      if (one.localName === 't') return one.textContent ?? '';
      if (one.localName !== 'sym') return '';
      const code = Number.parseInt(attributeOf(one, 'char') ?? '', 16);
      return wordSymbol(attributeOf(one, 'font') ?? '', code) ?? '*';
    })
    .join('')
    .trim();
  return text === '' ? undefined : text;
}
