import { labelKind } from './label-kind.ts';
import { parsePrintedNumber } from './printed-numeral.ts';
import { splitLabel } from './split-label.ts';

/** A line that begins with a printed numeral. */
export interface Numeral {
  readonly label: string;
  /** The line without its label. */
  readonly rest: string;
  readonly number: number;
  /** How high the kind of numeral usually stands, from 0, the highest. */
  readonly rank: number;
}

/** Reads the numeral a line begins with, `undefined` where it begins with none that heads a section. */
export function readNumeral(line: string): Numeral | undefined {
  const { label, rest } = splitLabel(line);
  if (label === null) return undefined;
  const kind = labelKind(label);
  const number = parsePrintedNumber(label);
  if (kind === undefined || number === undefined) return undefined;
  return { label, rest, number, rank: kind.rank };
}
