import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fold } from '../../../src/archive/query/fold.ts';
import { pairTokens } from '../../../src/archive/query/pair-tokens.ts';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';
import { formatCatalogue } from '../../../src/search/catalogue.ts';
import { formatChunkTable } from '../../../src/search/chunk-table.ts';
import { cutBlocks } from '../../../src/search/cut-blocks.ts';
import { shardFiles } from '../../../src/search/manifest.ts';
import { formatSectionTable } from '../../../src/search/section-table.ts';
import { formatBlock } from '../../../src/search/text-block.ts';
import { indexWithPagefind } from './index-with-pagefind.ts';
import { sectionSpans } from './section-spans.ts';

/**
 * Build a shard's files in a folder: beside it, then renamed, so that a folder is always whole.
 * @param records the shard's reports; their order gives the record numbers
 * @param folder where to; replaced
 */
export async function buildShard(records: readonly SearchRecord[], folder: string): Promise<void> {
  const beside = `${folder}.part`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(path.join(beside, 'index'), { recursive: true });
  await mkdir(path.join(beside, 'text'), { recursive: true });
  const folded = records.map(({ lines }) => lines.map(({ text }) => fold(text)));
  const { pages, chunks } = await indexWithPagefind(
    folded.map((lines) => pairTokens(lines).join(' ')),
  );
  const write = (name: string, content: string | Uint8Array) =>
    writeFile(
      path.join(beside, name),
      typeof content === 'string' ? gzipSync(content, { level: 9 }) : content,
    );
  for (const [i, { file }] of chunks.entries()) await write(shardFiles.chunk(i), file);
  await write(
    shardFiles.table,
    formatChunkTable({
      bounds: chunks.map(({ from }) => from),
      sizes: chunks.map(({ file }) => file.length),
    }),
  );
  const pageOf = new Map(pages.map((record, page) => [record, page]));
  await write(
    shardFiles.catalogue,
    formatCatalogue(
      records.map(({ lines: _, ...entry }, record) => ({
        ...entry,
        page: pageOf.get(record) ?? -1,
        length: (folded[record] ?? []).reduce((sum, line) => sum + Array.from(line).length + 1, 0),
      })),
    ),
  );
  await write(
    shardFiles.sections,
    formatSectionTable(records.map(({ lines }) => sectionSpans(lines))),
  );
  for (const [record, { lines }] of records.entries()) {
    for (const [i, block] of cutBlocks(lines).entries()) {
      await write(shardFiles.block(record, i), gzipSync(formatBlock(block), { level: 9 }));
    }
  }
  await rm(folder, { recursive: true, force: true });
  await rename(beside, folder);
}
