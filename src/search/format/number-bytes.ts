import { SearchFormatError } from './sealed-file.ts';

/** Writes whole numbers of 0 and more as bytes: seven binary digits each, the low ones first. */
export class NumberWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** How many bytes are written. */
  get length(): number {
    return this.#length;
  }

  /** Write a number below 2^31. */
  add(number: number): void {
    if (this.#length + LONGEST > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = number;
    for (; rest > 127; rest >>>= 7) {
      this.#bytes[this.#length] = (rest & 127) | 128;
      this.#length += 1;
    }
    this.#bytes[this.#length] = rest;
    this.#length += 1;
  }

  /** Take out the first bytes written. @param length how many; all by default */
  take(length = this.#length): Uint8Array {
    const taken = this.#bytes.slice(0, length);
    this.#bytes.copyWithin(0, length, this.#length);
    this.#length -= length;
    return taken;
  }
}

/** The most bytes a number takes. */
const LONGEST = 5;

/** Reads numbers that a `NumberWriter` wrote. */
export class NumberReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether all bytes have been read. */
  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /**
   * Read a number.
   * @throws SearchFormatError where there is none left
   */
  next(): number {
    let number = 0;
    for (let digits = 0; ; digits += 7) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new SearchFormatError('Unexpected end of a search file');
      this.#at += 1;
      number |= (byte & 127) << digits;
      if (byte < 128) return number;
    }
  }

  /** Read numbers as the sums of steps. */
  sums(count: number): number[] {
    const sums: number[] = [];
    let sum = 0;
    for (let left = count; left > 0; left -= 1) {
      sum += this.next();
      sums.push(sum);
    }
    return sums;
  }

  /** Step over numbers. */
  skip(count: number): void {
    for (let left = count; left > 0; left -= 1) {
      while ((this.#bytes[this.#at] ?? 0) > 127) this.#at += 1;
      this.#at += 1;
    }
  }

  /**
   * Take what is left apart.
   * @param lengths bytes of each part
   * @throws SearchFormatError where that is not all
   */
  parts(lengths: readonly number[]): Uint8Array[] {
    const parts = lengths.map((length) => {
      this.#at += length;
      return this.#bytes.subarray(this.#at - length, this.#at);
    });
    if (!this.isAtEnd) throw new SearchFormatError('Unexpected length of a search file');
    return parts;
  }
}
