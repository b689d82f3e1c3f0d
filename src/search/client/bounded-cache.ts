/** What a cache holds and how much room it takes. */
interface Held {
  readonly bytes: Promise<Uint8Array>;
  size: number;
}

/**
 * Files kept in memory, those not used for longest dropped beyond a number of bytes.
 * A failure is not kept.
 */
export class BoundedCache {
  readonly #limit: number;
  readonly #held = new Map<string, Held>();
  #size = 0;

  /** @param limit bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Get a file, loading it where it is not held. */
  get(name: string, load: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.#held.get(name);
    if (known) {
      this.#held.delete(name);
      this.#held.set(name, known);
      return known.bytes;
    }
    const held: Held = { bytes: load(), size: 0 };
    this.#held.set(name, held);
    held.bytes.then(
      (bytes) => {
        held.size = bytes.length;
        this.#size += bytes.length;
        this.#shrink();
      },
      () => this.#held.delete(name),
    );
    return held.bytes;
  }

  #shrink(): void {
    for (const [name, held] of this.#held) {
      if (this.#size <= this.#limit) return;
      if (held.size === 0) continue;
      this.#held.delete(name);
      this.#size -= held.size;
    }
  }
}
