import { attributeOf, childrenOf, findBelow, valueBelow } from './word-xml.ts';

/** A level of a list, as Word numbers it. */
export interface ListLevel {
  readonly start: number;
  /** A value of ST_NumberFormat. */
  readonly format: string;
  /** What is printed, `%1` for the number of the first level: `（%1）`. */
  readonly text: string;
  /** Whether all numbers are printed as Arabic ones. */
  readonly isLegal: boolean;
  /** What stands between the number and the text. */
  readonly gap: '' | ' ';
  /** The level, from 0, whose next number begins this one again; `-1`: none does. */
  readonly restartsAfter: number;
}

/** A list: its levels, the counters it shares with others, and the numbers it begins again at. */
export interface List {
  readonly counters: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly starts: ReadonlyMap<number, number>;
}

/** A list and the level in it that a paragraph is numbered by. */
export interface ListPosition {
  readonly list: string;
  readonly level: number;
}

/** All numbering that a Word document defines. */
export interface Numbering {
  /** Lists by their `w:numId`. */
  readonly lists: ReadonlyMap<string, List>;
  /** Where a paragraph's style puts it, by the style's id. */
  readonly styles: ReadonlyMap<string, ListPosition>;
}

/**
 * Read the numbering of a Word document (ECMA-376, part 1, 17.9) out of its `numbering.xml` and
 * `styles.xml`.
 */
export function readNumbering(numbering: Document, styles: Document | undefined): Numbering {
  const root = numbering.documentElement;
  const abstracts = new Map(
    childrenOf(root, 'abstractNum').map((one) => [attributeOf(one, 'abstractNumId') ?? '', one]),
  );
  const styleElements = childrenOf(styles?.documentElement, 'style');
  const numOfStyle = new Map(
    styleElements.map((style) => [attributeOf(style, 'styleId') ?? '', numberedBy(style)]),
  );
  const abstractOf = new Map(
    childrenOf(root, 'num').map((num) => [
      attributeOf(num, 'numId') ?? '',
      valueBelow(num, 'abstractNumId') ?? '',
    ]),
  );
  /** A list may be no more than the name of a style that another one defines. */
  const resolve = (abstract: string): string => {
    const link = valueBelow(abstracts.get(abstract), 'numStyleLink');
    const num = link === undefined ? undefined : numOfStyle.get(link)?.list;
    const linked = num === undefined ? undefined : abstractOf.get(num);
    const isNumbered = childrenOf(abstracts.get(linked ?? ''), 'lvl').length > 0;
    return linked !== undefined && isNumbered ? linked : abstract;
  };
  const lists = new Map(
    childrenOf(root, 'num').map((num): [string, List] => {
      const counters = resolve(valueBelow(num, 'abstractNumId') ?? '');
      const overrides = childrenOf(num, 'lvlOverride');
      const levels = [
        ...childrenOf(abstracts.get(counters), 'lvl'),
        ...overrides.flatMap((one) => childrenOf(one, 'lvl')),
      ];
      const starts = overrides.flatMap((one): [number, number][] => {
        const start = valueBelow(one, 'startOverride');
        return start === undefined ? [] : [[numberOf(one, 'ilvl'), Number(start)]];
      });
      return [
        attributeOf(num, 'numId') ?? '',
        {
          counters,
          levels: new Map(levels.map((level) => [numberOf(level, 'ilvl'), readLevel(level)])),
          starts: new Map(starts),
        },
      ];
    }),
  );
  return { lists, styles: readStyles(styleElements, numOfStyle, abstracts, abstractOf, resolve) };
}

/** The list and level that a paragraph's or a style's own properties name. */
export function numberedBy(
  owner: Element,
): { readonly list: string; readonly level: number | undefined } | undefined {
  const numPr = findBelow(owner, 'pPr', 'numPr');
  const list = valueBelow(numPr, 'numId');
  const level = valueBelow(numPr, 'ilvl');
  if (list === undefined) return undefined;
  return { list, level: level === undefined ? undefined : Number(level) };
}

function readStyles(
  styles: readonly Element[],
  numOfStyle: ReadonlyMap<string, ReturnType<typeof numberedBy>>,
  abstracts: ReadonlyMap<string, Element>,
  abstractOf: ReadonlyMap<string, string>,
  resolve: (abstract: string) => string,
): Map<string, ListPosition> {
  const basedOn = new Map(
    styles.map((style) => [attributeOf(style, 'styleId') ?? '', valueBelow(style, 'basedOn')]),
  );
  const positions = new Map<string, ListPosition>();
  for (const id of basedOn.keys()) {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = basedOn.get(at)) {
      seen.add(at);
      const own = numOfStyle.get(at);
      if (own === undefined) continue;
      const abstract = abstracts.get(resolve(abstractOf.get(own.list) ?? ''));
      const style = at;
      const named = childrenOf(abstract, 'lvl').find(
        (level) => valueBelow(level, 'pStyle') === style,
      );
      const level = named === undefined ? (own.level ?? 0) : numberOf(named, 'ilvl');
      positions.set(id, { list: own.list, level });
      break;
    }
  }
  return positions;
}

function readLevel(level: Element): ListLevel {
  const format =
    findBelow(level, 'numFmt') ?? findBelow(level, 'AlternateContent', 'Fallback', 'numFmt');
  const restart = valueBelow(level, 'lvlRestart');
  const legal = findBelow(level, 'isLgl');
  return {
    start: Number(valueBelow(level, 'start') ?? 0),
    format: attributeOf(format) ?? 'decimal',
    text: valueBelow(level, 'lvlText') ?? '',
    isLegal: legal !== undefined && !/^(?:0|false|off)$/.test(attributeOf(legal) ?? ''),
    gap: valueBelow(level, 'suff') === 'nothing' ? '' : ' ',
    restartsAfter: restart === undefined ? numberOf(level, 'ilvl') - 1 : Number(restart) - 1,
  };
}

function numberOf(element: Element, name: string): number {
  return Number(attributeOf(element, name) ?? 0);
}
