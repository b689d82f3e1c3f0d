import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fold } from '../../report/characters/fold.ts';
import { type CatalogueEntry, formatCatalogue } from '../format/catalogue.ts';
import { formatChunkTable } from '../format/chunk-table.ts';
import { chunkBytes, writeChunks } from '../format/index-chunks.ts';
import { volumeFiles } from '../format/manifest.ts';
import { sealFile } from '../format/sealed-file.ts';
import {
  formatSectionTable,
  type SectionSpan,
  sectionSpans,
  textLength,
} from '../format/section-table.ts';
import { cutBlocks, formatBlock } from '../format/text-block.ts';
import type { SearchRecord } from '../text/search-record.ts';
import { PairIndex, searchedWords } from './pair-index.ts';

/** What a volume is built from, and where to. */
export interface VolumeTask {
  readonly source: RecordSource;
  /** Ids, the newest year first; their order gives the record numbers. */
  readonly reports: readonly string[];
  /** How many of them are of each shard, in order. */
  readonly shards: readonly number[];
  /** Where to; its name is what its files say they are of. */
  readonly folder: string;
}

/**
 * Build a volume's files in a folder: beside it, then renamed, so that a folder is always whole.
 * @param records the volume's reports, the newest year first; their order gives the record
 *   numbers. Of each no more is kept than the index needs.
 * @param sizes how many of them are of each shard, in order
 * @param folder where to; replaced
 * @param name the folder's name once it is published: what its files say they are of
 */
export async function buildVolume(
  records: AsyncIterable<SearchRecord> | Iterable<SearchRecord>,
  sizes: readonly number[],
  folder: string,
  name: string,
): Promise<void> {
  const beside = `${folder}.part`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(path.join(beside, 'index'), { recursive: true });
  mkdirSync(path.join(beside, 'text'), { recursive: true });
  const write = (file: string, content: string | Uint8Array, level = 9): number => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const packed = gzipSync(sealFile(`${name}/${file}`, bytes), { level });
    writeFileSync(path.join(beside, file), packed);
    return packed.length;
  };
  const index = new PairIndex();
  const entries: CatalogueEntry[] = [];
  const sections: SectionSpan[][] = [];
  let record = 0;
  for await (const { lines, ...entry } of records) {
    const folded = lines.map(({ text }) => fold(text));
    const described = { ...entry, length: textLength(folded) };
    const spans = sectionSpans(lines, folded);
    for (const [i, block] of cutBlocks(lines, folded).entries()) {
      const about = i === 0 ? { entry: described, sections: spans } : undefined;
      write(volumeFiles.block(record, i), formatBlock(block, about));
    }
    index.add(folded, spans);
    record += 1;
    entries.push(described);
    sections.push(spans);
  }
  const table = { bounds: [] as number[], sizes: [] as number[], tellBeside: new Set<number>() };
  const bytes = chunkBytes(index.positions);
  // A word with so many positions fills a chunk alone.
  const words = searchedWords(index.words(bytes));
  for (const { from, file, tellsBeside } of writeChunks(words, bytes)) {
    if (tellsBeside) table.tellBeside.add(table.bounds.length);
    // A third faster than level 6, and 0.3 % more bytes.
    table.sizes.push(write(volumeFiles.chunk(table.bounds.length), file, 5));
    table.bounds.push(from);
  }
  write(volumeFiles.table, formatChunkTable(table));
  write(volumeFiles.catalogue, formatCatalogue(partsOf(entries, sizes)));
  write(volumeFiles.sections, formatSectionTable(sections));
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
}

/** Cut a list into parts of the given sizes. */
function partsOf<T>(items: readonly T[], sizes: readonly number[]): T[][] {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return items.slice(end - size, end);
  });
}

/**
 * Where the processes that build shards read reports from: each reads its own, so that no process
 * ever holds the texts of the whole archive.
 */
export interface RecordSource {
  /** The address of a module that exports `readSearchRecord`. */
  readonly module: string;
  /** What its function is told. */
  readonly folder: string;
}

/** What the module of a source exports. */
export interface RecordModule {
  /**
   * Read what the search takes in of a report.
   * @param folder what the source says
   * @param report the report's id
   */
  readSearchRecord(folder: string, report: string): Promise<SearchRecord>;
}

/** Read reports one by one. */
export async function* readRecords(
  source: RecordSource,
  reports: readonly string[],
): AsyncGenerator<SearchRecord> {
  const { readSearchRecord } = (await import(source.module)) as RecordModule;
  for (const report of reports) yield await readSearchRecord(source.folder, report);
}
