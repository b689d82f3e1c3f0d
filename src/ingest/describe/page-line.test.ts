import { expect, it } from 'vitest';
import { readLines } from './page-line.ts';
import { cutVerbatim } from './verbatim-line.ts';

it('keeps each character’s place where a page has a single reading in it', () => {
  const [line] = readLines([{ line: 1, text: '來源：建設(shè)局 發佈時間：2021-01-01' }]);
  expect(line?.bare).toBe('来源：建设局 发布时间：2021-01-01');
  expect(line && cutVerbatim(line, line.bare.indexOf('发'), line.bare.length)).toBe(
    '發佈時間：2021-01-01',
  );
});
