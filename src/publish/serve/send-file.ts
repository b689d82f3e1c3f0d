import type { Stats } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { getMediaType } from '../../report/media-types.ts';
import { charsetOf, isSnapshotText } from '../data/inert-snapshot.ts';

/** A file that answers a path. */
export interface FoundFile {
  readonly file: string;
  readonly stats: Stats;
  /** Of a snapshot: the type it is sent as, whatever its name. */
  readonly textType?: string | undefined;
}

/** A snapshot that a browser would run: its bytes lie beside it, and are sent as text. */
const SNAPSHOT = /\/source\.(?:html?|shtml|xhtml|xht|xml|svg)$/i;

/**
 * Find the bytes of the snapshot that a path names, where they are text: of a page they lie beside it.
 *
 * @param found what the path itself names
 */
export async function findSnapshot({ file, stats }: FoundFile): Promise<FoundFile | undefined> {
  const raw = SNAPSHOT.test(file) ? `${file}.txt` : file;
  if (!isSnapshotText(raw)) return undefined;
  const found = raw === file ? stats : await findStats(raw);
  if (!found?.isFile()) return undefined;
  const charset = charsetOf(await readFile(raw));
  return { file: raw, stats: found, textType: `text/plain; charset=${charset}` };
}

/** A smaller answer is not worth compressing, in bytes. */
const WORTH_COMPRESSING = 512;

/** Fast enough for each request, and close to what hosts send. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Find the file that answers a path.
 *
 * A path is taken apart after decoding, and every part must be a plain name: `..`, a backslash or a
 * hidden name never reaches the file system, however it was encoded.
 *
 * @param root the directory that is served
 * @param path decoded, without base path or query, beginning with `/`
 * @returns the file, `index.html` for a directory; or that only a last slash is missing;
 *   `undefined` where there is nothing
 */
export async function findFile(
  root: string,
  path: string,
): Promise<FoundFile | 'missing-slash' | undefined> {
  const names = path.split('/').slice(1);
  const isDirectoryPath = names.at(-1) === '';
  if (isDirectoryPath) names.pop();
  if (!names.every(isPlainName)) return undefined;
  const file = join(root, ...names);
  const stats = await findStats(file);
  if (stats?.isFile()) return isDirectoryPath ? undefined : { file, stats };
  const index = join(file, 'index.html');
  const page = await findStats(index);
  if (!page?.isFile()) return undefined;
  return isDirectoryPath ? { file: index, stats: page } : 'missing-slash';
}

/**
 * Send a file as a good static host does: compressed where the client takes it, in part where it
 * asks for a range, not at all where it has it already.
 *
 * The stream of the file is closed however the answer ends, so a client that goes away leaks nothing.
 *
 * @param status 200, or 404 for the page that says so
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, textType, stats: { size, mtimeMs } }: FoundFile,
  status: 200 | 404,
): Promise<void> {
  const { contentType: ofName, isCompressible } = getMediaType(file);
  const contentType = textType ?? ofName;
  const tag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  response.setHeader('Content-Type', contentType);
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  if (isCompressible) response.setHeader('Vary', 'Accept-Encoding');
  const { range, 'if-none-match': known } = request.headers;
  if (status === 200 && known?.split(',').some((each) => [tag, '*'].includes(each.trim()))) {
    response.writeHead(304).end();
    return;
  }
  if (status === 200 && range !== undefined && request.headers['if-range'] === undefined) {
    const part = parseRange(range, size);
    if (part !== undefined) return sendPart(request, response, file, size, part);
  }
  const encoding =
    isCompressible && size >= WORTH_COMPRESSING
      ? preferredEncoding(request.headers['accept-encoding'])
      : undefined;
  if (encoding === undefined) response.setHeader('Content-Length', size);
  else response.setHeader('Content-Encoding', encoding);
  response.writeHead(status);
  if (request.method === 'HEAD') response.end();
  else if (encoding === undefined) await pour(file, {}, response);
  else
    await pour(file, {}, encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(), response);
}

/** Send the bytes of a range as they are, or say that the file has none of them. */
async function sendPart(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  size: number,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<void> {
  if (start >= size) {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  response.writeHead(206, {
    'Content-Range': `bytes ${start}-${end}/${size}`,
    'Content-Length': end - start + 1,
  });
  if (request.method === 'HEAD') response.end();
  else await pour(file, { start, end }, response);
}

/**
 * Send bytes of a file through streams, and close it however that ends. A client may have gone
 * before its file is open, which `pipeline` alone takes for an end without anything to close.
 */
async function pour(
  file: string,
  part: { readonly start?: number; readonly end?: number },
  ...through: [...Transform[], ServerResponse]
): Promise<void> {
  if (through.at(-1)?.destroyed) return;
  const handle = await open(file);
  try {
    await pipeline([handle.createReadStream({ ...part, autoClose: false }), ...through]);
  } finally {
    await handle.close();
  }
}

/**
 * Read a `Range` header: `bytes=0-99`, `bytes=100-`, `bytes=-100`.
 *
 * @returns the first and the last byte; `undefined` for several ranges and for what is no range,
 *   which are answered with the whole file
 */
function parseRange(header: string, size: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return { start: size - Math.min(Number(last), size), end: size - 1 };
  if (last !== '' && Number(last) < Number(first)) return undefined;
  return { start: Number(first), end: Math.min(last === '' ? size : Number(last), size - 1) };
}

/**
 * Choose how to compress an answer.
 *
 * @param header the request's `Accept-Encoding`
 * @returns the best that the client takes; `undefined` where it takes none of ours
 */
function preferredEncoding(header = ''): 'br' | 'gzip' | undefined {
  const accepted = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name);
  }
  return (['br', 'gzip'] as const).find((encoding) => accepted.has(encoding));
}

function isPlainName(name: string): boolean {
  if (name === '' || name.includes('\\') || name.includes('\0')) return false;
  return !name.startsWith('.') || name === '.well-known';
}

async function findStats(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return undefined;
    throw error;
  }
}
