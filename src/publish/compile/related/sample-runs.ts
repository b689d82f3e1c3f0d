import { foldPrinted } from '../../../report/characters/typography.ts';
import type { Section } from '../../../report/report.ts';
import { walkSections } from '../../../report/report-lines.ts';
import { hashRuns } from '../../../report/text-likeness.ts';

/** One run in so many is taken, by its hash: of a text that two share, both take the same runs. */
const ONE_IN = 16;
const LARGEST = 0xffff_ffff;

/** Runs of a section's own paragraphs, as hashes, each once. */
export interface SectionRuns {
  readonly section: string;
  readonly runs: readonly number[];
}

/**
 * Takes a sample of each section's runs of characters, so that what it shares with sections of
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
