import type { Element, ElementContent, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { readNumeral } from '../../../report/printed-numeral.ts';
import { layOutTable } from '../lay-out-table.ts';
import { raiseDigits } from '../raise-digits.ts';
import {
  isAround,
  isBlockElement,
  isLeafTable,
  isList,
  isMostlyLinks,
  isUnseen,
  readInline,
  readPicture,
  textOf,
} from './element-kinds.ts';
import { ListNumbers, PageCounters } from './list-numbers.ts';
import { type HtmlLine, OpenLine } from './open-line.ts';
import { type Declarations, type PageStyles, readPageStyles } from './page-styles.ts';

/** Elements whose text is not seen, or is no text of the page. */
const SKIPPED = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'iframe', 'noframes', 'object', 'svg'],
  ...['select', 'textarea', 'button', 'datalist', 'canvas', 'audio', 'video', 'rt', 'rp'],
]);
const STRUCK = new Set(['s', 'del', 'strike']);
/** What a style hides is hidden up to this size; more is a document that a script shows. */
const LARGEST_HIDDEN = 200;
/** Cells as short as this say nothing without those beside them: `120`, `1/3`, `—`. */
const BARE = /^[^\p{Script=Han}]{1,12}$/u;

/** The lines of a page, and what was met on the way. */
export interface HtmlText {
  readonly lines: readonly HtmlLine[];
  /** Words that no text of the page holds: numbers of lists. */
  readonly made: readonly string[];
  /** Text of the document that the page does not show, or shows struck out. */
  readonly hidden: readonly { readonly text: string; readonly isStruck: boolean }[];
  /** How many pages stand in frames of the document. */
  readonly frames: number;
}

/**
 * Return the visible text of a page line by line: blocks, rows of tables and breaks end a line, and
 * so do line ends in preformatted text. Scripts, styles, comments and what is hidden or struck out
 * are no text; the numbers that a list prints are.
 *
 * Elements may be nested as deep as a page likes, so that the walk keeps its own stack.
 *
 * @param contents the elements that the document is in
 */
export function readHtmlLines(page: Root, contents: ReadonlySet<Element>): HtmlText {
  const reader = new LineReader(page, contents);
  // What the root itself says of being seen counts for nothing: scripts put it right.
  const top = page.children.flatMap((node) => (node.type === 'element' ? node.children : []));
  return reader.read(top);
}

/** What an element's text stands in. */
interface Inside {
  readonly isInside: boolean;
  readonly isInLink: boolean;
  readonly isPre: boolean;
  readonly isRaised: boolean;
  /** The elements around it, where the page has styles that ask for them. */
  readonly above: readonly Element[];
  readonly list: ListNumbers | undefined;
  /** Whether it is a part of the page that no document stands in. */
  readonly isAround: boolean;
  /** Of a heading, h1 to h6: its number. */
  readonly level: number | undefined;
}

/** A node to be read, or what is to be done once all below an element was. */
type Step = (() => void) | (Inside & { readonly node: RootContent | ElementContent });

class LineReader {
  readonly #styles: PageStyles;
  readonly #contents: ReadonlySet<Element>;
  readonly #counters = new PageCounters();
  readonly #made: string[] = [];
  readonly #hidden: { text: string; isStruck: boolean }[] = [];
  #frames = 0;
  #tables = 0;

  constructor(page: Root, contents: ReadonlySet<Element>) {
    this.#styles = readPageStyles(page);
    this.#contents = contents;
  }

  read(nodes: readonly (RootContent | ElementContent)[]): HtmlText {
    const outside = {
      ...{ isInside: false, isInLink: false, isPre: false, isRaised: false, isAround: false },
    };
    const lines = this.#walk(nodes, { ...outside, above: [], list: undefined, level: undefined });
    return { lines, made: this.#made, hidden: this.#hidden, frames: this.#frames };
  }

  #walk(nodes: readonly (RootContent | ElementContent)[], inside: Inside): HtmlLine[] {
    const writer = new OpenLine(this.#made);
    const steps: Step[] = nodes.map((node) => ({ ...inside, node })).reverse();
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (typeof step === 'function') step();
      else if (step.node.type === 'text')
        writer.writeText(step.isRaised ? raiseDigits(step.node.value) : step.node.value, step);
      else if (step.node.type === 'element') this.#element(step.node, step, writer, steps);
    }
    writer.end();
    return writer.lines;
  }

  #element(node: Element, step: Inside, writer: OpenLine, steps: Step[]): void {
    const { tagName } = node;
    const isInside = step.isInside || this.#contents.has(node);
    const isFrame = tagName === 'iframe' && isInside;
    if (isFrame && (node.properties['src'] ?? node.properties['srcDoc']) !== undefined)
      this.#frames++;
    if (SKIPPED.has(tagName)) return;
    const declared = this.#styles.of(node, step.above);
    const unseen = this.#unseen(node, declared);
    if (unseen !== undefined) {
      if (isInside) this.#hide(node, unseen === 'struck');
      return;
    }
    if (tagName === 'img') {
      const next = steps.at(-1);
      const isBefore =
        typeof next === 'object' &&
        next.node.type === 'text' &&
        /^\s*[\p{L}\d]/u.test(next.node.value);
      const picture =
        isInside || this.#contents.size === 0
          ? readPicture(node, isBefore && writer.isBegun)
          : undefined;
      if (picture !== undefined) writer.picture(picture, String(node.properties['src']), isInside);
      return;
    }
    const isBlock = isBlockElement(tagName, declared);
    if (isBlock) writer.end();
    this.#counters.step(declared);
    const above = [...step.above, node];
    const list = isList(tagName) ? new ListNumbers(node, declared) : step.list;
    const below: Inside = {
      ...{ isInside, above, list },
      isInLink: step.isInLink || tagName === 'a',
      isPre: step.isPre || tagName === 'pre' || tagName === 'xmp' || tagName === 'listing',
      isRaised: step.isRaised || tagName === 'sup',
      isAround: step.isAround || isAround(node),
      level: /^h[1-6]$/.test(tagName) ? Number(tagName.charAt(1)) : step.level,
    };
    if (tagName === 'table' && isLeafTable(node)) {
      writer.put(this.#table(node, below));
      return;
    }
    const label = this.#label(node, declared, step, below);
    if (label !== '') writer.label(label, isInside);
    if (tagName === 'q') writer.made('“', isInside);
    steps.push(() => {
      if (tagName === 'q') writer.made('”', isInside);
      if (isBlock) writer.end();
      else if (tagName === 'a') writer.space();
      if (tagName === 'li') writer.dropLabel();
    });
    const parts = node.children.filter(({ type }) => type === 'element');
    for (const child of node.children.toReversed()) {
      steps.push({ ...below, node: child });
      // What stands below the line of a fraction stands behind it here: 3/4 is no 34.
      if (tagName === 'mfrac' && child === parts[1]) steps.push(() => writer.made('/', isInside));
    }
  }

  /** What a list or a style prints before an element. */
  #label(node: Element, declared: Declarations, outer: Inside, inner: Inside): string {
    const before = this.#styles.before(node, outer.above);
    const isShown = !/none/i.test(before['display'] ?? '');
    if (isShown) this.#counters.step(before);
    const { content } = before;
    if (isShown && content !== undefined && /counter\(/i.test(content))
      return this.#counters.print(content);
    if (node.tagName !== 'li' || outer.list === undefined) return '';
    const isItem = !/^(?!list-item)/i.test(declared['display'] ?? 'list-item');
    const label = outer.list.take(node, declared);
    const isOfDocument =
      inner.isInside || (this.#contents.size === 0 && !inner.isAround && !isMostlyLinks(node));
    // Where an item has a numeral of its own, the page's other styles print none.
    return isItem && isOfDocument && readNumeral(textOf(node).trim()) === undefined ? label : '';
  }

  #unseen(node: Element, declared: Declarations): 'hidden' | 'struck' | undefined {
    const { tagName, properties } = node;
    if (STRUCK.has(tagName) || /line-through/i.test(declared['text-decoration'] ?? ''))
      return /^none/i.test(declared['text-decoration'] ?? '') ? undefined : 'struck';
    const isInline = properties['hidden'] !== undefined || isUnseen(readInline(node, declared));
    if (!isInline && !isUnseen(declared)) return undefined;
    if (this.#holdsContent(node)) return undefined;
    return isInline || textOf(node).length < LARGEST_HIDDEN ? 'hidden' : undefined;
  }

  #holdsContent(node: Element): boolean {
    if (this.#contents.size === 0) return false;
    let isFound = false;
    visit(node, 'element', (element) => {
      isFound ||= this.#contents.has(element);
    });
    return isFound;
  }

  #hide(node: Element, isStruck: boolean): void {
    const text = textOf(node).replace(/\s+/gu, ' ').trim();
    if (text !== '') this.#hidden.push({ text, isStruck });
  }

  /** Read a table that holds no other: its rows, or the page that it lays out. */
  #table(table: Element, inside: Inside): HtmlLine[] {
    const captions: HtmlLine[] = [];
    const rows: { head: boolean; cells: { lines: HtmlLine[]; columns: number; rows: number }[] }[] =
      [];
    const visitRows = (parent: Element, around: Inside, isHead: boolean) => {
      for (const node of parent.children) {
        if (node.type !== 'element') {
          captions.push(...this.#walk([node], around));
          continue;
        }
        const unseen = this.#unseen(node, this.#styles.of(node, around.above));
        const below = { ...around, above: [...around.above, node] };
        if (unseen !== undefined) {
          if (around.isInside) this.#hide(node, unseen === 'struck');
        } else if (/^t(?:head|body|foot)$/.test(node.tagName))
          visitRows(node, below, isHead || node.tagName === 'thead');
        else if (node.tagName === 'tr') rows.push(this.#row(node, below, isHead));
        else captions.push(...this.#walk([node], around));
      }
    };
    visitRows(table, inside, false);
    const sources = rows.map(({ head, cells }) => ({
      head,
      cells: cells.map(({ lines, ...cell }) => ({
        ...cell,
        lines: lines.filter(({ picture }) => picture === undefined).map(({ text }) => text),
      })),
    }));
    const laid = layOutTable(sources, this.#tables + 1);
    if (laid === undefined) return [...captions, ...rows.flatMap(({ cells }) => layOutRow(cells))];
    this.#tables++;
    const { isInside: isContent } = inside;
    const lines = laid.flatMap((row): HtmlLine[] => {
      const text = row.cells.join('\t');
      return text.trim() === '' ? [] : [{ text, row, isContent, isLink: false }];
    });
    const pictures = rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.lines.filter(({ picture }) => picture !== undefined)),
    );
    return [...captions, ...lines, ...pictures];
  }

  #row(row: Element, inside: Inside, isHead: boolean) {
    const cells = row.children.flatMap((node) => {
      if (node.type !== 'element') return [];
      const lines = this.#walk([node], inside);
      const span = (name: string) =>
        Math.max(1, Math.trunc(Number(node.properties[name] ?? 1)) || 1);
      const isUnseen = this.#unseen(node, this.#styles.of(node, inside.above)) !== undefined;
      if (isUnseen) return [];
      return [
        { lines, columns: span('colSpan'), rows: span('rowSpan'), isHead: node.tagName === 'th' },
      ];
    });
    const head = isHead || (cells.length > 0 && cells.every((cell) => cell.isHead));
    return { head, cells: cells.map(({ lines, columns, rows }) => ({ lines, columns, rows })) };
  }
}

/** A row that only lays out a page; but figures on it stay beside what they belong to. */
function layOutRow(cells: readonly { readonly lines: readonly HtmlLine[] }[]): HtmlLine[] {
  const full = cells.filter(({ lines }) => lines.length > 0).map(({ lines }) => lines);
  const isLine =
    full.length > 1 &&
    full.every((lines) => lines.length === 1 && lines[0]?.picture === undefined) &&
    full.some(([line]) => BARE.test(line?.text.trim() ?? ''));
  if (!isLine) return full.flat();
  const lines = full.flat();
  const text = lines.map((line) => line.text).join('\t');
  const isContent = lines.some((line) => line.isContent);
  return [{ text, isContent, isLink: lines.every(({ isLink }) => isLink) }];
}
