import { parsePrintedNumber } from './printed-numeral.ts';
import type { Point } from './report.ts';

type FoundPoint = Omit<Point, 'id'>;

const ORDINAL = /([一二三四五六七八九十]+)是/gu;
/** What may stand before 一是: nothing, a mark or a space. Else it is part of a word (统一是, 之一是). */
const BREAK = /[^\p{Script=Han}\p{L}\p{N}]$/u;
const LEAD_MIN = 4;
const LEAD_MAX = 24;

/**
 * Find the points of a section: 一是/二是 wherever they stand, or else its lead sentences.
 *
 * A section with no subsection and no 一是 has lead sentences where its first sentence and at
 * least one other are of 4 to 24 characters, the full stop included, without comma, colon or digit.
 *
 * @param paragraphs the section's own, a run-in heading taken off
 * @returns a list a paragraph; a point goes up to the next one or the paragraph's end; offsets are
 *   UTF-16 units of the paragraph
 */
export function findPoints(
  paragraphs: readonly string[],
  { hasSubsections }: { readonly hasSubsections: boolean },
): FoundPoint[][] {
  const ordinals = findOrdinals(paragraphs);
  const hasOrdinals = ordinals.some((found) => found.length > 0);
  const starts = hasOrdinals || hasSubsections ? ordinals : findLeads(paragraphs);
  const kind = hasOrdinals ? 'ordinal' : 'lead';
  return starts.map((found, index) =>
    found.map(({ label, start }, at) => ({
      kind,
      label,
      start,
      end: found[at + 1]?.start ?? paragraphs[index]?.length ?? start,
    })),
  );
}

interface Start {
  readonly label: string;
  readonly start: number;
}

/**
 * An ordinal counts after a mark; one without a mark before it (a lost stop) counts only where it
 * goes on from the one before.
 */
function findOrdinals(paragraphs: readonly string[]): Start[][] {
  let last = 0;
  return paragraphs.map((text) =>
    [...text.matchAll(ORDINAL)].flatMap((match) => {
      const number = parsePrintedNumber(match[1] ?? '') ?? 0;
      const isAfterBreak = match.index === 0 || BREAK.test(text.slice(0, match.index));
      if (!isAfterBreak && number !== last + 1) return [];
      if (!isAfterBreak && number === 1) return [];
      last = number;
      return [{ label: match[0], start: match.index }];
    }),
  );
}

function findLeads(paragraphs: readonly string[]): Start[][] {
  const sentences = paragraphs.map(splitSentences);
  const first = sentences[0]?.[0];
  const leads = sentences.map((list) => list.filter(isLead));
  const isLed = first !== undefined && isLead(first) && leads.flat().length > 1;
  return isLed ? leads : paragraphs.map(() => []);
}

function splitSentences(text: string): Start[] {
  return [...text.matchAll(/[^。]+。?/gu)].map(({ 0: label, index }) => ({ label, start: index }));
}

function isLead({ label }: Start): boolean {
  return (
    label.endsWith('。') &&
    label.length >= LEAD_MIN &&
    label.length <= LEAD_MAX &&
    !/[，,：:\d０-９]/.test(label)
  );
}
