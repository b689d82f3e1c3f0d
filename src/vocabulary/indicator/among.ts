import type { Reading, Sentence } from './reading-state.ts';
import type { Clause } from './split-clauses.ts';

/** Tell whether a clause names a whole of which parts follow: 已审结的88件案件中. */
export function isAmong(
  { text }: Pick<Reading, 'text'>,
  { pieces, end: clauseEnd }: Clause,
): boolean {
  const last = pieces.at(-1);
  if (last === undefined || last.kind === 'aside') return false;
  const { end } = last;
  const isSaid =
    text[end] === '中' ||
    text[end - 1] === '中' ||
    (end < clauseEnd && /^(?:[之当]中|里)$/.test(text.slice(end, clauseEnd)));
  return isSaid && pieces.some(({ kind }) => kind === 'quantity');
}

/** Tell a clause that speaks of things among which some are: 审结案件中，, 审计项目中，. */
export function isAmongThings(plain: string, { pieces, end }: Clause): boolean {
  const last = pieces.at(-1);
  const isNamed =
    last?.kind === 'word' && (last.word.isThing || last.word.isAct || ANY.test(last.word.text));
  const hasNumber = pieces.some(({ kind }) => kind === 'quantity');
  return isNamed && !hasNumber && /^(?:[之当]?中|里)$/.test(plain.slice(last.end, end).trim());
}
const ANY = /案件?$|事项$|项目$/;

export function readAmong({ plain }: Reading, sentence: Sentence, clause: Clause): void {
  if (!isAmongThings(plain, clause)) return;
  const whole = sentence.counted.findLast(({ indicator, unit }) =>
    clause.pieces.some(
      (piece) =>
        piece.kind === 'word' &&
        piece.word.frames.get(unit)?.some((frame) => frame.indicator === indicator) === true,
    ),
  );
  if (whole !== undefined) sentence.partOf = [whole];
}

/** Tell a number said again to speak of some of them: 25宗中，. */
export function isSaidAgain({ plain }: Reading, { start, end, pieces }: Clause): boolean {
  const isAlone = pieces.every(({ kind }) => kind === 'quantity' || kind === 'nothing');
  return (
    isAlone &&
    /^[这上述]{0,2}[\d,，.]+[件宗起例案项](?:[之当]?中|里)$/.test(plain.slice(start, end).trim())
  );
}

const DONE_TO = /因[^，。；：]{0,20}被/y;

/** Tell some of which only is told what was done to them, and why: 2件因缺少依据被退回. */
export function isDoneTo(text: string, at: number): boolean {
  DONE_TO.lastIndex = at;
  return DONE_TO.test(text);
}

/** 审结的18件中, 办结的74件行政诉讼案件中; 中止 is none. */
const AMONG_THEM =
  /(?:(?:[^，。；：、\d其集]{0,12}案件)?)(?:[之当]?中(?![止央介共标心])|里(?=，))/y;

export function isAmongThem(text: string, at: number): boolean {
  AMONG_THEM.lastIndex = at;
  return AMONG_THEM.test(text);
}
