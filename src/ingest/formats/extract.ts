import { ArchiveError } from '../../report/archive-error.ts';
import type { IngestCode } from '../ingest-codes.ts';
import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { extractPlain } from './extract-plain.ts';
import type { Extracted } from './extracted.ts';
import { refuseFormat } from './refuse-format.ts';

/**
 * Takes the text out of a source file, whatever its format. The libraries of a format are loaded
 * only where a file is of it.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `i-001` to `i-006`
 */
export async function extract(bytes: Uint8Array, file: string): Promise<Extracted> {
  refuseFormat(bytes, file);
  const format = detectFormat(bytes);
  try {
    if (format === 'pdf') return await (await import('./pdf/read-pdf.ts')).extractPdf(bytes, file);
    if (format === 'docx')
      return await (await import('./docx/read-docx.ts')).extractDocx(bytes, file);
    if (format === 'mhtml')
      return await (await import('./html/read-mhtml.ts')).extractMhtml(bytes, file);
    const { text } = decodeText(bytes, file);
    return format === 'html'
      ? (await import('./html/read-html.ts')).extractHtml(text, file)
      : extractPlain(text);
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    throw new ArchiveError(
      {
        place: { file },
        code: 'i-004' satisfies IngestCode,
        text: `Unexpected ${format.toUpperCase()} file that cannot be read (${cause instanceof Error ? cause.message : String(cause)}), expected a whole one`,
        hint: 'open it, and save or capture it again',
      },
      cause,
    );
  }
}
