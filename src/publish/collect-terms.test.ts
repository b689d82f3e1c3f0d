import { describe, expect, it } from 'vitest';
import { collectTerms, type NamedReport } from './collect-terms.ts';

const region = {
  code: '410600',
  scheme: 'gbt2260',
  name: '鹤壁市',
  level: 'prefecture',
  path: [
    { code: '410000', name: '河南省' },
    { code: '410600', name: '鹤壁市' },
  ],
} as const;
const report = (headings: readonly (string | null)[]): NamedReport => ({
  title: '鹤壁市2017年法治政府建设工作情况报告',
  issuer: '鹤壁市人民政府',
  region: { ...region, path: [...region.path] },
  sections: headings.map((heading, i) => ({
    id: `s${i}`,
    label: null,
    heading,
    roles: [],
    themes: [],
    depth: 1,
    paragraph: null,
  })),
});
const own = {
  themes: [{ label: '行政复议与应诉', words: ['行政应诉'] }],
  indicators: { indicators: [{ label: '受理案件' }] },
};

describe('collectTerms', () => {
  it('takes clauses of headings and titles, issuers and places, folded and each once', () => {
    const reports = [
      report(['（一）加強行政復議，規範行政應訴', null, '甲']),
      report(['行政复议']),
    ];
    const terms = collectTerms(reports, own);
    for (const term of ['加强行政复议', '规范行政应诉', '行政复议', '鹤壁市人民政府', '河南省'])
      expect(terms).toContain(term);
    expect(terms).toContain('年法治政府建设工作情况报告');
    expect(terms).not.toContain('甲');
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('takes what themes and indicators are called, before all else', () => {
    expect(collectTerms([], own)).toEqual(['行政复议与应诉', '行政应诉', '受理案件']);
  });

  it('keeps the clauses of most reports where there are too many, and all places', () => {
    const reports = [report(['行政复议', '少见']), report(['行政复议'])];
    const terms = collectTerms(reports, own, 1);
    expect(terms).not.toContain('少见');
    expect(terms).toContain('鹤壁市');
  });

  it('keeps clauses of two to forty characters', () => {
    const lengths = [1, 2, 40, 41];
    const clauses = lengths.map((length) => '法'.repeat(length));
    const terms = collectTerms([report(clauses)], own);
    expect(lengths.filter((_, at) => terms.includes(clauses[at] ?? ''))).toEqual([2, 40]);
  });

  it('keeps four thousand clauses of reports', () => {
    const headings = Array.from({ length: 4001 }, (_, at) =>
      String.fromCodePoint(0xac00 + at, 0xac00),
    );
    const added = (count: number) => {
      const reports = [{ ...report(headings.slice(0, count)), title: '', issuer: '' }];
      return collectTerms(reports, own).length - collectTerms([report([])], own).length;
    };
    expect(added(4000) - added(3999)).toBe(1);
    expect(added(4001) - added(4000)).toBe(0);
  });
});
