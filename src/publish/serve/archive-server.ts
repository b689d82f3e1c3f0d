import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { pageAddress } from '../../report/addresses.ts';
import { type Found, findFile } from './find-file.ts';
import { getMediaType } from '../../report/media-types.ts';
import { preferredEncoding } from './preferred-encoding.ts';
import { parseRedirects } from './redirects.ts';

export interface ArchiveServerOptions {
  /** The built site. */
  readonly root: string;
  /** The path it is built for, with a slash at both ends. */
  readonly basePath: string;
}

type File = Extract<Found, { kind: 'file' }>;

/** A smaller answer is not worth compressing, in bytes. */
const WORTH_COMPRESSING = 512;

/** Fast enough for each request, and close to what hosts send. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Serve a built site as a good static host does, without listening yet.
 *
 * `npm start` and the browser tests use this one server, so that what is tested is what is seen.
 *
 * @returns the server; call `listen` on it
 */
export function createArchiveServer({ root, basePath }: ArchiveServerOptions): Server {
  const redirects = join(root, '_redirects');
  const findRedirect = parseRedirects(existsSync(redirects) ? readFileSync(redirects, 'utf8') : '');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(response, 405, 'Method not allowed');
    }
    const [raw = '/', ...query] = (request.url ?? '/').split('?');
    const search = query.length > 0 ? `?${query.join('?')}` : '';
    const path = decodePath(raw);
    if (path === undefined) return sendText(response, 400, 'Malformed address');
    if (path === '/' && basePath !== '/') return sendTo(response, 302, basePath);
    if (`${path}/` === basePath) return sendTo(response, 301, basePath + search);

    const found = path.startsWith(basePath)
      ? await findFile(root, path.slice(basePath.length - 1))
      : ({ kind: 'nothing' } as const);
    if (found.kind === 'file') return sendFile(request, response, found, 200);
    if (found.kind === 'missing-slash') return sendTo(response, 301, `${raw}/${search}`);

    const redirect = findRedirect(path);
    if (redirect !== undefined) return sendTo(response, redirect.status, redirect.to);
    const page = await findFile(root, pageAddress('notFound'));
    if (page.kind === 'file') return sendFile(request, response, page, 404);
    return sendText(response, 404, 'Not found');
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The server failed');
    });
  });
}

function decodePath(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: File,
  status: number,
): Promise<void> {
  const { contentType, compressible } = getMediaType(file.file);
  const tag = `W/"${file.size.toString(36)}-${Math.round(file.modified).toString(36)}"`;
  response.setHeader('Content-Type', contentType);
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
  if (compressible) response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && isKnown(request.headers['if-none-match'], tag)) {
    response.writeHead(304).end();
    return;
  }
  const encoding =
    compressible && file.size >= WORTH_COMPRESSING
      ? preferredEncoding(request.headers['accept-encoding'])
      : undefined;
  if (encoding === undefined) response.setHeader('Content-Length', file.size);
  else response.setHeader('Content-Encoding', encoding);
  response.writeHead(status);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const body = createReadStream(file.file);
  if (encoding === undefined) return pipeline(body, response);
  return pipeline(body, encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(), response);
}

function isKnown(header: string | undefined, tag: string): boolean {
  return header !== undefined && header.split(',').some((each) => [tag, '*'].includes(each.trim()));
}

function sendTo(response: ServerResponse, status: number, location: string): void {
  // A path that begins with two slashes would name another host.
  response.writeHead(status, { Location: location.replace(/^\/{2,}/, '/') }).end();
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
