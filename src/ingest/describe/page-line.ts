import { legible, simplified } from '../../report/characters/legible.ts';
import { normaliseTypography } from '../../report/characters/normalise-typography.ts';
import { readNumeral } from '../../report/read-numeral.ts';
import { isAddressee } from './is-addressee.ts';
import { isTitle } from './is-title.ts';
import { lineFurniture } from './line-furniture.ts';
import type { PagePart, SourceLine } from './page.ts';
import { readLabelledParts } from './read-labelled-parts.ts';
import { splitRunTogether } from './split-run-together.ts';
import type { VerbatimLine } from './verbatim-line.ts';

/** A line of a source, ready to be read. */
export interface PageLine extends VerbatimLine {
  /** In the archive's typography, without noise: what is kept of it as text. */
  readonly text: string;
  /** `text` made legible: what it is read by. */
  readonly plain: string;
  /** Verbatim pieces that a converter put in, in order. */
  readonly noise: readonly string[];
  readonly zone: SourceLine['zone'];
  readonly isLink: boolean;
  /** Its labelled values, where it holds some. */
  readonly labelled: readonly PagePart[];
  /** Whether it reads as the text of a document. */
  readonly isBody: boolean;
}

const PARAGRAPH = 40;
const SENTENCE = 12;
const LONGEST_FURNITURE = 200;
const MARKED_READING = /(?<=\p{Script=Han})[(（][a-zɡü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zɡ]*[)）]/gu;
const READING = /(?<=\p{Script=Han})[(（][a-zɡüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]/gu;
const LOST_MARKS = /\?{2,}/gu;
/** Marks of Markdown, from a converter: `## `, `**…**`, and `- ` before a numeral. */
const MARKUP =
  /^#{1,6}\s+|(?<!\*)\*\*(?=[^*\s])|(?<=[^*\s])\*\*(?!\*)|^[-*•]\s+(?=第?[一二三四五六七八九十（(\d])/gu;
const FEW = 2;

/**
 * Gets lines ready to be read, empty ones left out.
 *
 * Converters leave noise in pages: readings after characters (建設(shè)), question marks for spaces
 * that were lost (??一、). It is no word of the document, so it is told apart here.
 */
export function readLines(source: readonly SourceLine[]): PageLine[] {
  const readings = source.flatMap(({ text }) => text.match(MARKED_READING) ?? []).length;
  const noises = [readings >= FEW ? READING : MARKED_READING, LOST_MARKS, MARKUP];
  return splitRunTogether(source)
    .map((line) => readLine(line, noises))
    .filter(({ text, noise }) => text !== '' || noise.length > 0);
}

function readLine(
  { line, text, zone, isLink = false }: SourceLine,
  noises: readonly RegExp[],
): PageLine {
  const raw = text.trim();
  const found = noises
    .flatMap((pattern) => [...raw.matchAll(pattern)])
    .sort((a, b) => a.index - b.index);
  let bare = '';
  const places: number[] = [];
  let from = 0;
  for (const { index, length } of [
    ...found.map(({ index, 0: words }) => ({ index, length: words.length })),
    { index: raw.length, length: 0 },
  ]) {
    for (let at = from; at < index; at++) places.push(at);
    bare += raw.slice(from, index);
    from = index + length;
  }
  const printed = normaliseTypography(bare);
  const verbatim = { line, raw, bare: simplified(bare), places };
  const plain = legible(printed);
  const labelled = readLabelledParts(verbatim);
  return {
    ...verbatim,
    text: printed,
    plain,
    noise: found.map(([words]) => words),
    zone,
    isLink,
    labelled,
    isBody: zone !== 'page' && labelled.length === 0 && isText(plain),
  };
}

function isText(plain: string): boolean {
  if (isTitle(plain) || isAddressee(plain)) return false;
  if (plain.length < LONGEST_FURNITURE && lineFurniture(plain) !== undefined) return false;
  if (plain.length >= PARAGRAPH && /[，。；]/.test(plain)) return true;
  const numeral = readNumeral(plain);
  if (numeral !== undefined && numeral.rank <= 4)
    return numeral.number === 1 && numeral.rest.length > 1;
  return plain.length >= SENTENCE && /[。：]$/.test(plain);
}
