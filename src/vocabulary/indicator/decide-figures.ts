import type { FigureDecision, Observation, Section } from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import type { Indicators } from './parse-indicators.ts';
import { plainText, readQuantity } from './quantity.ts';

/**
 * Put what editors decided of figures in place of what was read.
 *
 * A decision goes by the words, not by their offsets, so that it holds when the report is read anew
 * or the vocabulary changes. One whose words are gone decides nothing; rule m-015 says so.
 *
 * @returns in the order of the text; a mended figure is certain
 */
export function decideFigures(
  observations: readonly Observation[],
  decisions: readonly FigureDecision[],
  sections: readonly Section[],
  { indicators }: Indicators,
): Observation[] {
  let decided = [...observations];
  if (decisions.length === 0) return decided;
  const paragraphs = walkSections(sections).flatMap((section) => section.paragraphs);
  const order = new Map(paragraphs.map(({ id }, index) => [id, index]));
  for (const { paragraph, indicator, raw, value } of decisions) {
    const text = paragraphs.find(({ id }) => id === paragraph)?.text;
    const start = text?.indexOf(raw) ?? -1;
    if (start < 0) continue;
    const end = start + raw.length;
    const isMeant = (one: Observation): boolean =>
      one.paragraph === paragraph &&
      one.indicator === indicator &&
      one.start < end &&
      start < one.end;
    const read = decided.find(isMeant);
    decided = decided.filter((one) => !isMeant(one));
    if (value === null) continue;
    const unit = read?.unit ?? unitOf(raw) ?? indicators.find(({ id }) => id === indicator)?.unit;
    decided.push({
      ...{ indicator, value, unit: unit ?? '', raw, approx: read?.approx ?? null },
      ...{ scope: read?.scope ?? null, period: read?.period ?? null },
      ...{ subsetOf: read?.subsetOf ?? null, paragraph, start, end, confidence: 1 },
    });
  }
  const place = ({ paragraph }: Observation): number => order.get(paragraph) ?? 0;
  return decided.sort((a, b) => place(a) - place(b) || a.start - b.start || b.end - a.end);
}

/** The unit of the first number of some words. */
function unitOf(raw: string): string | undefined {
  const plain = plainText(raw);
  const at = plain.search(/\d/);
  const unit = at < 0 ? '' : readQuantity(plain, at)?.unit;
  return unit === '' ? undefined : unit;
}
