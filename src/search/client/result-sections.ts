import { foldWithOffsets, NO_CHARACTERS } from '../../report/characters/fold-with.ts';
import { type BlockLine, blockOf, type TextBlock } from '../format/text-block.ts';
import { codePoints } from '../text/pair-tokens.ts';
import type { Shard } from './archive.ts';
import type { SearchResultSection } from './contract.ts';
import { bestSentence, cutExcerpt, type Excerpt } from './excerpt.ts';
import { loadCharacterTable } from './fold-query.ts';
import { pacer } from './pacer.ts';
import type { RecordMatches } from './query-matches.ts';
import { groupBySection, type PartSpan, richestWindow, type Span, sortSpans } from './spans.ts';

/** Where links go and how many sections to give. */
export interface SectionOptions {
  /** The report's address with the base path and the query. */
  readonly url: string;
  readonly limit: number;
}

/**
 * How far apart the first and the last part of a query may begin in what may be one sentence, and
 * how many of the sections with such are looked at: a section's text may have to be fetched.
 */
const SENTENCE = 120;
const LOOKED_AT = 6;
/** More matches than a sentence has. */
const MOST_IN_SENTENCE = 200;

/**
 * Get the sections a report matches in, each with its best sentence.
 * Only the blocks of text that hold a sentence to show are read, and those before them where a
 * phrase of one character has no positions yet.
 * @param shard the report's shard
 * @param match how the report matches
 * @param options where links go and how many sections to give
 * @returns those with most parts of the query in one sentence, then the others as printed
 */
export async function getResultSections(
  shard: Shard,
  match: RecordMatches,
  { url, limit }: SectionOptions,
): Promise<SearchResultSection[]> {
  if (limit <= 0) return [];
  const describe = async (spans: readonly PartSpan[]) => {
    const { from, parts } = richestWindow(spans, SENTENCE);
    const blocks = [spans[parts > 1 ? from : 0], spans[0]].map((span) => blockOf(span?.start ?? 0));
    const best = describeSection(await shard.block(match.record, blocks[0] ?? 0), spans, url);
    if (best.parts > 1 || blocks[0] === blocks[1]) return best;
    return describeSection(await shard.block(match.record, blocks[1] ?? 0), spans, url);
  };
  if (match.unread.length > 0) {
    const groups = await findCharacters(shard, match, limit);
    return (await Promise.all(groups.map(describe))).map(({ section }) => section);
  }
  // What is most likely needed comes with the sections, not after them.
  const { from } = richestWindow(match.spans, SENTENCE);
  const likely = match.spans.length > limit ? match.spans.slice(from, from + 1) : match.spans;
  for (const block of new Set(likely.map(({ start }) => blockOf(start))))
    shard.block(match.record, block).catch(() => undefined);
  const sections = await shard.sections([match.record]);
  const groups = [...groupBySection(match.spans, sections(match.record)).values()];
  const rich = groups
    .map((spans) => ({ spans, parts: richestWindow(spans, SENTENCE).parts }))
    .filter(({ parts }) => parts > 1)
    .sort((a, b) => b.parts - a.parts)
    .slice(0, LOOKED_AT)
    .map(({ spans }) => spans);
  const looked = await Promise.all(
    rich.map(async (spans) => ({ spans, ...(await describe(spans)) })),
  );
  const best = looked.filter(({ parts }) => parts > 1).sort((a, b) => b.parts - a.parts);
  const others = groups.filter((group) => !best.some(({ spans }) => spans === group));
  const shown = others.slice(0, Math.max(0, limit - best.length)).map(async (spans) => {
    const known = looked.find((one) => one.spans === spans);
    return (known ?? (await describe(spans))).section;
  });
  return [...best.map(({ section }) => section), ...(await Promise.all(shown))].slice(0, limit);
}

/**
 * Get every sentence of a report with a match.
 * @param shard the report's shard
 * @param match how the report matches
 * @param url the report's address with the base path and the query
 * @returns in printed order, each sentence once, `matches` those in it
 */
export async function getAllSentences(
  shard: Shard,
  match: RecordMatches,
  url: string,
): Promise<SearchResultSection[]> {
  const all = Number.POSITIVE_INFINITY;
  const groups =
    match.unread.length > 0 ? await findCharacters(shard, match, all) : [[...match.spans]];
  const spans = sortSpans(groups.flat());
  const sentences: SearchResultSection[] = [];
  for (let next = 0; next < spans.length; ) {
    const block = await shard.block(match.record, blockOf(spans[next]?.start ?? 0));
    const line = lineOf(block, spans[next]);
    const inLine = toLine(line, spans.slice(next, next + MOST_IN_SENTENCE));
    const excerpt = cutExcerpt(line.text, inLine);
    const end = excerpt.start + excerpt.text.length;
    const matches = Math.max(1, inLine.filter(({ start }) => start < end).length);
    sentences.push({ ...placeOf(line, inLine[0], url), ...excerptOf(excerpt), matches });
    next += matches;
  }
  return sentences;
}

/** Describe a section by its best sentence in a block, and say how many parts that has. */
function describeSection(
  block: TextBlock,
  spans: readonly PartSpan[],
  url: string,
): { section: SearchResultSection; parts: number } {
  const within = spans.filter(({ start }) => start >= (block[0]?.at ?? 0));
  let line = lineOf(block, within[0]);
  let inLine = toLine(line, within);
  let best = { ...bestSentence(line.text, inLine.slice(0, 1)) };
  for (const other of linesOf(block, within)) {
    const inOther = toLine(other, within);
    const sentence = bestSentence(other.text, inOther);
    if (sentence.parts <= best.parts) continue;
    [line, inLine, best] = [other, inOther, sentence];
  }
  const focus = inLine.filter(({ start, end }) => start >= best.start && end <= best.end);
  const excerpt = cutExcerpt(line.text, inLine, best);
  const section = { ...placeOf(line, focus[0], url), ...excerptOf(excerpt), matches: spans.length };
  return { section, parts: best.parts };
}

/** The line of a block that a span begins in. */
function lineOf(block: TextBlock, span: Span | undefined): BlockLine {
  const line = block.findLast(({ at }) => at <= (span?.start ?? 0));
  if (!line || !span) throw new Error('Unexpected position outside its block of text');
  return line;
}

/** The lines of a block that spans begin in, each once. */
function linesOf(block: TextBlock, spans: readonly Span[]): Set<BlockLine> {
  return new Set(spans.map((span) => lineOf(block, span)));
}

/** Say where a match of a line stands, and its address. */
function placeOf(
  { section, heading, paragraph: own, body }: BlockLine,
  first: Span | undefined,
  url: string,
): Pick<SearchResultSection, 'section' | 'heading' | 'paragraph' | 'url'> {
  const paragraph = (first?.end ?? 0) > body ? own : null;
  const fragment = paragraph ?? section;
  return { section, paragraph, url: fragment === null ? url : `${url}#${fragment}`, heading };
}

function excerptOf({ text, marks }: Excerpt): Pick<SearchResultSection, 'excerpt' | 'marks'> {
  return { excerpt: text, marks };
}

/** From positions in the folded lines to UTF-16 units of the line's text. */
function toLine(line: BlockLine, spans: readonly PartSpan[]): PartSpan[] {
  const { starts, ends } = foldWithOffsets(line.text, NO_CHARACTERS);
  return spans.flatMap(({ start, end, part }) => {
    const from = starts[start - line.at];
    const to = ends[Math.min(end - line.at, ends.length) - 1];
    return from === undefined || to === undefined ? [] : [{ start: from, end: to, part }];
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
): Promise<PartSpan[][]> {
  const last = blockOf(match.entry.length - 1);
  const reading = new ReadText(match);
  for (let block = 0; block <= last; block += 1) {
    await pacer.pause();
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

/** The part of what was found in the text itself: no part of those whose positions are known. */
const UNREAD = -1;

/** The text of a report as far as it was read, and the positions found in it. */
class ReadText {
  readonly #match: RecordMatches;
  readonly #wanted: ReadonlySet<number>;
  readonly #found = new Map<number, PartSpan>();
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
          this.#found.set(start, { start, end: start + 1, part: UNREAD });
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
  get groups(): Map<Span | undefined, PartSpan[]> {
    const known = this.#match.spans.filter(
      ({ start }) => start < this.#headEnd || start >= this.#footStart,
    );
    const spans = [...known, ...this.#found.values()];
    const sections = [...this.#sections.values()].sort((a, b) => a.start - b.start);
    return groupBySection(sortSpans(spans), sections);
  }
}
