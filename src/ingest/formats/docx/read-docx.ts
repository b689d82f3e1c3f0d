import { XMLSerializer } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { type Extracted, extractPlain } from '../extracted.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { readNumbering } from './numbering.ts';
import { unpackDocx } from './unpack-docx.ts';
import { parseWordXml } from './word-xml.ts';

/** A node of the tree that mammoth makes of a Word document, as far as it is read here. */
interface WordNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly WordNode[];
  readonly body?: readonly WordNode[];
}

/** The document itself, with its notes. */
interface WordDocument extends WordNode {
  readonly notes: { resolve(reference: WordNode): WordNode | undefined };
}

/**
 * Read a Word document (.docx), with the numbers that Word prints before paragraphs.
 *
 * @throws ArchiveError `i-002`, `i-006`; other errors where the document is broken
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<Extracted> {
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

/**
 * Return the text of a Word document line by line: a paragraph a line, and a line more for each break
 * in it. Cells of a table stand one below the other; notes stand at the end, in the order of their
 * references.
 */
function documentLines(document: WordDocument): string[] {
  const lines: string[] = [];
  const notes: WordNode[] = [];
  let text = '';
  const visit = (node: WordNode): void => {
    if (node.type === 'text') text += node.value ?? '';
    else if (node.type === 'tab') text += '\t';
    else if (node.type === 'break') text += '\n';
    else if (node.type === 'noteReference') {
      const note = document.notes.resolve(node);
      if (note !== undefined) notes.push(note);
    }
    for (const child of node.children ?? node.body ?? []) visit(child);
    if (node.type !== 'paragraph') return;
    lines.push(...text.split('\n'));
    text = '';
  };
  visit(document);
  for (let note = notes.shift(); note !== undefined; note = notes.shift()) visit(note);
  if (text !== '') lines.push(...text.split('\n'));
  return lines;
}
