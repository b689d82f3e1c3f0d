import { type BlockLine, blockOf, type TextBlock } from '../format/text-block.ts';
import { foldPlaces } from '../text/fold-places.ts';
import { cutExcerpt } from './excerpt.ts';
import { groupBySection } from './group-by-section.ts';
import { placeCharacters } from './place-characters.ts';
import type { RecordMatches, Span } from './query-matches.ts';
import type { SearchResultSection } from './search-answer.ts';
import type { Shard } from './shard.ts';

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
  const groups =
    match.unplaced.length > 0
      ? await placeCharacters(shard, match, limit)
      : await placedSections(shard, match, limit);
  return Promise.all(
    groups.map(async (inSection) => {
      const block = await shard.block(match.record, blockOf(inSection[0]?.start ?? 0));
      return describeSection(block, inSection, url);
    }),
  );
}

async function placedSections(
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
  if (!line || !first) throw new Error('Unexpected place outside its block of text');
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

/** From places in the folded lines to UTF-16 units of the line's text. */
function toLine(line: BlockLine, spans: readonly Span[]): Span[] {
  const { starts, ends } = foldPlaces(line.text, new Map());
  return spans.flatMap(({ start, end }) => {
    const from = starts[start - line.at];
    const to = ends[Math.min(end - line.at, ends.length) - 1];
    return from === undefined || to === undefined ? [] : [{ start: from, end: to }];
  });
}
