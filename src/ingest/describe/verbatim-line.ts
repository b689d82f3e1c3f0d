import { normaliseTypography } from '../../report/characters/typography.ts';

/** A line of a source and what it reads, so that a part of it can be cut out verbatim. */
export interface VerbatimLine {
  /** 1-based line of the snapshot. */
  readonly line: number;
  /** Verbatim, trimmed. */
  readonly raw: string;
  /** `raw` without noise, made legible; each character's place in `raw` is in `places`. */
  readonly bare: string;
  readonly places: readonly number[];
}

/**
 * Cuts a part out of a line, verbatim, with the noise in it and right after it; the line's first part
 * has the noise before it too.
 *
 * @param start in `bare`
 * @param end in `bare`, exclusive
 */
export function cutVerbatim({ raw, places }: VerbatimLine, start: number, end: number): string {
  const from = start === 0 ? 0 : (places[start] ?? raw.length);
  return raw.slice(from, places[end] ?? raw.length).trim();
}

/** Gives the same part as text: without noise, in the archive's typography. */
export function cutText({ raw, places }: VerbatimLine, start: number, end: number): string {
  const characters = places.slice(start, end).map((place) => raw.charAt(place));
  return normaliseTypography(characters.join(''));
}
