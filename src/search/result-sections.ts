import { foldPlaces } from '../archive/query/fold-places.ts';
import { codePoints } from '../archive/query/pair-tokens.ts';
import { loadCharacterTable } from './character-table.ts';
import { cutExcerpt } from './excerpt.ts';
import type { RecordMatches, Span } from './query-matches.ts';
import type { SearchResultSection } from './search-answer.ts';
import type { Shard } from './shard.ts';
import { type BlockLine, blockOf, type TextBlock } from './text-block.ts';

/** Where links go and how many sections to give. */
export interface SectionOptions {
  /** The report's address with the base path and the query. */
  readonly url: string;
  readonly limit: number;
}

/**
 * Get the sections a report matches in, each with the sentence of its first match.
 * Only the blocks of text that hold a sentence to show are read, and those before them where a
 * phrase of one character has no places yet.
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
  const spans =
    match.unplaced.length > 0 ? await placeCharacters(shard, match, limit) : match.spans;
  const [first] = spans;
  if (!first) return [];
  const { sections } = await shard.block(match.record, blockOf(first.start));
  const groups = groupBySection(spans, sections).slice(0, limit);
  return Promise.all(
    groups.map(async ({ section, spans: inSection }) => {
      const start = inSection[0] ?? first;
      const block = await shard.block(match.record, blockOf(start.start));
      return describeSection(block, section, inSection, url);
    }),
  );
}

/** A section and the matches in it. */
interface SectionSpans {
  readonly section: string | null;
  readonly spans: Span[];
}

/** A section's own text may stand in several stretches; they are one section all the same. */
function groupBySection(spans: readonly Span[], sections: TextBlock['sections']): SectionSpans[] {
  const groups = new Map<string | null, SectionSpans>();
  let next = 0;
  let section: string | null = null;
  for (const span of spans) {
    for (; next < sections.length && (sections[next]?.[0] ?? 0) <= span.start; next += 1) {
      section = sections[next]?.[1] ?? null;
    }
    const group = groups.get(section) ?? { section, spans: [] };
    group.spans.push(span);
    groups.set(section, group);
  }
  return [...groups.values()];
}

function describeSection(
  block: TextBlock,
  section: string | null,
  spans: readonly Span[],
  url: string,
): SearchResultSection {
  const [first] = spans;
  const line = block.lines.findLast(({ at }) => at <= (first?.start ?? 0));
  if (!line || !first) throw new Error('Unexpected place outside its block of text');
  const inLine = toLine(line, spans);
  const excerpt = cutExcerpt(line.text, inLine);
  const paragraph = (inLine[0]?.end ?? 0) > line.body ? line.paragraph : null;
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

/** From places in the folded lines to UTF-16 units of the line's text. */
function toLine(line: BlockLine, spans: readonly Span[]): Span[] {
  const { starts, ends } = foldPlaces(line.text, new Map());
  return spans.flatMap(({ start, end }) => {
    const from = starts[start - line.at];
    const to = ends[Math.min(end - line.at, ends.length) - 1];
    return from === undefined || to === undefined ? [] : [{ start: from, end: to }];
  });
}

/**
 * Find the places of phrases of one character in the text itself, block by block, until all of the
 * sections to show have been read.
 */
async function placeCharacters(
  shard: Shard,
  { record, entry, spans, unplaced }: RecordMatches,
  limit: number,
): Promise<Span[]> {
  const wanted = new Set(unplaced.flatMap(codePoints));
  const placed = new Map<number, Span>();
  let all: Span[] = [];
  for (let block = 0; block <= blockOf(entry.length - 1); block += 1) {
    const { lines, sections } = await shard.block(record, block);
    const table = await loadCharacterTable(lines.map(({ text }) => text).join(''));
    for (const line of lines) {
      for (const [i, character] of foldPlaces(line.text, table).characters.entries()) {
        const start = line.at + i;
        if (wanted.has(character.codePointAt(0) ?? 0)) placed.set(start, { start, end: start + 1 });
      }
    }
    all = [...spans, ...placed.values()].sort((a, b) => a.start - b.start || a.end - b.end);
    const isRead = ({ start }: Span) => blockOf(start) <= block;
    if (groupBySection(all.filter(isRead), sections).length > limit) break;
  }
  return all;
}
