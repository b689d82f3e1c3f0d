import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readPfIndex } from '../../../src/search/pf-index.ts';
import { readPfMeta } from '../../../src/search/pf-meta.ts';
import { pagefindVersion } from './pagefind-version.ts';

/** A Pagefind index as far as the search reads it. */
export interface PagefindIndex {
  /** The number of the text each page is, by page number. */
  readonly pages: readonly number[];
  /** In the order of words: a lower bound and the file, gzip and all. */
  readonly chunks: readonly { readonly from: string; readonly file: Uint8Array }[];
  /** Every file Pagefind made, for a test to hold our reading of them against its own. */
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/** Larger chunks cost a query more bytes, smaller ones more files: see docs/adr/0006. */
export const CHUNK_SIZE = 3000;
const AT_ONCE = 16;

/**
 * Index texts with Pagefind and read back what it made, so that nothing is published which the
 * search cannot read.
 * The language is `unknown`: on a Chinese one Pagefind would cut the words again.
 * @param texts words parted by spaces, one text a report
 * @returns the index
 * @throws Error where Pagefind says so, SearchFormatError where its files are of another form
 */
export async function indexWithPagefind(texts: readonly string[]): Promise<PagefindIndex> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(`Pagefind makes no index: ${errors.join('; ')}`);
  try {
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const some = texts.slice(from, from + AT_ONCE);
      const added = await Promise.all(
        some.map((content, i) =>
          index.addCustomRecord({ url: String(from + i), content, language: 'unknown' }),
        ),
      );
      failOn(added.flatMap((answer) => answer.errors));
    }
    const got = await index.getFiles();
    failOn(got.errors);
    return await readIndex(got.files, texts.length);
  } finally {
    await index.deleteIndex();
    await close();
  }
}

async function readIndex(files: PagefindIndex['files'], texts: number): Promise<PagefindIndex> {
  const byName = new Map(files.map(({ path, content }) => [path.replace(/^.*\//, ''), content]));
  const metaFiles = [...byName].filter(([name]) => name.endsWith('.pf_meta'));
  const [metaFile] = metaFiles;
  if (!metaFile || metaFiles.length > 1) {
    throw new Error(`Unexpected ${metaFiles.length} Pagefind indexes, expected one`);
  }
  const meta = readPfMeta(gunzipSync(metaFile[1]), await pagefindVersion());
  const get = (name: string): Uint8Array => {
    const file = byName.get(name);
    if (!file) throw new Error(`Unexpected lack of ${name} among Pagefind's files`);
    return file;
  };
  const pages = meta.pages.map((name) => readTextNumber(get(`${name}.pf_fragment`)));
  if (new Set(pages).size !== texts) {
    throw new Error(`Unexpected ${new Set(pages).size} pages in the index, expected ${texts}`);
  }
  const chunks = meta.chunks.map(({ from, name }) => ({ from, file: get(`${name}.pf_index`) }));
  // Reads every chunk to its end: an empty or broken file, or another form, fails here.
  for (const { file } of chunks) readPfIndex(gunzipSync(file), () => false);
  return { pages, chunks, files };
}

/** A page's address is the number of its text; only its fragment tells it. */
function readTextNumber(fragment: Uint8Array): number {
  const text = gunzipSync(fragment).toString('utf8');
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url?: string };
  const number = Number(url);
  if (!url || !Number.isInteger(number)) {
    throw new Error(`Unexpected address ${String(url)} of a Pagefind page, expected a number`);
  }
  return number;
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
