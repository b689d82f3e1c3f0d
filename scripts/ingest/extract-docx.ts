import mammoth from 'mammoth';
import { extractPlain } from './extract-plain.ts';
import type { Extracted } from './extracted.ts';

/** Gives the text of a Word document (.docx), a paragraph a line. */
export async function extractDocx(bytes: Uint8Array): Promise<Extracted> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return extractPlain(value, 'docx');
}
