import { describe, expect, it } from 'vitest';
import type { Section } from '../report.ts';
import {
  explainChanges,
  recordAnchors,
  withReasonsSince,
  withReplacedTexts,
} from './anchor-changes.ts';
import type { AnchorRecord } from './anchor-record.ts';
import { compareAnchors } from './compare-anchors.ts';

const section = (...texts: string[]): Section[] => [
  {
    ...{ id: 's0', number: [], label: null, heading: null, stop: null, style: 'none' },
    ...{ supplied: false, roles: [], themes: [], sections: [] },
    paragraphs: texts.map((text, index) => ({ id: `p${index + 1}`, text, points: [] })),
  },
];
const identity = { id: '130102-2020', version: 1 };
const published = recordAnchors(
  { ...identity, sections: section('甲。', '乙。', '丙。') },
  undefined,
);
const reason = { why: '机关更换了文件', date: '2026-11-22' };

it('gives every address that another text breaks the one reason, and no other', () => {
  const sections = section('甲。', '丁。');
  const explained = explainChanges(published, { sections }, reason);
  expect(explained.changes).toEqual([
    { kind: 'words', id: 's0', ...reason },
    { kind: 'words', id: 'p2', ...reason },
    { kind: 'gone', id: 'p3', ...reason },
  ]);
  expect(compareAnchors(explained, { sections, corrections: [] }, 'anchors/a.json')).toEqual([]);
});

it('says nothing twice, and nothing of a text that is the same', () => {
  const sections = section('甲。', '丁。');
  const explained = explainChanges(published, { sections }, reason);
  expect(explainChanges(explained, { sections }, reason)).toEqual(explained);
  expect(explainChanges(published, { sections: section('甲。', '乙。', '丙。') }, reason)).toEqual(
    published,
  );
});

it('excuses a change anew after a release has settled the last one', () => {
  const second = section('甲。', '丁。', '丙。');
  const settled = recordAnchors(
    { ...identity, sections: second },
    explainChanges(published, { sections: second }, reason),
  );
  const third = section('甲。', '戊。', '丙。');
  const later = { why: '又换了一次', date: '2027-01-01' };
  const explained = explainChanges(settled, { sections: third }, later);
  expect(explained.changes.slice(2)).toEqual([
    { kind: 'words', id: 's0', ...later },
    { kind: 'words', id: 'p2', ...later },
  ]);
});

const other: AnchorRecord = {
  id: '410600-2017',
  version: 1,
  anchors: { p1: 'aaaaaaaaaaaaaaaa', p2: 'bbbbbbbbbbbbbbbb' },
  changes: [],
};
const said = { why: '原网页更正', date: '2026-11-22' };

it('opens a reason again for the release that still had the former words, and for no other', () => {
  const own: AnchorRecord = {
    ...other,
    version: 2,
    anchors: { p1: 'cccccccccccccccc', p2: 'dddddddddddddddd' },
    changes: [
      { kind: 'words', id: 'p1', was: 'aaaaaaaaaaaaaaaa', ...said },
      { kind: 'words', id: 'p2', was: 'eeeeeeeeeeeeeeee', ...said },
    ],
  };
  const record = withReasonsSince(other, own);
  expect(record.anchors).toEqual(other.anchors);
  expect(record.changes).toEqual([
    { kind: 'words', id: 'p1', ...said },
    { kind: 'words', id: 'p2', was: 'eeeeeeeeeeeeeeee', ...said },
  ]);
});

it('takes from ours whether the report has departed', () => {
  const departed = { kind: 'moved', to: '410600-2018', ...said } as const;
  expect(withReasonsSince(other, { ...other, departed }).departed).toEqual(departed);
  expect(withReasonsSince({ ...other, departed }, other).departed).toBeUndefined();
  expect(withReasonsSince(other, undefined)).toBe(other);
});

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
const firstRecord = recordAnchors(first, undefined);
const findings = (replaced: Parameters<typeof withReplacedTexts>[2], report = second) =>
  compareAnchors(withReplacedTexts(firstRecord, report, replaced), report, 'x.json').map(
    ({ text: told }) => /#[a-z0-9-]+/.exec(told)?.[0],
  );

describe('the reason why the issuer’s text was replaced', () => {
  it('holds for every address that changed with it', () => {
    expect(findings([])).toEqual(['#p2', '#s1', '#p1']);
    expect(findings([{ ...first, superseded }])).toEqual([]);
    expect(withReplacedTexts(firstRecord, second, [{ ...first, superseded }]).changes).toEqual([
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
    const explained = withReplacedTexts(firstRecord, second, [{ ...first, superseded }]);
    const again = recordAnchors(second, explained);
    expect(again.changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'words s1',
      'words p1',
      'gone p2',
    ]);
    const third = text(2, { p1: '受理17件。', p3: '结语。' });
    const later = withReplacedTexts(again, third, [{ ...first, superseded }]);
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
