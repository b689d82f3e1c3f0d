import { expect, it } from 'vitest';
import { splitMissingHeadings } from './split-missing-headings.ts';

it.each<[string, string[], string[]]>([
  [
    'a heading that ran into the paragraph above',
    ['（一）完善制度', '审查文件三件。（二）改进执法', '评查案卷。', '（三）普法宣传'],
    ['（一）完善制度', '审查文件三件。', '（二）改进执法', '评查案卷。', '（三）普法宣传'],
  ],
  [
    'nothing where the next number does not follow',
    ['（一）完善制度', '审查文件三件。（二）改进执法', '（四）普法宣传'],
    ['（一）完善制度', '审查文件三件。（二）改进执法', '（四）普法宣传'],
  ],
  [
    'the last heading of a row, where it ends its paragraph',
    ['（一）完善制度', '审查文件三件。（二）改进执法', '评查案卷。'],
    ['（一）完善制度', '审查文件三件。', '（二）改进执法', '评查案卷。'],
  ],
  [
    'nothing, and loses nothing, where one part comes twice',
    ['（一）完善制度', '审查。（四）执法。评查。（四）执法。普法。', '（三）宣传'],
    ['（一）完善制度', '审查。（四）执法。评查。（四）执法。普法。', '（三）宣传'],
  ],
  [
    'the missing heading behind a part that comes twice',
    ['（一）完善制度', '审查。（五）普法。（五）普法。（二）改进执法', '（三）宣传'],
    ['（一）完善制度', '审查。（五）普法。（五）普法。', '（二）改进执法', '（三）宣传'],
  ],
  [
    'nothing inside a sentence',
    ['（一）完善制度', '按照要点（二）改进执法', '（三）普法宣传'],
    ['（一）完善制度', '按照要点（二）改进执法', '（三）普法宣传'],
  ],
  [
    'nothing where a higher number stands between',
    ['（一）完善制度', '二、问题', '如下。（二）改进执法', '（三）普法宣传'],
    ['（一）完善制度', '二、问题', '如下。（二）改进执法', '（三）普法宣传'],
  ],
])('breaks %s', (_, lines, expected) => {
  expect(splitMissingHeadings(lines)).toEqual(expected);
});
