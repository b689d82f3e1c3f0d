import type { Kind, Observation, Section, Table } from '../../report/report.ts';
import { matterOf } from './matter-of.ts';
import type { Indicators } from './parse-indicators.ts';
import { readFigures } from './read-figures.ts';
import { readTable } from './read-table.ts';

/** A number in digits or in Han numerals with a unit; a paragraph without one holds no figure. */
const HAS_NUMBER =
  /[\d０-９]|[〇零一二两三四五六七八九十百千万数几][余多]?[件起宗人名位部份个项条次期场本卷家批户轮]|百分[之百]/;

/**
 * Read the figures that indicators ask for out of a section.
 *
 * @param part the section's heading, and its own paragraphs
 * @returns in the order of the text; offsets are UTF-16 units of the paragraph
 */
export function findObservations(
  indicators: Indicators,
  part: {
    readonly heading: string | null;
    readonly paragraphs: readonly {
      readonly id: string;
      readonly text: string;
      readonly table?: Table | undefined;
    }[];
  },
): Observation[] {
  const matter = matterOf(part.heading ?? '', indicators);
  return part.paragraphs
    .filter(({ text }) => HAS_NUMBER.test(text))
    .flatMap(({ id, text, table }) => {
      const figures =
        table === undefined
          ? readFigures(text, indicators, matter)
          : readTable(table, indicators, matter);
      return figures.map((one) => ({
        indicator: one.indicator,
        value: one.value,
        unit: one.unit,
        raw: one.raw,
        approx: one.approx,
        scope: one.scope,
        period: one.period,
        subsetOf: one.subsetOf,
        paragraph: id,
        start: one.start,
        end: one.end,
        confidence: one.confidence,
      }));
    });
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
