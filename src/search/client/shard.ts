import { type CatalogueEntry, parseCatalogue } from '../format/catalogue.ts';
import { type ChunkTable, findChunk, findChunks, parseChunkTable } from '../format/chunk-table.ts';
import { type Postings, readPfIndex } from '../format/index-chunks.ts';
import { type ShardEntry, shardFiles } from '../format/manifest.ts';
import { parseSectionTable, type SectionSpan } from '../format/section-table.ts';
import { parseBlock, type TextBlock } from '../format/text-block.ts';
import type { BoundedCache } from './bounded-cache.ts';
import { getFile } from './file-source.ts';

/** One shard of the search: reads its files, each once, and only those asked for. */
export class Shard {
  readonly entry: ShardEntry;
  readonly #folder: URL;
  readonly #cache: BoundedCache;
  readonly #loaded = new Map<string, Promise<unknown>>();

  /**
   * @param entry what the manifest says of it
   * @param base the address of `search/`
   * @param cache where chunks and texts are kept
   */
  constructor(entry: ShardEntry, base: URL, cache: BoundedCache) {
    this.entry = entry;
    this.#folder = new URL(`${entry.folder}/`, base);
    this.#cache = cache;
  }

  /** Get the chunks of its index. */
  table(): Promise<ChunkTable> {
    return this.#load(shardFiles.table, parseChunkTable);
  }

  /** Get its reports. A report's place among them is its page in the index. */
  catalogue(): Promise<readonly CatalogueEntry[]> {
    return this.#load(shardFiles.catalogue, parseCatalogue);
  }

  /** Get the sections of its reports, by record number. */
  sections(): Promise<(record: number) => readonly SectionSpan[]> {
    return this.#load(shardFiles.sections, parseSectionTable);
  }

  /** Get a block of a report's text. */
  async block(record: number, block: number): Promise<TextBlock> {
    return parseBlock(await this.#bytes(shardFiles.block(record, block)));
  }

  /** Find the places of words. @returns only the words the shard has */
  async words(words: readonly string[]): Promise<Map<string, Postings>> {
    const { bounds } = await this.table();
    const wanted = new Set(words);
    const lasts = new Map<number, string>();
    for (const word of words.toSorted()) lasts.set(findChunk(bounds, word), word);
    lasts.delete(-1);
    return this.#read(lasts, (word) => wanted.has(word));
  }

  /** Find the places of all wanted words of a prefix. */
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
        readPfIndex(await this.#bytes(shardFiles.chunk(chunk)), isWanted, last),
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
