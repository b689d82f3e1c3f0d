import { expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { extractPlain } from '../formats/extracted.ts';
import { draftReport } from './draft-report.ts';

const { regions } = await readVocabularies(projectContent);

it('takes a document of 100 characters, and refuses a page with fewer', () => {
  const draft = (length: number) => {
    const text = `长安区2020年法治政府建设工作报告\n${'全年依法办理行政复议案件并公开结果，'.repeat(9).slice(0, length - 1)}。`;
    return draftReport(extractPlain(text), regions, { region: '130102' }, 'a.txt');
  };
  expect(draft(100).body.opening.join('')).toHaveLength(100);
  expect(() => draft(99)).toThrow(expect.objectContaining({ code: 'i-005' }));
});

it('asks of a town’s report that is given as the county’s, even where an editor has confirmed it', () => {
  const body = '2020年，马迹塘镇认真落实法治政府建设各项任务，'.concat(
    '依法办理各类行政案件，'.repeat(12),
  );
  const doubts = (title: string, kind: 'annual' | 'other') =>
    draftReport(
      extractPlain(`${title}\n${body}。`),
      regions,
      { region: '430922', kind, isConfirmed: true },
      'a.txt',
    ).review.map(({ field, value }) => [field, value]);
  expect(doubts('马迹塘镇人民政府2020年法治政府建设工作报告', 'annual')).toEqual([
    ['kind', 'annual'],
  ]);
  expect(doubts('马迹塘镇人民政府2020年法治政府建设工作报告', 'other')).toEqual([]);
  expect(doubts('桃江县人民政府2020年法治政府建设工作报告', 'annual')).toEqual([]);
});

it('names each line with characters that control a screen', () => {
  const text = `长安区2020年法治政府建设工作报告\n${'全年依法办理行政复议案件并公开结果。'.repeat(9)}\n办\u001b[31m案。`;
  const { review, body } = draftReport(extractPlain(text), regions, { region: '130102' }, 'a.txt');
  expect(review).toMatchObject([
    { field: 'text', value: '办␛[31m案。', evidence: expect.stringMatching(/^line 3 .*U\+001B/) },
  ]);
  expect(body.opening.at(-1)).toContain('[31m案');
});

it('names a line of the text that reads as the title of another report', () => {
  const lines = (other: string) => [
    '长安区2020年法治政府建设工作报告',
    '一、主要工作',
    ...Array.from({ length: 4 }, () => '全年依法办理行政复议案件并公开结果，按月调度。'),
    other,
    '全年依法办理行政复议案件并公开结果，按月调度，成效明显。'.repeat(3),
  ];
  const doubts = (other: string) =>
    draftReport(extractPlain(lines(other).join('\n')), regions, { region: '130102' }, 'a.txt')
      .review;
  expect(doubts('长安区司法局2020年法治政府建设工作报告')).toMatchObject([
    { field: 'text', value: '长安区司法局2020年法治政府建设工作报告' },
  ]);
  expect(doubts('二、2020年法治政府建设工作情况')).toEqual([]);
  expect(doubts('法治政府建设工作情况')).toEqual([]);
});

it('names short lines above and below the text that may be of the page around it', () => {
  const doubts = (above: string, below: string, numeral = '一、') =>
    draftReport(
      extractPlain(
        [
          '长安区2020年法治政府建设工作报告',
          ...[above].filter(Boolean),
          `${numeral}工作情况`,
          '全年依法办理行政复议案件并公开结果，按月调度，成效明显。'.repeat(5),
          ...[below].filter(Boolean),
        ].join('\n'),
      ),
      regions,
      { region: '130102' },
      'a.txt',
    ).review.map(({ field, value }) => [field, value]);
  expect(doubts('', '')).toEqual([]);
  expect(doubts('时光画廊', '')).toEqual([['text', '时光画廊']]);
  expect(doubts('', '你也许爱看')).toEqual([['text', '你也许爱看']]);
  expect(doubts('', '特此报告')).toEqual([]);
  expect(doubts('', '一'.repeat(20))).toHaveLength(1);
  expect(doubts('', '一'.repeat(21))).toEqual([]);
  expect(doubts('总体情况', '', '')).toEqual([]);
});

it.each([
  ['2021年3月', [['signed', null]]],
  ['3月25日', [['signed', null]]],
  ['2021年3月25日', []],
])('asks for the date where the one under the text is %s', (date, doubts) => {
  const body = '全年依法办理行政复议案件并公开结果。'.repeat(9);
  const text = `长安区2020年法治政府建设工作报告\n${body}\n长安区人民政府\n${date}`;
  const { review } = draftReport(extractPlain(text), regions, { region: '130102' }, 'a.txt');
  expect(review.map(({ field, value }) => [field, value])).toEqual(doubts);
});
