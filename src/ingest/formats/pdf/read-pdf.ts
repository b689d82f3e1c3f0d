import { getDocumentProxy } from 'unpdf';
import type { ArchiveError } from '../../../report/archive-error.ts';
import { refusal } from '../../ingest-codes.ts';
import { commonShare } from '../decode-text.ts';
import type { Extracted } from '../extracted.ts';
import { joinPrintedLines, type PrintedLine, readPageLines } from './printed-lines.ts';

/** A scanned page may carry a stamp or a page number as text. */
const LEAST_A_PAGE = 20;
/** Of Chinese official text; where glyphs are taken for characters there is next to none. */
const LEAST_COMMON = 0.15;

/** Radicals that Unicode does not equate with the characters they stand for, and those characters. */
const PAIRS =
  '⺟母 ⺠民 ⺧牛 ⺩王 ⺮竹 ⺷羊 ⺼月 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟';

const CHARACTER_OF: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map(([radical = '', character = '']) => [radical, character]),
);

/**
 * Read a PDF: its printed lines, joined to paragraphs.
 *
 * @throws ArchiveError `i-003` where its fonts do not tell their characters, `i-004` under a
 *   password, `i-005` where it has no text; other errors where it is broken
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<Extracted> {
  const { lines, pages, lacking } = await readLines(bytes, file);
  const paragraphs = joinPrintedLines(lines).map(({ text, isRunning }, index) => ({
    line: { line: index + 1, text: replaceRadicals(text) },
    isRunning,
  }));
  const text = paragraphs.map(({ line }) => line.text).join('\n');
  if (lacking.length > 0)
    throw unreadable(file, `fonts that are not in the PDF (${lacking.join(', ')})`);
  if (text.replace(/\s/g, '').length < LEAST_A_PAGE * pages)
    throw refusal(
      'i-005',
      file,
      `Unexpected PDF of ${pages} ${pages === 1 ? 'page' : 'pages'} without text (a scan?), expected one that has its text`,
      'ingest the page or Word file of the document, or have its characters recognised and proof-read',
    );
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
  return refusal(
    'i-004',
    file,
    'Unexpected PDF under a password, expected one that opens without',
    'open it with its password, and print it to a new PDF',
    cause,
  );
}

function unreadable(file: string, what: string): ArchiveError {
  return refusal(
    'i-003',
    file,
    `Unexpected ${what}, expected a PDF whose fonts tell their characters`,
    'ingest the page or Word file of the document, or print the PDF to a new one from a program that shows it',
  );
}

/**
 * Replace radicals by their characters (⻬ for 齐). A PDF's font gives either for one glyph;
 * with radicals a phrase would look right and never be found.
 */
function replaceRadicals(text: string): string {
  return text
    .replace(/[\u2e80-\u2eff]/gu, (radical) => CHARACTER_OF.get(radical) ?? radical)
    .replace(/[\u2f00-\u2fd5]/gu, (radical) => radical.normalize('NFKC'));
}
