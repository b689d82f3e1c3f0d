import type { Heading, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { cutAtReferences, noteReference } from '../note-reference.ts';

const STYLE = { rule: '-', bullet: '-', emphasis: '_' } as const;

const plainParser = unified().use(remarkParse);
const plainFormatter = unified().use(remarkStringify, STYLE);
/** Tables and notes as GitHub writes them. Cells are not padded, so that a change is one line of a diff. */
const blockParser = unified()
  .data({
    micromarkExtensions: [gfmTable(), gfmFootnote()],
    fromMarkdownExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
  .use(remarkParse);
const blockFormatter = unified()
  .data({
    toMarkdownExtensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
  })
  .use(remarkStringify, STYLE);

/** What may reach over a blank line, or changes how other blocks are read. */
const REACHES = /^(?:[ \t>[<]|[+*-](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|`{3}|~{3})|[\r\0\ufeff]/m;
/** A line that is a paragraph or a heading of nothing but text. */
const PLAIN = /^(?:(#{1,6}) )?([^\s#=~+\-\\`*_[\]<>&|](?:[^#\\`*_[\]<>&|\n]*[^\s#\\`*_[\]<>&|])?)$/;

/**
 * Parse Markdown into its blocks.
 *
 * Nearly every block of a report is one line without a mark of Markdown, and the library takes most
 * of the time of compiling for them: those are read here, to the same nodes. Where a block may reach
 * over a blank line, all is read by the library.
 *
 * Tables and notes are looked for only where a text can hold some, as nearly none does: looking for
 * them takes half as long again.
 */
export function parseMarkdown(markdown: string): RootContent[] {
  const parser = /\||\[\^/.test(markdown) ? blockParser : plainParser;
  const parse = (text: string) => (parser.parse(text) as Root).children;
  if (REACHES.test(markdown)) return parse(markdown);
  const blocks: RootContent[] = [];
  let line = 1;
  for (const { 0: text, index } of markdown.matchAll(/[^\n]+(?:\n[^\n]+)*|\n+/g)) {
    if (!text.startsWith('\n')) {
      const plain = plainBlock(text, line, index);
      if (plain === undefined)
        blocks.push(...parse(text).map((node) => moveNode(node, line - 1, index)));
      else blocks.push(plain);
    }
    line += text.split('\n').length - 1;
  }
  return blocks;
}

function plainBlock(block: string, line: number, offset: number): RootContent | undefined {
  const [, marks, value] = PLAIN.exec(block) ?? [];
  if (value === undefined)
    return block === '---' ? { type: 'thematicBreak', position: span(0) } : undefined;
  function span(from: number) {
    return {
      start: { line, column: from + 1, offset: offset + from },
      end: { line, column: block.length + 1, offset: offset + block.length },
    };
  }
  const own = span(block.length - value.length);
  const children: PhrasingContent[] = [{ type: 'text', value, position: own }];
  return marks === undefined
    ? { type: 'paragraph', children, position: own }
    : { type: 'heading', depth: marks.length as Heading['depth'], children, position: span(0) };
}

/** Say of a node, and of all in it, where it stands in the whole text. */
function moveNode<Node extends Nodes>(node: Node, lines: number, offset: number): Node {
  for (const point of node.position === undefined ? [] : [node.position.start, node.position.end]) {
    point.line += lines;
    point.offset = (point.offset ?? 0) + offset;
  }
  if ('children' in node)
    for (const child of (node as Parent).children) moveNode(child, lines, offset);
  return node;
}

/** Format Markdown, so that a text without tables and notes is written as ever. */
export function formatMarkdown(root: Root): string {
  return (hasBlocks(root) ? blockFormatter : plainFormatter).stringify(root);
}

function hasBlocks(node: Nodes): boolean {
  if (node.type === 'table' || node.type.startsWith('footnote')) return true;
  return 'children' in node && node.children.some(hasBlocks);
}

/** Make the nodes of a text in which notes are referred to by their labels. */
export function phrasing(text: string): PhrasingContent[] {
  return cutAtReferences(text).map((part, at) =>
    at % 2 === 0
      ? { type: 'text', value: part }
      : { type: 'footnoteReference', identifier: part.toLowerCase(), label: part },
  );
}

/**
 * Read the text of nodes, references to notes by their labels. A break of lines is a space between
 * words of ASCII, else nothing.
 *
 * @param refuse called with the type of a node that is no plain text
 */
export function plainText(
  nodes: readonly PhrasingContent[],
  refuse: (type: string) => void,
): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return '\n';
      if (node.type === 'footnoteReference') return noteReference(node.label ?? node.identifier);
      refuse(node.type);
      return '';
    })
    .join('')
    .replace(/\n/g, (_, offset: number, whole: string) =>
      /[!-~]/.test(whole.charAt(offset - 1)) && /[!-~]/.test(whole.charAt(offset + 1)) ? ' ' : '',
    );
}
