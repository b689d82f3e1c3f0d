import type { UnreadPicture } from '../extracted.ts';
import { openRecogniser } from './recognise.ts';
import { MOST_RECOGNISED } from './recognition-limits.ts';
import { formatTranscript, type Transcript } from './transcript.ts';

/** What a program recognised on the pictures of a source, to be kept beside it. */
export interface Recognised {
  /** As it is kept: `parseTranscript` reads it. */
  readonly transcript: string;
  /** Those that do not stand in a file of their own already. */
  readonly pictures: readonly { readonly where: string; readonly bytes: Uint8Array }[];
}

/**
 * Recognise what is written on the pictures of a source. One that takes too long is left unread.
 *
 * @param unread as `extract` tells them
 */
export async function recognisePictures(unread: readonly UnreadPicture[]): Promise<Recognised> {
  const recogniser = await openRecogniser();
  const transcript = new Map<string, readonly string[]>();
  const pictures: Recognised['pictures'][number][] = [];
  try {
    for (const { where, picture, isSource = false } of unread.slice(0, MOST_RECOGNISED)) {
      const bytes = await picture();
      const words = await recogniser.read(bytes);
      if (words === undefined) continue;
      transcript.set(where, words);
      if (!isSource) pictures.push({ where, bytes });
    }
  } finally {
    await recogniser.close();
  }
  return { transcript: formatTranscript(transcript satisfies Transcript), pictures };
}
