/** A thread of `openReaders`. */
import { workerData } from 'node:worker_threads';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { ArchiveError } from '../report/archive-error.ts';
import {
  type ReaderAnswer,
  type ReaderData,
  readBytes,
  readSource,
  type SourceFile,
} from './read-source.ts';

const { contentDir, given }: ReaderData = workerData;
const vocabularies = readVocabularies(contentDir);

/** Read a source, and answer what it says or why it is refused. */
export async function readInThread(source: SourceFile): Promise<ReaderAnswer> {
  try {
    const { regions } = await vocabularies;
    const own = { ...given, url: given.url ?? source.url };
    const read = await readSource(await readBytes(source), source.name, own, regions);
    return { read: { ...read, retrieved: source.retrieved } };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { refused: error.toMessage() };
  }
}
