import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pageAddress } from '../../report/addresses.ts';
import { hostHeaders } from '../hosting/host-headers.ts';
import { parseRedirects } from '../hosting/redirects.ts';
import { findFile, findSnapshot, sendFile } from './send-file.ts';

export interface ArchiveServerOptions {
  /** The built site. */
  readonly root: string;
  /** The path it is built for, with a slash at both ends. */
  readonly basePath: string;
}

/** What a stream says where the other side broke the connection, in the middle or before the answer. */
const CLIENT_WENT_AWAY = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE']);

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
    setHeaders(response, '');
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

    // First, since a page stands at the old address for hosts that know no redirects.
    const redirect = findRedirect(path);
    if (redirect !== undefined) return sendTo(response, redirect.status, redirect.to + search);
    const found = path.startsWith(basePath)
      ? await findFile(root, path.slice(basePath.length - 1))
      : undefined;
    if (found === 'missing-slash') return sendTo(response, 301, `${raw}/${search}`);
    if (found !== undefined) {
      setHeaders(response, path.slice(basePath.length));
      return sendFile(request, response, (await findSnapshot(found)) ?? found, 200);
    }

    const page = await findFile(root, pageAddress('notFound'));
    if (typeof page === 'object') return sendFile(request, response, page, 404);
    return sendText(response, 404, 'Not found');
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: NodeJS.ErrnoException) => {
      if (CLIENT_WENT_AWAY.has(error.code ?? '')) return;
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The server failed');
    });
  });
}

/**
 * Listen at a port, or where it is taken at the next free one.
 *
 * @param port the first to try; 0 for any
 * @param host by default this machine only, so that nobody else on the network reaches it
 * @returns the port it listens at
 */
export function listen(server: Server, port: number, host = 'localhost'): Promise<number> {
  return new Promise((resolve, reject) => {
    let next = port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || next >= 65535) reject(error);
      else server.listen(++next, host);
    });
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
    server.listen(next, host);
  });
}

function decodePath(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

/** Set what a host says of a file; a policy of before goes where the file has none. */
function setHeaders(response: ServerResponse, file: string): void {
  response.removeHeader('Content-Security-Policy');
  for (const [name, value] of Object.entries(hostHeaders(file))) response.setHeader(name, value);
}

function sendTo(response: ServerResponse, status: number, location: string): void {
  // A path that begins with two slashes would name another host.
  response.writeHead(status, { Location: location.replace(/^\/{2,}/, '/') }).end();
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
