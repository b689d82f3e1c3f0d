import { foldWithOffsets, NO_CHARACTERS } from '../../report/characters/fold-with.ts';
import { type BlockLine, blockOf, type TextBlock } from '../format/text-block.ts';
import { codePoints } from '../text/pair-tokens.ts';
import type { Shard } from './archive.ts';
import type { SearchResultSection } from './contract.ts';
import { cutExcerpt } from './excerpt.ts';
import { loadCharacterTable } from './fold-query.ts';
import type { RecordMatches } from './query-matches.ts';
import { groupBySection, type Span, sortSpans } from './spans.ts';

/** Where links go and how many sections to give. */
export interface SectionOptions {
  /** The report's address with the base path and the query. */
  readonly url: string;
  readonly limit: number;
}

/**
 * Get the sections a report matches in, each with the sentence of its first match.
 * Only the blocks of text that hold a sentence to show are read, and those before them where a
 * phrase of one character has no positions yet.
 * @param shard the report's shard
 * @param match how the report matches
 * @param options where links go and how many sections to give
 * @returns the first sections with a match, in order
 */
export async function getResultSections(
  shard: Shard,
  match: RecordMatches,
  { url, limit }: SectionOptions,
): Promise<SearchResultSection[]> {
  if (limit <= 0) return [];
  const groups =
    match.unread.length > 0
      ? await findCharacters(shard, match, limit)
      : await sectionsWithSpans(shard, match, limit);
  return Promise.all(
    groups.map(async (inSection) => {
      const block = await shard.block(match.record, blockOf(inSection[0]?.start ?? 0));
      return describeSection(block, inSection, url);
    }),
  );
}

async function sectionsWithSpans(
  shard: Shard,
  { record, spans }: RecordMatches,
  limit: number,
): Promise<Span[][]> {
  const sections = await shard.sections();
  return [...groupBySection(spans, sections(record)).values()].slice(0, limit);
}

function describeSection(
  block: TextBlock,
  spans: readonly Span[],
  url: string,
): SearchResultSection {
  const [first] = spans;
  const line = block.findLast(({ at }) => at <= (first?.start ?? 0));
  if (!line || !first) throw new Error('Unexpected position outside its block of text');
  const inLine = toLine(line, spans);
  const excerpt = cutExcerpt(line.text, inLine);
  const paragraph = (inLine[0]?.end ?? 0) > line.body ? line.paragraph : null;
  const { section } = line;
  const fragment = paragraph ?? section;
  return {
    section,
    paragraph,
    url: fragment === null ? url : `${url}#${fragment}`,
    heading: line.heading,
    excerpt: excerpt.text,
    marks: excerpt.marks,
    matches: spans.length,
  };
}

/** From positions in the folded lines to UTF-16 units of the line's text. */
function toLine(line: BlockLine, spans: readonly Span[]): Span[] {
  const { starts, ends } = foldWithOffsets(line.text, NO_CHARACTERS);
  return spans.flatMap(({ start, end }) => {
    const from = starts[start - line.at];
    const to = ends[Math.min(end - line.at, ends.length) - 1];
    return from === undefined || to === undefined ? [] : [{ start: from, end: to }];
  });
}

/**
 * Find the positions of phrases of one character in a report's text itself, block by block, until the
 * sections to show have been read to their ends, or no more are left to find.
 * @param shard the report's shard
 * @param match how the report matches
 * @param limit how many sections are to be shown
 * @returns the positions in those sections, by section
 */
async function findCharacters(
  shard: Shard,
  match: RecordMatches,
  limit: number,
): Promise<Span[][]> {
  const last = blockOf(match.entry.length - 1);
  const reading = new ReadText(match);
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

/** The text of a report as far as it was read, and the positions found in it. */
class ReadText {
  readonly #match: RecordMatches;
  readonly #wanted: ReadonlySet<number>;
  readonly #found = new Map<number, Span>();
  readonly #sections = new Map<string, Span>();
  /** What lies between these two was not read. */
  #headEnd = 0;
  #footStart = Number.POSITIVE_INFINITY;

  constructor(match: RecordMatches) {
    this.#match = match;
    this.#wanted = new Set(match.unread.flatMap(codePoints));
  }

  /** Take in the next block from the head, or from the foot. */
  async take(lines: readonly BlockLine[], from: 'head' | 'foot' = 'head'): Promise<void> {
    const table = await loadCharacterTable(lines.map(({ text }) => text).join(''));
    for (const { at, text, section } of lines) {
      const { characters } = foldWithOffsets(text, table);
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

  /** Whether every occurrence has its position. */
  get isComplete(): boolean {
    return this.#match.spans.length + this.#found.size === this.#match.count;
  }

  /** Whether something was read that comes after a section. */
  isPast(section: Span): boolean {
    return section.end < this.#headEnd;
  }

  /** The positions by section; of those known before only what lies in the text read. */
  get groups(): Map<Span | undefined, Span[]> {
    const known = this.#match.spans.filter(
      ({ start }) => start < this.#headEnd || start >= this.#footStart,
    );
    const spans = [...known, ...this.#found.values()];
    const sections = [...this.#sections.values()].sort((a, b) => a.start - b.start);
    return groupBySection(sortSpans(spans), sections);
  }
}
