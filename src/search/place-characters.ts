import { foldPlaces } from '../archive/query/fold-places.ts';
import { codePoints } from '../archive/query/pair-tokens.ts';
import { loadCharacterTable } from './character-table.ts';
import { groupBySection } from './group-by-section.ts';
import type { RecordMatches, Span } from './query-matches.ts';
import type { SectionSpan } from './section-table.ts';
import type { Shard } from './shard.ts';
import { blockOf } from './text-block.ts';

/**
 * Find the places of phrases of one character in the text itself, block by block, until all of the
 * sections to show have been read, or no more are left to find.
 * @param shard the report's shard
 * @param match how the report matches
 * @param sections the report's sections
 * @param limit how many sections are to be shown
 * @returns all places in those sections, in order, and some of those after them
 */
export async function placeCharacters(
  shard: Shard,
  { record, entry, count, spans, unplaced }: RecordMatches,
  sections: readonly SectionSpan[],
  limit: number,
): Promise<Span[]> {
  const wanted = new Set(unplaced.flatMap(codePoints));
  const placed = new Map<number, Span>();
  const readBlock = async (block: number): Promise<Span[]> => {
    const lines = await shard.block(record, block);
    const table = await loadCharacterTable(lines.map(({ text }) => text).join(''));
    for (const line of lines) {
      for (const [i, character] of foldPlaces(line.text, table).characters.entries()) {
        const start = line.at + i;
        if (wanted.has(character.codePointAt(0) ?? 0)) placed.set(start, { start, end: start + 1 });
      }
    }
    return [...spans, ...placed.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  };
  let all: Span[] = [];
  for (let block = 0; block <= blockOf(entry.length - 1); block += 1) {
    all = await readBlock(block);
    if (all.length === count) break;
    const read = all.filter(({ start }) => blockOf(start) <= block);
    const shown = [...groupBySection(read, sections).keys()].slice(0, limit);
    const isRead = (section: SectionSpan | undefined) => blockOf((section?.end ?? 1) - 1) <= block;
    if (shown.length < limit || !shown.every(isRead)) continue;
    // What stands in no section does so at the head of a report and at its foot.
    if (!shown.includes(undefined)) break;
    const foot = blockOf(sections.at(-1)?.end ?? 0);
    for (let last = Math.max(foot, block + 1); last <= blockOf(entry.length - 1); last += 1) {
      all = await readBlock(last);
    }
    break;
  }
  return all;
}
