import { describe, expect, it } from 'vitest';
import type { Correction } from '../report.ts';
import { addressBody } from './address-body.ts';
import { recordAnchors } from './anchor-changes.ts';
import { type AnchorRecord, anchorRecordSchema } from './anchor-record.ts';
import { compareAnchors } from './compare-anchors.ts';

/** A report of one section with a heading of its own line. */
function report(
  paragraphs: readonly string[],
  { heading = '健全机制', corrections = [] as Correction[], record = published() } = {},
) {
  const section = { label: '一、', heading, stop: null, style: 'own-line' as const, paragraphs };
  const body = { opening: [], sections: [{ ...section, sections: [] }], closing: [] };
  const sections = addressBody(body, record);
  return { id: '410600-2017', version: 1, sections, corrections };
}

const first = ['受理十五件。一是快。二是好。', '办结全部。'];
function published(changes: AnchorRecord['changes'] = []): AnchorRecord {
  const body = addressBody(
    {
      opening: [],
      sections: [
        {
          label: '一、',
          heading: '健全机制',
          stop: null,
          style: 'own-line',
          paragraphs: first,
          sections: [],
        },
      ],
      closing: [],
    },
    undefined,
  );
  const record = recordAnchors({ id: '410600-2017', version: 1, sections: body }, undefined);
  return { ...record, changes };
}

const file = 'content/anchors/2017/410600-鹤壁市.json';
const said = { why: '原网页更正', date: '2026-11-22' };
const texts = (...parameters: Parameters<typeof compareAnchors>): string[] =>
  compareAnchors(...parameters).map(({ text }) => text.replace(/^Unexpected | \(.*/gu, ''));

describe('a record of published addresses', () => {
  it('holds every section, paragraph and point in printed order', () => {
    expect(Object.keys(published().anchors)).toEqual(['s1', 'p1', 's1-i1', 's1-i2', 'p2']);
    expect(anchorRecordSchema.parse(published())).toEqual(published());
  });

  it('finds nothing against the report it was made of, however its typography is mended', () => {
    expect(texts(published(), report(first), file)).toEqual([]);
    expect(texts(published(), report(first, { heading: ' 健全 机制' }), file)).toEqual([]);
  });

  it('finds words that are not those published, at each address that holds them', () => {
    expect(
      texts(published(), report(['受理五十件。一是快。二是好。', '办结全部。']), file),
    ).toEqual(['words at the published address #s1', 'words at the published address #p1']);
    expect(texts(published(), report(first, { heading: '完善机制' }), file)).toEqual([
      'words at the published address #s1',
    ]);
  });

  it.each([
    [`${'十'.repeat(19)}。`, `（${'十'.repeat(19)}。）`],
    [`${'十'.repeat(20)}。`, `（${'十'.repeat(20)}…）`],
  ])('quotes twenty characters of the words now there: %s', (now, quoted) => {
    const [, finding] = compareAnchors(published(), report([now, '办结全部。']), file).filter(
      ({ text }) => text.includes('#p1') || text.includes('#s1 '),
    );
    expect(finding?.text.replace('(', '（').replace(')', '）')).toContain(quoted);
  });

  it('finds an address that is gone, and the section that lost it', () => {
    expect(texts(published(), report(first.slice(0, 1)), file)).toEqual([
      'end of the published address #p2, expected it in the report',
      'words at the published address #s1',
    ]);
  });

  it('takes a listed correction as proof, for every address it touches', () => {
    const corrections = [
      { place: 'p1', old: '二是好', new: '二是更好', ...said },
      { place: 'p1', old: '十五', new: '五十', ...said },
      { place: 's1', old: '健全', new: '完善', ...said },
    ];
    const mended = ['受理五十件。一是快。二是更好。', '办结全部。'];
    expect(texts(published(), report(mended, { heading: '完善机制', corrections }), file)).toEqual(
      [],
    );
    expect(texts(published(), report(mended, { corrections: corrections.slice(1) }), file)).toEqual(
      [
        'words at the published address #s1',
        'words at the published address #p1',
        'words at the published address #s1-i2',
      ],
    );
  });

  it('lets an editor say why words are others, once', () => {
    const record = published(['s1', 'p2'].map((id) => ({ kind: 'words', id, ...said }) as const));
    const changed = report([first[0] ?? '', '另有改动。'], { record });
    expect(texts(record, changed, file)).toEqual([]);
    const next = recordAnchors(changed, record);
    expect(next.changes[0]).toEqual({ ...record.changes[0], was: record.anchors['s1'] });
    const again = report([first[0] ?? '', '又有改动。'], { record: next });
    expect(texts(next, again, file)).toHaveLength(2);
  });

  it('lets an editor say where words moved or why they are gone, and never gives the address again', () => {
    const gone = { kind: 'gone', id: 'p2', ...said } as const;
    const section = { kind: 'words', id: 's1', ...said } as const;
    const record = published([gone, section]);
    const shorter = report(first.slice(0, 1), { record });
    expect(texts(record, shorter, file)).toEqual([]);
    const next = recordAnchors(shorter, record);
    expect(Object.keys(next.anchors)).toEqual(['s1', 'p1', 's1-i1', 's1-i2']);
    expect(
      report([...first.slice(0, 1), '新段。'], { record: next }).sections[0]?.paragraphs.map(
        ({ id }) => id,
      ),
    ).toEqual(['p1', 'p3']);
    expect(texts(record, report(first), file)).toEqual(['address #p2, expected it to stay gone']);
    expect(
      texts(published([{ ...gone, kind: 'moved', to: 's9' }, section]), shorter, file),
    ).toEqual(['target of the moved address #p2, expected an address of the report']);
  });

  it('asks where a whole report went', () => {
    const withdrawn = { kind: 'withdrawn', title: '某报告', ...said } as const;
    expect(texts(published(), undefined, file)).toEqual([
      'end of the published report 410600-2017, expected its file',
    ]);
    expect(texts({ ...published(), departed: withdrawn }, undefined, file)).toEqual([]);
    expect(texts({ ...published(), departed: withdrawn }, report(first), file)).toEqual([
      'report 410600-2017, expected it to stay withdrawn',
    ]);
  });
});
