import type { WARCRecord } from 'warcio';

/** What is unpacked at once: a small part may unpack to a thousand times its size. */
const SLICE = 65_536;

/** Part bytes, so that what they unpack to can be counted as it comes. */
export function* partBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

/**
 * Read what a record of a web archive holds, unpacked.
 *
 * @param most in bytes
 * @returns `undefined` where it is more
 */
export async function readContent(record: WARCRecord, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
