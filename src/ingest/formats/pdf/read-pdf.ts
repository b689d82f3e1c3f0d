import { getDocumentProxy } from 'unpdf';
import { ArchiveError } from '../../../report/archive-error.ts';
import { commonShare } from '../../filing/common-share.ts';
import type { IngestCode } from '../../ingest-codes.ts';
import type { Extracted } from '../extracted.ts';
import type { PrintedLine } from './printed-line.ts';
import { joinPrintedLines } from './printed-paragraphs.ts';
import { readPageLines } from './read-page-lines.ts';
import { replaceRadicals } from './replace-radicals.ts';

/** A scanned page may carry a stamp or a page number as text. */
const LEAST_A_PAGE = 20;
/** Of Chinese official text; where glyphs are taken for characters there is next to none. */
const LEAST_COMMON = 0.15;

/**
 * Gives the text of a PDF, its printed lines joined to paragraphs.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `i-003` where its fonts do not tell their characters, `i-004` under a
 *   password, `i-005` where it has no text; other errors where it is broken
 */
export async function extractPdf(bytes: Uint8Array, file: string): Promise<Extracted> {
  const { lines, pages, lacking } = await readLines(bytes, file);
  const paragraphs = joinPrintedLines(lines).map(({ text, isRunning }, index) => ({
    line: { line: index + 1, text: replaceRadicals(text) },
    isRunning,
  }));
  const text = paragraphs.map(({ line }) => line.text).join('\n');
  if (lacking.length > 0)
    throw unreadable(file, `fonts that are not in the PDF (${lacking.join(', ')})`);
  if (text.replace(/\s/g, '').length < LEAST_A_PAGE * pages)
    throw new ArchiveError({
      place: { file },
      code: 'i-005' satisfies IngestCode,
      text: `Unexpected PDF of ${pages} ${pages === 1 ? 'page' : 'pages'} without text (a scan?), expected one that has its text`,
      hint: 'ingest the page or Word file of the document, or have its characters recognised and proof-read',
    });
  if (commonShare(text) < LEAST_COMMON)
    throw unreadable(file, `characters \`${text.trim().slice(0, 8)}\``);
  return {
    text,
    lines: paragraphs.filter(({ isRunning }) => !isRunning).map(({ line }) => line),
    running: paragraphs.filter(({ isRunning }) => isRunning).map(({ line }) => line),
    hints: {},
    extension: 'pdf',
  };
}

/** The printed lines of all pages, and the character maps of fonts that the PDF itself lacks. */
async function readLines(bytes: Uint8Array, file: string) {
  const lacking = new Set<string>();
  /** Is asked for what PDFs take from outside: character maps, without which text is lost, and fonts. */
  class Outside {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
      if (kind === 'cMapUrl') lacking.add(filename.replace(/\.bcmap$/, ''));
      throw new Error(`${filename} is not in the PDF`);
    }
  }
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    BinaryDataFactory: Outside,
    useWorkerFetch: false,
  }).catch((error: unknown) => {
    throw isLocked(error) ? locked(file, error) : error;
  });
  const lines: PrintedLine[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
      lines.push(...readPageLines(pieces, number));
      page.cleanup();
    }
    return { lines, pages: document.numPages, lacking: [...lacking].sort() };
  } finally {
    await document.loadingTask.destroy();
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

function locked(file: string, cause: unknown): ArchiveError {
  return new ArchiveError(
    {
      place: { file },
      code: 'i-004' satisfies IngestCode,
      text: 'Unexpected PDF under a password, expected one that opens without',
      hint: 'open it with its password, and print it to a new PDF',
    },
    cause,
  );
}

function unreadable(file: string, what: string): ArchiveError {
  return new ArchiveError({
    place: { file },
    code: 'i-003' satisfies IngestCode,
    text: `Unexpected ${what}, expected a PDF whose fonts tell their characters`,
    hint: 'ingest the page or Word file of the document, or print the PDF to a new one from a program that shows it',
  });
}
