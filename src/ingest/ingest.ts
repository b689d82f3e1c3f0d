import { stat } from 'node:fs/promises';
import { findMachineFault } from '../command/run-command.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { type HeldSource, type HeldSources, openHeldSources } from './filing/held-sources.ts';
import {
  type IngestContext,
  type IngestOutcome,
  type SettleContext,
  settleHeld,
  settleSource,
} from './filing/settle-source.ts';
import { refusal } from './ingest-codes.ts';
import {
  openReaders,
  type Readers,
  type ReadSource,
  readBytes,
  readSourceFile,
  type SourceFile,
} from './read-source.ts';

/** How many files a thread may be ahead of the one that is settled. */
const AHEAD = 4;

/**
 * Take one source file into the archive: read, extract, describe, outline, prove, write.
 * Nothing is overwritten, and nothing is written where anything fails.
 */
export async function ingestFile(file: SourceFile, context: IngestContext): Promise<IngestOutcome> {
  const { contentDir, vocabularies } = context;
  try {
    const read = await readSourceFile(file, context, vocabularies.regions);
    const held = await openHeldSources(contentDir);
    return await settleSource(read, file.name, { ...context, held });
  } catch (error) {
    return refusedOutcome(file.name, error);
  }
}

/**
 * Take many source files into the archive. They are read by several threads at once, and settled
 * one after the other in the order given, so that the outcome is the same on any machine. What the
 * archive holds already is not read again: the content directory is the record of what was done.
 *
 * @param threads how many
 * @returns what became of each file, in order, as soon as it is known
 * @throws a fault of the machine where it cannot write; of the file it happens at nothing is left
 */
export async function* ingestBatch(
  files: readonly SourceFile[],
  context: IngestContext,
  { threads }: { readonly threads: number },
): AsyncGenerator<IngestOutcome> {
  const { contentDir, given } = context;
  const held = await openHeldSources(contentDir);
  const readers = openReaders({ contentDir, given }, { threads: Math.min(threads, files.length) });
  try {
    const ahead: Promise<Prepared>[] = [];
    let next = 0;
    for (const [at, { name }] of files.entries()) {
      for (const file of files.slice(next, at + threads * AHEAD))
        ahead.push(prepare(file, held, readers));
      next = Math.max(next, Math.min(files.length, at + threads * AHEAD));
      const prepared = await ahead.shift();
      if (prepared !== undefined) yield await settle(prepared, name, { ...context, held });
    }
  } finally {
    await readers.close();
  }
}

/** A file that was looked into ahead of its turn. */
type Prepared =
  | { readonly kind: 'held'; readonly same: HeldSource }
  | { readonly kind: 'read'; readonly read: ReadSource }
  | { readonly kind: 'refused'; readonly error: unknown };

async function prepare(file: SourceFile, held: HeldSources, readers: Readers): Promise<Prepared> {
  try {
    if (file.refused !== undefined) throw file.refused;
    const size = (await stat(file.source).catch(() => undefined))?.size;
    const same =
      size !== undefined && held.hasSize(size) ? await held.find(await readBytes(file)) : undefined;
    return same === undefined
      ? { kind: 'read', read: await readers.read(file) }
      : { kind: 'held', same };
  } catch (error) {
    return { kind: 'refused', error };
  }
}

async function settle(
  prepared: Prepared,
  name: string,
  context: SettleContext,
): Promise<IngestOutcome> {
  try {
    if (prepared.kind === 'refused') throw prepared.error;
    return await (prepared.kind === 'held'
      ? settleHeld(prepared.same, name, context)
      : settleSource(prepared.read, name, context));
  } catch (error) {
    // What the machine refuses here is a file to be written, and the next one has no better luck.
    if (prepared.kind !== 'refused' && findMachineFault(name, error) !== undefined) throw error;
    return refusedOutcome(name, error);
  }
}

/**
 * Say that a file was refused, and why. What no step foresaw is a fault of ours: it refuses the
 * file it came up with, and the others of a batch go on.
 */
function refusedOutcome(file: string, error: unknown): IngestOutcome {
  const { code, message, location, hint } =
    error instanceof ArchiveError
      ? error
      : refusal(
          'i-025',
          file,
          `Unexpected fault of ingest (${error instanceof Error ? error.message : String(error)}), expected none`,
          'nothing was written; please report it with the file',
          error,
        );
  // The fault may lie in a report that the archive holds.
  const where = [
    ...(location.file === file ? [] : [`${location.file}: `]),
    ...(location.line === undefined ? [] : [`line ${location.line}: `]),
  ].join('');
  return {
    file,
    outcome: 'refused',
    code,
    reason: `${where}${message}${hint === undefined ? '' : `; ${hint}`}`,
    path: null,
    confidence: {},
  };
}
