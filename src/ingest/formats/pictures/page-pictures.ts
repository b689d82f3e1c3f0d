import type { Picture } from '../../describe/source-page.ts';
import type { UnreadPicture } from '../extracted.ts';
import { pictureExtension } from './picture-file.ts';
import {
  recognisedDoubt,
  recognisedPicture,
  recognisedStem,
  type Transcript,
} from './transcript.ts';

/** A picture that is printed at least so large may be a page of text, in CSS pixels; A4 is 794 × 1123. */
const [LEAST_WIDTH, LEAST_HEIGHT] = [400, 500];

/** What is found of a picture that may be a page of text. */
export interface PagePicture {
  /** `图1` */
  readonly where: string;
  /** What is written on it, where a transcript says so. */
  readonly words: readonly string[] | undefined;
  /** Of the words, for an editor. */
  readonly why: string;
}

/** The pictures in a document that may be pages of text, numbered as they come. */
export class PagePictures {
  readonly unread: UnreadPicture[] = [];
  readonly #transcript: Transcript;
  readonly #source: Uint8Array;
  readonly #read: (part: string) => Uint8Array | Promise<Uint8Array>;
  #count = 0;

  /** @param read gives a part of the document that is a picture */
  constructor(
    source: Uint8Array,
    transcript: Transcript,
    read: (part: string) => Uint8Array | Promise<Uint8Array>,
  ) {
    this.#source = source;
    this.#transcript = transcript;
    this.#read = read;
  }

  /** Look at a picture; `undefined` where it is no page. */
  look({ width, height }: Picture, part: string | undefined): PagePicture | undefined {
    const isPage = (width ?? 0) >= LEAST_WIDTH && (height ?? 0) >= LEAST_HEIGHT;
    if (!isPage || part === undefined) return undefined;
    this.#count++;
    const where = `图${this.#count}`;
    const words = this.#transcript.get(where);
    if (words === undefined)
      this.unread.push({ where, isGuess: true, picture: () => this.#picture(part) });
    const stem = recognisedStem(this.#source);
    return { where, words, why: recognisedDoubt(stem, recognisedPicture(stem, where, '*')) };
  }

  async #picture(part: string): Promise<Uint8Array> {
    const bytes = await this.#read(part);
    if (pictureExtension(bytes) === undefined) throw new Error(`${part} is no picture`);
    return bytes;
  }
}
