import { open } from 'node:fs/promises';
import { ArchiveError } from '../../report/archive-error.ts';
import type { IngestCode } from '../ingest-codes.ts';

/** In bytes; a scanned report of a hundred pages has a tenth of it. */
const LARGEST = 100_000_000;

/**
 * Reads a source file whole.
 *
 * @param name what messages call it
 * @throws ArchiveError `i-004` where it cannot be read, `i-006` where it is larger than any report
 */
export async function readBytes(source: string, name: string): Promise<Uint8Array> {
  try {
    const handle = await open(source);
    try {
      const { size } = await handle.stat();
      if (size > LARGEST)
        throw new ArchiveError({
          place: { file: name },
          code: 'i-006' satisfies IngestCode,
          text: `Unexpected file of ${size} bytes, expected at most ${LARGEST}`,
          hint: 'give the report alone, without attachments and pictures',
        });
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    throw new ArchiveError(
      {
        place: { file: name },
        code: 'i-004' satisfies IngestCode,
        text: `Unexpected file that cannot be read (${cause instanceof Error ? cause.message.split(',')[0] : String(cause)}), expected a readable file`,
        hint: 'check the path and the permissions',
      },
      cause,
    );
  }
}
