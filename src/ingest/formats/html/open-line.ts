import type { Picture, TableRow } from '../../describe/source-page.ts';
import { pictureText } from '../line-writer.ts';

/** A line of a page as it is seen. */
export interface HtmlLine {
  readonly text: string;
  /** What a list or a style prints at its start; it stands in `text`. */
  readonly label?: string | undefined;
  /** Whether it stands in the document's own element. */
  readonly isContent: boolean;
  /** Whether it is nothing but a link. */
  readonly isLink: boolean;
  /** Where the markup makes it a heading: how deep. */
  readonly level?: number | undefined;
  readonly row?: TableRow | undefined;
  readonly picture?: Picture | undefined;
  /** Of a picture: the address of its file, as the page gives it. */
  readonly source?: string | undefined;
}

/** Where a text stands: in the document's own element, in a link, in preformatted text. */
interface TextPlace {
  readonly isInside: boolean;
  readonly isInLink: boolean;
  readonly isPre: boolean;
  readonly level: number | undefined;
}

/** A line that is being written, and those before it. */
export class OpenLine {
  readonly lines: HtmlLine[] = [];
  readonly #made: string[];
  #text: string[] = [];
  #links = 0;
  #isContent = false;
  #level: number | undefined;
  #label: string | undefined;
  #waiting: { label: string; isInside: boolean } | undefined;
  #pictures: HtmlLine[] = [];

  constructor(made: string[]) {
    this.#made = made;
  }

  writeText(value: string, { isInside, isInLink, isPre, level }: TextPlace): void {
    for (const [at, part] of (isPre ? value.split(/\r?\n/) : [value]).entries()) {
      if (at > 0) this.end();
      this.#write(part, isInside, isInLink);
      if (part.trim() !== '') this.#level ??= level;
    }
  }

  #write(value: string, isInside: boolean, isInLink: boolean): void {
    const isFirst = this.#text.every((part) => part.trim() === '');
    if (value.trim() !== '' && isFirst) {
      this.#isContent = isInside;
      if (this.#waiting !== undefined) {
        this.#label = this.#waiting.label;
        this.#made.push(this.#label);
        this.#text = [this.#label];
        this.#waiting = undefined;
      }
    }
    this.#text.push(value);
    if (isInLink) this.#links += inkOf(value);
  }

  /** What is printed before the next text. */
  label(label: string, isInside: boolean): void {
    const before = this.#waiting?.label ?? '';
    this.#waiting = { label: before + label, isInside };
  }

  dropLabel(): void {
    this.#waiting = undefined;
  }

  made(words: string, isInside: boolean): void {
    this.#made.push(words);
    this.#write(words, isInside, false);
  }

  space(): void {
    this.#text.push(' ');
  }

  /** Whether the open line has words. */
  get isBegun(): boolean {
    return this.#text.some((part) => part.trim() !== '');
  }

  picture(picture: Picture, source: string, isContent: boolean): void {
    this.#pictures.push({ text: pictureText(picture), picture, source, isContent, isLink: false });
  }

  put(lines: readonly HtmlLine[]): void {
    this.end();
    this.lines.push(...lines);
  }

  end(): void {
    const text = this.#text
      .join('')
      .replace(/[\n\r\t ]+/g, ' ')
      .replace(/^ | $/g, '');
    const links = this.#links;
    const label = this.#label;
    if (text !== '')
      this.lines.push({
        ...{ text, isContent: this.#isContent, isLink: links > 0 && links >= inkOf(text) },
        ...(label === undefined ? {} : { label }),
        ...(this.#level === undefined ? {} : { level: this.#level }),
      });
    this.lines.push(...this.#pictures);
    this.#text = [];
    this.#pictures = [];
    this.#links = 0;
    this.#level = undefined;
    this.#label = undefined;
  }
}

/** Count the characters of a text that leave ink. */
export function inkOf(text: string): number {
  return text.replace(/\s/g, '').length;
}
