import { formatNumber } from '../docx/format-number.ts';
import type { Showing } from '../docx/text-styles.ts';
import { attributeOf, childrenOf, findBelow } from '../docx/word-xml.ts';

/** What the styles of an OpenDocument text say of showing text, and of its lists. */
export interface OdtStyles {
  /** How a style shows text; where it says nothing, as what it stands in. */
  readonly showing: (style: string | undefined, outer: Showing) => Showing;
  /** Whether a style prints its text small and raised. */
  readonly isRaised: (style: string | undefined) => boolean;
  /** Whether a style, or one it is based on, is that of a title or heading, or centres its text. */
  readonly isHeading: (style: string | undefined) => boolean;
  readonly level: (list: string | undefined, level: number) => OdtLevel | undefined;
}

/** A level of a list. */
export interface OdtLevel {
  readonly start: number;
  readonly print: (numbers: readonly number[]) => string;
}

/** Formats that LibreOffice names by their first number. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  壱: 'japaneseLegal',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '１': 'decimalFullWidth',
  '⑴': 'decimalEnclosedParen',
};

/** Read the styles in the parts of an OpenDocument text. */
export function readOdtStyles(parts: readonly Document[]): OdtStyles {
  const all = parts.flatMap((part) => Array.from(part.getElementsByTagName('*')));
  const named = (name: string) =>
    new Map(
      all
        .filter(({ localName }) => localName === name)
        .map((style) => [attributeOf(style, 'name') ?? '', style]),
    );
  const styles = named('style');
  const lists = named('list-style');
  const outline = all.find(({ localName }) => localName === 'outline-style');
  /** A style and those it is based on. */
  const chain = (style: string | undefined): Element[] => {
    const found: Element[] = [];
    for (let at = styles.get(style ?? ''); at !== undefined && !found.includes(at); ) {
      found.push(at);
      at = styles.get(attributeOf(at, 'parent-style-name') ?? '');
    }
    return found;
  };
  const property = (style: string | undefined, group: string, name: string): string | undefined =>
    chain(style)
      .map((one) => attributeOf(findBelow(one, group), name))
      .find((value) => value !== undefined);
  return {
    showing: (style, outer) => {
      const display = property(style, 'text-properties', 'display');
      if (display === 'none' || (display === undefined && outer === 'hidden')) return 'hidden';
      const line =
        property(style, 'text-properties', 'text-line-through-style') ??
        property(style, 'text-properties', 'text-line-through-type');
      if (line === undefined) return outer;
      return line === 'none' ? 'shown' : 'struck';
    },
    isRaised: (style) =>
      /^(?:super|[1-9])/.test(property(style, 'text-properties', 'text-position') ?? ''),
    isHeading: (style) =>
      property(style, 'paragraph-properties', 'text-align') === 'center' ||
      chain(style).some((one) =>
        /^(?:Title|Subtitle|Heading)/.test(attributeOf(one, 'name') ?? ''),
      ),
    level: (list, level) => {
      const owner = list === undefined ? outline : lists.get(list);
      const found = childrenOf(owner).find(
        (one) =>
          /^(?:list-level-style-number|outline-level-style)$/.test(one.localName ?? '') &&
          Number(attributeOf(one, 'level')) === level,
      );
      return found === undefined ? undefined : readLevel(found, owner);
    },
  };
}

function readLevel(element: Element, list: Element | undefined): OdtLevel | undefined {
  const name = attributeOf(element, 'num-format') ?? '';
  if (name === '') return undefined;
  const formatOf = (level: number) => {
    const one = childrenOf(list).find((other) => Number(attributeOf(other, 'level')) === level);
    return FORMATS[(attributeOf(one, 'num-format') ?? '1').charAt(0)] ?? 'decimal';
  };
  const own = Number(attributeOf(element, 'level'));
  const shown = Number(attributeOf(element, 'display-levels') ?? 1) || 1;
  const follows = attributeOf(
    findBelow(element, 'list-level-properties', 'list-level-label-alignment'),
    'label-followed-by',
  );
  return {
    start: Number(attributeOf(element, 'start-value') ?? 1),
    print: (numbers) => {
      const levels = Array.from({ length: shown }, (_, at) => own - shown + 1 + at);
      const words = levels
        .filter((level) => level >= 1)
        .map((level) => formatNumber(numbers[level - 1] ?? 1, formatOf(level)));
      const [prefix = '', suffix = ''] = ['num-prefix', 'num-suffix'].map((one) =>
        attributeOf(element, one),
      );
      return `${prefix}${words.join('.')}${suffix}${follows === 'nothing' ? '' : ' '}`;
    },
  };
}
