import { refusal } from '../../ingest-codes.ts';
import type { Extracted, UnreadPicture } from '../extracted.ts';
import { layOutPages } from '../printed/lay-out-pages.ts';
import { listPictures, pictureExtension } from './picture-file.ts';
import {
  recognisedDoubt,
  recognisedPicture,
  recognisedStem,
  type Transcript,
} from './transcript.ts';

/** In pixels: A3 at 400 dots an inch has 31 million. */
const MOST_PIXELS = 60_000_000;

/**
 * Read a picture of text, or a TIFF file of several: the words that a transcript gives, if any.
 *
 * @throws ArchiveError `i-006` where it is larger than any scanned page; other errors where it is
 *   broken
 */
export function readPicture(bytes: Uint8Array, file: string, transcript: Transcript): Extracted {
  const pictures = listPictures(bytes);
  const large = pictures.find(({ width, height }) => width * height > MOST_PIXELS);
  if (large !== undefined)
    throw refusal(
      'i-006',
      file,
      `Unexpected picture of ${large.width} × ${large.height} pixels, expected a page of text`,
      'save it smaller, with some 2,000 pixels from left to right',
    );
  const extension = pictureExtension(bytes) ?? 'png';
  const stem = recognisedStem(bytes);
  const pages = pictures.map((picture, at) => {
    const where = `第${at + 1}页`;
    return { where, number: at + 1, picture, words: transcript.get(where) };
  });
  const isAlone = pages.length === 1;
  const doubtOf = (where: string) =>
    recognisedDoubt(stem, isAlone ? undefined : recognisedPicture(stem, where, extension));
  const { text, lines } = layOutPages(
    pages.map(({ number, words = [] }) => ({
      ...{ page: number, glyphs: [], strokes: [], pictures: [], isAslant: false },
      transcript: words,
    })),
  );
  return {
    ...{ text, lines, hints: {}, extension, isRecognised: true },
    unread: pages.flatMap(({ where, words, picture }): UnreadPicture[] =>
      words === undefined ? [{ where, picture: () => picture.bytes, isSource: isAlone }] : [],
    ),
    doubts: pages.flatMap(({ where, words }) =>
      words === undefined
        ? []
        : [
            {
              where,
              words: '',
              why: doubtOf(where),
              from: 'reader',
            },
          ],
    ),
    inventory: pages.map(({ where, words = [] }) => ({
      ...{ where, text: words.join('\n'), kind: 'text' },
    })),
  };
}
