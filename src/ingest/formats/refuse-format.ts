import { ArchiveError } from '../../report/archive-error.ts';
import type { IngestCode } from '../ingest-codes.ts';

interface KnownFormat {
  readonly name: string;
  readonly hint: string;
}

const SAVE_AS = 'open it in Word or WPS, and save it as .docx';
const UNPACK = 'unpack it, and ingest what is in it';
const RECOGNISE =
  'a picture has no text: ingest the page or Word file of the document, or a PDF with its text';

/** Formats that people have reports in and that are not read, by their first bytes, hexadecimal. */
const FORMATS: readonly (readonly [RegExp, KnownFormat])[] = [
  [/^7b5c727466/, { name: 'RTF document', hint: SAVE_AS }],
  [
    /^(?:89504e47|ffd8ff|47494638|424d.{8}0{8}|49492a00|4d4d002a|52494646.{8}57454250)/,
    { name: 'picture', hint: RECOGNISE },
  ],
  [/^(?:52617221|377abcaf|1f8b08)/, { name: 'packed archive', hint: UNPACK }],
];
const WORD_XML = /<\?mso-application progid="Word|<w:wordDocument|<pkg:package/;
const COMPOUND = 'd0cf11e0a1b11ae1';
const HEAD = 4096;

/**
 * Refuses a file of a format that is known and not read, and says how it can be given. A file's name
 * may lie, so its bytes tell.
 *
 * @throws ArchiveError `i-002`
 */
export function refuseFormat(bytes: Uint8Array, file: string): void {
  const head = Buffer.from(bytes.subarray(0, HEAD));
  const hex = head.toString('hex');
  const format = hex.startsWith(COMPOUND)
    ? compoundFormat(bytes)
    : WORD_XML.test(head.toString('latin1'))
      ? { name: 'Word document as XML', hint: SAVE_AS }
      : FORMATS.find(([pattern]) => pattern.test(hex))?.[1];
  if (format === undefined) return;
  throw new ArchiveError({
    place: { file },
    code: 'i-002' satisfies IngestCode,
    text: `Unexpected ${format.name}, expected text, HTML, DOCX or PDF`,
    hint: format.hint,
  });
}

/** Office files before 2007, and later ones under a password, are told by the names of their streams. */
function compoundFormat(bytes: Uint8Array): KnownFormat {
  const has = (stream: string) => Buffer.from(bytes).includes(stream, 0, 'utf16le');
  if (has('EncryptedPackage'))
    return {
      name: 'document under a password',
      hint: 'open it with its password, and save it without',
    };
  if (has('Workbook')) return { name: 'Excel workbook', hint: 'save it as PDF' };
  return { name: 'Word 97–2003 or WPS document (.doc, .wps)', hint: SAVE_AS };
}
