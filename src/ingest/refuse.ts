import { ArchiveError } from '../report/archive-error.ts';
import type { IngestCode } from './ingest-codes.ts';
import type { IngestOutcome } from './ingest-outcome.ts';

/**
 * Says that a file was refused, and why. What no step foresaw is a fault of ours: it refuses the
 * file it came up with, and the others of a batch go on.
 *
 * @param name what the caller calls the file
 */
export function refuse(name: string, error: unknown): IngestOutcome {
  const { code, message, place, hint } = error instanceof ArchiveError ? error : unforeseen(error);
  const where = place.line === undefined ? '' : `line ${place.line}: `;
  return {
    file: name,
    outcome: 'refused',
    code,
    reason: `${where}${message}${hint === undefined ? '' : `; ${hint}`}`,
    path: null,
    confidence: {},
  };
}

function unforeseen(error: unknown): ArchiveError {
  return new ArchiveError(
    {
      place: { file: '' },
      code: 'i-025' satisfies IngestCode,
      text: `Unexpected fault of ingest (${error instanceof Error ? error.message : String(error)}), expected none`,
      hint: 'nothing was written; please report it with the file',
    },
    error,
  );
}
