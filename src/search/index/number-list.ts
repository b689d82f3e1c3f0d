/** A list of whole numbers from 0 up that grows, at four bytes a number. */
export class NumberList {
  #numbers = new Uint32Array(1024);
  #length = 0;

  /** Put a number at the end. */
  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** How many numbers it has. */
  get length(): number {
    return this.#length;
  }

  /** Get the numbers, as they are in the list. */
  get numbers(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
