/** A file that came. */
export interface FetchedFile {
  readonly address: string;
  readonly response: Response;
}

/** How many are asked for at once: what browsers allow to one host over HTTP/1.1. */
const AT_ONCE = 6;

/**
 * Fetches files, and those that they in turn ask for, each once.
 *
 * @param take told each file as it comes; gives the addresses that it asks for
 * @throws Error at the first that cannot be had
 */
export async function fetchAll(
  addresses: readonly string[],
  take: (file: FetchedFile) => Promise<readonly string[]>,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const known = new Set(addresses);
  const left = [...known];
  let [done, running] = [0, 0];
  const failed = new AbortController();
  await new Promise<void>((resolve, reject) => {
    // Those under way are given up, and tell nothing any more.
    const fail = (error: unknown) => {
      failed.abort();
      reject(error);
    };
    const next = () => {
      if (left.length + running === 0) resolve();
      while (running < AT_ONCE && left.length > 0) {
        running += 1;
        fetchOne(left.shift() ?? '').then((more) => {
          if (failed.signal.aborted) return;
          for (const address of more) if (!known.has(address)) left.push(address);
          for (const address of more) known.add(address);
          [done, running] = [done + 1, running - 1];
          onProgress(done, known.size);
          next();
        }, fail);
      }
    };
    next();
  });

  async function fetchOne(address: string): Promise<readonly string[]> {
    const response = await fetch(address, { cache: 'no-cache', signal: failed.signal });
    if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
    return take({ address, response });
  }
}
