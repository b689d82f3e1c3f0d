import { excerpt } from '../../report/archive-error.ts';
import { foldPrinted } from '../../report/characters/typography.ts';

/**
 * A piece of a file as its inventory lists it. The inventory is an independent, much simpler reading
 * of the same bytes than the one a report is made of, so that the two can be held together.
 */
export interface InventoryPiece {
  /** The region of the file, as an editor would call it: `第2页`, `正文`, `页眉`, `表1`. */
  readonly where: string;
  /** Verbatim; of a picture, its alternative text. */
  readonly text: string;
  /**
   * `text`: seen by a reader of the original. `hidden`: in the file and not shown, or struck out.
   * `picture`: seen, and no text. `repeated`: printed on page after page, or in several forms of the
   * same thing; taking it once is enough, and so is taking it not at all.
   */
  readonly kind: 'text' | 'hidden' | 'picture' | 'repeated';
}

/** What an editor has to look at in a source, before anything is read out of its text. */
export interface SourceDoubt {
  /** The region of the file, as in an inventory. */
  readonly where: string;
  /** The words that it is about, verbatim; empty where it is about none. */
  readonly words: string;
  /** What is the matter, and what to do: a sentence for an editor. */
  readonly why: string;
  /**
   * How it was found. `lost` and `added`: by the inventory, and it is told until the report says the
   * same as the file. `reader`: said by the reader of the format; settled once an editor has looked.
   */
  readonly from: 'lost' | 'added' | 'reader';
}

/** More differences than this are counted only: the file was not understood at all. */
const MOST = 20;
/** Of the text around lost words, in characters. */
const CONTEXT = 6;
/** Of words shown, in characters. */
const EXCERPT = 40;

/**
 * Compare the inventory of a file with the text that was taken out of it, character by character,
 * up to NFKC and white space. Their order may differ: notes, boxes and columns stand elsewhere.
 *
 * @param text all that was taken: what is in the report or in its omissions
 * @param made words in `text` that no text of the file holds: numbers of lists, signs for pictures
 * @returns a doubt for each run of characters that stands in one of the two only
 * @example compareInventory([{ where: '正文', text: '案件328件', kind: 'text' }], '案件件').length // 1
 */
export function compareInventory(
  inventory: readonly InventoryPiece[],
  text: string,
  made: readonly string[] = [],
): SourceDoubt[] {
  // Of plain text the two are one.
  const isAllSeen = inventory.every(({ kind }) => kind === 'text') && made.length === 0;
  if (isAllSeen && inventory.map((piece) => piece.text).join('') === text) return [];
  const ours = foldPrinted(text);
  const pieces = inventory
    .map(({ where, text, kind }) => ({ where, kind, text: foldPrinted(text) }))
    .filter(({ text }) => text !== '');
  const seen = pieces.filter(({ kind }) => kind === 'text');
  const others = pieces.filter(({ kind }) => kind !== 'text').map(({ text }) => text);
  const printed = made.map(foldPrinted).filter((words) => words !== '');
  if (haveSameCharacters([...seen.map(({ text }) => text), ...printed], ours)) return [];

  const claims = new Claims(ours);
  const isLost = claims.claimAll(seen.map(({ text }) => text));
  const isUnprinted = claims.claimAll(printed);
  const numbers = printed
    .filter((_, at) => isUnprinted[at])
    .map((words): SourceDoubt => ({ where: '编号', words, why: unprinted(words), from: 'lost' }));
  const lost = seen.flatMap((piece, at) =>
    isLost[at] === true ? claims.claimParts(piece.text).map((from) => ({ at, ...from })) : [],
  );
  claims.claimAll(others);
  const doubts = [...tellLost(seen, lost), ...numbers, ...tellAdded(claims.unclaimed())];
  if (doubts.length <= MOST) return doubts;
  const rest = doubts.length - MOST;
  const why = `${rest} more differences between the file and its text: read them side by side`;
  return [...doubts.slice(0, MOST), { where: '全文', words: '', why, from: 'lost' }];
}

function haveSameCharacters(parts: readonly string[], whole: string): boolean {
  const counts = new Map<string, number>();
  let size = 0;
  for (const part of parts)
    for (const character of part) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
      size++;
    }
  for (const character of whole) {
    const left = (counts.get(character) ?? 0) - 1;
    if (left < 0) return false;
    counts.set(character, left);
    size--;
  }
  return size === 0;
}

/** A run of characters of a piece: from `start` to `end`, exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text whose characters are claimed one piece after the other, each once. */
class Claims {
  readonly #text: string;
  readonly #taken: Uint8Array;
  /** Where to look on for words that were claimed before. */
  readonly #from = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    this.#taken = new Uint8Array(text.length);
  }

  /**
   * Claim each of the pieces where it stands whole, longer ones first: a short one stands in many.
   *
   * @returns for each whether it stands nowhere
   */
  claimAll(pieces: readonly string[]): boolean[] {
    const isMissing = pieces.map(() => false);
    const order = pieces.map((_, at) => at);
    order.sort((a, b) => (pieces[b]?.length ?? 0) - (pieces[a]?.length ?? 0) || a - b);
    for (const at of order) isMissing[at] = !this.#claim(pieces[at] ?? '');
    return isMissing;
  }

  /** Claim as much of a piece as stands anywhere, longest runs first; return what is left. */
  claimParts(piece: string): Span[] {
    const lost: Span[] = [];
    let start = 0;
    while (start < piece.length) {
      let end = piece.length;
      // What stands somewhere has all its beginnings there, so that halving finds the longest.
      let low = start;
      while (low < end) {
        const middle = Math.ceil((low + end) / 2);
        if (this.#find(piece.slice(start, middle), 0) >= 0) low = middle;
        else end = middle - 1;
      }
      if (end > start) this.#claim(piece.slice(start, end));
      else {
        const last = lost.at(-1);
        end = start + 1;
        if (last?.end === start) lost[lost.length - 1] = { start: last.start, end };
        else lost.push({ start, end });
      }
      start = end;
    }
    return lost;
  }

  /** List the runs that nothing claimed. */
  unclaimed(): string[] {
    const runs: string[] = [];
    for (let at = 0; at < this.#text.length; at++) {
      if (this.#taken[at] === 1) continue;
      const end = this.#taken.indexOf(1, at);
      runs.push(this.#text.slice(at, end < 0 ? undefined : end));
      at += runs.at(-1)?.length ?? 0;
    }
    return runs;
  }

  #claim(piece: string): boolean {
    const at = this.#find(piece, this.#from.get(piece) ?? 0);
    if (at < 0) return false;
    this.#taken.fill(1, at, at + piece.length);
    this.#from.set(piece, at + piece.length);
    return true;
  }

  #find(piece: string, from: number): number {
    let at = this.#text.indexOf(piece, from);
    while (at >= 0) {
      const taken = this.#taken.subarray(at, at + piece.length).lastIndexOf(1);
      if (taken < 0) return at;
      at = this.#text.indexOf(piece, at + taken + 1);
    }
    return -1;
  }
}

/** Tell what is lost; pieces that are lost one after the other in a region are one doubt. */
function tellLost(
  pieces: readonly { readonly where: string; readonly text: string }[],
  lost: readonly (Span & { readonly at: number })[],
): SourceDoubt[] {
  const regions = new Map<string, string>();
  const offsets = pieces.map(({ where, text }) => {
    const before = regions.get(where) ?? '';
    regions.set(where, before + text);
    return before.length;
  });
  const runs: { where: string; start: number; end: number }[] = [];
  for (const { at, start, end } of lost) {
    const where = pieces[at]?.where ?? '';
    const offset = offsets[at] ?? 0;
    const last = runs.at(-1);
    if (last?.where === where && last.end === offset + start) last.end = offset + end;
    else runs.push({ where, start: offset + start, end: offset + end });
  }
  return runs.map(({ where, start, end }): SourceDoubt => {
    const region = regions.get(where) ?? '';
    const words = region.slice(start, end);
    const before = region.slice(Math.max(0, start - CONTEXT), start);
    const after = region.slice(end, end + CONTEXT);
    const why = `${before}「${excerpt(words, EXCERPT)}」${after}: ${words.length} characters stand in the file and in nothing of ours; put them in, or say that they are no text of the report`;
    return { where, words, why, from: 'lost' };
  });
}

function unprinted(words: string): string {
  return `「${words}」 is a number that a list prints, and stands in nothing of ours; put it in where it is printed`;
}

function tellAdded(runs: readonly string[]): SourceDoubt[] {
  return runs.map((words): SourceDoubt => {
    const why = `「${excerpt(words, EXCERPT)}」: ${words.length} characters stand in our text and not in the file, or more often; compare it with the original`;
    return { where: '全文', words, why, from: 'added' };
  });
}
