import { parsePrintedNumber } from '../../report/printed-numeral.ts';
import type { PlacedSection } from './body-sections.ts';

/** A section with a printed number, and the number before it. */
export interface NumberedSection extends PlacedSection {
  readonly number: number;
  /** Of the sibling before it in the same kind of numeral; `undefined` for the first. */
  readonly before: number | undefined;
  /** The last one printed anywhere before it in that kind: numbers may run on through sections. */
  readonly lastPrinted: number;
}

/** Lists the numbered sections of an outline in printed order. */
export function numberedSections(top: readonly PlacedSection[]): NumberedSection[] {
  const printed = new Map<string, number>();
  const walk = (siblings: readonly PlacedSection[]): NumberedSection[] => {
    const among = new Map<string, number>();
    return siblings.flatMap((placed) => {
      const { label } = placed.section;
      const number = label === null ? undefined : parsePrintedNumber(label);
      if (label === null || number === undefined) return walk(placed.sections);
      const kind = label.replace(/[\p{Script=Han}\d]+/u, '#');
      const numeral = /\d/.test(label) ? `digit${kind}` : kind;
      const own = {
        ...placed,
        number,
        before: among.get(numeral),
        lastPrinted: printed.get(numeral) ?? 0,
      };
      among.set(numeral, number);
      printed.set(numeral, number);
      return [own, ...walk(placed.sections)];
    });
  };
  return walk(top);
}
