import type { Token } from './scan-text.ts';

/** What stands between two marks, with what is in brackets set aside. */
export interface Clause {
  readonly pieces: readonly Piece[];
  /** The mark before it; empty at the head of a sentence or of brackets. */
  readonly mark: string;
  readonly start: number;
  /** Where its mark, its bracket or its sentence ends it. */
  readonly end: number;
}

/** A token, or the clauses in brackets. */
export type Piece = Token | { readonly kind: 'aside'; readonly clauses: readonly Clause[] };

/** Marks that end a clause wherever they stand. */
const ENDS = new Set('，；：');
/** What ends one only after a number: 30件、20件; else it joins verbs or nouns. */
const JOINS = new Set('、和及与以及并');
/** Deeper brackets are read as if they stood in the one around them. */
const DEEPEST = 3;

/**
 * Split the tokens of a sentence into clauses, in one pass.
 *
 * @param tokens none of them a mark that ends a sentence
 * @param start offset of the sentence
 * @param end its end
 */
export function splitClauses(tokens: readonly Token[], start: number, end: number): Clause[] {
  const levels: Level[] = [newLevel('', start)];
  for (const token of tokens) {
    const level = levels.at(-1);
    if (level === undefined) break;
    if (token.kind === 'mark' && token.mark === '（' && levels.length < DEEPEST) {
      levels.push(newLevel('', token.end));
    } else if (token.kind === 'mark' && token.mark === '）') {
      if (levels.length > 1) closeBracket(levels, token.start);
    } else if (endsClause(token, level)) {
      endClause(level, token.kind === 'mark' ? token.mark : '、', token);
    } else {
      level.pieces.push(token);
      level.isAfterNumber = token.kind === 'quantity';
      level.end = token.end;
    }
  }
  while (levels.length > 1) closeBracket(levels, end);
  const [outer] = levels;
  if (outer === undefined) return [];
  endClause(outer, '', { start: end, end });
  return outer.clauses;
}

interface Level {
  clauses: Clause[];
  pieces: Piece[];
  mark: string;
  start: number;
  isAfterNumber: boolean;
  /** Where its last piece ended. */
  end: number;
}

function newLevel(mark: string, start: number): Level {
  return { clauses: [], pieces: [], mark, start, isAfterNumber: false, end: start };
}

function endsClause(token: Token, level: Level): boolean {
  // 分别为：2020年181件、2021年201件 is one.
  const last = level.pieces.at(-1);
  const isDealing = last?.kind === 'word' && last.word.deals && last.end === token.start;
  if (token.kind === 'mark' && ENDS.has(token.mark)) return token.mark !== '：' || !isDealing;
  // 52名部门和乡镇负责人 is one.
  if (!level.isAfterNumber || token.start > level.end) return false;
  const text = token.kind === 'mark' ? token.mark : token.kind === 'word' ? token.word.text : '';
  return JOINS.has(text) || text === '以及';
}

function endClause(
  level: Level,
  mark: string,
  { start, end }: { start: number; end: number },
): void {
  level.clauses.push({ pieces: level.pieces, mark: level.mark, start: level.start, end: start });
  level.pieces = [];
  level.mark = mark;
  level.start = end;
  level.isAfterNumber = false;
}

function closeBracket(levels: Level[], end: number): void {
  const inner = levels.pop();
  const outer = levels.at(-1);
  if (inner === undefined || outer === undefined) return;
  endClause(inner, '', { start: end, end });
  // What was a number before the bracket is one after it: 8件（含乡镇2件）、9件.
  outer.pieces.push({ kind: 'aside', clauses: inner.clauses });
  outer.end = end + 1;
}
