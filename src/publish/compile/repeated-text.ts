import { foldPrinted } from '../../report/characters/typography.ts';
import type { RepeatedSection, ReportLink, Section } from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import { hashRuns } from '../../report/text-likeness.ts';

/** One run in so many is taken, by its hash: of a text that two share, both take the same runs. */
const ONE_IN = 16;
const LARGEST = 0xffff_ffff;
/** Under so many runs (some 150 characters) a share says little. */
const LEAST_RUNS = 10;
/** From this share on a section counts as repeated: less is what all such reports say alike. */
const LEAST_SHARE = 0.6;
const MOST = 8;

/** Runs of a section's own paragraphs, as hashes, each once. */
export interface SectionRuns {
  readonly section: string;
  readonly runs: readonly number[];
}

/** A report that may have words in common with another. */
interface RunsOfReport {
  readonly report: ReportLink;
  readonly sections: readonly SectionRuns[];
}

/**
 * Take a sample of each section's runs of characters, so that what it shares with sections of
 * other reports can be told without their texts.
 */
export function sampleRuns(sections: readonly Section[]): SectionRuns[] {
  return walkSections(sections).flatMap(({ id, paragraphs }) => {
    const runs = new Set<number>();
    hashRuns(foldPrinted(paragraphs.map(({ text }) => text).join('')), (hash) => {
      if (hash <= LARGEST / ONE_IN) runs.add(hash);
    });
    return runs.size === 0 ? [] : [{ section: id, runs: [...runs] }];
  });
}

/**
 * Find the sections of a report whose words stand in others' sections too.
 *
 * @param own the report's sections
 * @param others the reports to look in; of two that have as much the earlier one is named
 * @returns at most 8, those with the most words, in the report's order; one for each section
 */
export function findRepeated(
  own: readonly SectionRuns[],
  others: readonly RunsOfReport[],
): RepeatedSection[] {
  const large = own.filter(({ runs }) => runs.length >= LEAST_RUNS);
  const best = new Map<SectionRuns, RepeatedSection>();
  const having = sectionsByRun(large);
  for (const { report, sections } of others)
    for (const { section, runs } of sections)
      for (const [mine, common] of countCommon(runs, having)) {
        const share = common / mine.runs.length;
        if (share < LEAST_SHARE || share <= (best.get(mine)?.share ?? 0)) continue;
        const { id, title, url } = report;
        const there = { id, section, title, url: `${url}#${section}` };
        best.set(mine, { of: mine.section, ...there, share: Math.round(share * 100) / 100 });
      }
  const chosen = large
    .filter((section) => best.has(section))
    .sort((a, b) => b.runs.length - a.runs.length)
    .slice(0, MOST);
  return large.filter((section) => chosen.includes(section)).flatMap((one) => best.get(one) ?? []);
}

function sectionsByRun(sections: readonly SectionRuns[]): Map<number, SectionRuns[]> {
  const having = new Map<number, SectionRuns[]>();
  for (const section of sections)
    for (const run of section.runs) {
      const list = having.get(run);
      if (list === undefined) having.set(run, [section]);
      else list.push(section);
    }
  return having;
}

function countCommon(
  runs: readonly number[],
  having: ReadonlyMap<number, readonly SectionRuns[]>,
): Map<SectionRuns, number> {
  const common = new Map<SectionRuns, number>();
  for (const run of runs)
    for (const section of having.get(run) ?? [])
      common.set(section, (common.get(section) ?? 0) + 1);
  return common;
}
