import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** A static host that counts what it sends, gzip and all, as a good host would send it. */
export interface CountingServer {
  readonly origin: string;
  /** Bytes of bodies so far, those of Pagefind's fragments among them, and number of answers. */
  readonly sent: { bytes: number; fragments: number; requests: number };
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const HEADERS = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' };

/**
 * Serve a folder on a free port.
 * @param folder the folder
 * @returns the server
 */
export async function startCountingServer(folder: string): Promise<CountingServer> {
  const sent = { bytes: 0, fragments: 0, requests: 0 };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/blank.html') {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>.</title>');
      return;
    }
    const type = TYPES[path.extname(pathname)];
    try {
      const file = await readFile(path.join(folder, path.normalize(decodeURIComponent(pathname))));
      const body = type ? gzipSync(file) : file;
      sent.bytes += body.length;
      if (pathname.includes('/fragment/')) sent.fragments += body.length;
      sent.requests += 1;
      const encoding = type ? { 'content-encoding': 'gzip', 'content-type': type } : {};
      const length = { 'content-length': body.length };
      response.writeHead(200, { ...HEADERS, ...encoding, ...length }).end(body);
    } catch {
      response.writeHead(404, HEADERS).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
