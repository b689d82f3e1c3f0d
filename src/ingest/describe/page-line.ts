import { legible, simplified } from '../../report/characters/legible.ts';
import { dropInvisible, normaliseTypography } from '../../report/characters/typography.ts';
import { type NoteReference, splitNoteReferences } from '../../report/note-reference.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import {
  isAddressee,
  isBareAddressee,
  isDateLine,
  isDocNo,
  isOrganisation,
  lineFurniture,
  withoutSeal,
} from './line-wording.ts';
import { readLabelledParts } from './metadata.ts';
import { restoreBreaks } from './restore-breaks.ts';
import {
  cutText,
  cutVerbatim,
  type PagePart,
  type SourceLine,
  type VerbatimLine,
} from './source-page.ts';
import { isTitle } from './titles.ts';

/** A line of a source, ready to be read. */
export interface PageLine extends VerbatimLine {
  /** In the archive's typography, without noise: what is kept of it as text. */
  readonly text: string;
  /** `text` made legible: what it is read by. */
  readonly plain: string;
  /** Verbatim pieces that a converter put in, in order. */
  readonly noise: readonly string[];
  readonly row: SourceLine['row'];
  readonly isIndented: boolean;
  readonly level: SourceLine['level'];
  /** Marks of notes, which are no part of the line, by how many printed characters stand before each. */
  readonly marks: readonly NoteReference[];
  readonly zone: SourceLine['zone'];
  readonly isLink: boolean;
  /** Its labelled values, where it holds some. */
  readonly labelled: readonly PagePart[];
  /** Whether it reads as the text of a document. */
  readonly isBody: boolean;
  /** Where the lines beside it say so: a list of copies goes on in it, it names the printer, or attachments. */
  readonly imprint?: 'cc' | 'printed' | 'attached';
}

/** A line this long with a mark in it is a paragraph; one this long with a stop, a sentence. */
const PARAGRAPH = 40;
const SENTENCE = 12;
const MARKED_READING = /(?<=\p{Script=Han})[(（][a-zɡü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zɡ]*[)）]/gu;
/** The same without a tone: only in a page that has more of them. */
const READING = /(?<=\p{Script=Han})[(（][a-zɡüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]/gu;
const LOST_MARKS = /\?{2,}/gu;
/** Marks of Markdown, from a converter: `## `, `**…**`, and `- ` before a numeral. */
const MARKUP =
  /^#{1,6}\s+|(?<!\*)\*\*(?=[^*\s])|(?<=[^*\s])\*\*(?!\*)|^[-*•]\s+(?=第?[一二三四五六七八九十（(\d])(?!\d{1,3}\s*[-—–]$)/gu;
/** A line of plain text that begins a paragraph. */
const INDENTED = /^(?:[ \u00a0]{2,}|\t|\u3000)/u;
/** With this many readings a page has been through a converter. */
const CONVERTED = 2;

/**
 * Get lines ready to be read, empty ones left out.
 *
 * Converters leave noise in pages: readings after characters (建設(shè)), question marks for spaces
 * that were lost (??一、). It is no word of the document, so it is told apart here.
 */
export function readLines(source: readonly SourceLine[]): PageLine[] {
  const readings = source.flatMap(({ text }) => text.match(MARKED_READING) ?? []).length;
  const noises = [readings >= CONVERTED ? READING : MARKED_READING, LOST_MARKS, MARKUP];
  return restoreBreaks(source)
    .map((line) => readLine(line, noises))
    .filter(({ text, noise }) => text !== '' || noise.length > 0);
}

function readLine(
  { line, text, zone, isLink = false, row, level }: SourceLine,
  noises: readonly RegExp[],
): PageLine {
  const { text: verbatimText, references } = splitNoteReferences(text.trim());
  const raw = verbatimText.trim();
  // Cells are kept as they are.
  const found = (row === undefined ? noises : [])
    .flatMap((pattern) => [...raw.matchAll(pattern)])
    .sort((a, b) => a.index - b.index);
  const offsets: number[] = [];
  let from = 0;
  for (const { index, length } of [
    ...found.map(({ index, 0: words }) => ({ index, length: words.length })),
    { index: raw.length, length: 0 },
  ]) {
    for (let at = from; at < index; at++) offsets.push(at);
    from = index + length;
  }
  const bare = offsets.map((at) => raw.charAt(at)).join('');
  const printed = normaliseTypography(bare);
  const plain = legible(printed);
  const verbatim = { line, raw, bare: simplified(bare), offsets };
  const labelled = readLabelledParts(verbatim);
  const isBody = zone !== 'page' && labelled.length === 0 && isText(plain);
  const noise = found.map(([words]) => words);
  const marks = references.map(({ mark, offset }) => {
    const before = offsets.filter((at) => at < offset).map((at) => raw.charAt(at));
    return { mark, offset: dropInvisible(before.join('')).replace(/\s+/gu, '').length };
  });
  const isIndented = INDENTED.test(text);
  const read = { text: printed, plain, noise, marks, row, isIndented, level };
  return { ...verbatim, ...read, zone, isLink, labelled, isBody };
}

/** Take a line that the markup puts around the document as one of its own. */
export function asContent(line: PageLine): PageLine {
  const isBody = line.labelled.length === 0 && isText(line.plain);
  return { ...line, zone: 'content', isBody };
}

function isText(plain: string): boolean {
  if (isTitle(plain) || isAddressee(plain) || lineFurniture(plain) !== undefined) return false;
  if (plain.length >= PARAGRAPH && /[，。；]/.test(plain)) return true;
  const numeral = readNumeral(plain);
  if (numeral !== undefined && numeral.rank <= 4)
    return numeral.number === 1 && numeral.rest.length > 1;
  return plain.length >= SENTENCE && /[。：]$/.test(plain);
}

/**
 * Where a line stands: above or between the titles and labels of a page's head, below them (or
 * where there are none), inside a notice that wraps a report, under its text, or in the page's foot.
 */
export type LinePosition = 'head' | 'below' | 'inside' | 'tail' | 'foot';

const SENT_TO = /^主\s*送\s*[:：]\s*(?=\S)/u;
const CC = /^(?:抄\s*[送报報]|分\s*送|抄[报報]送)\s*[:：]?\s*/u;
const SIGNED =
  /^(.{2,40}?)\s*((?:20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|20\d\d[-./]\d{1,2}[-./]\d{1,2}|二[〇零○]\S{2}年\S{1,2}月\S{1,3}日))$/u;
/** A section, a site or a person, and the day it was posted: `政策法规科 2023-12-29`. */
const POSTED =
  /^([\p{Script=Han}][\p{Script=Han}\s\u3000]{1,18}?)[\s\u3000|]+(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?)$/u;
/** Longer names are not of a person; shorter ones that end so are not either. */
const LONGEST_PERSON = 4;
const SECTION = /[科室股处组站网社部司局办委院]$|中心$|(?:司法|发布)$/u;
/** Who printed how many copies, and attachments, in lines shorter than this. */
const PRINTED_ON = /(?:20\d\d|二[〇零○]\S{2})年\S{1,2}月\S{1,3}日\s*印发/u;
const PRINTED =
  /^[（(]?(?:共印|印)\s*\d+\s*份|^[（(]?此件(?:主动|依申请|不予|公开)|^[（(](?:此件|联系人|信息公开)/u;
/** Names attachments: of a document above its signature; below it, of the page that gives them. */
const ATTACHED = /^附件?\s*[:：\d]/u;
const NAMES_ATTACHED = 'names what is attached: see whether the document goes on there';
/** So many lines above a signature attachments are named. */
const ABOVE_SIGNATURE = 8;
const LONGEST_PRINTED = 60;
const PAGE_DATE = /\d{4}[-/.]\d|\d:\d\d|\d{2}-\d{1,2}-\d{1,2}/;

/**
 * Read a line that stands outside the text proper by what it says and where it stands.
 *
 * @returns one part, or several for a line of labelled values or a signature with its date
 */
export function readParts(line: PageLine, position: LinePosition): PagePart[] {
  const { text, plain, bare } = line;
  const part = (rest: Omit<PagePart, 'line' | 'text'>): PagePart[] => [
    { line: line.line, text: line.raw, ...rest },
  ];
  const isHead = position === 'head';
  const isInside = position === 'inside';
  const basis = isHead || position === 'foot' ? 'page' : 'document';
  const metadata = (key: NonNullable<PagePart['key']>, value: string) =>
    part({ why: 'metadata', key, value, basis });

  if (plain === '') return part({ why: 'furniture' });
  // Under a text a row of a table is text, whatever its cells look like.
  if (line.row !== undefined && position === 'tail') return [bodyPart(line)];
  if (isDateLine(plain)) {
    // Under a text a date is the document's, however it is written, unless it tells the hour.
    const isUnderText = position === 'tail' || isInside;
    const isOfPage = isUnderText ? /\d:\d\d/.test(plain) : isHead || PAGE_DATE.test(plain);
    return metadata(isOfPage ? 'published' : 'signed', text);
  }
  if (line.imprint === 'printed') return part({ why: 'furniture' });
  const cc = line.imprint === 'cc' ? '' : CC.exec(plain)?.[0];
  if (cc !== undefined) return metadata('cc', text.slice(cc.length).replace(/[。.]$/u, ''));
  const to = position === 'tail' ? undefined : SENT_TO.exec(plain)?.[0];
  if (to !== undefined) return metadata('addressee', text.slice(to.length));
  // Without a label it is the document's, wherever it stands.
  if (isDocNo(plain))
    return part({ why: 'metadata', key: 'docNo', value: text, basis: 'document' });
  if (!isInside && line.labelled.length > 0) return [...line.labelled];
  if (position !== 'tail' && isAddressee(plain))
    return metadata('addressee', text.replace(/[:：]$/u, ''));
  if (position === 'below' && isBareAddressee(plain)) return metadata('addressee', text);
  if (isOrganisation(withoutSeal(plain)))
    return metadata(isHead ? 'issuer' : 'signature', withoutSeal(text));
  const [, name = '', date = ''] = (isHead ? null : SIGNED.exec(bare)) ?? [];
  if (isOrganisation(name.replace(/\s/g, ''))) {
    const cut = (key: PagePart['key'], start: number, end: number): PagePart => ({
      line: line.line,
      text: cutVerbatim(line, start, end),
      why: 'metadata',
      key,
      value: cutText(line, start, end),
      basis,
    });
    return [
      cut('signature', 0, name.length),
      cut('signed', bare.length - date.length, bare.length),
    ];
  }
  const dated = isHead || position === 'below' ? POSTED.exec(bare) : null;
  if (dated !== null) {
    const [, who = '', when = ''] = dated;
    const cut = (key: PagePart['key'], start: number, end: number): PagePart => ({
      line: line.line,
      text: cutVerbatim(line, start, end),
      why: key === 'published' ? 'metadata' : 'furniture',
      key,
      value: cutText(line, start, end),
      basis: 'page',
    });
    const name = who.replace(/\s/g, '');
    return [
      cut(
        name.length <= LONGEST_PERSON && !SECTION.test(name) ? 'person' : 'poster',
        0,
        who.length,
      ),
      cut('published', bare.length - when.length, bare.length),
    ];
  }
  const furniture = isInside ? undefined : lineFurniture(plain);
  if (furniture !== undefined) return part({ why: furniture });
  if (!isInside && line.imprint !== 'attached' && isPrinted(plain)) {
    const isNamed = ATTACHED.test(plain) && !line.isLink;
    return part({ why: 'furniture', ...(isNamed ? { doubt: NAMES_ATTACHED } : {}) });
  }
  if (isHead || position === 'foot') return part({ why: 'navigation' });
  return [bodyPart(line)];
}

function isPrinted(plain: string): boolean {
  const signs = [PRINTED_ON, PRINTED, ATTACHED];
  return plain.length < LONGEST_PRINTED && signs.some((sign) => sign.test(plain));
}

/** A table of copies and printer at the foot of a letter has no more rows. */
const MOST_IMPRINT_ROWS = 4;

/** Take the rows of a table that lays out who gets a copy, and who printed it, as lines. */
export function openImprint(source: readonly SourceLine[]): readonly SourceLine[] {
  const rows = source.filter(({ row }) => row !== undefined);
  const imprints = [...Map.groupBy(rows, ({ row }) => row?.table)].flatMap(([table, own]) => {
    const isImprint = own.some(({ text }) =>
      [CC, PRINTED_ON].some((sign) => sign.test(legible(text))),
    );
    return isImprint && own.length <= MOST_IMPRINT_ROWS ? [table] : [];
  });
  return source.map((line) =>
    imprints.includes(line.row?.table) ? { ...line, row: undefined } : line,
  );
}

/** Mark the lines that those beside them explain: more copies, who printed it, what is attached. */
export function markImprint(lines: readonly PageLine[]): readonly PageLine[] {
  let isOpen = false;
  return lines.map((line, at) => {
    const { plain, row } = line;
    const isOther = row !== undefined || [CC, PRINTED_ON].some((sign) => sign.test(plain));
    const isCopied = isOpen && !isOther && !isDateLine(plain);
    isOpen = (isCopied || CC.test(plain)) && /[，、]$/u.test(plain);
    const next = lines[at + 1]?.plain ?? '';
    const isPrinter = isOrganisation(plain) && isPrinted(next) && PRINTED_ON.test(next);
    const isAttached =
      ATTACHED.test(plain) &&
      !line.isLink &&
      lineFurniture(plain) === undefined &&
      lines.slice(at + 1, at + ABOVE_SIGNATURE).some((one) => isDateLine(one.plain));
    const imprint = isCopied ? 'cc' : isPrinter ? 'printed' : isAttached ? 'attached' : undefined;
    return imprint === undefined ? line : { ...line, imprint, isBody: false };
  });
}

/** Return a line as text of the document. */
export function bodyPart(read: PageLine): PagePart {
  const { line, raw, text, noise, row, marks, isIndented, level } = read;
  const part = { line, text: raw, why: 'body', value: text, noise, isIndented, level } as const;
  if (row !== undefined) return { ...part, row };
  return marks.length === 0 ? part : { ...part, marks };
}
