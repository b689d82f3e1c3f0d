import { SearchFormatError } from '../format/sealed-file.ts';

/** A failure to get a file of the search. */
export class SearchFileError extends Error {
  override readonly name = 'SearchFileError';
  /** Whether the file is not there, as opposed to out of reach. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing: boolean, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.isMissing = isMissing;
  }
}

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 250;

/**
 * Get a file as it is published, gzip undone.
 * From disk where the address is a file's, so that the module works from a copy of the site in
 * Node; else over the network, trying again where that fails.
 * @param address where it is
 * @param cache `no-cache` for what may have changed, `reload` for what came damaged
 * @returns its bytes
 * @throws SearchFileError where it cannot be had, SearchFormatError where it is cut
 */
export async function getFile(address: URL, cache: RequestCache = 'default'): Promise<Uint8Array> {
  const bytes =
    address.protocol === 'file:' ? await fromDisk(address) : await fetched(address, cache);
  return isGzip(bytes) ? gunzip(bytes, address) : bytes;
}

async function fromDisk(address: URL): Promise<Uint8Array> {
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(address);
  } catch (cause) {
    throw new SearchFileError(`Cannot read ${address.pathname}`, true, cause);
  }
}

async function fetched(address: URL, cache: RequestCache): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchOnce(address, cache);
    } catch (error) {
      const isFinal = error instanceof SearchFileError && error.isMissing;
      if (isFinal || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (attempt - 1)));
    }
  }
}

async function fetchOnce(address: URL, cache: RequestCache): Promise<Uint8Array> {
  try {
    const response = await fetch(address, { cache });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    const isMissing = response.status >= 400 && response.status < 500 && response.status !== 429;
    throw new SearchFileError(`${address.href}: ${response.status}`, isMissing);
  } catch (cause) {
    if (cause instanceof SearchFileError) throw cause;
    throw new SearchFileError(`Cannot reach ${address.href}`, false, cause);
  }
}

/** Some hosts undo gzip on the way, so it is not taken for granted. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function gunzip(bytes: Uint8Array, { href }: URL): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  const plain = stream.pipeThrough(new DecompressionStream('gzip'));
  try {
    return new Uint8Array(await new Response(plain).arrayBuffer());
  } catch (cause) {
    throw new SearchFormatError(`Unexpected content of ${href}: it is not whole`, { cause });
  }
}

/**
 * Files kept in memory, those not used for longest dropped beyond a number of bytes.
 * A failure is not kept.
 */
export class BoundedCache {
  readonly #limit: number;
  readonly #files = new Map<string, Promise<Uint8Array>>();
  /** Bytes of the files that have come. */
  readonly #sizes = new Map<string, number>();
  #size = 0;

  /** @param limit bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Get a file, loading it where it is not held. */
  get(name: string, load: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const file = this.#files.get(name) ?? this.#load(name, load);
    // The last one used comes last.
    this.#files.delete(name);
    this.#files.set(name, file);
    return file;
  }

  async #load(name: string, load: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      const file = await load();
      this.#sizes.set(name, file.length);
      this.#size += file.length;
      this.#shrink();
      return file;
    } catch (error) {
      this.#files.delete(name);
      throw error;
    }
  }

  #shrink(): void {
    for (const name of this.#files.keys()) {
      if (this.#size <= this.#limit) return;
      const size = this.#sizes.get(name);
      if (size === undefined) continue;
      this.#files.delete(name);
      this.#sizes.delete(name);
      this.#size -= size;
    }
  }
}
