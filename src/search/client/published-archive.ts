import { type CatalogueEntry, parseCatalogue } from '../format/catalogue.ts';
import {
  type ChunkTable,
  findChunk,
  findChunks,
  type Postings,
  parseChunkTable,
  readChunk,
} from '../format/index-chunks.ts';
import {
  type Manifest,
  parseManifest,
  type ShardEntry,
  type ShardParts,
  volumeFiles,
} from '../format/manifest.ts';
import { openSealed, SearchFormatError } from '../format/sealed-file.ts';
import { parseSectionTable, type SectionSpan } from '../format/section-table.ts';
import { parseBlock, type TextBlock } from '../format/text-block.ts';
import type { Archive, PhraseMatches, Shard } from './archive.ts';
import { BoundedCache, getFile } from './file-source.ts';
import { pacer } from './pacer.ts';
import { findPhrase, type WordIndex } from './phrase-positions.ts';

/** Bytes of unpacked files kept in memory: what 200 different queries read of 3,000 reports. */
const CACHE_LIMIT = 96 * 1024 * 1024;
/** Phrases whose positions are kept: each year of a volume asks for the same ones. */
const KEPT_PHRASES = 16;

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
 * @param table the chunk table of its first volume, where that is at hand
 * @returns its shards, of which nothing is read yet
 */
export function openPublishedArchive(
  base: URL,
  { basePath, labels, volumes }: Manifest,
  table?: string,
): Archive {
  const folder = new URL('search/', base);
  const cache = new BoundedCache(CACHE_LIMIT);
  const opened = volumes.map(
    (entry, i) => new Volume(entry.folder, folder, cache, i === 0 ? table : undefined),
  );
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
  readonly #volume: Volume;
  readonly #number: number;
  readonly #first: number;
  #catalogue: Promise<readonly CatalogueEntry[]> | undefined;
  #sections: Promise<(record: number) => readonly SectionSpan[]> | undefined;

  /**
   * @param number which shard of the volume it is
   * @param first the volume's number of its first record
   */
  constructor(volume: Volume, entry: ShardEntry, number: number, first: number) {
    this.entry = entry;
    this.#volume = volume;
    this.#number = number;
    this.#first = first;
  }

  catalogue(): Promise<readonly CatalogueEntry[]> {
    const [piece, at] =
      this.#number === 0 ? (['first', 0] as const) : (['others', this.#number - 1] as const);
    this.#catalogue ??= this.#volume
      .parts(volumeFiles.catalogue(piece))
      .then((parts) => parseCatalogue(parts[at] ?? ''))
      .catch((error) => {
        this.#catalogue = undefined;
        throw error;
      });
    return this.#catalogue;
  }

  sections(): Promise<(record: number) => readonly SectionSpan[]> {
    this.#sections ??= this.#volume
      .parts(volumeFiles.sections)
      .then((parts) => parseSectionTable(parts[this.#number] ?? ''))
      .catch((error) => {
        this.#sections = undefined;
        throw error;
      });
    return this.#sections;
  }

  block(record: number, block: number): Promise<TextBlock> {
    return this.#volume.block(this.#first + record, block);
  }

  async findPhrase(phrase: string, needsPositions: boolean): Promise<Map<number, PhraseMatches>> {
    const found = await this.#volume.findPhrase(phrase, needsPositions);
    const own = new Map<number, PhraseMatches>();
    for (const [page, matches] of found) {
      const record = page - this.#first;
      if (record >= 0 && record < this.entry.reports) own.set(record, matches);
    }
    return own;
  }
}

/** A volume of the published archive: reads its files, each once, and only those asked for. */
class Volume implements WordIndex {
  /** Whose chunk table is asked for beside this one's chunks: most searches come to it. */
  next: Volume | undefined;
  readonly #name: string;
  readonly #search: URL;
  readonly #cache: BoundedCache;
  readonly #loaded = new Map<string, Promise<unknown>>();
  readonly #phrases = new Map<string, Promise<Map<number, PhraseMatches>>>();

  /**
   * @param name of its folder
   * @param search the address of `search/`
   * @param table its chunk table, where that is at hand
   */
  constructor(name: string, search: URL, cache: BoundedCache, table: string | undefined) {
    this.#name = name;
    this.#search = search;
    this.#cache = cache;
    if (table) this.#loaded.set(volumeFiles.table, Promise.resolve(parseChunkTable(table)));
  }

  table(): Promise<ChunkTable> {
    return this.#load(volumeFiles.table, parseChunkTable);
  }

  parts(name: string): Promise<ShardParts> {
    return this.#load(name, (text) => JSON.parse(text) as ShardParts);
  }

  async block(record: number, block: number): Promise<TextBlock> {
    return parseBlock(await this.#bytes(volumeFiles.block(record, block)));
  }

  findPhrase(phrase: string, needsPositions: boolean): Promise<Map<number, PhraseMatches>> {
    const key = `${needsPositions} ${phrase}`;
    const known = this.#phrases.get(key);
    const finding = known ?? findPhrase(this, phrase, needsPositions);
    this.next?.table().catch(() => undefined);
    this.#phrases.delete(key);
    this.#phrases.set(key, finding);
    finding.catch(() => this.#phrases.delete(key));
    for (const oldest of this.#phrases.keys()) {
      if (this.#phrases.size <= KEPT_PHRASES) break;
      this.#phrases.delete(oldest);
    }
    return finding;
  }

  async words(words: readonly string[]): Promise<Map<string, Postings>> {
    const { bounds } = await this.table();
    const wanted = new Set(words);
    const lasts = new Map<number, string>();
    for (const word of words.toSorted()) lasts.set(findChunk(bounds, word), word);
    lasts.delete(-1);
    return this.#read(lasts, (word) => wanted.has(word));
  }

  async wordsFrom(
    prefix: string,
    isWanted: (word: string) => boolean,
  ): Promise<Map<string, Postings>> {
    const { bounds } = await this.table();
    const last = `${prefix}~`;
    return this.#read(
      new Map(findChunks(bounds, prefix).map((chunk) => [chunk, last])),
      (word) => word.startsWith(prefix) && isWanted(word),
    );
  }

  /** Read chunks, each up to the last word that could be wanted. */
  async #read(
    lasts: ReadonlyMap<number, string>,
    isWanted: (word: string) => boolean,
  ): Promise<Map<string, Postings>> {
    const found = await Promise.all(
      Array.from(lasts, async ([chunk, last]) => {
        const bytes = await this.#bytes(volumeFiles.chunk(chunk));
        await pacer.pause();
        return readChunk(bytes, isWanted, last);
      }),
    );
    return new Map(found.flatMap((words) => [...words]));
  }

  #bytes(name: string): Promise<Uint8Array> {
    return this.#cache.get(`${this.#name}/${name}`, () => this.#open(name));
  }

  #load<T>(name: string, parse: (text: string) => T): Promise<T> {
    const known = this.#loaded.get(name) as Promise<T> | undefined;
    if (known) return known;
    const loading = this.#open(name).then((bytes) => parse(new TextDecoder().decode(bytes)));
    this.#loaded.set(name, loading);
    loading.catch(() => this.#loaded.delete(name));
    return loading;
  }

  /** Get a file as what it should be; what a cache keeps of it may be damaged or of before. */
  async #open(name: string): Promise<Uint8Array> {
    const path = `${this.#name}/${name}`;
    const address = new URL(path, this.#search);
    try {
      return openSealed(path, await getFile(address));
    } catch (error) {
      if (!(error instanceof SearchFormatError)) throw error;
      return openSealed(path, await getFile(address, 'reload'));
    }
  }
}
