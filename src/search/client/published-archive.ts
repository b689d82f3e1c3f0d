import { type CatalogueEntry, parseCatalogue } from '../format/catalogue.ts';
import { SearchFormatError } from '../format/cbor.ts';
import {
  type ChunkTable,
  findChunk,
  findChunks,
  type Postings,
  parseChunkTable,
  readChunk,
} from '../format/index-chunks.ts';
import { type Manifest, SEARCH_FORMAT, type ShardEntry, shardFiles } from '../format/manifest.ts';
import { parseSectionTable, type SectionSpan } from '../format/section-table.ts';
import { parseBlock, type TextBlock } from '../format/text-block.ts';
import type { Archive, PhraseMatches, Shard } from './archive.ts';
import { BoundedCache, getFile } from './file-source.ts';
import { findPhrase, type WordIndex } from './phrase-positions.ts';

/** Bytes of unpacked files kept in memory: what 200 different queries read of 3,000 reports. */
const CACHE_LIMIT = 96 * 1024 * 1024;

/**
 * Open the published archive.
 * @param base the address of the site's front page, with a slash at its end
 * @returns its shards, of which nothing is read yet
 * @throws SearchFileError where the manifest cannot be had, SearchFormatError where it is of
 *   another format
 */
export async function openPublishedArchive(base: URL): Promise<Archive> {
  const folder = new URL('search/', base);
  const bytes = await getFile(new URL('manifest.json', folder), 'no-cache');
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  const { format, basePath, labels, shards } = manifest;
  if (format !== SEARCH_FORMAT) {
    throw new SearchFormatError(`Unexpected search format ${format}, expected ${SEARCH_FORMAT}`);
  }
  const cache = new BoundedCache(CACHE_LIMIT);
  return {
    labels,
    basePath: base.protocol === 'file:' ? basePath : base.pathname,
    shards: shards.map((entry) => new PublishedShard(entry, folder, cache)),
  };
}

/** A shard of the published archive: reads its files, each once, and only those asked for. */
class PublishedShard implements Shard, WordIndex {
  readonly entry: ShardEntry;
  readonly #folder: URL;
  readonly #cache: BoundedCache;
  readonly #loaded = new Map<string, Promise<unknown>>();

  /** @param base the address of `search/` */
  constructor(entry: ShardEntry, base: URL, cache: BoundedCache) {
    this.entry = entry;
    this.#folder = new URL(`${entry.folder}/`, base);
    this.#cache = cache;
  }

  table(): Promise<ChunkTable> {
    return this.#load(shardFiles.table, parseChunkTable);
  }

  catalogue(): Promise<readonly CatalogueEntry[]> {
    return this.#load(shardFiles.catalogue, parseCatalogue);
  }

  sections(): Promise<(record: number) => readonly SectionSpan[]> {
    return this.#load(shardFiles.sections, parseSectionTable);
  }

  async block(record: number, block: number): Promise<TextBlock> {
    return parseBlock(await this.#bytes(shardFiles.block(record, block)));
  }

  findPhrase(phrase: string, needsPositions: boolean): Promise<Map<number, PhraseMatches>> {
    return findPhrase(this, phrase, needsPositions);
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
      Array.from(lasts, async ([chunk, last]) =>
        readChunk(await this.#bytes(shardFiles.chunk(chunk)), isWanted, last),
      ),
    );
    return new Map(found.flatMap((words) => [...words]));
  }

  #bytes(name: string): Promise<Uint8Array> {
    const address = new URL(name, this.#folder);
    return this.#cache.get(address.href, () => getFile(address));
  }

  #load<T>(name: string, parse: (text: string) => T): Promise<T> {
    const known = this.#loaded.get(name) as Promise<T> | undefined;
    if (known) return known;
    const loading = getFile(new URL(name, this.#folder)).then((bytes) =>
      parse(new TextDecoder().decode(bytes)),
    );
    this.#loaded.set(name, loading);
    loading.catch(() => this.#loaded.delete(name));
    return loading;
  }
}
