import { joinTouching, type Span } from './spans.ts';

/** A sentence cut from a line, and the matches in it. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

const SENTENCE_END = /[。！？!?]/u;
const CLAUSE_END = /[，；：、,;:\s]/u;
const MOST_BEFORE = 40;
const MOST = 120;

/**
 * Cut the sentence around a line's first match; a long one is cut at clauses, the match kept whole.
 * @param line a line
 * @param spans the matches in it, UTF-16 units of the line, in order
 * @returns the sentence and the matches in it, UTF-16 units of the sentence; those that touch joined
 */
export function cutExcerpt(line: string, spans: readonly Span[]): Excerpt {
  const first = spans[0] ?? { start: 0, end: 0 };
  const start = findStart(line, first);
  const end = findEnd(line, first, Math.max(first.end, start + MOST));
  const within = spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.end > span.start);
  const marks = joinTouching(within).map((span) => [span.start - start, span.end - start] as const);
  return { text: line.slice(start, end), marks };
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
