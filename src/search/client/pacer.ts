/** How long the page may be kept from answering its reader. */
const LONGEST_WORK_MS = 16;

/**
 * Lets a page answer its reader between pieces of long work: where all files are in memory
 * already, nothing else would.
 */
export class Pacer {
  #rested = performance.now();

  /** Wait for the page's other work, where ours has gone on for long. */
  async pause(): Promise<void> {
    if (performance.now() - this.#rested < LONGEST_WORK_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#rested = performance.now();
  }
}
