import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from '../../report/archive-error.ts';
import { readFrontmatter } from '../../report/file/report-file.ts';
import type { IngestCode } from '../ingest-codes.ts';
import type { IngestContext } from '../ingest-context.ts';
import { type IngestOutcome, UNCHANGED } from '../ingest-outcome.ts';
import type { HeldSource } from './held-sources.ts';

/**
 * Says what is held of a file whose bytes the archive has: nothing is done again, so that a batch
 * that was stopped goes on where it was, and what editors decided since stands.
 *
 * @param name what the caller calls the file
 * @throws ArchiveError `i-026` where the caller says another place, year or kind than the archive has
 */
export async function settleHeld(
  { source, report: file }: HeldSource,
  name: string,
  { contentDir, given }: IngestContext,
): Promise<IngestOutcome> {
  const { data } = readFrontmatter(await readFile(path.join(contentDir, file), 'utf8'), file);
  for (const field of ['region', 'year', 'kind'] as const)
    if (given[field] !== undefined && given[field] !== data[field])
      throw new ArchiveError({
        place: { file: name },
        code: 'i-026' satisfies IngestCode,
        text: `Unexpected ${field} \`${given[field]}\` for a source of ${file}, expected \`${data[field]}\``,
        hint: 'a report is moved by an editor: mend it there, or take the report and its source out and ingest again',
      });
  const isOwn = isSnapshot(data['source'], source);
  return {
    file: name,
    outcome: isOwn ? 'written' : 'duplicate',
    code: null,
    reason: isOwn ? UNCHANGED : `the same bytes as ${source}, which is kept with ${file}`,
    path: file,
    confidence: {},
  };
}

function isSnapshot(said: unknown, source: string): boolean {
  return typeof said === 'object' && said !== null && 'file' in said && said.file === source;
}
