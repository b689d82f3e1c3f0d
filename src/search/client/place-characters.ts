import { type BlockLine, blockOf } from '../format/text-block.ts';
import { foldPlaces } from '../text/fold-places.ts';
import { codePoints } from '../text/pair-tokens.ts';
import { loadCharacterTable } from './character-table.ts';
import { groupBySection } from './group-by-section.ts';
import type { RecordMatches, Span } from './query-matches.ts';
import type { Shard } from './shard.ts';

/**
 * Find the places of phrases of one character in a report's text itself, block by block, until the
 * sections to show have been read to their ends, or no more are left to find.
 * @param shard the report's shard
 * @param match how the report matches
 * @param limit how many sections are to be shown
 * @returns the places in those sections, by section
 */
export async function placeCharacters(
  shard: Shard,
  match: RecordMatches,
  limit: number,
): Promise<Span[][]> {
  const last = blockOf(match.entry.length - 1);
  const reading = new PlacedText(match);
  for (let block = 0; block <= last; block += 1) {
    await reading.take(await shard.block(match.record, block));
    if (reading.isComplete) break;
    const shown = [...reading.groups.keys()].slice(0, limit);
    // What stands in no section does so at the head of a report and at its foot.
    if (shown.length < limit || shown.some((section) => section && !reading.isPast(section)))
      continue;
    for (let foot = last; shown.includes(undefined) && foot > block; foot -= 1) {
      const lines = await shard.block(match.record, foot);
      await reading.take(lines, 'foot');
      if (lines[0]?.section !== null) break;
    }
    break;
  }
  return [...reading.groups.values()].slice(0, limit);
}

/** The text of a report as far as it was read, and the places found in it. */
class PlacedText {
  readonly #match: RecordMatches;
  readonly #wanted: ReadonlySet<number>;
  readonly #found = new Map<number, Span>();
  readonly #sections = new Map<string, Span>();
  /** What lies between these two was not read. */
  #headEnd = 0;
  #footStart = Number.POSITIVE_INFINITY;

  constructor(match: RecordMatches) {
    this.#match = match;
    this.#wanted = new Set(match.unplaced.flatMap(codePoints));
  }

  /** Take in the next block from the head, or from the foot. */
  async take(lines: readonly BlockLine[], from: 'head' | 'foot' = 'head'): Promise<void> {
    const table = await loadCharacterTable(lines.map(({ text }) => text).join(''));
    for (const { at, text, section } of lines) {
      const { characters } = foldPlaces(text, table);
      for (const [i, character] of characters.entries()) {
        const start = at + i;
        if (this.#wanted.has(character.codePointAt(0) ?? 0))
          this.#found.set(start, { start, end: start + 1 });
      }
      const end = at + characters.length + 1;
      if (from === 'head') this.#headEnd = end;
      else this.#footStart = Math.min(this.#footStart, at);
      if (section === null) continue;
      const known = this.#sections.get(section);
      this.#sections.set(section, { start: Math.min(known?.start ?? at, at), end });
    }
  }

  /** Whether every occurrence has its place. */
  get isComplete(): boolean {
    return this.#match.spans.length + this.#found.size === this.#match.count;
  }

  /** Whether something was read that comes after a section. */
  isPast(section: Span): boolean {
    return section.end < this.#headEnd;
  }

  /** The places by section; of those known before only what lies in the text read. */
  get groups(): Map<Span | undefined, Span[]> {
    const known = this.#match.spans.filter(
      ({ start }) => start < this.#headEnd || start >= this.#footStart,
    );
    const spans = [...known, ...this.#found.values()];
    spans.sort((a, b) => a.start - b.start || a.end - b.end);
    const sections = [...this.#sections.values()].sort((a, b) => a.start - b.start);
    return groupBySection(spans, sections);
  }
}
