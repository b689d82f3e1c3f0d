import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CatalogueEntry, formatCatalogue } from '../format/catalogue.ts';
import { formatChunkTable } from '../format/chunk-table.ts';
import { cutBlocks } from '../format/cut-blocks.ts';
import { shardFiles } from '../format/manifest.ts';
import { formatSectionTable, type SectionSpan } from '../format/section-table.ts';
import { formatBlock } from '../format/text-block.ts';
import { writeChunks } from '../format/write-chunks.ts';
import { fold } from '../text/fold.ts';
import type { SearchRecord } from '../text/search-record.ts';
import { countCharacters } from './count-characters.ts';
import { PairIndex } from './pair-index.ts';
import { sectionSpans } from './section-spans.ts';

/**
 * Build a shard's files in a folder: beside it, then renamed, so that a folder is always whole.
 * @param records the shard's reports; their order gives the record numbers. Of each no more is
 *   kept than the index needs.
 * @param folder where to; replaced
 */
export async function buildShard(
  records: AsyncIterable<SearchRecord> | Iterable<SearchRecord>,
  folder: string,
): Promise<void> {
  const beside = `${folder}.part`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(path.join(beside, 'index'), { recursive: true });
  mkdirSync(path.join(beside, 'text'), { recursive: true });
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(
      path.join(beside, name),
      typeof content === 'string' ? gzipSync(content, { level: 9 }) : content,
    );
  const index = new PairIndex();
  const entries: CatalogueEntry[] = [];
  const sections: SectionSpan[][] = [];
  for await (const { lines, ...entry } of records) {
    const folded = lines.map(({ text }) => fold(text));
    for (const [i, block] of cutBlocks(lines).entries()) {
      write(shardFiles.block(entries.length, i), gzipSync(formatBlock(block), { level: 9 }));
    }
    const lengths = folded.map(countCharacters);
    const length = lengths.reduce((sum, characters) => sum + characters + 1, 0);
    index.add(folded);
    entries.push({ ...entry, length });
    sections.push(sectionSpans(lines, lengths));
  }
  const table = { bounds: [] as string[], sizes: [] as number[] };
  for (const { from, file } of writeChunks(index.words())) {
    write(shardFiles.chunk(table.bounds.length), file);
    table.bounds.push(from);
    table.sizes.push(file.length);
  }
  write(shardFiles.table, formatChunkTable(table));
  write(shardFiles.catalogue, formatCatalogue(entries));
  write(shardFiles.sections, formatSectionTable(sections));
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
}
