import type { Observation } from '../report/report.ts';
import type { Indicator, Indicators } from './indicator.ts';
import { parseQuantity, usualUnit } from './quantity.ts';

const SCOPE =
  /全省|全市|全县|全区|全州|全旗|[省市县区州旗]本级|本级|[省市县区州]直|[省市县区州]级|[省市县区州]政府|各县（?市?）?、?区|各部门|各乡镇/g;
const PERIOD =
  /全年|上半年|下半年|今年以来|一年来|20\d\d年以来|[近五三两]年来|截[至止]到?[^，。；]{0,12}?(?=，|共|累计|$)/g;
const PART = /其中|包括|含/g;

/**
 * Reads the figures that an indicator asks for out of a section.
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
  return part.paragraphs.flatMap(({ id, text }) => {
    const named = [...text.matchAll(subjects.finder)];
    const found: Observation[] = [];
    for (const indicator of indicators)
      for (const pattern of indicator.patterns)
        for (const match of text.matchAll(pattern)) {
          const confidence = sureness(indicator, match, { text, named, subjects }, part.heading);
          if (confidence === 0) continue;
          const observation = observe(indicator, id, text, match, confidence);
          if (observation !== undefined && !found.some((one) => isSame(one, observation)))
            found.push(observation);
        }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    return found.map((one) => ({ ...one, subsetOf: wholeOf(one, found, text) }));
  });
}

function observe(
  indicator: Indicator,
  paragraph: string,
  text: string,
  match: RegExpExecArray,
  confidence: number,
): Observation | undefined {
  const end = match.index + match[0].length;
  const after = /^以上|^左右/.exec(text.slice(end))?.[0] ?? '';
  const quantity = parseQuantity((match.groups?.['n'] ?? '') + after);
  if (quantity === undefined) return undefined;
  const before = sentenceBefore(text, match.index) + match[0];
  return {
    indicator: indicator.id,
    value: quantity.value,
    unit: usualUnit(match.groups?.['u'] ?? ''),
    raw: match[0],
    approx: quantity.approx,
    scope: last(before, SCOPE),
    period: last(before, PERIOD),
    subsetOf: null,
    paragraph,
    start: match.index,
    end,
    confidence,
  };
}

/** 0 where the words speak of something else; less than sure where the matter was named far off. */
function sureness(
  { subject, not }: Indicator,
  match: RegExpExecArray,
  paragraph: { text: string; named: readonly RegExpExecArray[]; subjects: Indicators['subjects'] },
  heading: string | null,
): number {
  const { text, named, subjects } = paragraph;
  const end = match.index + match[0].length;
  const after = clauseAfter(text, end);
  if (not?.test(clauseBefore(text, match.index) + match[0] + after) === true) return 0;
  if (subject === undefined) return 0.9;
  const latest = named.findLast((word) => word.index < end + after.length);
  if (latest !== undefined) {
    if (subjects.of.get(latest[0]) !== subject) return 0;
    return /[。]/.test(text.slice(latest.index, match.index)) ? 0.8 : 0.9;
  }
  const inHeading = [...(heading ?? '').matchAll(subjects.finder)].at(-1);
  return inHeading !== undefined && subjects.of.get(inHeading[0]) === subject ? 0.7 : 0;
}

/** The whole that a part is of: what was counted last before 其中, outside brackets. */
function wholeOf(part: Observation, all: readonly Observation[], text: string): string | null {
  const from = part.start - sentenceBefore(text, part.start).length;
  const mark = [...text.slice(from, part.start + 2).matchAll(PART)].at(-1);
  if (mark === undefined) return null;
  const at = from + mark.index;
  // A bracket that closes before the part ends what 含 opened.
  if (mark[0] === '含' && text.slice(at, part.start).includes('）')) return null;
  const whole = all.findLast(
    (one) =>
      one.end <= at && one.start >= from && one.unit === part.unit && !inBrackets(text, one.start),
  );
  return whole === undefined ? null : whole.indicator;
}

function inBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('（', at) > text.lastIndexOf('）', at);
}

function isSame(a: Observation, b: Observation): boolean {
  return a.indicator === b.indicator && a.start < b.end && b.start < a.end;
}

const sentenceBefore = (text: string, at: number): string =>
  /[^。！？\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
const clauseBefore = (text: string, at: number): string =>
  /[^。！？，；：、\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
const clauseAfter = (text: string, at: number): string =>
  /^[^。！？，；：、\n]*/.exec(text.slice(at))?.[0] ?? '';

function last(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[0] ?? null;
}
