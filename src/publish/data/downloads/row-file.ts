import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

/** What a written file is, as a data package tells it. */
export interface WrittenFile {
  readonly bytes: number;
  /** `sha256:` and hexadecimals. */
  readonly hash: string;
}

/** A file written row by row. */
export interface RowFile {
  readonly add: (row: string) => void;
  readonly end: () => WrittenFile;
}

/** Characters gathered before they are written. */
const BLOCK = 1 << 18;

/** Opens a file to be written row by row: of the largest no more than a block is in memory. */
export function openRowFile(file: string): RowFile {
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, 'w');
  const hash = createHash('sha256');
  let [gathered, bytes] = ['', 0];
  const flush = () => {
    const block = Buffer.from(gathered);
    writeSync(handle, block);
    hash.update(block);
    bytes += block.byteLength;
    gathered = '';
  };
  return {
    add(row) {
      gathered += row;
      if (gathered.length >= BLOCK) flush();
    },
    end() {
      flush();
      closeSync(handle);
      return { bytes, hash: `sha256:${hash.digest('hex')}` };
    },
  };
}
