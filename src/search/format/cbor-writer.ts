const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;
/** The longest head of an item. */
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
    const type = major << 5;
    if (argument < 24) this.#put(type | argument);
    else if (argument < 0x100) this.#putAll(type | 24, argument, 1);
    else if (argument < 0x10000) this.#putAll(type | 25, argument, 2);
    else this.#putAll(type | 26, argument, 4);
  }

  #putAll(head: number, argument: number, size: number): void {
    this.#put(head);
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
