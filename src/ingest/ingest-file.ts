import { openHeldSources } from './filing/held-sources.ts';
import { settleSource } from './filing/settle-source.ts';
import { readBytes } from './formats/read-bytes.ts';
import type { IngestContext } from './ingest-context.ts';
import type { IngestOutcome } from './ingest-outcome.ts';
import { readSource } from './read-source.ts';
import { refuse } from './refuse.ts';

/**
 * Takes one source file into the archive: read, extract, describe, outline, prove, write.
 * Nothing is overwritten, and nothing is written where anything fails.
 *
 * @param source absolute path
 * @param name what the caller calls the file
 */
export async function ingestFile(
  source: string,
  name: string,
  context: IngestContext,
): Promise<IngestOutcome> {
  try {
    const bytes = await readBytes(source, name);
    const read = await readSource(bytes, name, context.given, context.vocabularies.regions);
    const held = await openHeldSources(context.contentDir);
    return await settleSource(read, name, { ...context, held });
  } catch (error) {
    return refuse(name, error);
  }
}
