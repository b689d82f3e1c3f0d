import { stat } from 'node:fs/promises';
import { type HeldSource, type HeldSources, openHeldSources } from './filing/held-sources.ts';
import { settleHeld } from './filing/settle-held.ts';
import { settleSource } from './filing/settle-source.ts';
import { readBytes } from './formats/read-bytes.ts';
import type { IngestContext, SettleContext } from './ingest-context.ts';
import type { IngestOutcome } from './ingest-outcome.ts';
import { openReaders, type Readers } from './open-readers.ts';
import type { ReadSource } from './read-source.ts';
import type { ReaderTask } from './reader-messages.ts';
import { refuse } from './refuse.ts';

/** How many files a thread may be ahead of the one that is settled. */
const AHEAD = 4;

/**
 * Takes many source files into the archive. They are read by several threads at once, and settled
 * one after the other in the order given, so that the outcome is the same on any machine. What the
 * archive holds already is not read again: the content directory is the record of what was done.
 *
 * @param threads how many
 * @returns what became of each file, in order, as soon as it is known
 */
export async function* ingestBatch(
  files: readonly ReaderTask[],
  context: IngestContext,
  { threads }: { readonly threads: number },
): AsyncGenerator<IngestOutcome> {
  const { contentDir, given } = context;
  const held = await openHeldSources(contentDir);
  const readers = openReaders({ contentDir, given }, { count: Math.min(threads, files.length) });
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

async function prepare(task: ReaderTask, held: HeldSources, readers: Readers): Promise<Prepared> {
  try {
    const size = (await stat(task.source).catch(() => undefined))?.size;
    const same =
      size !== undefined && held.hasSize(size)
        ? await held.find(await readBytes(task.source, task.name))
        : undefined;
    return same === undefined
      ? { kind: 'read', read: await readers.read(task) }
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
    return refuse(name, error);
  }
}
