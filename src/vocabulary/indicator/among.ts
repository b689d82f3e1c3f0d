import type { Reading, Sentence } from './reading-state.ts';
import type { Clause } from './split-clauses.ts';

const LONGEST = 16;

/** Tell whether a clause names a whole of which parts follow: 已审结的88件案件中. */
export function isAmong({ text }: Reading, { pieces, end: clauseEnd }: Clause): boolean {
  const last = pieces.at(-1);
  const end = last === undefined || last.kind === 'aside' ? undefined : last.end;
  return (
    end !== undefined &&
    pieces.some(({ kind }) => kind === 'quantity') &&
    (/^(?:[之当]?中|里)$/.test(text.slice(end, clauseEnd)) ||
      text[end] === '中' ||
      text[end - 1] === '中')
  );
}

/** What was done to all of them, said again without their number: 审结案件中，. */
const AMONG_ALL = /[结理到收核查][^，。；：、\d]{0,8}(?:[之当]?中|里)$/;

export function readAmong(
  { plain }: Reading,
  sentence: Sentence,
  { start, end, pieces }: Clause,
): void {
  if (!AMONG_ALL.test(plain.slice(Math.max(start, end - LONGEST), end).trim())) return;
  const whole = sentence.wholes.findLast(({ indicator, unit }) =>
    pieces.some(
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

/** 审结的18件中, 办结的74件行政诉讼案件中; 中止 is none. */
const AMONG_THEM = /(?:(?:[^，。；：、\d其集]{0,12}案件)?)[之当]?中(?![止央介共标心])/y;

export function isAmongThem(text: string, at: number): boolean {
  AMONG_THEM.lastIndex = at;
  return AMONG_THEM.test(text);
}
