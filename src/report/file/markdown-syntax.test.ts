import fc from 'fast-check';
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { parseMarkdown } from './markdown-syntax.ts';

const plain = unified().use(remarkParse);
const withBlocks = unified()
  .data({
    micromarkExtensions: [gfmTable(), gfmFootnote()],
    fromMarkdownExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
  .use(remarkParse);

/** The library's own reading of the whole. */
function readWhole(markdown: string): unknown {
  const parser = /\||\[\^/.test(markdown) ? withBlocks : plain;
  return JSON.parse(JSON.stringify((parser.parse(markdown) as Root).children));
}

const pieces = fc.constantFrom(
  ...['一、依法行政', '全年受理328件', '（一）', '，', '。', '1. ', '1.5', '12) ', '　', ' ', '  '],
  ...['\n', '\n\n', '\n', '\n\n', '\r\n', '\t', '\0', '\ufeff', '\u0085', '\u2028', '\f', '🙂'],
  ...['# ', '## ', '### ', '####### ', '#', '---', '-', '- ', '+ ', '* ', '**', '_', '===', '~~~'],
  ...['```', '`', '<div>', '<!-- ', '-->', '<https://a.cn>', '&amp;', '&', '\\', '\\*', '\\[', '!'],
  ...['[', ']', '[^1]', '[^1]: ', '[甲]: /a', '[甲]', '](/a)', '|', '| - |', '\n|-|\n', ':-', ':'],
  ...[' {.run-in}', '> ', '    ', 'www.a.cn', '"', "'", '%'],
);
const texts = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''));

it('reads any text to the nodes, and at the places, that the library gives for the whole of it', () => {
  fc.assert(
    fc.property(texts, (markdown) => {
      expect(JSON.parse(JSON.stringify(parseMarkdown(markdown)))).toEqual(readWhole(markdown));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['a list that goes on after a blank line', '- 一\n\n  二\n\n三'],
  ['a fence over a blank line', '```\n一\n\n二\n```\n\n三'],
  ['a page of tags', '<pre>\n一\n\n二</pre>\n\n三'],
  ['a note that is told later', '甲[^1]\n\n乙\n\n[^1]: 注'],
  ['a link that is told later', '[甲]\n\n乙\n\n[甲]: /a'],
  ['a table among paragraphs', '一\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n\n二'],
  ['a line under a paragraph', '一\n---\n\n---\n\n二'],
])('reads %s as the library does', (_, markdown) => {
  expect(JSON.parse(JSON.stringify(parseMarkdown(markdown)))).toEqual(readWhole(markdown));
});
