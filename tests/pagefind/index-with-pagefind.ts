import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readPfMeta } from './read-pf-meta.ts';

/** A Pagefind index as far as the referee reads it. */
export interface PagefindIndex {
  /** The version that made it. */
  readonly version: string;
  /** The number of the text each page is, by page number. */
  readonly pages: readonly number[];
  /** Files of words and positions, in the order of words. */
  readonly chunks: readonly Uint8Array[];
  /** Every file by its path, Pagefind's own client among them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Index texts with Pagefind itself.
 * The language is `unknown`: on a Chinese one Pagefind would cut the words again.
 * @param texts words parted by spaces
 * @returns the index
 */
export async function indexWithPagefind(texts: readonly string[]): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(`Pagefind makes no index: ${errors.join('; ')}`);
  try {
    for (const [i, content] of texts.entries()) {
      failOn(
        (await index.addCustomRecord({ url: String(i), content, language: 'unknown' })).errors,
      );
    }
    const got = await index.getFiles();
    failOn(got.errors);
    return readIndex(new Map(got.files.map(({ path, content }) => [path, content])));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

function readIndex(files: PagefindIndex['files']): PagefindIndex {
  const get = (name: string): Uint8Array => {
    const found = [...files].find(([path]) => path.endsWith(name));
    if (!found) throw new Error(`Unexpected lack of ${name} among Pagefind's files`);
    return gunzipSync(found[1]);
  };
  const { version, pages, chunks } = readPfMeta(get('.pf_meta'));
  return {
    version,
    pages: pages.map((name) => textNumber(get(`${name}.pf_fragment`))),
    chunks: chunks.map(({ name }) => get(`${name}.pf_index`)),
    files,
  };
}

/** A page's address is the number of its text; only its fragment tells it. */
function textNumber(fragment: Uint8Array): number {
  const text = new TextDecoder().decode(fragment);
  return Number(JSON.parse(text.slice(text.indexOf('{'))).url);
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
