import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readDoc } from './read-doc.ts';

it('tells of paragraphs that are numbered by their style, or by one that it rests on', async () => {
  const bytes = await readFile(new URL('fixtures/numbered-by-style.doc', import.meta.url));
  const { lines, doubts } = await readDoc(bytes, 'a.doc');
  expect(lines.map(({ text }) => text)).toContain('存在的问题');
  expect(doubts?.map(({ why }) => why)).toEqual([
    expect.stringMatching(/^2 paragraphs are numbered by Word/),
  ]);
});
