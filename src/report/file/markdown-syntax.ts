import type { Nodes, PhrasingContent, Root } from 'mdast';
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

/**
 * Parse Markdown. Tables and notes are looked for only where a text can hold some, as nearly none
 * does: looking for them takes half as long again.
 */
export function parseMarkdown(markdown: string): Root {
  const parser = /\||\[\^/.test(markdown) ? blockParser : plainParser;
  return parser.parse(markdown) as Root;
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
