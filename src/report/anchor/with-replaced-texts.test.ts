import { describe, expect, it } from 'vitest';
import type { Section } from '../report.ts';
import { compareAnchors } from './compare-anchors.ts';
import { recordAnchors } from './record-anchors.ts';
import { withReplacedTexts } from './with-replaced-texts.ts';

function text(version: number, paragraphs: Readonly<Record<string, string>>) {
  const own = Object.entries(paragraphs).map(([id, words]) => ({ id, text: words, points: [] }));
  const section: Section = {
    ...{ id: 's1', number: [1], label: '一、', heading: '机制', stop: null, style: 'own-line' },
    ...{ supplied: false, roles: [], themes: [], sections: [], paragraphs: own },
  };
  return { id: '130102-2020', version, sections: [section], corrections: [] };
}
const first = text(1, { p1: '受理15件。', p2: '培训3次。', p3: '结语。' });
const second = text(2, { p1: '受理16件。', p3: '结语。' });
const superseded = { date: '2026-11-22', why: '机关更正了数字' };
const published = recordAnchors(first, undefined);
const findings = (replaced: Parameters<typeof withReplacedTexts>[2], report = second) =>
  compareAnchors(withReplacedTexts(published, report.sections, replaced), report, 'x.json').map(
    ({ text: told }) => /#[a-z0-9-]+/.exec(told)?.[0],
  );

describe('the reason why the issuer’s text was replaced', () => {
  it('holds for every address that changed with it', () => {
    expect(findings([])).toEqual(['#p2', '#s1', '#p1']);
    expect(findings([{ ...first, superseded }])).toEqual([]);
    expect(
      withReplacedTexts(published, second.sections, [{ ...first, superseded }]).changes,
    ).toEqual([
      { kind: 'words', id: 's1', ...superseded },
      { kind: 'words', id: 'p1', ...superseded },
      { kind: 'gone', id: 'p2', ...superseded },
    ]);
  });

  it('holds for none whose words were lost before', () => {
    const slipped = text(1, { p1: '受理15件。', p2: '培训8次。', p3: '结语。' });
    expect(findings([{ ...slipped, superseded }])).toEqual(['#p2', '#s1']);
  });

  it('holds for those that were corrected before, where the correction is listed', () => {
    const correction = { place: 'p2', old: '3次', new: '8次', why: '录入错误', date: '2026-11-20' };
    const mended = { ...text(1, { p1: '受理15件。', p2: '培训8次。', p3: '结语。' }), superseded };
    expect(findings([{ ...mended, corrections: [correction] }])).toEqual([]);
  });

  it('is settled once the new text is published, and excuses no later change', () => {
    const explained = withReplacedTexts(published, second.sections, [{ ...first, superseded }]);
    const again = recordAnchors(second, explained);
    expect(again.changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'words s1',
      'words p1',
      'gone p2',
    ]);
    const third = text(2, { p1: '受理17件。', p3: '结语。' });
    const later = withReplacedTexts(again, third.sections, [{ ...first, superseded }]);
    expect(compareAnchors(later, third, 'x.json')).toHaveLength(2);
  });

  it('is that of the first of two texts, where both came since the last release', () => {
    const third = text(3, { p1: '受理17件。', p3: '结语。' });
    const why = { date: '2026-12-01', why: '又更正' };
    expect(
      findings(
        [
          { ...second, superseded: why },
          { ...first, superseded },
        ],
        third,
      ),
    ).toEqual([]);
    expect(findings([{ ...second, superseded: why }], third)).toEqual(['#p2', '#s1', '#p1']);
  });
});
