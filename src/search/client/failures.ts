import { SearchFormatError } from '../format/sealed-file.ts';
import type { Archive, Shard } from './archive.ts';
import type { FailedShard } from './contract.ts';
import { SearchFileError } from './file-source.ts';

/** What could not be searched, each shard told once. */
export class Failures {
  readonly #homes: ReadonlyMap<Shard, Archive>;
  readonly #errors = new Map<Shard, unknown>();

  /** @param archives whose shards are searched */
  constructor(archives: readonly Archive[]) {
    this.#homes = new Map(
      archives.flatMap((archive) => archive.shards.map((shard) => [shard, archive] as const)),
    );
  }

  /**
   * Take note that a shard could not be searched.
   * @throws the error itself where it is none of a file's: the search is at fault
   */
  add(shard: Shard, error: unknown): void {
    if (!isFileFault(error)) throw error;
    this.#errors.set(shard, error);
  }

  /** Whether something may have been published anew: a file is gone, or is another. */
  get isPublishedAnew(): boolean {
    return [...this.#errors.values()].some(
      (error) => !(error instanceof SearchFileError) || error.isMissing,
    );
  }

  /** Whether nothing was searched. */
  get isTotal(): boolean {
    return this.#errors.size === this.#homes.size;
  }

  get listed(): FailedShard[] {
    return Array.from(this.#errors, ([shard, error]) => ({
      archive: this.#homes.get(shard)?.base ?? '',
      year: shard.entry.year,
      reason: error instanceof Error ? error.message : String(error),
    }));
  }

  /** The archive a shard is of. */
  homeOf(shard: Shard): Archive | undefined {
    return this.#homes.get(shard);
  }
}

/** Whether a search failed by a file it could not have, or could not read. */
export function isFileFault(error: unknown): boolean {
  return error instanceof SearchFileError || error instanceof SearchFormatError;
}
