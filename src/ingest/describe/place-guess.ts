import type { Region } from '../../vocabulary/region/region.ts';

/** A place that one kind of evidence speaks for. */
export interface PlaceGuess {
  readonly region: Region;
  /** Name of the township or street below it, where that is the one meant. */
  readonly township: string | null;
  readonly basis: 'document' | 'page';
  readonly confidence: number;
  readonly evidence: string;
  /** Whether the words go on to a zone in it that is not in the region table. */
  readonly isOfZone?: boolean | undefined;
}
