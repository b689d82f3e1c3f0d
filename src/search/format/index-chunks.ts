import { SearchFormatError } from './cbor.ts';
import { openPagefindFile } from './pf-format.ts';

/** Where a word stands: for each page its places, ascending. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/**
 * Read words and their places from a chunk of a Pagefind index, stepping over those not wanted.
 *
 * A chunk is `[[word, [[page, places, metaPlaces], …], variants], …]`; pages and places are
 * differences from the one before, and a number below 0 among the places is a weight.
 * @param bytes a `pf_index` file, gzip undone
 * @param isWanted whether a word is wanted
 * @param last the last word to look for, words standing in order; absent: the chunk is read whole
 * @returns the places of each wanted word the chunk has
 * @throws SearchFormatError where the file is of another format
 */
export function readPfIndex(
  bytes: Uint8Array,
  isWanted: (word: string) => boolean,
  last?: string,
): Map<string, Postings> {
  const reader = openPagefindFile(bytes);
  const found = new Map<string, Postings>();
  expectItems(reader.array(), 1);
  for (let words = reader.array(); words > 0; words -= 1) {
    expectItems(reader.array(), 3);
    const word = reader.text();
    if (last !== undefined && word > last) return found;
    if (isWanted(word)) found.set(word, readPages(reader));
    else reader.skip();
    reader.skip();
  }
  if (!reader.isAtEnd) throw new SearchFormatError('Unexpected bytes after the words of a chunk');
  return found;
}

function readPages(reader: ReturnType<typeof openPagefindFile>): Postings {
  const pages = new Map<number, number[]>();
  let page = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    expectItems(reader.array(), 3);
    page += reader.integer();
    const places: number[] = [];
    let place = 0;
    for (let numbers = reader.array(); numbers > 0; numbers -= 1) {
      const step = reader.integer();
      if (step < 0) continue;
      place += step;
      places.push(place);
    }
    reader.skip();
    pages.set(page, places);
  }
  return pages;
}

function expectItems(found: number, expected: number): void {
  if (found === expected) return;
  throw new SearchFormatError(`Unexpected ${found} items in a search file, expected ${expected}`);
}
