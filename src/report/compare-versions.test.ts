import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';
import type { Report } from './report.ts';

/** A report of one part without a printed title. */
function report(...texts: string[]): Report {
  const paragraphs = texts.map((text, index) => ({ id: `p${index + 1}`, text, points: [] }));
  const section = {
    ...{ id: 's0', number: [], label: null, heading: null, stop: null, style: 'none' as const },
    ...{ supplied: false, roles: [], themes: [], sections: [], paragraphs },
  };
  return {
    ...{ id: '130102-2020', url: '/r/130102/2020/', kind: 'annual', title: '报告', altTitles: [] },
    ...{ issuer: '长安区人民政府', year: 2020, published: null, republished: null, signed: null },
    region: { code: '130102', scheme: 'gbt2260', name: '长安区', level: 'county', path: [] },
    timeliness: { due: '2021-03-31', state: 'unknown', days: null },
    ...{ addressee: null, cc: null, signature: [], docNo: null, basis: { title: 'editor' } },
    source: {
      ...{ url: null, archived: null, file: 'sources/a.txt', sha256: '0'.repeat(64) },
      ...{ retrieved: null, omitted: [] },
    },
    ...{ sections: [section], observations: [], version: 1, corrections: [] },
    related: { sameTheme: [], sameRegion: [], repeated: [] },
  };
}

describe('two versions', () => {
  it('of the same words have only lines that stayed', () => {
    expect(compareVersions(report('甲。', '乙。'), report('甲。', '乙。'))).toEqual([
      { kind: 'same', lines: 2 },
    ]);
  });

  it('differ by the characters and whole numbers of a line, at its address', () => {
    const [same, changed] = compareVersions(
      report('开头。', '受理申请15件，办结14件。'),
      report('开头。', '受理申请16件，办结14件。'),
    );
    expect(same).toEqual({ kind: 'same', lines: 1 });
    expect(changed).toEqual({
      ...{ kind: 'changed', was: 'p2', id: 'p2' },
      parts: [
        { kind: 'same', text: '受理申请' },
        { kind: 'old', text: '15' },
        { kind: 'new', text: '16' },
        { kind: 'same', text: '件，办结14件。' },
      ],
    });
  });

  it('tell an inserted line from the one that moved down for it', () => {
    const long = '全年召开专题会议十二次，研究解决重大问题。';
    expect(compareVersions(report('开头。', long), report('开头。', '新增一段。', long))).toEqual([
      { kind: 'same', lines: 1 },
      { kind: 'added', was: null, id: 'p2', parts: [{ kind: 'new', text: '新增一段。' }] },
      { kind: 'same', lines: 1 },
    ]);
  });

  it('tell a line that is gone', () => {
    expect(compareVersions(report('甲。', '乙。'), report('甲。'))[1]).toEqual({
      ...{ kind: 'removed', was: 'p2', id: null },
      parts: [{ kind: 'old', text: '乙。' }],
    });
  });

  it('are both in what is told of the lines that differ', () => {
    const texts = fc.array(fc.stringMatching(/^[一二三四五]{1,8}$/), { maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, (then, now) => {
        const changes = compareVersions(report(...then), report(...now));
        const same = changes.reduce((sum, one) => sum + (one.kind === 'same' ? one.lines : 0), 0);
        const side = (kind: 'old' | 'new') =>
          changes.flatMap((one) =>
            one.kind === 'same'
              ? []
              : [one.parts.filter((part) => part.kind === kind || part.kind === 'same')],
          );
        const count = (parts: ReturnType<typeof side>) =>
          parts.filter((one) => one.some(({ text }) => text !== '')).length;
        expect(count(side('old')) + same).toBe(then.length);
        expect(count(side('new')) + same).toBe(now.length);
      }),
    );
  });

  it.each([
    // Two runs of five characters in common, of eight and of nine.
    ['甲乙丙丁戊己一二三', '甲乙丙丁戊己四五六', ['changed']],
    ['甲乙丙丁戊己一二三', '甲乙丙丁戊己四五六七', ['removed', 'added']],
  ])('take titles as alike as %s and %s for %o', (former, later, kinds) => {
    const titled = (title: string): Report => ({ ...report(), title, basis: {} });
    expect(compareVersions(titled(former), titled(later)).map(({ kind }) => kind)).toEqual(kinds);
  });
});
