/** A thread of `openReaders`. */
import { workerData } from 'node:worker_threads';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { ArchiveError } from '../report/archive-error.ts';
import {
  PicturesError,
  type ReaderAnswer,
  type ReaderData,
  type ReaderTask,
  readSourceFile,
} from './read-source.ts';

const data: ReaderData = workerData;
const vocabularies = readVocabularies(data.contentDir);

/** Read a source, and answer what it says or why it is refused. */
export async function readInThread({ isCounted, ...source }: ReaderTask): Promise<ReaderAnswer> {
  try {
    const { regions } = await vocabularies;
    return { kind: 'read', read: await readSourceFile(source, data, regions, isCounted) };
  } catch (error) {
    if (error instanceof PicturesError) return { kind: 'pictures', count: error.count };
    if (!(error instanceof ArchiveError)) throw error;
    return { kind: 'refused', refused: error.toMessage() };
  }
}
