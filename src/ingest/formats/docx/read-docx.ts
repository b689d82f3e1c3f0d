import type { Extracted } from '../extracted.ts';
import { type Block, type BlockNote, LineWriter } from '../line-writer.ts';
import { PagePictures } from '../pictures/page-pictures.ts';
import type { Transcript } from '../pictures/transcript.ts';
import { unpackPart, unpackParts } from '../unpack-parts.ts';
import { formatNumber } from './format-number.ts';
import { listDocxText } from './list-docx-text.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { readNumbering } from './numbering.ts';
import { readStory, type StoryContext } from './read-story.ts';
import { readTextStyles } from './text-styles.ts';

import {
  attributeOf,
  childrenOf,
  findBelow,
  parseWordXml,
  valueBelow,
  type WordPackage,
} from './word-xml.ts';

const WORD_PART = /^word\/.+\.xml$/;
/** What may be told of a document's heads and feet at the most: more is text of the document. */
const LONGEST_HEAD = 60;

/**
 * Read a Word document (.docx): its text with the numbers that Word prints before paragraphs, tables
 * with merged cells, notes, boxes and pictures; heads and feet apart.
 *
 * It reads the parts of the package itself: what a library leaves out it leaves out in silence.
 *
 * @throws ArchiveError `i-002`, `i-006`; other errors where the document is broken
 */
export async function readDocx(
  bytes: Uint8Array,
  file: string,
  transcript: Transcript = new Map(),
): Promise<Extracted> {
  const pack = openPackage(await unpackParts(bytes, file, WORD_PART));
  return layOut(pack, new PagePictures(bytes, transcript, (part) => unpackPart(bytes, part)));
}

function openPackage(parts: ReadonlyMap<string, Uint8Array>): WordPackage {
  const main = mainPart(parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const list = parts.get(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const all = childrenOf(list && parseWordXml(list).documentElement).flatMap((one) => {
    const target = attributeOf(one, 'Target') ?? '';
    const name = target.startsWith('/') ? target.slice(1) : joinPath(folder, target);
    const kind = (attributeOf(one, 'Type') ?? '').replace(/^.*\//, '');
    return [{ id: attributeOf(one, 'Id') ?? '', kind, name }];
  });
  const relations = all.filter(({ name }) => parts.has(name));
  const namesById = (list: typeof all) => new Map(list.map(({ id, name }) => [id, name]));
  return {
    ...{ parts, main },
    relations: namesById(relations),
    pictures: namesById(all.filter(({ kind }) => kind === 'image')),
    named: (kind) => {
      const found = relations.filter((one) => one.kind === kind).map(({ name }) => name);
      const usual = new RegExp(`^${folder}${kind}\\d*\\.xml$`);
      return found.length > 0 ? found : [...parts.keys()].filter((name) => usual.test(name));
    },
  };
}

/** The part that the package calls its document. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const relations = new TextDecoder().decode(parts.get('_rels/.rels'));
  const relation = relations.match(/<Relationship\b[^>]*\/officeDocument"[^>]*>/)?.[0] ?? '';
  return /\bTarget="\/?([^"]+)"/.exec(relation)?.[1] ?? 'word/document.xml';
}

function joinPath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
}

function layOut(pack: WordPackage, pictures: PagePictures): Extracted {
  const { main, named } = pack;
  const read = (name: string | undefined) => {
    const part = name === undefined ? undefined : pack.parts.get(name);
    return part === undefined ? undefined : parseWordXml(part);
  };
  const document = read(main) ?? parseWordXml(new Uint8Array());
  const styles = read(named('styles')[0]);
  const numbering = read(named('numbering')[0]);
  const writer = new LineWriter(pictures);
  const changes = { in: 0, out: 0 };
  const notes = new Notes(read(named('footnotes')[0]), read(named('endnotes')[0]), document);
  const context = (where: string, labels: StoryContext['labels']): StoryContext => ({
    ...readTextStyles(styles),
    labels,
    refer: (kind, id, custom) => {
      const mark = notes.refer(kind, id, custom);
      if (custom === undefined) writer.made(mark);
      return mark;
    },
    diagram: (id) => diagramTexts(pack, id),
    picture: (id) => pack.pictures.get(id),
    made: (words) => writer.made(words),
    doubt: (words, why) => writer.doubt(where, words, why),
    track: (change) => {
      changes[change]++;
    },
  });
  const labels =
    numbering === undefined
      ? new Map()
      : numberParagraphs(document, readNumbering(numbering, styles));
  const seen = new Set<string>();
  const isNew = (blocks: readonly Block[]) => {
    const text = textOf(blocks).replace(/\s/gu, '');
    return text !== '' && !seen.has(text) && seen.add(text);
  };
  const stories = (kind: 'header' | 'footer', where: string) => {
    for (const name of runningParts(pack, document, kind)) {
      const root = read(name)?.documentElement;
      const blocks = root === undefined ? [] : readStory(root, context(where, new Map()));
      if (!isNew(blocks)) continue;
      writer.writeRunning(blocks);
      const text = textOf(blocks);
      if (text.length > LONGEST_HEAD && text.includes('。'))
        writer.doubt(
          where,
          text,
          `「${text.slice(0, LONGEST_HEAD)}…」 stands in the ${kind} of the pages and is left out: is it text of the document?`,
        );
    }
  };

  stories('header', '页眉');
  const body = findBelow(document.documentElement ?? undefined, 'body');
  if (body === undefined) throw new Error('no document in it');
  writer.write(readStory(body, context('正文', labels)));
  for (const note of notes.read(context('脚注', new Map()))) writer.writeNote(note);
  stories('footer', '页脚');
  if (changes.in + changes.out > 0)
    writer.doubt(
      '正文',
      '',
      `the document holds changes that were not accepted (${changes.in} put in, ${changes.out} taken out): it is read as if all were; compare it with what was published`,
    );
  return writer.extracted('docx', listDocxText(pack));
}

/** The heads or feet that a section of the document has, in order. */
function runningParts(
  { relations, named }: WordPackage,
  document: Document,
  kind: 'header' | 'footer',
): string[] {
  const references = Array.from(document.getElementsByTagName('*')).filter(
    ({ localName }) => localName === `${kind}Reference`,
  );
  const used = references.flatMap((one) => relations.get(attributeOf(one, 'id') ?? '') ?? []);
  return [...new Set(used.length > 0 || relations.size > 0 ? used : named(kind))];
}

/** The words of a diagram, which stand in a part of its own. */
function diagramTexts({ parts, relations }: WordPackage, id: string): string[] {
  const part = parts.get(relations.get(id) ?? '');
  if (part === undefined) return [];
  const paragraphs = Array.from(parseWordXml(part).getElementsByTagName('*')).filter(
    ({ localName, namespaceURI }) => localName === 'p' && /drawingml/.test(namespaceURI ?? ''),
  );
  return paragraphs
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => text.trim() !== '');
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.text;
      if (block.kind === 'picture') return '';
      return block.rows
        .map(({ cells }) => cells.map((cell) => textOf(cell.blocks)).join('\t'))
        .join('\n');
    })
    .join('\n')
    .trim();
}

type NoteKind = 'footnote' | 'endnote';

/** The notes of a document, in the order of the references to them. */
class Notes {
  readonly #notes: Readonly<Record<NoteKind, ReadonlyMap<string, Element>>>;
  readonly #format: Readonly<Record<NoteKind, string>>;
  readonly #count: Record<NoteKind, number> = { footnote: 0, endnote: 0 };
  readonly #referred: { mark: string; note: Element }[] = [];

  constructor(footnotes: Document | undefined, endnotes: Document | undefined, document: Document) {
    const byId = (part: Document | undefined, kind: NoteKind) =>
      new Map(
        childrenOf(part?.documentElement, kind).map((note) => [
          attributeOf(note, 'id') ?? '',
          note,
        ]),
      );
    this.#notes = { footnote: byId(footnotes, 'footnote'), endnote: byId(endnotes, 'endnote') };
    const format = (name: string, usual: string) => {
      const property = Array.from(document.getElementsByTagName('*')).find(
        ({ localName }) => localName === name,
      );
      return valueBelow(property, 'numFmt') ?? usual;
    };
    this.#format = {
      footnote: format('footnotePr', 'decimal'),
      endnote: format('endnotePr', 'lowerRoman'),
    };
  }

  /** Give the mark of a note that is referred to. */
  refer(kind: NoteKind, id: string, custom: string | undefined): string {
    const mark = custom ?? formatNumber(++this.#count[kind], this.#format[kind]);
    const note = this.#notes[kind].get(id);
    if (note !== undefined) this.#referred.push({ mark, note });
    return mark;
  }

  /** Read the notes; one may refer to another. */
  *read(context: StoryContext): Generator<BlockNote> {
    for (let at = 0; at < this.#referred.length; at++) {
      const { mark, note } = this.#referred[at] ?? {};
      if (
        mark !== undefined &&
        note !== undefined &&
        this.#referred.findIndex((one) => one.note === note) === at
      )
        yield { mark, blocks: readStory(note, context) };
    }
  }
}
