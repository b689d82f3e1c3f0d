import { fold } from '../../report/characters/fold.ts';
import type { Archive, PhraseMatches, Shard } from '../client/archive.ts';
import { positionsIn } from '../client/spans.ts';
import type { CatalogueEntry } from '../format/catalogue.ts';
import { type SectionSpan, sectionSpans, textLength } from '../format/section-table.ts';
import { cutBlocks, type TextBlock } from '../format/text-block.ts';
import { countCharacters } from '../text/pair-tokens.ts';
import type { SearchRecord } from '../text/search-record.ts';

/**
 * Make of reports at hand an archive that is searched as the published one is.
 * @param records the reports
 * @param site what the search needs to know of their site
 * @returns the archive: a shard a year, the newest first
 */
export function keptArchive(
  records: readonly SearchRecord[],
  site: Omit<Archive, 'shards'>,
): Archive {
  const years = Map.groupBy(records, ({ year }) => year);
  const shards = [...years.values()].map((ofYear) => new KeptShard(ofYear));
  return { ...site, shards: shards.sort((a, b) => b.entry.year - a.entry.year) };
}

/** A report and what the search needs of it. */
interface KeptReport {
  readonly record: SearchRecord;
  readonly entry: CatalogueEntry;
  readonly sections: readonly SectionSpan[];
  /** Its folded lines, each with its line end. */
  readonly text: string;
}

/**
 * A shard that is searched by reading its reports through, as grep does: what is kept on a device
 * is few enough, so that no index has to be kept with it.
 */
class KeptShard implements Shard {
  readonly entry: Shard['entry'];
  readonly volume = this;
  readonly #reports: readonly KeptReport[];

  /** @param records reports of one year, at least one */
  constructor(records: readonly SearchRecord[]) {
    this.entry = {
      year: records[0]?.year ?? 0,
      regions: records.map(({ region }) => (region.path[0] ?? region).code),
      kinds: records.map(({ kind }) => kind),
    };
    this.#reports = records.map((record) => {
      const folded = record.lines.map(({ text }) => fold(text));
      return {
        record,
        entry: { ...record, length: textLength(folded) },
        sections: sectionSpans(record.lines, folded),
        text: folded.map((line) => `${line}\n`).join(''),
      };
    });
  }

  async catalogue(): Promise<readonly CatalogueEntry[]> {
    return this.#reports.map(({ entry }) => entry);
  }

  async entries(): Promise<(record: number) => CatalogueEntry | undefined> {
    return (record) => this.#reports[record]?.entry;
  }

  async sections(): Promise<(record: number) => readonly SectionSpan[]> {
    return (record) => this.#reports[record]?.sections ?? [];
  }

  async block(record: number, block: number): Promise<TextBlock> {
    return cutBlocks(this.#reports[record]?.record.lines ?? [])[block] ?? [];
  }

  /** A single character has no positions where none are needed: it ranks as in the index. */
  async findPhrase(phrase: string, needsPositions: boolean): Promise<Map<number, PhraseMatches>> {
    const isCounted = countCharacters(phrase) === 1 && !needsPositions;
    const found = new Map<number, PhraseMatches>();
    for (const [record, { text }] of this.#reports.entries()) {
      const positions = positionsIn(text, phrase);
      const count = positions.length;
      if (count > 0) found.set(record, { count, positions: isCounted ? null : positions });
    }
    return found;
  }
}
