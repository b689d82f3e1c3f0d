import { commonShare } from '../decode-text.ts';
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

/** A photo gives a few characters, of any kind. */
const LEAST_TEXT = 20;
const LEAST_COMMON = 0.15;

function readsAsText(words: string): boolean {
  return words.length >= LEAST_TEXT && commonShare(words) >= LEAST_COMMON;
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
    for (const one of unread.slice(0, MOST_RECOGNISED)) {
      const { where, isSource = false, isGuess = false } = one;
      // What cannot be taken out of the file stays unread, and is told so.
      const bytes = await Promise.resolve(one.picture()).catch(() => undefined);
      const words = bytes && (await recogniser.read(bytes));
      if (bytes === undefined || words === undefined) continue;
      const isText = !isGuess || readsAsText(words.join(''));
      transcript.set(where, isText ? words : []);
      if (!isText) continue;
      if (!isSource) pictures.push({ where, bytes });
    }
  } finally {
    await recogniser.close();
  }
  return { transcript: formatTranscript(transcript satisfies Transcript), pictures };
}
