import { SearchFormatError } from './cbor.ts';
import { openPagefindFile } from './pf-format.ts';

/** What a Pagefind index says of itself. */
export interface PfMeta {
  /** The fragment's name of each page, by page number. */
  readonly pages: readonly string[];
  /** The chunks in the order of their words: a lower bound of the words, and the file's name. */
  readonly chunks: readonly { readonly from: string; readonly name: string }[];
}

/**
 * Read a Pagefind index's `pf_meta`.
 * @param bytes the file, gzip undone
 * @param version the version of Pagefind that must have written it
 * @returns its pages and chunks
 * @throws SearchFormatError where the file is of another version or form
 */
export function readPfMeta(bytes: Uint8Array, version: string): PfMeta {
  const [writtenBy, pages, chunks] = list(openPagefindFile(bytes).value());
  if (writtenBy !== version) {
    throw new SearchFormatError(`Unexpected Pagefind ${String(writtenBy)}, expected ${version}`);
  }
  return {
    pages: list(pages).map((page) => text(list(page)[0])),
    chunks: list(chunks).map((chunk) => {
      const [from, , name] = list(chunk);
      return { from: text(from), name: text(name) };
    }),
  };
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value))
    throw new SearchFormatError('Unexpected value in pf_meta, expected a list');
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') {
    throw new SearchFormatError('Unexpected value in pf_meta, expected a text');
  }
  return value;
}
