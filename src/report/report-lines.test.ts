import { describe, expect, it } from 'vitest';
import type { Report, Section } from './report.ts';
import { reportLines } from './report-lines.ts';

const section = (part: Partial<Section> & Pick<Section, 'id'>): Section => ({
  number: [],
  label: null,
  heading: null,
  stop: null,
  style: 'none',
  supplied: false,
  roles: [],
  themes: [],
  paragraphs: [],
  sections: [],
  ...part,
});
const paragraph = (id: string, text: string) => ({ id, text, points: [] });

const report: Report = {
  id: '410600-2017',
  url: '/r/410600/2017/',
  kind: 'annual',
  title: '某市报告',
  altTitles: ['另题'],
  issuer: '某市人民政府',
  region: { code: '410600', scheme: 'gbt2260', name: '某市', level: 'prefecture', path: [] },
  year: 2017,
  published: null,
  republished: null,
  signed: '2018-01-19',
  timeliness: { due: '2018-03-31', state: 'unknown', days: null },
  addressee: '省政府',
  cc: '市委',
  signature: ['某办'],
  docNo: null,
  basis: { title: 'page', addressee: 'document', signed: 'document', cc: 'editor' },
  source: {
    url: null,
    archived: null,
    file: 'sources/2017/410600-某市.txt',
    sha256: '0'.repeat(64),
    retrieved: null,
    omitted: [
      { line: 1, text: '首页 > 动态', why: 'navigation' },
      {
        line: 2,
        text: '发布 2018-01-20 签发 2018-01-19',
        why: 'metadata',
        fields: ['published', 'signed'],
      },
      { line: 3, text: '省政府:', why: 'metadata', fields: ['addressee'] },
      { line: 4, text: '2018年1月', why: 'metadata', fields: ['signed'] },
      { line: 9, text: '二〇一八年一月十九日', why: 'metadata', fields: ['signed'] },
    ],
  },
  sections: [
    section({ id: 's0', paragraphs: [paragraph('p1', '开头。')] }),
    section({
      id: 's1',
      label: '一、',
      heading: '工作',
      style: 'own-line',
      sections: [
        section({
          id: 's1-1',
          label: '（一）',
          heading: '职能',
          stop: '。',
          style: 'run-in',
          paragraphs: [paragraph('p2', '甲。'), paragraph('p3', '乙。')],
        }),
        section({ id: 's1-2', label: '（二）', heading: '空', stop: '。', style: 'run-in' }),
      ],
    }),
    section({
      id: 'c1',
      heading: '存在的问题',
      supplied: true,
      paragraphs: [paragraph('p4', '不足。')],
    }),
  ],
  observations: [],
  related: { sameTheme: [], sameRegion: [], repeated: [] },
  version: 1,
  corrections: [],
};

describe('the searched lines of a report', () => {
  it('are its printed blocks in order, as the document prints them, and no words of ours', () => {
    expect(reportLines(report).map(({ text }) => text)).toEqual([
      '某市报告',
      '省政府：',
      '开头。',
      '一、工作',
      '（一）职能。甲。',
      '乙。',
      '（二）空。',
      '不足。',
      '某办',
      '二〇一八年一月十九日',
      '市委',
    ]);
  });

  it('leave out a title that the archive supplied', () => {
    const supplied: Report = { ...report, basis: { ...report.basis, title: 'editor' } };
    expect(reportLines(supplied)[0]?.text).toBe('省政府：');
  });

  it('say where each stands, and where the paragraph’s own text starts', () => {
    expect(reportLines(report).slice(3, 7)).toEqual([
      { text: '一、工作', section: 's1', paragraph: null, paragraphStart: 0 },
      { text: '（一）职能。甲。', section: 's1-1', paragraph: 'p2', paragraphStart: 6 },
      { text: '乙。', section: 's1-1', paragraph: 'p3', paragraphStart: 0 },
      { text: '（二）空。', section: 's1-2', paragraph: null, paragraphStart: 0 },
    ]);
  });
});
