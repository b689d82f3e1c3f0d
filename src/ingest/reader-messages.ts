import type { Message } from '../report/archive-error.ts';
import type { Given } from './describe/description.ts';
import type { ReadSource } from './read-source.ts';

/** What a reading thread goes by. */
export interface ReaderData {
  readonly contentDir: string;
  readonly given: Given;
}

/** A source to be read. */
export interface ReaderTask {
  /** Absolute path. */
  readonly source: string;
  /** What messages call it. */
  readonly name: string;
}

/** What became of it; an error does not survive the way between threads as it is. */
export type ReaderAnswer =
  | { readonly read: ReadSource; readonly refusal?: undefined; readonly fault?: undefined }
  | {
      readonly refusal: Omit<Message, 'severity'>;
      readonly read?: undefined;
      readonly fault?: undefined;
    }
  | { readonly fault: unknown; readonly read?: undefined; readonly refusal?: undefined };
