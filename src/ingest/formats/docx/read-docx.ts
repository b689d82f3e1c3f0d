import { XMLSerializer } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { extractPlain } from '../extract-plain.ts';
import type { Extracted } from '../extracted.ts';
import { documentLines, type WordDocument } from './document-lines.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { readNumbering } from './numbering.ts';
import { unpackDocx } from './unpack-docx.ts';
import { parseWordXml } from './word-xml.ts';

/**
 * Gives the text of a Word document (.docx), with the numbers that Word prints before paragraphs.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `i-002`, `i-006`; other errors where the document is broken
 */
export async function extractDocx(bytes: Uint8Array, file: string): Promise<Extracted> {
  const parts = await unpackDocx(bytes, file);
  const zip = new JSZip();
  for (const [name, part] of parts) zip.file(name, part);
  const numbering = parts.get('word/numbering.xml');
  if (numbering !== undefined) {
    const styles = parts.get('word/styles.xml');
    const lists = readNumbering(parseWordXml(numbering), styles && parseWordXml(styles));
    const name = mainPart(parts);
    const document = parseWordXml(parts.get(name) ?? new Uint8Array());
    numberParagraphs(document, lists);
    zip.file(name, new XMLSerializer().serializeToString(document));
  }
  return extractPlain((await readLines(zip)).join('\n'), 'docx');
}

/** The part that the package calls its document. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const relations = new TextDecoder().decode(parts.get('_rels/.rels'));
  const relation = relations.match(/<Relationship\b[^>]*\/officeDocument"[^>]*>/)?.[0] ?? '';
  return /\bTarget="\/?([^"]+)"/.exec(relation)?.[1] ?? 'word/document.xml';
}

/** Lets mammoth read the document; its pictures are not in the package any more, and not asked for. */
async function readLines(zip: JSZip): Promise<string[]> {
  const buffer = await zip.generateAsync({ type: 'nodebuffer' });
  let lines: string[] = [];
  await mammoth.convertToHtml(
    { buffer },
    {
      transformDocument: (document: WordDocument) => {
        lines = documentLines(document);
        return { ...document, children: [] };
      },
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return lines;
}
