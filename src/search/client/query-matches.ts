import type { CatalogueEntry } from '../format/catalogue.ts';
import type { SectionSpan } from '../format/section-table.ts';
import type { FoldedQuery } from '../text/folded-query.ts';
import type { PhraseMatches, Shard } from './archive.ts';
import { pacer } from './pacer.ts';
import { eachInSection, type PartSpan, sortSpans } from './spans.ts';

/** How a report of a shard matches a query. */
export interface RecordMatches {
  readonly record: number;
  readonly entry: CatalogueEntry;
  /** Occurrences of all phrases together. */
  readonly count: number;
  /** Where, in order; without the phrases in `unread`. */
  readonly spans: readonly PartSpan[];
  /** Phrases that stand in the report, but whose positions were not read. */
  readonly unread: readonly string[];
  /** How many of these stand in headings; absent where the sections are to be asked. */
  readonly inHeadings?: number | undefined;
  /** How much of the query was found, of 1; below it only for a loose search. */
  readonly share: number;
}

/** What narrows a search inside a report. */
export interface Within {
  /** Only matches inside sections of one of these themes count; empty: anywhere. */
  readonly themes: readonly string[];
  /** Whether all parts must stand in the same section. */
  readonly sameSection: boolean;
}

/** What was found of a part: by page, each phrase's matches. */
type PartMatches = Map<number, Map<string, PhraseMatches>>;

/**
 * Find the reports of a shard that match a query.
 * @param shard where to look
 * @param query the folded query
 * @param within what narrows it inside a report
 * @param passes whether a report may be found at all
 * @returns the reports that match, in the order of record numbers
 */
export async function findMatches(
  shard: Shard,
  query: FoldedQuery,
  within: Within,
  passes: (entry: CatalogueEntry) => boolean,
): Promise<RecordMatches[]> {
  const needsSections = within.themes.length > 0 || within.sameSection;
  const parts = await Promise.all(query.parts.map((part) => findPart(shard, part, needsSections)));
  if (parts.some((part) => part.size === 0)) return [];
  const without = await Promise.all(
    query.without.map((part) => findPart(shard, part, needsSections)),
  );
  const records = commonPages(parts) ?? [...(await shard.catalogue()).keys()];
  const entryOf = await shard.entries(records);
  const sections = needsSections ? await shard.sections(records) : undefined;
  const found: RecordMatches[] = [];
  let looked = 0;
  for (const record of records) {
    looked += 1;
    if (looked % 256 === 0) await pacer.pause();
    const entry = entryOf(record);
    if (!entry || !passes(entry)) continue;
    const has = parts.map((part) => part.get(record) ?? new Map<string, PhraseMatches>());
    const hasNot = without.map((part) => part.get(record) ?? new Map<string, PhraseMatches>());
    const matches = sections
      ? matchInSections(has, hasNot, sections(record), within)
      : matchAnywhere(has, hasNot);
    if (matches) found.push({ record, entry, share: 1, ...matches });
  }
  return found.sort((a, b) => a.record - b.record);
}

async function findPart(
  shard: Shard,
  phrases: readonly string[],
  needsPositions: boolean,
): Promise<PartMatches> {
  const pages: PartMatches = new Map();
  const found = await Promise.all(
    phrases.map((phrase) => shard.findPhrase(phrase, needsPositions)),
  );
  for (const [i, matches] of found.entries()) {
    for (const [page, match] of matches) {
      const known = pages.get(page) ?? new Map<string, PhraseMatches>();
      pages.set(page, known.set(phrases[i] ?? '', match));
    }
  }
  return pages;
}

/** The pages that have every part; with no part nothing is known. */
function commonPages(parts: readonly PartMatches[]): number[] | undefined {
  const [rarest, ...others] = [...parts].sort((a, b) => a.size - b.size);
  return (
    rarest && Array.from(rarest.keys()).filter((page) => others.every((part) => part.has(page)))
  );
}

type Matches = Pick<RecordMatches, 'count' | 'spans' | 'unread' | 'inHeadings'>;
type Found = readonly ReadonlyMap<string, PhraseMatches>[];

function matchAnywhere(has: Found, hasNot: Found): Matches | undefined {
  if (hasNot.some((part) => part.size > 0)) return undefined;
  const phrases = new Map(has.flatMap((part) => [...part]));
  const unread = [...phrases].filter(([, { positions }]) => !positions).map(([phrase]) => phrase);
  const count = [...phrases.values()].reduce((sum, match) => sum + match.count, 0);
  const spans = [...phrases].flatMap(([phrase, match]) => {
    const part = has.findIndex((phrasesOfPart) => phrasesOfPart.has(phrase));
    return spansOf(phrase, match, part);
  });
  return { count, spans: sortSpans(spans), unread, inHeadings: sumHeadings(phrases) };
}

/** Where one phrase's are not told, nothing is. */
function sumHeadings(phrases: ReadonlyMap<string, PhraseMatches>): number | undefined {
  let sum = 0;
  for (const { positions, inHeadings } of phrases.values()) {
    if (!positions) continue;
    if (inHeadings === undefined) return;
    sum += inHeadings;
  }
  return sum;
}

function matchInSections(
  has: Found,
  hasNot: Found,
  sections: readonly SectionSpan[],
  { themes, sameSection }: Within,
): Matches | undefined {
  const allowed = (section: SectionSpan) =>
    themes.length === 0 || section.themes.some((theme) => themes.includes(theme));
  const inSections = (phrases: ReadonlyMap<string, PhraseMatches>, part: number) => {
    const found: { span: PartSpan; section: SectionSpan | undefined }[] = [];
    const spans = sortSpans([...phrases].flatMap(([text, match]) => spansOf(text, match, part)));
    eachInSection(spans, sections, (span, section) => {
      if (section ? allowed(section) : themes.length === 0) found.push({ span, section });
    });
    return found;
  };
  let parts = has.map(inSections);
  let not = hasNot.map(inSections);
  if (sameSection && parts.length > 0) {
    const common = sections.filter(
      (section) =>
        parts.every((part) => part.some((match) => match.section === section)) &&
        !not.some((part) => part.some((match) => match.section === section)),
    );
    const keep = ({ section }: { section: SectionSpan | undefined }) =>
      section !== undefined && common.includes(section);
    parts = parts.map((part) => part.filter(keep));
    not = [];
  }
  if (parts.some((part) => part.length === 0) || not.some((part) => part.length > 0)) return;
  // A phrase may be in two parts of the query: count each span once.
  const spans = new Map(
    parts
      .toReversed()
      .flat()
      .map(({ span }) => [`${span.start} ${span.end}`, span]),
  );
  return { count: spans.size, spans: sortSpans([...spans.values()]), unread: [] };
}

function spansOf(phrase: string, { positions }: PhraseMatches, part: number): PartSpan[] {
  const length = Array.from(phrase).length;
  return (positions ?? []).map((start) => ({ start, end: start + length, part }));
}
