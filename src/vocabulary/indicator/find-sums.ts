import type { Report } from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import { isAmong, isAmongThings } from './among.ts';
import { boundOf, type Indicators } from './parse-indicators.ts';
import { plainText, type Quantity } from './quantity.ts';
import { scanText, type Token } from './scan-text.ts';
import { type Clause, splitClauses } from './split-clauses.ts';

/** A figure that others of its text add up to, a rate that two of them give, or parts that do not fit. */
interface FoundSum {
  readonly kind: 'sum' | 'rate' | 'mismatch';
  /** `27 = 14 + 1 + 4 + 4 + 4`, `46.7% = 7 / 15`, `30 < 20 + 12` */
  readonly formula: string;
  /** UTF-16 units of the text: from the first figure to the end of the last. */
  readonly start: number;
  readonly end: number;
}

/** A sum or rate that a report's own figures give, or parts that exceed their whole. */
export interface ReportSum {
  readonly kind: FoundSum['kind'];
  readonly formula: string;
  /** The words from the first figure to the last. */
  readonly raw: string;
  readonly paragraph: string;
}

/** Find the sums that a report's text itself allows; a plan counts nothing yet. */
export function reportSums(
  { kind, sections }: Pick<Report, 'kind' | 'sections'>,
  indicators: Indicators,
): ReportSum[] {
  if (kind === 'plan') return [];
  const paragraphs = walkSections(sections).flatMap((section) => section.paragraphs);
  return paragraphs.flatMap(({ id, text }) =>
    findSums(text, indicators).map(({ kind: sort, formula, start, end }) => ({
      kind: sort,
      formula,
      raw: text.slice(start, end),
      paragraph: id,
    })),
  );
}

/** A number with what a sum goes by. */
interface Figure extends Quantity {
  /** Whether words before it say what became of a part: 维持, 取消. */
  readonly isOutcome: boolean;
  /** Whether 其中 or 包括 stands right before it. */
  readonly opensParts: boolean;
  /** Whether a semicolon stands before its clause. */
  readonly opensSegment: boolean;
  /** Whether it is said to be a rate: 率, 占. */
  readonly isRate: boolean;
  readonly decimals: number;
  /** The words around it, from the number before. */
  readonly words: string;
  /** What stands in brackets after it. */
  readonly aside: readonly Figure[];
}

/** Without 其中 a smaller whole adds up by chance. */
const LEAST_WHOLE = 20;
/** With it, one below this. */
const LEAST_SAID_WHOLE = 5;

/**
 * Check the sums that a text itself claims, so that readers see which figures agree.
 *
 * A whole stands before its parts: in brackets, after 其中 or 包括 (also in the next sentence), or as
 * a list of outcomes that ends its sentence. A rate needs a decimal: round ones come out by chance.
 * Parts that fall short are not reported, a text need not name all; outcomes that exceed their whole
 * are (`mismatch`).
 */
export function findSums(text: string, { lexicon }: Indicators): FoundSum[] {
  const sums: FoundSum[] = [];
  let previous: readonly Figure[] = [];
  let sentence: Token[] = [];
  const finish = (): void => {
    const figures = figuresOf(
      splitClauses(sentence, sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0),
      text,
    );
    const [first] = figures;
    const whole = first?.opensParts === true ? wholeBefore(previous, figures, first) : undefined;
    const all = whole === undefined ? figures : [whole, ...figures];
    sums.push(...wholesIn(all), ...ratesIn(figures));
    previous = figures;
    sentence = [];
  };
  for (const token of scanText(plainText(text), lexicon, 0, text.length)) {
    if (token.kind === 'mark' && /[。！？\n]/.test(token.mark)) finish();
    else sentence.push(token);
  }
  finish();
  return sums.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Find the whole of a sentence before: the last that its parts make, else the last. */
function wholeBefore(
  previous: readonly Figure[],
  figures: readonly Figure[],
  { unit }: Figure,
): Figure | undefined {
  const wholes = previous.filter((one) => one.unit === unit);
  const isMade = (whole: Figure): boolean =>
    whole.value >= LEAST_WHOLE &&
    sumOf(whole, partsAfter([whole, ...figures], 0).parts).some(({ kind }) => kind === 'sum');
  return wholes.findLast(isMade) ?? wholes.at(-1);
}

function figuresOf(clauses: readonly Clause[], text: string): Figure[] {
  const figures: Figure[] = [];
  let opensParts = false;
  let opensSegment = false;
  for (const clause of clauses) {
    const { pieces, mark, start } = clause;
    opensSegment ||= mark === '；';
    opensParts ||= mark === '：' && figures.length > 0;
    let isOutcome = false;
    let isDifference = false;
    let from = start;
    let bound: Quantity['approx'] = null;
    for (const piece of pieces) {
      if (piece.kind === 'word') {
        if (piece.word.roles.part) opensParts = true;
        if (piece.word.roles.outcome) isOutcome = true;
        if (piece.word.roles.compare || piece.word.roles.change) isDifference = true;
        if (piece.word.roles.to || piece.word.roles.part) isDifference = false;
        bound = boundOf(piece.word) ?? (piece.word.roles.filler ? bound : null);
      }
      const last = figures.at(-1);
      if (piece.kind === 'aside' && last !== undefined)
        figures[figures.length - 1] = { ...last, aside: figuresOf(piece.clauses, text) };
      if (piece.kind !== 'quantity') continue;
      // What was before, and by how much it grew, are no parts: 比上年的884件增加442件.
      if (isDifference) {
        isDifference = false;
        from = piece.end;
        continue;
      }
      const isRate = /率|占|比例|比重/.test(text.slice(from, piece.start));
      const decimals = /\.(\d+)/.exec(text.slice(piece.start, piece.end))?.[1]?.length ?? 0;
      const approx = piece.quantity.approx ?? bound;
      figures.push({
        ...piece.quantity,
        ...{ approx, decimals, isOutcome, opensParts, opensSegment, isRate, aside: [] },
        words: text.slice(from, piece.end + 2),
      });
      bound = null;
      opensParts = opensSegment = isOutcome = false;
      from = piece.end;
    }
    opensParts ||= isAmong({ text }, clause) || isAmongThings(text, clause);
  }
  return figures;
}

const isCount = ({ unit, approx, value }: Figure): boolean =>
  unit !== '' && unit !== '%' && approx === null && value > 0;

/** Wholes with their parts: a list of one unit up to the next whole or the end of its segment. */
function wholesIn(figures: readonly Figure[]): FoundSum[] {
  const found: FoundSum[] = [];
  for (const [i, whole] of figures.entries()) {
    if (!isCount(whole) || whole.value < LEAST_SAID_WHOLE) continue;
    const inBrackets = whole.aside.filter((one) => one.unit === whole.unit && isCount(one));
    found.push(...sumOf(whole, inBrackets));
    const { parts, isSaid } = partsAfter(figures, i);
    if (isSaid) found.push(...sumOf(whole, parts));
    else if (isListOfOutcomes(whole, parts, figures, i)) found.push(...sumOf(whole, parts));
  }
  return found;
}

/** Longer lists are no parts of one whole. */
const MOST_PARTS = 30;

function partsAfter(
  figures: readonly Figure[],
  index: number,
): { parts: Figure[]; isSaid: boolean } {
  const { unit } = figures[index] ?? { unit: '' };
  const parts: Figure[] = [];
  let isSaid = false;
  for (const figure of figures.slice(index + 1, index + 1 + MOST_PARTS)) {
    if (figure.opensSegment && parts.length > 0) break;
    if (figure.opensParts) {
      if (parts.length > 0) break;
      isSaid = true;
    }
    if (figure.unit === unit && figure.value !== 0) parts.push(figure);
  }
  return { parts, isSaid };
}

/** A list without 其中 that names what became of a whole, to the end of its segment. */
function isListOfOutcomes(
  whole: Figure,
  parts: readonly Figure[],
  figures: readonly Figure[],
  index: number,
): boolean {
  if (whole.value < LEAST_WHOLE || whole.isOutcome) return false;
  const before = figures
    .slice(Math.max(0, index - MOST_PARTS), index)
    .findLast(({ unit }) => unit === whole.unit);
  const isFirst = before === undefined || whole.opensSegment;
  const outcomes = parts.filter(({ isOutcome }) => isOutcome).length;
  const isExact = parts.reduce((sum, { value }) => sum + value, 0) === whole.value;
  return isFirst && isExact && outcomes >= (parts.length > 2 ? 1 : 2);
}

function sumOf(whole: Figure, parts: readonly Figure[]): FoundSum[] {
  let sum = 0;
  for (const [i, part] of parts.entries()) {
    if (part.approx !== null) return [];
    sum += part.value;
    const terms = parts.slice(0, i + 1);
    const formula = terms.map(({ value }) => value).join(' + ');
    const place = { start: whole.start, end: part.end };
    if (sum > whole.value)
      return i > 0 && terms.every(({ isOutcome }) => isOutcome)
        ? [{ kind: 'mismatch', formula: `${whole.value} < ${formula}`, ...place }]
        : [];
    if (sum === whole.value && i > 0)
      return [{ kind: 'sum', formula: `${whole.value} = ${formula}`, ...place }];
  }
  return [];
}

/** Rates of one of the last two counts before them to an earlier one. */
function ratesIn(figures: readonly Figure[]): FoundSum[] {
  return figures.flatMap((rate, i): FoundSum[] => {
    const { decimals } = rate;
    if (rate.unit !== '%' || !rate.isRate || rate.approx !== null || decimals === 0) return [];
    const before = figures.slice(Math.max(0, i - MOST_PARTS), i).filter(isCount);
    // What stands before another rate was what that one is of.
    const lastRate = figures.slice(0, i).findLast(({ isRate, unit }) => isRate && unit === '%');
    const parts = before.slice(-2).filter(({ start }) => start > (lastRate?.start ?? -1));
    // 办结率 is of what was closed, no other number: 转交2,061件，办结率96.4%.
    const isOfClosed = /结率[^率]*$/.test(rate.words);
    for (const part of parts.toReversed()) {
      if (isOfClosed && !/[结办]/.test(part.words)) continue;
      for (const whole of before) {
        if (whole.unit !== part.unit || whole.start >= part.start || whole.value < part.value)
          continue;
        if (Math.abs((part.value / whole.value) * 100 - rate.value) > 0.5 / 10 ** decimals)
          continue;
        const formula = `${rate.value}% = ${part.value} / ${whole.value}`;
        return [{ kind: 'rate', formula, start: whole.start, end: rate.end }];
      }
    }
    return [];
  });
}
