/** A thread of `openReaders`. */
import { workerData } from 'node:worker_threads';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { readTranscript } from './formats/pictures/kept-transcripts.ts';
import {
  PicturesError,
  type ReaderAnswer,
  type ReaderData,
  type ReaderTask,
  readBytes,
  readSource,
} from './read-source.ts';

const { contentDir, given }: ReaderData = workerData;
const vocabularies = readVocabularies(contentDir);

/** Read a source, and answer what it says or why it is refused. */
export async function readInThread({ isCounted, ...source }: ReaderTask): Promise<ReaderAnswer> {
  try {
    const { regions } = await vocabularies;
    const own = { ...given, url: given.url ?? source.url };
    const bytes = await readBytes(source);
    const transcript = await readTranscript(contentDir, bytes);
    const read = await readSource(bytes, source.name, own, regions, { transcript, isCounted });
    return { kind: 'read', read: { ...read, retrieved: source.retrieved } };
  } catch (error) {
    if (error instanceof PicturesError) return { kind: 'pictures', count: error.count };
    if (!(error instanceof ArchiveError)) throw error;
    return { kind: 'refused', refused: error.toMessage() };
  }
}
