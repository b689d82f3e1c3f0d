import { type CatalogueEntry, parseCatalogue } from '../format/catalogue.ts';
import { type ChunkTable, findChunk, findChunks, parseChunkTable } from '../format/chunk-table.ts';
import {
  type Places,
  type Postings,
  readChunk,
  readWord,
  type WantedWord,
} from '../format/index-chunks.ts';
import { type CarriedVolume, type VolumeEntry, volumeFiles } from '../format/manifest.ts';
import { openSealed, SearchFormatError } from '../format/sealed-file.ts';
import { parseSectionTable, type SectionSpan } from '../format/section-table.ts';
import { type Described, parseAbout, parseBlock, type TextBlock } from '../format/text-block.ts';
import type { PhraseMatches } from './archive.ts';
import { type BoundedCache, getFile } from './file-source.ts';
import { pacer } from './pacer.ts';
import { findPhrase, firstCost, type WordIndex } from './phrase-positions.ts';

/** Phrases whose positions are kept: each year of a volume asks for the same ones. */
const KEPT_PHRASES = 16;
/**
 * Where all that is found are so many reports of a volume of more than so many, their texts, which
 * say what they are of, are read in place of its catalogue and sections.
 */
const FEW = 6;
const SMALL = 256;
/**
 * What is rare is often not in the newest volume at all: it is looked up in the next one at the same
 * time, by three pairs or by two, where they take no more bytes than so many.
 */
const AHEAD = [
  [3, 32_000],
  [2, 16_000],
] as const;

/**
 * What is common is asked for in the next volume, too, but so much later that what the first
 * results wait for has come before.
 */
const HEAD_START_MS = 100;

/** A volume of the published archive: reads its files, each once, and only those asked for. */
export class Volume implements WordIndex {
  /** The one that is searched next: what it takes for that is asked for beside this one's chunks. */
  next: Volume | undefined;
  readonly #name: string;
  readonly #search: URL;
  readonly #cache: BoundedCache;
  readonly #loaded = new Map<string, Promise<unknown>>();
  readonly #phrases = new Map<string, Promise<Map<number, PhraseMatches>>>();
  readonly #isSmall: boolean;
  #table: ChunkTable | undefined;
  readonly #carried: string | undefined;
  /** Tells that no more chunks are read of the last phrase: what is next need not wait. */
  #turn = () => {};
  /** How many reports the last phrase was found in: of several, the rarest. */
  #found = Number.POSITIVE_INFINITY;

  /**
   * @param entry what the manifest says of it
   * @param search the address of `search/`
   * @param carried what is at hand of it
   */
  constructor(
    { folder, shards }: VolumeEntry,
    search: URL,
    cache: BoundedCache,
    { table, catalogue }: Partial<CarriedVolume> = {},
  ) {
    this.#name = folder;
    this.#isSmall = shards.reduce((sum, { reports }) => sum + reports, 0) <= SMALL;
    this.#search = search;
    this.#cache = cache;
    if (table) this.#table = parseChunkTable(table);
    // Read when it is first asked for: what finds nothing needs none.
    this.#carried = catalogue;
  }

  async table(): Promise<ChunkTable> {
    this.#table ??= await this.#load(volumeFiles.table, parseChunkTable);
    return this.#table;
  }

  /**
   * Describe some reports by their texts, where all that was found are few.
   * @param records numbers in the volume
   * @returns nothing where its catalogue and sections are to be read
   */
  describe(records: readonly number[]): Promise<ReadonlyMap<number, Described>> | undefined {
    if (this.#isSmall || records.length > FEW || this.#found > FEW) return;
    const read = records.map(
      async (record) =>
        [record, parseAbout(await this.#bytes(volumeFiles.block(record, 0)))] as const,
    );
    return Promise.all(read).then((described) => new Map(described));
  }

  expect(pages: readonly number[]): void {
    this.#turn();
    this.#found = Math.min(this.#found, pages.length);
    this.describe(pages)?.catch(() => undefined);
  }

  /** Whether its catalogue need not be waited for. */
  get hasCatalogue(): boolean {
    return this.#carried !== undefined || this.#loaded.has(volumeFiles.catalogue);
  }

  catalogue(): Promise<(shard: number) => CatalogueEntry[]> {
    const name = volumeFiles.catalogue;
    if (this.#carried !== undefined && !this.#loaded.has(name))
      this.#loaded.set(name, Promise.resolve(parseCatalogue(this.#carried)));
    return this.#load(name, parseCatalogue);
  }

  /** By record number in the volume. */
  sections(): Promise<(record: number) => readonly SectionSpan[]> {
    return this.#load(volumeFiles.sections, parseSectionTable);
  }

  async block(record: number, block: number): Promise<TextBlock> {
    return parseBlock(await this.#bytes(volumeFiles.block(record, block)));
  }

  findPhrase(phrase: string, needsPositions: boolean): Promise<Map<number, PhraseMatches>> {
    const turned = new Promise<void>((resolve) => {
      this.#turn = resolve;
    });
    const finding = this.#find(phrase, needsPositions);
    const { next } = this;
    if (!next) return finding;
    const pairs = next.#pairsAhead(phrase);
    const before = Promise.race([turned, finding]).catch(() => undefined);
    const head = pairs ? Promise.resolve() : new Promise((go) => setTimeout(go, HEAD_START_MS));
    head.then(() => next.#find(phrase, needsPositions, pairs, before)).catch(() => undefined);
    return finding;
  }

  #find(
    phrase: string,
    needsPositions: boolean,
    firstPairs?: number,
    before?: Promise<unknown>,
  ): Promise<Map<number, PhraseMatches>> {
    const key = `${needsPositions} ${phrase}`;
    const known = this.#phrases.get(key);
    if (!known) this.#found = Number.POSITIVE_INFINITY;
    const finding = known ?? findPhrase(this, phrase, needsPositions, firstPairs, before);
    if (!known) finding.then((found) => this.expect([...found.keys()])).catch(() => undefined);
    this.#phrases.delete(key);
    this.#phrases.set(key, finding);
    finding.catch(() => this.#phrases.delete(key));
    for (const oldest of this.#phrases.keys()) {
      if (this.#phrases.size <= KEPT_PHRASES) break;
      this.#phrases.delete(oldest);
    }
    return finding;
  }

  /** By how many pairs a phrase is looked up before it is known that it has to be. */
  #pairsAhead(phrase: string): number | undefined {
    const table = this.#table;
    if (!table) return;
    return AHEAD.find(([pairs, most]) => firstCost(table, phrase, pairs) <= most)?.[0];
  }

  async words(words: readonly number[]): Promise<Map<number, Postings>> {
    const { bounds } = await this.table();
    const wanted = new Set(words);
    const lasts = new Map<number, number>();
    for (const word of words) {
      const chunk = findChunk(bounds, word);
      lasts.set(chunk, Math.max(word, lasts.get(chunk) ?? 0));
    }
    lasts.delete(-1);
    return this.#read(lasts, (word) => wanted.has(word));
  }

  async places(words: readonly WantedWord[]): Promise<Places[]> {
    const { bounds } = await this.table();
    return Promise.all(
      words.map(async (wanted) => {
        const chunk = findChunk(bounds, wanted.word);
        if (chunk < 0) return { pages: new Map() };
        const bytes = await this.#bytes(volumeFiles.chunk(chunk));
        await pacer.pause();
        return readWord(bytes, wanted);
      }),
    );
  }

  async wordsBetween(from: number, to: number): Promise<Map<number, Postings>> {
    const { bounds } = await this.table();
    return this.#read(
      new Map(findChunks(bounds, from, to).map((chunk) => [chunk, to])),
      (word) => word >= from && word < to,
    );
  }

  /** Read chunks, each up to the last word that could be wanted. */
  async #read(
    lasts: ReadonlyMap<number, number>,
    isWanted: (word: number) => boolean,
  ): Promise<Map<number, Postings>> {
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
