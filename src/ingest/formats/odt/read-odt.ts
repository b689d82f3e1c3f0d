import { noteReference } from '../../../report/note-reference.ts';
import { formatNumber } from '../docx/format-number.ts';
import type { Showing } from '../docx/text-styles.ts';
import { attributeOf, childrenOf, findBelow, parseWordXml } from '../docx/word-xml.ts';
import type { Extracted } from '../extracted.ts';
import { joinBreaks } from '../join-breaks.ts';
import {
  type Block,
  type BlockCell,
  type BlockNote,
  type BlockRow,
  LineWriter,
  leftOut,
} from '../line-writer.ts';
import { PagePictures } from '../pictures/page-pictures.ts';
import type { Transcript } from '../pictures/transcript.ts';
import { raiseDigits } from '../raise-digits.ts';
import { unpackPart, unpackParts } from '../unpack-parts.ts';
import { listOdtText } from './list-odt-text.ts';
import { type OdtStyles, readOdtStyles } from './odt-styles.ts';

/** A cell or a row may be repeated as often; more is how spreadsheets fill a page. */
const MOST_REPEATS = 50;
const PIXELS: Readonly<Record<string, number>> = {
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  px: 1,
};
const SKIPPED = new Set(
  (
    'annotation annotation-end tracked-changes forms sequence-decls variable-decls user-field-decls ' +
    'dde-connection-decls table-of-content-source illustration-index-source table-index-source ' +
    'ruby-text desc title event-listeners glue-point binary-data hidden-text hidden-paragraph'
  ).split(' '),
);
const SPACES = new Set(['s', 'tab', 'line-break']);
const CONTENTS = new Set(['table-of-content', 'illustration-index', 'table-index']);

/**
 * Read an OpenDocument text (.odt): paragraphs with the numbers of lists, tables, notes, boxes and
 * pictures; heads and feet apart.
 *
 * @throws ArchiveError `i-002`, `i-006`; other errors where the document is broken
 */
export async function readOdt(
  bytes: Uint8Array,
  file: string,
  transcript: Transcript = new Map(),
): Promise<Extracted> {
  const parts = await unpackParts(bytes, file, /^content\.xml$/);
  const content = parseWordXml(parts.get('content.xml') ?? new Uint8Array());
  const styles = parts.get('styles.xml');
  const layout = styles === undefined ? undefined : parseWordXml(styles);
  const body = findBelow(content.documentElement ?? undefined, 'body', 'text');
  if (body === undefined) throw new Error('no text in it');
  const pictures = new PagePictures(bytes, transcript, (part) => unpackPart(bytes, part));
  const writer = new LineWriter(pictures);
  const reader = new OdtReader(
    readOdtStyles(layout === undefined ? [content] : [layout, content]),
    writer,
  );
  const masters = Array.from(layout?.getElementsByTagName('*') ?? []).filter(
    ({ localName }) => localName === 'master-page',
  );
  const seen = new Set<string>();
  const running = (pattern: RegExp) => {
    for (const story of masters.flatMap((master) => childrenOf(master))) {
      const text = (story.textContent ?? '').replace(/\s/gu, '');
      if (!pattern.test(story.localName ?? '') || text === '' || seen.has(text)) continue;
      seen.add(text);
      writer.writeRunning(reader.blocks(story));
    }
  };
  running(/^header/);
  writer.write(reader.blocks(body));
  for (const note of reader.notes) writer.writeNote(note);
  running(/^footer/);
  if (childrenOf(findBelow(body, 'tracked-changes')).length > 0)
    writer.doubt(
      '正文',
      '',
      'the document holds changes that were not accepted: it is read as if all were; compare it with what was published',
    );
  return writer.extracted('odt', listOdtText(parts));
}

/** Where a list stands: its counters by level, and the style they are printed by. */
interface OpenList {
  readonly style: string | undefined;
  readonly counters: number[];
}

interface OpenText {
  text: string;
  readonly below: Block[];
  /** What is not shown, and where it stands in the text. */
  readonly left: { words: string; readonly showing: 'hidden' | 'struck'; readonly at: number }[];
}

class OdtReader {
  readonly notes: BlockNote[] = [];
  readonly #styles: OdtStyles;
  readonly #writer: LineWriter;
  readonly #lists = new Map<string, OpenList>();
  readonly #noteCount: Record<string, number> = {};
  #outline: OpenList = { style: undefined, counters: [] };

  constructor(styles: OdtStyles, writer: LineWriter) {
    this.#styles = styles;
    this.#writer = writer;
  }

  blocks(parent: Element, isContents = false): Block[] {
    return childrenOf(parent).flatMap((child) => this.#block(child, isContents));
  }

  #block(child: Element, isContents: boolean): Block[] {
    const name = child.localName ?? '';
    if (name === 'p' || name === 'h')
      return this.#paragraph(child, isContents, this.#headingLabel(child));
    if (name === 'list') return this.#list(child, undefined, 1, isContents);
    if (name === 'table') return [{ kind: 'table', rows: this.#rows(child, false) }];
    if (SKIPPED.has(name)) return [];
    if (attributeOf(child, 'display') === 'none' && name === 'section') {
      const words = (child.textContent ?? '').trim();
      this.#writer.doubt(
        '正文',
        words.slice(0, 60),
        `「${words.slice(0, 60)}」 is hidden in the document and left out`,
      );
      return [];
    }
    if (name === 'frame' || name === 'custom-shape') return this.#frame(child);
    return this.blocks(child, isContents || CONTENTS.has(name));
  }

  #paragraph(element: Element, isContents: boolean, label: string): Block[] {
    const style = attributeOf(element, 'style-name');
    const open: OpenText = { text: label, below: [], left: [] };
    if (label !== '') this.#writer.made(label);
    this.#inline(element, open, style, this.#styles.showing(style, 'shown'));
    for (const { words, showing, at } of open.left)
      if (words.trim() !== '')
        this.#writer.doubt('正文', words.trim(), leftOut(words, open.text.slice(0, at), showing));
    const text = joinBreaks(open.text, { isHeading: this.#styles.isHeading(style) });
    return [{ kind: 'paragraph', text, ...(isContents ? { isContents } : {}) }, ...open.below];
  }

  #inline(parent: Element, open: OpenText, style: string | undefined, showing: Showing): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3 || node.nodeType === 4) {
        const words = (node.nodeValue ?? '').replace(/\s+/g, ' ');
        const last = open.left.at(-1);
        if (showing === 'shown')
          open.text += this.#styles.isRaised(style) ? raiseDigits(words) : words;
        else if (last?.at === open.text.length && last.showing === showing) last.words += words;
        else open.left.push({ words, showing, at: open.text.length });
      } else if (node.nodeType === 1) this.#inlineElement(node as Element, open, style, showing);
    }
  }

  #inlineElement(
    element: Element,
    open: OpenText,
    style: string | undefined,
    showing: Showing,
  ): void {
    const name = element.localName ?? '';
    if (SKIPPED.has(name) || (showing !== 'shown' && SPACES.has(name))) return;
    if (name === 's')
      open.text += ' '.repeat(Math.min(80, Number(attributeOf(element, 'c') ?? 1) || 1));
    else if (name === 'tab') open.text += '\t';
    else if (name === 'line-break') open.text += '\n';
    else if (name === 'note') this.#note(element, open);
    else if (name === 'frame' || name === 'custom-shape') open.below.push(...this.#frame(element));
    else if (name === 'p' || name === 'h' || name === 'list' || name === 'table')
      open.below.push(...this.#block(element, false));
    else {
      const own = name === 'span' ? attributeOf(element, 'style-name') : undefined;
      const shown = own === undefined ? showing : this.#styles.showing(own, showing);
      this.#inline(element, open, own ?? style, shown);
    }
  }

  #note(element: Element, open: OpenText): void {
    const kind = attributeOf(element, 'note-class') ?? 'footnote';
    const custom = attributeOf(findBelow(element, 'note-citation'), 'label');
    const number = (this.#noteCount[kind] ?? 0) + (custom === undefined ? 1 : 0);
    this.#noteCount[kind] = number;
    const mark = custom ?? formatNumber(number, kind === 'endnote' ? 'lowerRoman' : 'decimal');
    this.#writer.made(mark);
    open.text += noteReference(mark);
    const body = findBelow(element, 'note-body');
    if (body !== undefined) this.notes.push({ mark, blocks: this.blocks(body) });
  }

  #frame(frame: Element): Block[] {
    const pixels = (name: string) => {
      const [, size, unit = ''] =
        /^([\d.]+)(in|cm|mm|pt|px)$/.exec(attributeOf(frame, name) ?? '') ?? [];
      return size === undefined ? null : Math.round(Number(size) * (PIXELS[unit] ?? 1));
    };
    const [title, about] = ['title', 'desc'].map(
      (name) => findBelow(frame, name)?.textContent ?? '',
    );
    const picture = { alt: about || title || '', width: pixels('width'), height: pixels('height') };
    const [first] = childrenOf(frame).filter(({ localName }) => localName === 'text-box');
    if (first !== undefined) return this.blocks(first);
    if (frame.localName === 'custom-shape') return this.blocks(frame);
    const isSeen = childrenOf(frame).some(({ localName }) =>
      /^(?:image|object|object-ole|plugin)$/.test(localName ?? ''),
    );
    const part = attributeOf(findBelow(frame, 'image'), 'href');
    return isSeen ? [{ kind: 'picture', picture, part }] : [];
  }

  /** The number of a heading that stands in no list. */
  #headingLabel(element: Element): string {
    const inList = /^list-/.test((element.parentNode as Element | null)?.localName ?? '');
    if (element.localName !== 'h' || inList) return '';
    return this.#count(
      this.#outline,
      Number(attributeOf(element, 'outline-level') ?? 1),
      undefined,
    );
  }

  #list(list: Element, outer: OpenList | undefined, level: number, isContents: boolean): Block[] {
    const style = attributeOf(list, 'style-name') ?? outer?.style;
    const before = this.#lists.get(attributeOf(list, 'continue-list') ?? style ?? '');
    const goesOn =
      attributeOf(list, 'continue-numbering') === 'true' ||
      attributeOf(list, 'continue-list') !== undefined;
    const open = outer ?? { style, counters: goesOn ? [...(before?.counters ?? [])] : [] };
    this.#lists.set(style ?? '', open);
    this.#lists.set(attributeOf(list, 'id') ?? '', open);
    return childrenOf(list).flatMap((item) => {
      const start = attributeOf(item, 'start-value');
      let isFirst = item.localName === 'list-item';
      return childrenOf(item).flatMap((child): Block[] => {
        if (child.localName === 'list') return this.#list(child, open, level + 1, isContents);
        if (child.localName !== 'p' && child.localName !== 'h')
          return this.#block(child, isContents);
        const label = isFirst ? this.#count(open, level, start) : '';
        isFirst = false;
        return this.#paragraph(child, isContents, label);
      });
    });
  }

  /** Take a list on by one at a level; what stands below begins again. */
  #count({ style, counters }: OpenList, level: number, start: string | undefined): string {
    const found = this.#styles.level(style, level);
    const before = counters[level - 1];
    counters[level - 1] =
      start === undefined
        ? before === undefined
          ? (found?.start ?? 1)
          : before + 1
        : Number(start);
    counters.length = level;
    return found?.print(counters) ?? '';
  }

  #rows(table: Element, isHead: boolean): BlockRow[] {
    return childrenOf(table).flatMap((child): BlockRow[] => {
      if (child.localName === 'table-header-rows') return this.#rows(child, true);
      if (child.localName !== 'table-row')
        return /^table-rows?-?(?:group)?s?$/.test(child.localName ?? '')
          ? this.#rows(child, isHead)
          : [];
      const cells = childrenOf(child, 'table-cell').flatMap((cell): BlockCell[] => {
        const span = (name: string) => Math.max(1, Number(attributeOf(cell, name) ?? 1) || 1);
        const one = {
          blocks: this.blocks(cell),
          columns: span('number-columns-spanned'),
          rows: span('number-rows-spanned'),
        };
        return Array.from(
          { length: Math.min(MOST_REPEATS, span('number-columns-repeated')) },
          () => one,
        );
      });
      return [{ head: isHead, cells }];
    });
  }
}
