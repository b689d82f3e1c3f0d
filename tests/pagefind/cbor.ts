import { SearchFormatError } from '../../src/search/format/sealed-file.ts';

const ARRAY = 4;
const TEXT = 3;
const NEGATIVE = 1;

/**
 * A cursor over CBOR bytes which can step over what is not wanted without making it.
 * Only what Pagefind writes is known: whole numbers, texts, arrays of known length, simple values.
 */
export class CborReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Whether all bytes have been read. */
  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /**
   * Read the head of an array.
   * @param expected how many items must follow, where that is known
   * @returns how many follow
   */
  array(expected?: number): number {
    const items = this.#expect(ARRAY);
    if (expected === undefined || items === expected) return items;
    throw new SearchFormatError(`Unexpected ${items} items in a search file, expected ${expected}`);
  }

  /** Read a whole number of either sign. */
  integer(): number {
    const head = this.#byteAt(this.#at);
    // Nearly all numbers are small steps.
    if (head < 24) {
      this.#at += 1;
      return head;
    }
    const major = head >> 5;
    if (major > NEGATIVE) throw this.#unexpected(major);
    const value = this.#argument();
    return major === NEGATIVE ? -1 - value : value;
  }

  /** Read a text. */
  text(): string {
    const length = this.#expect(TEXT);
    const from = this.#at;
    this.#at += length;
    let text = '';
    for (let i = from; i < this.#at; i += 1) {
      const byte = this.#byteAt(i);
      if (byte > 127) return new TextDecoder().decode(this.#bytes.subarray(from, from + length));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** Step over an item and all it holds. */
  skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const major = this.#major();
      const argument = this.#argument();
      if (major === ARRAY) left += argument;
      else if (major === TEXT) this.#at += argument;
      else if (major > NEGATIVE && major !== 7) throw this.#unexpected(major);
    }
  }

  #major(): number {
    return this.#byteAt(this.#at) >> 5;
  }

  #expect(major: number): number {
    if (this.#major() !== major) throw this.#unexpected(this.#major());
    return this.#argument();
  }

  #argument(): number {
    const low = this.#byteAt(this.#at) & 31;
    this.#at += 1;
    if (low < 24) return low;
    if (low > 27)
      throw new SearchFormatError(`Unexpected CBOR length ${low}, expected a known one`);
    let value = 0;
    for (let left = 2 ** (low - 24); left > 0; left -= 1) {
      value = value * 256 + this.#byteAt(this.#at);
      this.#at += 1;
    }
    return value;
  }

  #byteAt(offset: number): number {
    const byte = this.#bytes[offset];
    if (byte === undefined) throw new SearchFormatError('Unexpected end of a search file');
    return byte;
  }

  #unexpected(major: number): SearchFormatError {
    return new SearchFormatError(`Unexpected CBOR type ${major} at byte ${this.#at}`);
  }
}

/** The longest head of an item, in bytes. */
const HEAD = 5;

/** Writes CBOR, as far as Pagefind's index has it: whole numbers, ASCII texts, arrays. */
export class CborWriter {
  #bytes = new Uint8Array(1 << 14);
  #length = 0;

  /** How many bytes are written. */
  get length(): number {
    return this.#length;
  }

  /** Write the head of an array. @param items how many follow */
  array(items: number): void {
    this.#head(ARRAY, items);
  }

  /** Write a whole number of 32 bits at most. */
  integer(value: number): void {
    if (value < 0) this.#head(NEGATIVE, -1 - value);
    else this.#head(0, value);
  }

  /** Write a text of ASCII characters. */
  text(value: string): void {
    this.#head(TEXT, value.length);
    this.#makeRoom(value.length);
    for (let i = 0; i < value.length; i += 1) this.#put(value.charCodeAt(i));
  }

  /** Take what is written, and begin anew. */
  take(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #head(major: number, argument: number): void {
    this.#makeRoom(HEAD);
    const size = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : 4;
    this.#put((major << 5) | (size === 0 ? argument : 24 + Math.log2(size)));
    for (let left = size - 1; left >= 0; left -= 1) this.#put((argument >>> (8 * left)) & 0xff);
  }

  #put(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #makeRoom(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + size));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
