import type { Kind, Observation, Section } from '../../report/report.ts';
import type { Indicator, Indicators } from './parse-indicators.ts';
import { parseQuantity, usualUnit } from './quantity.ts';

/** A sentence that may hold a figure; patterns never reach over its end. */
const SENTENCE = /[^。！？\n]+/g;
const HAS_FIGURE =
  /\d|[〇一二两三四五六七八九十百千万数][余多]?[件起宗人名位部份个项条次期场本卷家批户]|百分之/;
const PART = /其中|包括|含/g;

/**
 * Read the figures that indicators ask for out of a section.
 *
 * What is not said is not read: no figure is worked out from others, and absence is no zero.
 *
 * @param part the section's heading, and its own paragraphs
 * @returns in the order of the text; offsets are UTF-16 units of the paragraph
 */
export function findObservations(
  { indicators, subjects }: Indicators,
  part: {
    readonly heading: string | null;
    readonly paragraphs: readonly { readonly id: string; readonly text: string }[];
  },
): Observation[] {
  const ofHeading = [...(part.heading ?? '').matchAll(subjects.finder)].at(-1)?.[0];
  return part.paragraphs.flatMap(({ id, text }) => {
    const named = [...text.matchAll(subjects.finder)];
    /** How sure it is that a passage speaks of a matter: 0 where another was named last. */
    const sureness = (subject: string | undefined, start: number, clauseEnd: number): number => {
      if (subject === undefined) return 0.9;
      const latest = named.findLast(({ index }) => index < clauseEnd);
      if (latest === undefined) return subjects.of.get(ofHeading ?? '') === subject ? 0.7 : 0;
      if (subjects.of.get(latest[0]) !== subject) return 0;
      return text.slice(latest.index, start).includes('。') ? 0.8 : 0.9;
    };
    return [...text.matchAll(SENTENCE)]
      .filter(([sentence]) => HAS_FIGURE.test(sentence))
      .flatMap(({ 0: sentence, index }) => {
        const found = indicators.flatMap((indicator) =>
          readSentence(indicator, sentence).flatMap((read): Observation[] => {
            const clauseEnd = index + read.clause.end;
            const confidence = sureness(indicator.subject, index + read.start, clauseEnd);
            const isOther = indicator.not?.test(sentence.slice(read.clause.start, read.clause.end));
            if (confidence === 0 || isOther === true) return [];
            const { start, end, clause: _, ...figure } = read;
            return [{ indicator: indicator.id, ...figure, paragraph: id, start, end, confidence }];
          }),
        );
        found.sort((a, b) => a.start - b.start || b.end - a.end);
        return found.map((one) => ({
          ...one,
          subsetOf: wholeOf(one, found, sentence),
          start: one.start + index,
          end: one.end + index,
        }));
      });
  });
}

type Figure = Omit<Observation, 'indicator' | 'paragraph' | 'confidence'> & {
  readonly clause: { readonly start: number; readonly end: number };
};

/** Find what an indicator's patterns read in a sentence, the first of those that overlap. */
function readSentence(indicator: Indicator, sentence: string): Figure[] {
  const figures: Figure[] = [];
  for (const { finder, needs } of indicator.patterns) {
    if (!sentence.includes(needs)) continue;
    for (const match of sentence.matchAll(finder)) {
      const start = match.index;
      const end = start + match[0].length;
      if (figures.some((one) => one.start < end && start < one.end)) continue;
      const bound = /^以上|^左右/.exec(sentence.slice(end))?.[0] ?? '';
      const quantity = parseQuantity((match.groups?.['n'] ?? '') + bound);
      if (quantity === undefined) continue;
      figures.push({
        value: quantity.value,
        unit: usualUnit(match.groups?.['u'] ?? ''),
        raw: match[0],
        approx: quantity.approx,
        ...figureContext(sentence.slice(0, end)),
        subsetOf: null,
        start,
        end,
        clause: clauseAround(sentence, start, end),
      });
    }
  }
  return figures;
}

function clauseAround(sentence: string, start: number, end: number): Figure['clause'] {
  const before = /[^，；：、]*$/.exec(sentence.slice(0, start))?.[0] ?? '';
  const after = /^[^，；：、]*/.exec(sentence.slice(end))?.[0] ?? '';
  return { start: start - before.length, end: end + after.length };
}

/** The whole that a part is of: what was counted last before 其中, outside brackets. */
function wholeOf(part: Observation, all: readonly Observation[], sentence: string): string | null {
  const mark = [...sentence.slice(0, part.start).matchAll(PART)].at(-1);
  if (mark === undefined) return null;
  // What 含 opens inside a bracket ends with it.
  if (mark[0] === '含' && sentence.slice(mark.index, part.start).includes('）')) return null;
  const whole = all.findLast(
    ({ start, end, unit }) =>
      end <= mark.index && unit === part.unit && !isInBrackets(sentence, start),
  );
  return whole?.indicator ?? null;
}

function isInBrackets(sentence: string, at: number): boolean {
  return sentence.lastIndexOf('（', at) > sentence.lastIndexOf('）', at);
}

/**
 * Words for whose figure it is. They count at the head of a clause: others are somebody else's
 * (在全省率先, 建设全市平台, 向市政府报备), and 市政府办公室 is an office.
 */
const SCOPE =
  /(?<=^|[，；：、）”]|对|目前|办理|[年月日底来])(?:全[省市县区州旗]|[省市县区州]政府(?!部门|办|网|门户|常务|令|、|文件)|各县（?市?）?、?区)|[省市县区州旗]本级|[市县区州][直级](?=各|部门|单位|行政)/g;
const PERIOD =
  /全年|上半年|下半年|今年以来|一年来|20\d\d年以来|[近五三两]年来|截[至止]到?[^，；]{0,12}?(?=，|共|累计)/g;

/**
 * Tell whose figure it is and of what time, in the text's own words.
 *
 * @param before the sentence up to the figure's end: what was said last holds
 */
function figureContext(before: string): { scope: string | null; period: string | null } {
  return { scope: last(before, SCOPE), period: last(before, PERIOD) };
}

function last(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[0] ?? null;
}

/**
 * Read all figures of a report, in the order of its paragraphs.
 *
 * A plan reports nothing, nor does a section of plans: 举办培训2期 is a promise there.
 *
 * @param sections the addressed tree, its roles filled in
 */
export function reportObservations(
  indicators: Indicators,
  kind: Kind,
  sections: readonly Section[],
): Observation[] {
  if (kind === 'plan') return [];
  return sections.flatMap((section) => {
    if (section.roles.includes('plans') && !section.roles.includes('problems')) return [];
    return [
      ...findObservations(indicators, section),
      ...reportObservations(indicators, kind, section.sections),
    ];
  });
}
