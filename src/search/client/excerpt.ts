import { joinTouching, type PartSpan, type Span } from './spans.ts';

/** A sentence cut from a line, and the matches in it. */
export interface Excerpt {
  readonly text: string;
  /** Where it begins, UTF-16 units of the line. */
  readonly start: number;
  readonly marks: readonly (readonly [number, number])[];
}

const SENTENCE_END = /[。！？!?]/u;
const CLAUSE_END = /[，；：、,;:\s]/u;
const MOST_BEFORE = 40;
const MOST = 120;

/**
 * Cut the sentence around some of a line's matches; a long one is cut at clauses, these matches
 * kept whole.
 * @param line a line
 * @param spans the matches in it, UTF-16 units of the line, in order
 * @param focus from the first of those to show to the last; by default the line's first match
 * @returns the sentence and the matches in it, UTF-16 units of the sentence; those that touch joined
 */
export function cutExcerpt(
  line: string,
  spans: readonly Span[],
  focus: Span = spans[0] ?? { start: 0, end: 0 },
): Excerpt {
  const start = findStart(line, focus);
  const end = findEnd(line, focus, Math.max(focus.end, start + MOST));
  const within = spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.end > span.start);
  const marks = joinTouching(within).map((span) => [span.start - start, span.end - start] as const);
  return { text: line.slice(start, end), start, marks };
}

/**
 * Find the sentence of a line that has most parts of a query, the first of those alike.
 * @param line a line
 * @param spans the matches in it, UTF-16 units of the line, in order
 * @returns from the first match of each of its parts to the last, and how many parts those are
 */
export function bestSentence(line: string, spans: readonly PartSpan[]): Span & { parts: number } {
  let best = { start: 0, end: 0, parts: 0 };
  let seen = new Set<number>();
  let [start, end, sentenceEnd] = [0, 0, 0];
  for (const span of spans) {
    if (seen.size === 0 || span.start >= sentenceEnd) {
      seen = new Set();
      start = span.start;
      sentenceEnd = endOfSentence(line, span.start);
    }
    if (!seen.has(span.part)) end = span.end;
    seen.add(span.part);
    if (seen.size > best.parts) best = { start, end, parts: seen.size };
  }
  return best;
}

function endOfSentence(line: string, from: number): number {
  let at = from;
  while (at < line.length && !SENTENCE_END.test(line[at] ?? '')) at += 1;
  return at + 1;
}

function findStart(line: string, match: Span): number {
  let clause = -1;
  for (let at = match.start; at > 0; at -= 1) {
    const before = line[at - 1] ?? '';
    if (SENTENCE_END.test(before))
      return skipSpace(line, skipClosing(line, at, match.start), match.start);
    if (match.start - at <= MOST_BEFORE && CLAUSE_END.test(before)) clause = at;
    if (match.start - at > MOST_BEFORE && clause >= 0) return skipSpace(line, clause, match.start);
    if (match.start - at > 2 * MOST_BEFORE) return wholeCharacter(line, at);
  }
  return skipSpace(line, 0, match.start);
}

function findEnd(line: string, match: Span, most: number): number {
  let clause = -1;
  for (let at = match.end; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (SENTENCE_END.test(character)) return skipClosing(line, at + 1, line.length);
    if (at < most && CLAUSE_END.test(character)) clause = at + 1;
    if (at >= most) return clause > match.end ? clause : wholeCharacter(line, at);
  }
  return line.length;
}

/** A quotation mark or bracket after a full stop belongs to the sentence before it. */
function skipClosing(line: string, at: number, most: number): number {
  let end = at;
  while (end < most && /[”’」』）)]/u.test(line[end] ?? '')) end += 1;
  return end;
}

function skipSpace(line: string, at: number, most: number): number {
  let start = at;
  while (start < most && /\s/u.test(line[start] ?? '')) start += 1;
  return start;
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
}
