/** A thread of `openReaders`: reads one source after the other, and tells what it read. */
import { parentPort, workerData } from 'node:worker_threads';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { readBytes } from './formats/read-bytes.ts';
import { readSource } from './read-source.ts';
import type { ReaderAnswer, ReaderData, ReaderTask } from './reader-messages.ts';

const { contentDir, given }: ReaderData = workerData;
const { regions } = await readVocabularies(contentDir);

parentPort?.on('message', async ({ source, name }: ReaderTask) => {
  const answer = await read(source, name);
  parentPort?.postMessage(answer);
});

async function read(source: string, name: string): Promise<ReaderAnswer> {
  try {
    const bytes = await readBytes(source, name);
    return { read: await readSource(bytes, name, given, regions) };
  } catch (error) {
    if (!(error instanceof ArchiveError)) return { fault: error };
    const { code, place, message: text, hint } = error;
    return { refusal: { code, place, text, hint } };
  }
}
