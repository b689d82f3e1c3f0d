/** How long the page may be kept from answering its reader. */
const LONGEST_WORK_MS = 16;

/**
 * Lets a page answer its reader between pieces of long work: where all files are in memory
 * already, nothing else would. All work shares one, since a page has one thread.
 */
export class Pacer {
  #rested = performance.now();

  /** Wait for the page's other work, where ours has gone on for long. */
  async pause(): Promise<void> {
    if (performance.now() - this.#rested < LONGEST_WORK_MS) return;
    await (typeof scheduler === 'object' && 'yield' in scheduler
      ? scheduler.yield()
      : new Promise((resolve) => setTimeout(resolve)));
    this.#rested = performance.now();
  }
}

export const pacer = new Pacer();
