import type { Doubt } from './confidence.ts';
import { findAct, findThing, isRightAfter } from './match-frame.ts';
import type { Frame, Word } from './parse-indicators.ts';
import {
  type ClauseState,
  matterAtHand,
  type QuantityToken,
  type Sentence,
  type SentenceReading,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';
import { type Sides, sidesOf } from './sides.ts';

/** A way to read a number, and how well it fits. */
export interface Candidate {
  readonly frame: Frame;
  readonly score: number;
  readonly start: number;
  readonly end: number;
  readonly doubts: readonly Doubt[];
}

export function bestFrame(
  reading: SentenceReading,
  sentence: Sentence,
  state: ClauseState,
  token: QuantityToken,
  right: readonly WordToken[],
  dealt: WordToken | undefined,
): Candidate | undefined {
  const frames = framesNear([...state.left, ...right, ...state.tail], sentence, token, dealt);
  if (frames.size === 0) return undefined;
  let best: Candidate | undefined;
  const sides = sidesOf(reading, sentence, state, token, right, dealt);
  for (const frame of frames) {
    const candidate = tryFrame(reading, sentence, sides, frame, token);
    if (candidate !== undefined && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best;
}

/** The ways to say something in which a word at hand has a part. */
function framesNear(
  near: readonly WordToken[],
  sentence: Sentence,
  { quantity: { unit } }: QuantityToken,
  dealt: WordToken | undefined,
): Set<Frame> {
  const frames = new Set<Frame>();
  const add = (token: WordToken | undefined): void => {
    for (const frame of token?.word.frames.get(unit) ?? []) frames.add(frame);
  };
  for (const token of near) add(token);
  for (const token of sentence.things) add(token);
  add(sentence.act);
  add(dealt);
  return frames;
}

function tryFrame(
  reading: SentenceReading,
  sentence: Sentence,
  sides: Sides,
  frame: Frame,
  token: QuantityToken,
): Candidate | undefined {
  const { indicator } = frame;
  const { passage } = reading;
  const thing = findThing(reading, sentence, sides, frame, token);
  const act = findAct(reading, sides, frame, sentence, thing, token);
  if (frame.acts !== undefined && act === undefined) return undefined;
  const isAtHand = (): boolean => matterAtHand(reading) === indicator.matter;
  const doubts: Doubt[] = [];
  let score = 0;
  let [start, end] = [token.start, token.end];
  if (thing !== undefined) {
    score += thing.score;
    doubts.push(...thing.doubts);
    if (thing.token !== undefined) {
      start = Math.min(start, thing.token.start);
      end = Math.max(end, thing.token.end);
    }
  } else if (frame.things !== undefined || frame.acts === undefined) {
    const mayBeBare =
      indicator.bare === 'all' ||
      (act !== undefined && indicator.bare?.has(act.token.word) === true);
    if (!mayBeBare || act === undefined || act.isCarried || !isAtHand()) return undefined;
    if (sides.leftThings.length > 0 || isRightAfter(reading, sides.rightThings[0], token))
      return undefined;
    if (unknownBetween(reading, act.token.end, token.start) > 0 || act.token.start > token.start)
      return undefined;
    score += 4;
    doubts.push(passage.isMatterOfHeading ? 'matter of heading' : 'bare');
  }
  if (act !== undefined) {
    score += act.score;
    if (act.isCarried) doubts.push('act carried');
    else {
      start = Math.min(start, act.token.start);
      end = Math.max(end, act.token.end);
    }
    if (frame.things === undefined) {
      const gap = unknownBetween(reading, act.token.end, token.start);
      if (act.token.end <= token.start && gap > 4) return undefined;
      if (gap > 0) doubts.push('gap');
    }
  }
  if (frame.atHand && !isAtHand()) return undefined;
  if (frame.atHand && passage.isMatterOfHeading) doubts.push('matter of heading');
  if (isRuledOut(frame, sides, sentence)) return undefined;
  return { frame, score, start, end, doubts };
}

function isRuledOut(
  { indicator, with: beside }: Frame,
  { said, near, clauseText, subjects }: Sides,
  sentence: Sentence,
): boolean {
  if (indicator.not.length > 0) {
    const text = clauseText();
    if (indicator.not.some((word) => text.includes(word))) return true;
    if (subjects.some((word) => indicator.not.some((bar) => word.startsWith(bar)))) return true;
  }
  const stands = (word: Word): boolean =>
    said.has(word) || sentence.words.has(word) || near.has(word);
  if (beside !== undefined && ![...beside].some(stands)) return true;
  return indicator.needs.size > 0 && ![...indicator.needs].some(stands);
}
