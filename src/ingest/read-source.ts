import { hash } from 'node:crypto';
import { constants, open } from 'node:fs/promises';
import { openWorkerPool, TaskLimitError } from '../command/worker-pool.ts';
import { ArchiveError, type Message } from '../report/archive-error.ts';
import type { RegionTable } from '../vocabulary/region/region.ts';
import type { Given } from './describe/description.ts';
import { draftReport, type ReportDraft } from './filing/draft-report.ts';
import { extract } from './formats/extract.ts';
import { readTranscript } from './formats/pictures/kept-transcripts.ts';
import { type Recognised, recognisePictures } from './formats/pictures/recognise-pictures.ts';
import { MOST_RECOGNISED, SECONDS_A_PICTURE } from './formats/pictures/recognition-limits.ts';
import { refusal } from './ingest-codes.ts';

/** A source file as read and described, whatever the archive holds. */
export interface ReadSource {
  readonly bytes: Uint8Array;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** Of the snapshot. */
  readonly extension: string;
  /** Where the document was published: what an editor gave, else what the saved page says. */
  readonly url: string | undefined;
  /** The day on which it was captured, where that is known. */
  readonly retrieved?: string | undefined;
  readonly draft: ReportDraft;
  /** Whether its text is nothing but what was recognised on pictures. */
  readonly isRecognised: boolean;
  /** What was recognised now, to be kept. */
  readonly recognised?: Recognised | undefined;
}

/** A source to be read. */
export interface SourceFile {
  /** Absolute path. */
  readonly source: string;
  /** What messages call it. */
  readonly name: string;
  /** Of a fetched or captured one: its address, and the day. */
  readonly url?: string | undefined;
  readonly retrieved?: string | undefined;
  /** Why there is nothing to be read, where it could not be fetched or unpacked. */
  readonly refused?: unknown;
}

/** In bytes; a scanned report of a hundred pages has a tenth of it. */
const LARGEST = 100_000_000;
/** What a file may take to be read; a web page takes a tenth of a second. */
const SECONDS = 60;
const MEGABYTES = 1024;

/**
 * Read a source file whole.
 *
 * @throws ArchiveError `i-004` where it cannot be read, `i-006` where it is larger than any report
 */
export async function readBytes({ source, name }: SourceFile): Promise<Uint8Array> {
  try {
    // A pipe that nobody writes into would keep `open` waiting.
    await using handle = await open(source, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('no file of the disk');
    const { size } = stats;
    if (size > LARGEST)
      throw refusal(
        'i-006',
        name,
        `Unexpected file of ${size} bytes, expected at most ${LARGEST}`,
        'give the report alone, without attachments and pictures',
      );
    return await handle.readFile();
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    const reason = cause instanceof Error ? cause.message.split(',')[0] : String(cause);
    throw refusal(
      'i-004',
      name,
      `Unexpected file that cannot be read (${reason}), expected a readable file`,
      'check the path and the permissions',
      cause,
    );
  }
}

/** What is known of the pictures of a source before it is read. */
export interface KnownPictures {
  /** What is written on them, as it was kept; where it was never kept, a program recognises it. */
  readonly transcript?: string | undefined;
  /** Whether pictures are only counted, by a `PicturesError`. */
  readonly isCounted?: boolean | undefined;
}

/** A source has pictures of text, and none of them was to be recognised yet. */
export class PicturesError extends Error {
  readonly count: number;

  constructor(count: number) {
    super(`Unexpected ${count} pictures of text`);
    this.name = 'PicturesError';
    this.count = count;
  }
}

/**
 * Read a source file, with what is known of it: where and when it was captured, and what is written
 * on its pictures.
 *
 * @throws ArchiveError where the source is refused; `PicturesError` as asked for
 */
export async function readSourceFile(
  file: SourceFile,
  { contentDir, given }: ReaderData,
  regions: RegionTable,
  isCounted = false,
): Promise<ReadSource> {
  const bytes = await readBytes(file);
  const transcript = await readTranscript(contentDir, bytes);
  const own = { ...given, url: given.url ?? file.url };
  const read = await readSource(bytes, file.name, own, regions, { transcript, isCounted });
  return { ...read, retrieved: file.retrieved };
}

/**
 * Read the bytes of a source: extract, describe, outline, prove. It rests on nothing but what it is
 * given, so that many can be read at once, in any order.
 *
 * @param file what messages call the source
 * @throws as `readSourceFile`
 */
export async function readSource(
  bytes: Uint8Array,
  file: string,
  given: Given,
  regions: RegionTable,
  { transcript, isCounted = false }: KnownPictures = {},
): Promise<ReadSource> {
  let extracted = await extract(bytes, file, transcript);
  const unread = transcript === undefined ? (extracted.unread ?? []) : [];
  if (unread.length > 0 && isCounted) throw new PicturesError(unread.length);
  const recognised = unread.length === 0 ? undefined : await recognisePictures(unread);
  if (recognised !== undefined) extracted = await extract(bytes, file, recognised.transcript);
  const { extension, isRecognised = false, text } = extracted;
  if (isRecognised && text.trim() === '')
    throw refusal(
      'i-005',
      file,
      'Unexpected pictures on which a program recognised no words, expected pages of text',
      'ingest the page or Word file of the document, or type its words into a text file',
    );
  const url = given.url ?? extracted.url;
  return {
    bytes,
    sha256: hash('sha256', bytes),
    ...{ extension, url, isRecognised, recognised },
    draft: draftReport(extracted, regions, { ...given, url }, file),
  };
}

/** Reads sources, several at a time. */
export interface Readers {
  /** @throws ArchiveError where the source is refused; `i-007` where reading it takes too much */
  read(source: SourceFile): Promise<ReadSource>;
  close(): Promise<void>;
}

/** What all threads that read sources go by. */
export interface ReaderData {
  readonly contentDir: string;
  readonly given: Given;
}

/** What a thread answers: an `ArchiveError` does not survive the way between threads as it is. */
export type ReaderAnswer =
  | { readonly kind: 'read'; readonly read: ReadSource }
  | { readonly kind: 'refused'; readonly refused: Message }
  /** Pictures are to be recognised first, which takes longer. */
  | { readonly kind: 'pictures'; readonly count: number };

/** What a thread is asked. */
export interface ReaderTask extends SourceFile {
  readonly isCounted: boolean;
}

/**
 * Open threads that read sources. A file that takes too long, or too much memory, is refused, and the
 * others go on.
 *
 * @param threads how many at most
 */
export function openReaders(
  data: ReaderData,
  { threads, seconds = SECONDS }: { readonly threads: number; readonly seconds?: number },
): Readers {
  const pool = openWorkerPool<ReaderTask, ReaderAnswer>({
    module: new URL('read-in-thread.ts', import.meta.url),
    work: 'readInThread',
    ...{ data, threads, megabytes: MEGABYTES },
  });
  const ask = (task: ReaderTask, limit: number) =>
    pool.run(task, limit).catch((error: unknown) => {
      if (!(error instanceof TaskLimitError)) throw error;
      throw refusal(
        'i-007',
        task.name,
        `Unexpected file that takes more than ${error.limit} to read, expected the text of one report`,
        'capture the document alone, or give its plain text',
        error,
      );
    });
  return {
    async read(source) {
      let answer = await ask({ ...source, isCounted: true }, seconds);
      if (answer.kind === 'pictures') {
        const pictures = Math.min(answer.count, MOST_RECOGNISED);
        const limit = seconds + pictures * SECONDS_A_PICTURE;
        answer = await ask({ ...source, isCounted: false }, limit);
      }
      if (answer.kind === 'read') return answer.read;
      throw answer.kind === 'refused'
        ? new ArchiveError(answer.refused)
        : new PicturesError(answer.count);
    },
    close: () => pool.close(),
  };
}
