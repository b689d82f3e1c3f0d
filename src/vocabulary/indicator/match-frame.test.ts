import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findObservations } from './find-observations.ts';
import { parseIndicators } from './parse-indicators.ts';

const vocabulary = new URL('../../../content/indicators/indicators.yaml', import.meta.url);
const indicators = parseIndicators(readFileSync(vocabulary, 'utf8'));

/** Each figure with its scope, the whole that it is of, and a `?` where it is to be looked at. */
const read = (text: string): string =>
  findObservations(indicators, { heading: null, paragraphs: [{ id: 'p1', text }] })
    .map(({ indicator, value, scope, subsetOf, confidence }) =>
      [indicator, value, scope, subsetOf && `of ${subsetOf}`, confidence < 0.9 ? '?' : null]
        .filter((one) => one !== null)
        .join(' '),
    )
    .join('; ');

describe('words that nobody knows', () => {
  // `…` stands for so many of them; with one more the text reads as said last.
  it.each<[string, number, string, string, string]>([
    ['leave a thing sure', 2, '行政执法人员…8人。', 'officers 8', 'officers 8 ?'],
    ['leave a thing counted', 6, '行政执法人员…8人。', 'officers 8 ?', ''],
    [
      'leave a thing after its number sure',
      8,
      '审结8件…复议案件。',
      'review-closed 8',
      'review-closed 8 ?',
    ],
    ['leave a thing after its number counted', 18, '8名…公职律师。', 'government-lawyers 8 ?', ''],
    ['leave a verb its number', 4, '负责人出庭应诉…8件。', 'attended-cases 8 ?', ''],
    [
      'leave a verb after a number its own',
      3,
      '举办执法培训2期，60人…参加。',
      'trainings 2; trainees 60 ?',
      'trainings 2',
    ],
    [
      'leave a thing in the way of what was named before',
      4,
      '收到复议申请9件，审结8件…公证。',
      'review-applied 9',
      'review-applied 9; review-closed 8',
    ],
    [
      'leave what was named before counted',
      2,
      '实施审计项目9个，已…完成8个。',
      'audits 9; audits 8 ?',
      'audits 9',
    ],
    [
      'may be the name of a place',
      4,
      '…县本级受理复议案件2件。',
      'review-accepted 2 县本级',
      'review-accepted 2',
    ],
    [
      'may be the name of an office, which is not the government',
      8,
      '县政府作出行政处罚5件，县…局开展法治督察2轮。',
      'penalties 5 县政府; inspections-of-law 2',
      'penalties 5 县政府; inspections-of-law 2 县政府',
    ],
    ['leave a bar standing after the number', 22, '执法人员3人…考试。', '', 'officers 3'],
    [
      'make a short sentence that begins another subject',
      18,
      '全县受理复议案件9件。…。审结复议案件8件。',
      'review-accepted 9 全县; review-closed 8',
      'review-accepted 9 全县; review-closed 8 全县',
    ],
    [
      'make a title, of which nothing is read',
      110,
      '落实《受理复议案件6件…》，作出行政处罚7件。',
      'penalties 7',
      'review-accepted 6 ?; penalties 7',
    ],
  ])('%s, up to %d of them: %s', (_, most, text, within, beyond) => {
    const filled = (count: number): string => text.replace('…', '某'.repeat(count));
    expect([read(filled(most)), read(filled(most + 1))]).toEqual([within, beyond]);
  });
});

describe('what is carried on', () => {
  it.each<[string, number, string, string, string, string]>([
    [
      'words before a number to the next of the same',
      6,
      '了',
      '培训执法人员…4期60人次。',
      'trainings 4; trainees 60',
      'trainings 4',
    ],
    [
      'a verb over numbers of nothing known',
      3,
      '5个某、',
      '抽取…行政处罚案卷84份。',
      'case-file-reviews 84',
      '',
    ],
    [
      'a whole over other numbers',
      8,
      '，走访8户',
      '审结复议案件90件…，其中县本级30件。',
      'review-closed 90; review-closed 30 县本级 of review-closed ?',
      'review-closed 90',
    ],
    [
      'what a sentence speaks of over its words',
      23,
      '，了',
      '合法性审查9件…。其中，审查8件。',
      'legality-reviews 9; legality-reviews 8 of legality-reviews',
      'legality-reviews 9; legality-reviews 8 of legality-reviews ?',
    ],
  ])('is %s, %d of them', (_, most, filling, text, within, beyond) => {
    const filled = (count: number): string => text.replace('…', filling.repeat(count));
    expect([read(filled(most)), read(filled(most + 1))]).toEqual([within, beyond]);
  });
});

describe('of the ways to read a number', () => {
  it.each([
    [
      'one that has thing and verb is taken',
      '研究法治建设5次，法治督察组开展实地督察2次。',
      'leadership-meetings 5; inspections-of-law 2 ?',
    ],
    [
      'the verb before it is taken, not the one after',
      '宣布36件规范性文件失效。',
      'normative-lapsed 36',
    ],
    [
      'the verb nearest before it is taken',
      '审结复议案件90件，其中因和解撤回申请终止审理21件。',
      'review-closed 90; review-terminated 21 of review-closed ?',
    ],
    [
      'what was named before is taken, not a verb alone',
      '排查矛盾纠纷56件，化解54件。',
      'mediations 54',
    ],
    [
      'only the second thing after it is counted, with doubt',
      '8名律师、公职律师。',
      'government-lawyers 8 ?',
    ],
    [
      'one whose verb goes on through a list is taken',
      '聘请律师30人、法律顾问20人。',
      'counsel 20 ?',
    ],
    [
      'what stands behind another thing is doubted',
      '清理8件协议、规范性文件。',
      'normative-cleaned 8 ?',
    ],
    ['the third is not', '8名律师、志愿者、公职律师。', ''],
    ['a long word hides what would bar it', '调整后权力事项30项。', 'powers 30'],
    ['a short one does not', '办理各类应诉案件12件。', ''],
    [
      'brackets in brackets hold parts of a part',
      '受理复议案件30件（其中公安类9件（东街4件）、城管类2件），审结20件。',
      'review-accepted 30; review-accepted 9 of review-accepted ?; review-accepted 4 of review-accepted ?; review-accepted 2 of review-accepted ?; review-closed 20',
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
