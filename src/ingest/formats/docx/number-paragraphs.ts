import { formatNumber } from './format-number.ts';
import {
  type List,
  type ListLevel,
  type ListPosition,
  type Numbering,
  numberedBy,
} from './numbering.ts';
import { allBelow, alternatives, childrenOf, findBelow, valueBelow } from './word-xml.ts';

/**
 * Work out the numbers that Word prints before paragraphs: they are not in its text, and a report
 * without its 一、 and （一） has lost its outline. Bullets are left out: their signs are mostly
 * characters of symbol fonts, and they number nothing.
 *
 * @param document its `document.xml`
 * @returns for each numbered paragraph what is printed before it
 */
export function numberParagraphs(
  document: Document,
  numbering: Numbering,
): ReadonlyMap<Element, string> {
  const counters = new ListCounters(numbering.lists);
  const labels = new Map<Element, string>();
  const elements = Array.from(document.getElementsByTagName('*'));
  const unread = new Set(elements.flatMap(otherWays));
  for (const paragraph of elements) {
    if (paragraph.localName !== 'p' || !isWord(paragraph) || isDeleted(paragraph)) continue;
    if (unread.has(paragraph)) continue;
    const position = positionOf(paragraph, numbering);
    const label = position && counters.next(position);
    if (label !== undefined) labels.set(paragraph, label);
  }
  return labels;
}

function isWord({ namespaceURI }: Element): boolean {
  return namespaceURI?.includes('wordprocessingml') ?? false;
}

/** List what stands in a way of writing something that is not read, since another says the same. */
function otherWays(element: Element): Element[] {
  if (element.localName !== 'AlternateContent') return [];
  const read = alternatives(element);
  return childrenOf(element)
    .filter((way) => !read.includes(way))
    .flatMap((way) => allBelow(way, 'p'));
}

/**
 * Tell whether a paragraph's end was deleted or moved away in tracked changes: it is printed as part of
 * the next.
 */
export function isDeleted(paragraph: Element): boolean {
  const mark = findBelow(paragraph, 'pPr', 'rPr');
  return childrenOf(mark).some(({ localName }) => localName === 'del' || localName === 'moveFrom');
}

/** Where a paragraph is numbered: by what it says itself, else by its style; list 0 is none. */
function positionOf(paragraph: Element, { styles }: Numbering): ListPosition | undefined {
  const own = numberedBy(paragraph);
  const style = valueBelow(paragraph, 'pPr', 'pStyle');
  const ofStyle = style === undefined ? undefined : styles.get(style);
  if (own === undefined) return ofStyle;
  return { list: own.list, level: own.level ?? ofStyle?.level ?? 0 };
}

/** Counts the paragraphs of a document's lists as they come. */
export class ListCounters {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
  }

  /** Return what is printed before the next paragraph of a list; `undefined` where nothing is. */
  next(position: ListPosition): string | undefined {
    const list = this.#lists.get(position.list);
    const level = list?.levels.get(position.level);
    if (list === undefined || level === undefined) return undefined;
    const counter = this.#counters.get(list.counters) ?? new Map<number, number>();
    this.#counters.set(list.counters, counter);
    const first = this.#begun.has(position.list) ? undefined : list.starts.get(position.level);
    this.#begun.add(position.list);
    count(counter, list, position.level, first);
    if (level.format === 'bullet') return undefined;
    const label = printLabel(level, list, counter);
    return label.trim() === '' ? undefined : `${label}${level.gap}`;
  }
}

/** Takes a list on by one at a level; what stands below begins again. */
function count(
  counter: Map<number, number>,
  { levels }: List,
  level: number,
  first: number | undefined,
): void {
  const before = counter.get(level);
  const start = levels.get(level)?.start ?? 1;
  counter.set(level, first ?? (before === undefined ? start : before + 1));
  for (const [below, { restartsAfter }] of levels)
    if (below > level && restartsAfter >= level) counter.delete(below);
}

function printLabel(level: ListLevel, { levels }: List, counter: Map<number, number>): string {
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const one = levels.get(at);
    const number = counter.get(at) ?? one?.start ?? 1;
    if (!counter.has(at)) counter.set(at, number);
    return formatNumber(number, level.isLegal ? 'decimal' : (one?.format ?? 'decimal'));
  });
}
