import type { ArchiveError } from '../../report/archive-error.ts';
import { splitLines } from '../../report/prove-complete.ts';
import { refusal } from '../ingest-codes.ts';
import { READ_FORMATS } from './extracted.ts';

/** Text of a file, and the encoding it turned out to be in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** How far into a file its own label is looked for, in bytes. */
const LABEL_WITHIN = 4096;
/** A page may have a few control characters in its scripts and comments; browsers pass them over. */
const MOST_CONTROLS = 20;
const MOJIBAKE: readonly (readonly [RegExp, string])[] = [
  [/锟斤拷|烫烫烫|屯屯屯/u, 'characters that were lost before'],
  [/鏀垮簻|娉曟不|鐨勫|涓€|銆侊|锛屽/u, 'UTF-8 read as GB18030'],
  [
    /(?:[à-ï][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2010-\u2122]{2}){3}/u,
    'UTF-8 read as Latin 1',
  ],
  [/(?:[\u00b0-\u00f7][\u00a1-\u00fe]){6}/u, 'GB18030 read as Latin 1'],
];

/** The characters that most Chinese official text is made of, in both scripts. */
const COMMON =
  /[的一是不了在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府务治制依规范责监督審報請發佈為這個國會時來們對說產種麼關開學還後過點實現與問題從業無體經長電氣應變機議級設織論運數總進導認團領強質織]/gu;
/** Of these encodings, how much more likely the one is that the file says it is in. */
const LABEL_WORTH = 0.02;
/** A text in UTF-16 without a mark has this share of common characters at least. */
const LEAST_WIDE = 0.3;

/**
 * Read bytes as text: by the byte order mark, as UTF-8, else as the encoding that gives the most
 * common Chinese, whatever the file's own label says. A label only decides between equals.
 *
 * @param file what messages call it
 * @throws ArchiveError `i-001` empty, `i-002` binary, `i-003` characters lost or mistaken
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  if (bytes.every((byte) => byte <= 0x20)) throw emptyFile(file);
  const read = decode(bytes, file, 'text');
  requireSound(read.text, read.encoding, file);
  return read;
}

/**
 * Read the bytes of a page as text, also where some of them are broken: most of a page is markup and
 * scripts, and what is lost there is no text. Whoever takes text out asks `requireSound` of it.
 *
 * @param file what messages call it
 * @throws ArchiveError `i-001` empty, `i-002` binary, `i-003` cut off inside a character
 */
export function decodeMarkup(bytes: Uint8Array, file: string): DecodedText {
  if (bytes.every((byte) => byte <= 0x20)) throw emptyFile(file);
  const read = decode(bytes, file, 'markup');
  const lost = read.text.indexOf('\ufffd', read.text.length - 2);
  if (lost >= 0) throw lostCharacter(read.text, lost, read.encoding, file);
  return read;
}

/**
 * Refuse a text in which characters were lost or mistaken for others.
 *
 * @throws ArchiveError `i-003`
 */
export function requireSound(text: string, encoding: Encoding, file: string): void {
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) throw lostCharacter(text, lost, encoding, file);
  for (const [pattern, what] of MOJIBAKE) {
    const at = text.search(pattern);
    if (at < 0) continue;
    throw refusal(
      'i-003',
      { file, ...positionOf(text, at) },
      `Unexpected characters \`${text.slice(at, at + 8)}\` (${what}), expected Chinese`,
      'capture the page again as bytes; a text that was converted wrongly cannot be mended',
    );
  }
}

function decode(bytes: Uint8Array, file: string, kind: 'text' | 'markup'): DecodedText {
  const mark = MARKS.find(([, head]) => head.every((byte, at) => bytes[at] === byte));
  const encoding = mark?.[0] ?? guessEncoding(bytes, file, kind);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function emptyFile(file: string): ArchiveError {
  return refusal(
    'i-001',
    file,
    'Unexpected empty file, expected the text of a report',
    'capture the page again',
  );
}

function guessEncoding(bytes: Uint8Array, file: string, kind: 'text' | 'markup'): Encoding {
  const wide = guessWide(bytes);
  if (wide !== undefined) return wide;
  const isControl = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);
  const control = bytes.findIndex(isControl);
  const isStray =
    kind === 'markup' &&
    bytes.reduce((sum, byte) => sum + Number(isControl(byte)), 0) <= MOST_CONTROLS;
  if (control >= 0 && !isStray)
    throw refusal(
      'i-002',
      file,
      `Unexpected byte 0x${(bytes[control] ?? 0).toString(16).padStart(2, '0')} at ${control}, expected ${READ_FORMATS}`,
      'export the document as one of these',
    );
  if (isWhole(bytes, 'utf-8')) return 'utf-8';
  const label = readLabel(bytes);
  const ranked = (['utf-8', 'gb18030', 'big5'] as const)
    .map((encoding) => ({
      encoding,
      score: score(bytes, encoding) + (label === encoding ? LABEL_WORTH : 0),
    }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.encoding ?? 'gb18030';
}

/** UTF-16 without a mark: every second byte of its ASCII is zero, or of its Chinese 0x4e-0x9f. */
function guessWide(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 !== 0 || isWhole(bytes, 'utf-8')) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, LABEL_WITHIN).entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return isWhole(bytes, encoding) && score(bytes, encoding) > LEAST_WIDE ? encoding : undefined;
}

function isWhole(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Share of common characters, less those that were lost. */
function score(bytes: Uint8Array, encoding: Encoding): number {
  return commonShare(new TextDecoder(encoding).decode(bytes.subarray(0, 200_000)));
}

/** The encoding a page says it is in; any gb* is GB18030. */
function readLabel(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LABEL_WITHIN));
  const label = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (label === undefined) return undefined;
  if (label.startsWith('gb')) return 'gb18030';
  if (label.startsWith('big5')) return 'big5';
  return label === 'utf-8' || label === 'utf8' ? 'utf-8' : undefined;
}

function lostCharacter(text: string, at: number, encoding: Encoding, file: string): ArchiveError {
  const isCutOff = at >= text.length - 2;
  return refusal(
    'i-003',
    { file, ...positionOf(text, at) },
    isCutOff
      ? `Unexpected end inside a character, expected a whole ${encoding} file`
      : `Unexpected lost character after \`${text.slice(Math.max(0, at - 6), at)}\`, expected sound ${encoding}`,
    isCutOff
      ? 'the file was cut off: capture it again'
      : 'the file is damaged or was converted wrongly: capture it again as bytes',
  );
}

function positionOf(text: string, at: number): { line: number; column: number } {
  const before = splitLines(text.slice(0, at));
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * Measure how much a text is Chinese official text: the share of common characters among those that
 * are not ASCII, less three for each that was lost.
 *
 * @returns at most 1; 0 where all is ASCII; about a half for a report, next to nothing for bytes read
 *   in the wrong encoding
 */
export function commonShare(text: string): number {
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  if (foreign === 0) return 0;
  const common = text.match(COMMON)?.length ?? 0;
  const lost = text.match(/\ufffd|[\ue000-\uf8ff]/gu)?.length ?? 0;
  return (common - 3 * lost) / foreign;
}
