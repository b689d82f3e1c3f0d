import type { CatalogueEntry } from '../format/catalogue.ts';
import {
  type CarriedVolume,
  type Manifest,
  parseManifest,
  type ShardEntry,
} from '../format/manifest.ts';
import type { SectionSpan } from '../format/section-table.ts';
import type { TextBlock } from '../format/text-block.ts';
import type { Archive, PhraseMatches, Shard } from './archive.ts';
import { isFileFault } from './failures.ts';
import { BoundedCache, getFile } from './file-source.ts';
import { Volume } from './volume.ts';

/** Bytes of unpacked files kept in memory: what 200 different queries read of 3,000 reports. */
const CACHE_LIMIT = 96 * 1024 * 1024;

/**
 * Read what is published.
 * @param base the address of the site's front page, with a slash at its end
 * @throws SearchFileError where the manifest cannot be had, SearchFormatError where it is of
 *   another format or not whole
 */
export async function readManifest(base: URL): Promise<Manifest> {
  const bytes = await getFile(new URL('search/manifest.json', base), 'no-cache');
  return parseManifest(new TextDecoder().decode(bytes));
}

/**
 * Open a published archive.
 * @param base the address of the site's front page, with a slash at its end
 * @param manifest what is published
 * @param carried what is at hand of its first volumes
 * @returns its shards, of which nothing is read yet
 */
export function openPublishedArchive(
  base: URL,
  { basePath, labels, volumes }: Manifest,
  carried: readonly CarriedVolume[] = [],
): Archive {
  const folder = new URL('search/', base);
  const cache = new BoundedCache(CACHE_LIMIT);
  const opened = volumes.map((entry, i) => new Volume(entry, folder, cache, carried[i]));
  const shards = volumes.flatMap((entry, i) => {
    const volume = opened[i] as Volume;
    volume.next = opened[i + 1];
    let first = 0;
    return entry.shards.map((shard, number) => {
      const own = new PublishedShard(volume, shard, number, first);
      first += shard.reports;
      return own;
    });
  });
  return {
    base: base.href,
    labels,
    basePath: base.protocol === 'file:' ? basePath : base.pathname,
    shards,
  };
}

/** The reports of one year in a volume. */
class PublishedShard implements Shard {
  readonly entry: ShardEntry;
  readonly volume: Volume;
  readonly #number: number;
  readonly #first: number;
  #catalogue: Promise<readonly CatalogueEntry[]> | undefined;

  /**
   * @param number which shard of the volume it is
   * @param first the volume's number of its first record
   */
  constructor(volume: Volume, entry: ShardEntry, number: number, first: number) {
    this.entry = entry;
    this.volume = volume;
    this.#number = number;
    this.#first = first;
  }

  catalogue(): Promise<readonly CatalogueEntry[]> {
    this.#catalogue ??= this.volume
      .catalogue()
      .then((reports) => reports(this.#number))
      .catch((error) => {
        this.#catalogue = undefined;
        throw error;
      });
    return this.#catalogue;
  }

  async entries(
    records: readonly number[],
  ): Promise<(record: number) => CatalogueEntry | undefined> {
    const described = this.volume.hasCatalogue ? undefined : await this.#describe(records);
    if (described) return (record) => described.get(this.#first + record)?.entry;
    const entries = await this.catalogue();
    return (record) => entries[record];
  }

  async sections(records?: readonly number[]): Promise<(record: number) => readonly SectionSpan[]> {
    const described = records && (await this.#describe(records));
    if (described) return (record) => described.get(this.#first + record)?.sections ?? [];
    const sections = await this.volume.sections();
    return (record) => sections(this.#first + record);
  }

  async #describe(records: readonly number[]) {
    // A text that cannot be had hides no report that the catalogue has.
    const own = records.map((record) => this.#first + record);
    return this.volume.describe(own)?.catch((error: unknown) => {
      if (!isFileFault(error)) throw error;
    });
  }

  block(record: number, block: number): Promise<TextBlock> {
    return this.volume.block(this.#first + record, block);
  }

  async findPhrase(phrase: string, needsPositions: boolean): Promise<Map<number, PhraseMatches>> {
    const found = await this.volume.findPhrase(phrase, needsPositions);
    const own = new Map<number, PhraseMatches>();
    for (const [page, matches] of found) {
      const record = page - this.#first;
      if (record >= 0 && record < this.entry.reports) own.set(record, matches);
    }
    return own;
  }
}
