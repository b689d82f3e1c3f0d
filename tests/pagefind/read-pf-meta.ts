import { openPagefindFile } from './pagefind-chunks.ts';

/** What a Pagefind index says of itself. */
export interface PfMeta {
  /** The version of Pagefind that wrote it. */
  readonly version: string;
  /** The fragment's name of each page, by page number. */
  readonly pages: readonly string[];
  /** The chunks in the order of their words: a lower bound of the words, and the file's name. */
  readonly chunks: readonly { readonly from: string; readonly name: string }[];
}

/**
 * Read a Pagefind index's `pf_meta`.
 * @param bytes the file, gzip undone
 * @returns its pages and chunks
 * @throws SearchFormatError where the file is of another form
 */
export function readPfMeta(bytes: Uint8Array): PfMeta {
  const reader = openPagefindFile(bytes);
  const list = <T>(read: () => T): T[] => Array.from({ length: reader.array() }, read);
  reader.array();
  const version = reader.text();
  const pages = list(() => {
    reader.array();
    const name = reader.text();
    reader.skip();
    return name;
  });
  const chunks = list(() => {
    reader.array();
    const from = reader.text();
    reader.skip();
    return { from, name: reader.text() };
  });
  return { version, pages, chunks };
}
