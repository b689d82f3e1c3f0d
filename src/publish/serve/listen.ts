import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listen at a port, or where it is taken at the next free one.
 *
 * @param port the first to try; 0 for any
 * @returns the port it listens at
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let next = port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || next >= 65535) reject(error);
      else server.listen(++next);
    });
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
    server.listen(next);
  });
}
