import { LimitReader, WARCParser, type WARCRecord } from 'warcio';

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

const NOTHING = new Uint8Array();

/**
 * Goes through the records of a web archive. A record that is longer than it says leaves bytes behind
 * it: they are counted, where the library prints a line to the terminal.
 */
export class RecordReader extends WARCParser {
  /** Bytes between the record before and this one that belong to neither. */
  remainder = 0;
  /** Whether the file ends inside the last record; the library would wait for the rest for ever. */
  isCut = false;

  override async readToNextRecord(): Promise<Uint8Array | null> {
    this.remainder = 0;
    if (this._record === null) return NOTHING;
    const { _reader: body } = this._record;
    if (body instanceof LimitReader)
      while (body.limit > 0 && !this.isCut) {
        const skipped = await this._reader.skipSize(body.limit);
        body.limit -= skipped;
        this.isCut = skipped === 0;
      }
    if (this.isCut) return NOTHING;
    for (;;) {
      const line = await this._reader.readlineRaw();
      if (line === null || line.length === 0) return NOTHING;
      const text = Buffer.from(line.buffer, line.byteOffset, line.length).toString('latin1');
      if (text.startsWith('WARC/')) return line;
      this.remainder += text.trim().length;
    }
  }
}
