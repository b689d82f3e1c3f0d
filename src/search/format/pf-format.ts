import { CborReader, SearchFormatError } from './cbor.ts';

/** The mark at the head of every file of a Pagefind index. */
export const PAGEFIND_MARK = 'pagefind_dcd';

/**
 * Open an unpacked file of a Pagefind index.
 * @param bytes the bytes, gzip undone
 * @returns a reader behind the mark
 * @throws SearchFormatError where the mark is another
 */
export function openPagefindFile(bytes: Uint8Array): CborReader {
  const mark = String.fromCharCode(...bytes.subarray(0, PAGEFIND_MARK.length));
  if (mark !== PAGEFIND_MARK) {
    throw new SearchFormatError(
      `Unexpected head \`${mark}\` of a search file, expected \`${PAGEFIND_MARK}\``,
    );
  }
  return new CborReader(bytes, PAGEFIND_MARK.length);
}
