import { ArchiveError } from '../../report/archive-error.ts';
import { dropNoteSigns } from '../../report/note-reference.ts';
import { refusal } from '../ingest-codes.ts';
import { decodeText } from './decode-text.ts';
import { type Extracted, extractPlain, type FormatReader, READ_FORMATS } from './extracted.ts';
import { compareInventory, type SourceDoubt } from './inventory.ts';
import { pictureExtension } from './pictures/picture-file.ts';
import { parseTranscript } from './pictures/transcript.ts';

/** The first bytes of a source, and all of them. */
interface Source {
  readonly bytes: Uint8Array;
  /** The first bytes below white space, hexadecimal. */
  readonly hex: string;
  /** The same, each as one character. */
  readonly head: string;
}

/** A format: how its sources are told apart, and who reads them or how else their text can be given. */
interface Format {
  /** What messages call a source of it. */
  readonly name: string;
  readonly isOf: (source: Source) => boolean;
  /** Loads the reader, with its libraries; absent where the format is not read. */
  readonly reader?: () => Promise<FormatReader>;
  /** Where it is not read: what a person can do. */
  readonly hint?: string;
}

const HEAD = 4096;
/** Programs put this mark, and empty lines, before what they write. */
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const SAVE_AS_DOCX = 'open it in Word or WPS, and save it as .docx';

/**
 * All formats that are known. The first that a source is of counts, and anything else is plain text.
 * A file's name may lie, so that only its bytes are looked at.
 */
const FORMATS: readonly Format[] = [
  {
    name: 'document under a password',
    isOf: (source) => isOffice(source) && hasStream(source, 'EncryptedPackage'),
    hint: 'open it with its password, and save it without',
  },
  {
    name: 'Excel workbook',
    isOf: (source) => isOffice(source) && hasStream(source, 'Workbook'),
    hint: 'save it as PDF',
  },
  {
    name: 'Word 97–2003 or WPS document (.doc, .wps)',
    isOf: (source) => isOffice(source) && hasStream(source, 'WordDocument'),
    reader: async () => (await import('./doc/read-doc.ts')).readDoc,
  },
  { name: 'Office file from before 2007', isOf: isOffice, hint: SAVE_AS_DOCX },
  {
    name: 'Word document as XML',
    isOf: ({ head }) => /<\?mso-application progid="Word|<w:wordDocument|<pkg:package/.test(head),
    hint: SAVE_AS_DOCX,
  },
  { name: 'RTF document', isOf: ({ hex }) => /^7b5c727466/.test(hex), hint: SAVE_AS_DOCX },
  {
    name: 'picture (PNG, JPEG, TIFF, GIF or WebP)',
    isOf: ({ bytes }) => pictureExtension(bytes) !== undefined,
    reader: async () => (await import('./pictures/read-picture.ts')).readPicture,
  },
  {
    name: 'picture (BMP)',
    isOf: ({ hex }) => /^424d.{8}0{8}/.test(hex),
    hint: 'save it as PNG, or ingest the page or Word file of the document',
  },
  {
    name: 'packed archive',
    isOf: ({ hex }) => /^(?:52617221|377abcaf|1f8b08)/.test(hex),
    hint: 'unpack it, and ingest what is in it',
  },
  {
    name: 'web archive (WARC)',
    isOf: ({ head }) => /^WARC\/1\.[01]\r\n/.test(head),
    reader: async () => (await import('./web/read-web-pages.ts')).readWebPages,
  },
  {
    name: 'PDF',
    isOf: ({ head }) => head.startsWith('%PDF-'),
    reader: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  {
    name: 'OpenDocument text (.odt)',
    isOf: ({ head }) =>
      head.startsWith('PK\u0003\u0004') &&
      head.includes('mimetypeapplication/vnd.oasis.opendocument.text'),
    reader: async () => (await import('./odt/read-odt.ts')).readOdt,
  },
  {
    name: 'OFD',
    isOf: ({ head, bytes }) => head.startsWith('PK\u0003\u0004') && hasPart(bytes, 'OFD.xml'),
    reader: async () => (await import('./ofd/read-ofd.ts')).readOfd,
  },
  {
    name: 'DOCX',
    isOf: ({ head }) => head.startsWith('PK\u0003\u0004'),
    reader: async () => (await import('./docx/read-docx.ts')).readDocx,
  },
  {
    name: 'MHTML',
    isOf: isMultipart,
    reader: async () => (await import('./html/read-mhtml.ts')).readMhtml,
  },
  {
    name: 'HTML',
    isOf: isHtml,
    reader: async () => (await import('./html/read-html.ts')).readHtml,
  },
  {
    name: 'XML file',
    isOf: ({ head }) => /^<(?:\?xml\s|[a-z][\w:-]*[\s>])/i.test(head),
    hint: 'open it, and save it as .docx or as a web page',
  },
  {
    name: 'JSON file',
    isOf: isJson,
    hint: 'capture the page that shows it, or give its words as text',
  },
];
const TEXT: Format = {
  name: 'TEXT',
  isOf: () => true,
  reader: async () => (bytes, file) => extractPlain(decodeText(bytes, file).text),
};

/**
 * Take the text out of a source, whatever its format.
 *
 * @param file what messages call the source
 * @param transcript what is written on its pictures, as it is kept beside it; what it does not give
 *   of them is told as `unread`
 * @throws ArchiveError `i-001` to `i-006` where the source is refused
 */
export async function extract(
  bytes: Uint8Array,
  file: string,
  transcript = '',
): Promise<Extracted> {
  const first = bytes.findIndex((byte) => byte > 0x20 && !UTF8_MARK.includes(byte));
  const start = Buffer.from(bytes.subarray(first, first + HEAD));
  const source = { bytes, hex: start.toString('hex'), head: start.toString('latin1') };
  const { name, reader, hint = '' } = FORMATS.find(({ isOf }) => isOf(source)) ?? TEXT;
  if (reader === undefined)
    throw refusal('i-002', file, `Unexpected ${name}, expected ${READ_FORMATS}`, hint);
  try {
    const read = await reader();
    return prove(await read(bytes, file, parseTranscript(transcript)));
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    const reason = reasonOf(cause);
    throw refusal(
      'i-004',
      file,
      `Unexpected ${name} file that cannot be read (${reason}), expected a whole one`,
      'open it, and save or capture it again',
      cause,
    );
  }
}

/** What a library says of a file whose parts do not fit together is of its code, and of no help. */
function reasonOf(cause: unknown): string {
  if (cause instanceof TypeError || cause instanceof RangeError) return 'its parts do not fit';
  return cause instanceof Error ? cause.message : String(cause);
}

/** Adds to the doubts of a reader those of the inventory. */
function prove(extracted: Extracted): Extracted {
  const { text, doubts = [], inventory, made } = extracted;
  const differences =
    inventory === undefined ? [] : compareInventory(inventory, dropNoteSigns(text), made);
  return { ...extracted, doubts: [...doubts, ...listUnknown(extracted), ...differences] };
}

/** Characters that each program draws as it likes, or not at all. */
const UNKNOWN = /[\p{Co}\ufffd]/u;
/** So many lines with such characters are named; and how much of a line tells where they stand. */
const MOST_NAMED = 6;
const AROUND = 8;

/** Name the lines that hold characters of no standard: an editor looks what the original shows. */
function listUnknown({ lines }: Extracted): SourceDoubt[] {
  const found = lines.filter(({ text }) => UNKNOWN.test(text));
  return found.slice(0, MOST_NAMED).map(({ line, text }, index): SourceDoubt => {
    const at = text.search(UNKNOWN);
    const code = text.codePointAt(at)?.toString(16).toUpperCase();
    const words = text.slice(Math.max(0, at - AROUND), at + AROUND);
    const left = index === MOST_NAMED - 1 ? found.length - MOST_NAMED : 0;
    const more = left === 0 ? '' : `, and so do ${left} lines more`;
    const why = `「${words}」 holds a character of no standard (U+${code})${more}: look what the original shows there, and write that`;
    return { where: `第${line}行`, words: '', why, from: 'reader' };
  });
}

/** Whether it is an Office file from before 2007, or a later one under a password. */
function isOffice({ hex }: Source): boolean {
  return hex.startsWith('d0cf11e0a1b11ae1');
}

/** Whether a ZIP file lists a part of a name, at its root. */
function hasPart(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name, 0, 'latin1');
}

function hasStream({ bytes }: Source, name: string): boolean {
  return Buffer.from(bytes).includes(name, 0, 'utf16le');
}

/** Whether it begins as a message of several parts: browsers save a page as one file in this form. */
function isMultipart({ head }: Source): boolean {
  const fields = head.split(/\r?\n\r?\n/)[0] ?? '';
  return /^MIME-Version:/im.test(fields) && /^Content-Type:\s*multipart\/related/im.test(fields);
}

/** Whether it is data of a site or program: what is written in it stands between its own marks. */
function isJson({ bytes, head }: Source): boolean {
  if (!/^[[{]\s*["[{]/.test(head)) return false;
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Whether it has the tags of a page; in UTF-16 a zero stands beside each of their letters. */
function isHtml({ head }: Source): boolean {
  return /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<(?:div|p|table|span|article|h[1-6])[\s>][\s\S]*<\/(?:div|p|table|span|article|h[1-6])>/i.test(
    head.replace(/\0/g, ''),
  );
}
