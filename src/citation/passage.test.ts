import { expect, it } from 'vitest';
import type { Section } from '../report/report.ts';
import { citedText, findPassage, findQuote } from './passage.ts';

function section(
  id: string,
  texts: readonly [string, string][],
  sections: Section[] = [],
): Section {
  const paragraphs = texts.map(([paragraph, text]) => ({ id: paragraph, text, points: [] }));
  return {
    ...{ id, number: [], label: '一、', heading: '健全机制', stop: null, style: 'own-line' },
    ...{ supplied: false, roles: [], themes: [], paragraphs, sections },
  };
}
const sections = [
  section('s1', [['p1', '受理申请15件，办结14件。']], [section('s1-1', [['p2', '全年培训3次。']])]),
];

it.each([
  ['in the paragraph cited', 'p1', '受理申请15件', 'p1'],
  ['however its marks are typed', 'p1', '受理申请15件,办结 14件', 'p1'],
  ['with words left out', 'p1', '受理……14件', 'p1'],
  ['with words left out, in dots', 'p1', '受理...14件', 'p1'],
  ['nowhere, where two dots are no mark of it', 'p1', '受理..14件', undefined],
  ['not with its parts in another order', 'p1', '办结……受理', undefined],
  ['in a section’s heading', 's1', '健全机制', 's1'],
  ['in a subsection of the section cited', 's1', '培训3次', 's1'],
  ['in another paragraph than the one cited', 'p1', '培训3次', 'p2'],
  ['anywhere, where only the report is cited', undefined, '培训3次', 'p2'],
  ['anywhere, where the address cited is not there', 'p9', '培训3次', 'p2'],
  ['nowhere, where the report does not have them', 'p1', '受理申请16件', undefined],
  ['nowhere, where nothing is quoted', 'p1', '……', undefined],
] as const)('quoted words are found %s', (_, anchor, quote, found) => {
  expect(findQuote(sections, anchor, quote)).toBe(found);
});

it('a row of a table and a note are passages, as far as they are there', () => {
  const [first] = sections;
  const table = {
    head: 1,
    rows: [
      ['甲', '1'],
      ['乙', '2'],
    ],
    spans: [],
  };
  const tabled = [
    ...(first === undefined ? [] : [first]),
    { ...section('s2', []), paragraphs: [{ id: 'p3', text: '甲\t1\n乙\t2', points: [], table }] },
  ];
  const notes = [
    { id: 'n1', mark: '①', text: '甲注。', paragraph: 'p3', offset: 1 },
    { id: 'n2', mark: '②', text: '乙注。', paragraph: null, offset: null },
  ];
  expect(findPassage(tabled, 'p3-r2', notes)).toMatchObject({ row: 2, paragraph: { id: 'p3' } });
  expect(citedText(tabled, 'p3-r2', notes)).toBe('乙\t2');
  expect(findPassage(tabled, 'n1', notes)).toMatchObject({
    note: { mark: '①' },
    sections: [{ id: 's2' }],
  });
  expect(citedText(tabled, 'n2', notes)).toBe('乙注。');
  for (const id of ['p3-r0', 'p3-r3', 'p1-r1', 'n3'])
    expect(findPassage(tabled, id, notes)).toBeUndefined();
});
