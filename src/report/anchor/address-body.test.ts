import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Section } from '../report.ts';
import type { BodySection, ReportBody } from '../report-body.ts';
import { addressBody, keepIds } from './address-body.ts';
import type { AnchorRecord } from './anchor-record.ts';
import { hashWords } from './anchor-words.ts';

/** Build a body from an outline: a line a heading or paragraph, two spaces a level. */
function body(outline: string): ReportBody {
  const opening: string[] = [];
  const closing: string[][] = [];
  type Open = BodySection & { paragraphs: string[]; sections: Open[] };
  const roots: Open[] = [];
  const path: Open[] = [];
  for (const line of outline.split('\n').filter((text) => text.trim() !== '')) {
    const [, indent = '', mark = '', text = ''] = /^( *)([#>-])\s*(.*)$/.exec(line) ?? [];
    const depth = indent.length / 2;
    if (mark === '>') closing.push([text]);
    else if (mark === '#') {
      const [, label = '', heading = ''] = /^(\S*?[、）.])?(.*)$/.exec(text) ?? [];
      const section: Open = {
        label: label === '' ? null : label,
        heading,
        stop: null,
        style: 'own-line',
        paragraphs: [],
        sections: [],
      };
      path.splice(depth);
      (path.at(-1)?.sections ?? roots).push(section);
      path.push(section);
    } else (path.at(-1)?.paragraphs ?? opening).push(text);
  }
  return { opening, sections: roots, closing };
}

const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);

const report = body(`
- 开头的话。
# 一、第一部分
  # （一）第一项
    - 内容甲。
  # （二）第二项
    - 内容乙。
# 二、第二部分
  # （六）某项
    # 30.某事
      - 内容丙。
    # 31.又一事
# 二、重号的部分
  # （一）其下
    - 内容丁。
  # （一）其下重号
# 三、没有二级的部分
  # 38.接着数
  # 没有编号的标题
  # 39.再接着数
  # 又一个没有编号的
# 最上层没有编号的
  # （一）其下
> 存在的问题。
> 下一步打算。
`);

it('makes section ids of the printed numbers', () => {
  expect(flat(addressBody(report, undefined)).map(({ id }) => id)).toEqual([
    's0',
    's1',
    's1-1',
    's1-2',
    's2',
    's2-6',
    's2-6-30',
    's2-6-31',
    's2b',
    's2b-1',
    's2b-1b',
    's3',
    's3-38',
    's3-h1',
    's3-39',
    's3-h2',
    'h1',
    'h1-1',
    'c1',
    'c2',
  ]);
});

it('gives the path of printed numbers, which a repeated or missing number does not change', () => {
  const numbers = new Map(
    flat(addressBody(report, undefined)).map(({ id, number }) => [id, number]),
  );
  expect(numbers.get('s2-6-30')).toEqual([2, 6, 30]);
  expect(numbers.get('s2b-1b')).toEqual([2, 1]);
  expect(numbers.get('s3-h1')).toEqual([3]);
  expect(numbers.get('h1-1')).toEqual([1]);
  expect(numbers.get('s0')).toEqual([]);
});

it('numbers paragraphs through the document, headings not counted', () => {
  const paragraphs = flat(addressBody(report, undefined)).flatMap((section) =>
    section.paragraphs.map(({ id }) => `${section.id} ${id}`),
  );
  expect(paragraphs).toEqual([
    's0 p1',
    's1-1 p2',
    's1-2 p3',
    's2-6-30 p4',
    's2b-1 p5',
    'c1 p6',
    'c2 p7',
  ]);
});

it('counts points through all paragraphs of their section', () => {
  const sections = addressBody(
    body('# 一、要求\n  - 一是快。二是好。\n  - 三是省。\n  # （一）分项\n    - 一是再说。'),
    undefined,
  );
  const points = flat(sections).flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      paragraph.points.map((point) => [point.id, paragraph.text.slice(point.start, point.end)]),
    ),
  );
  expect(points).toEqual([
    ['s1-i1', '一是快。'],
    ['s1-i2', '二是好。'],
    ['s1-i3', '三是省。'],
    ['s1-1-i1', '一是再说。'],
  ]);
});

it('keeps the ids of a former release through insertions and removals', () => {
  const record = (changes: AnchorRecord['changes']): AnchorRecord => ({
    id: '410600-2017',
    version: 1,
    anchors: Object.fromEntries(
      [
        ['p1', '甲。'],
        ['p2', '乙。'],
        ['p3', '丙。'],
        ['s1-i1', '一是快。'],
      ].map(([id = '', text = '']) => [id, hashWords(text)]),
    ),
    changes,
  });
  const ids = (outline: string, changes: AnchorRecord['changes'] = []): string[] =>
    flat(addressBody(body(outline), record(changes))).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ id, points }) => [id, ...points.map((point) => point.id)]),
    );
  expect(ids('- 甲。\n- 新来的。\n- 乙。\n- 丙。')).toEqual(['p1', 'p1a', 'p2', 'p3']);
  expect(ids('- 甲。\n- 丙。')).toEqual(['p1', 'p3']);
  expect(ids('# 一、要求\n  - 零是稳。一是快。')).toEqual(['p1', 's1-i1']);
  const gone = { kind: 'gone', id: 'p2', why: '系网页导航误入正文', date: '2026-11-22' } as const;
  expect(ids('- 甲。\n- 改过的丙。', [gone])).toEqual(['p1', 'p3']);
});

it('never gives an address twice, whatever numbers are printed', () => {
  const label = fc.constantFrom('一、', '二、', '（一）', '1.', null);
  const sections = (depth: number): fc.Arbitrary<BodySection[]> =>
    fc.array(
      fc.record({
        label,
        heading: fc.constant('标题'),
        stop: fc.constant(null),
        style: fc.constant('own-line' as const),
        paragraphs: fc.array(fc.constantFrom('一是甲。二是乙。', '丙。'), { maxLength: 2 }),
        sections: depth === 0 ? fc.constant([]) : sections(depth - 1),
      }),
      { maxLength: 4 },
    );
  fc.assert(
    fc.property(sections(2), (sections) => {
      const all = flat(addressBody({ opening: ['开头'], sections, closing: [] }, undefined));
      const ids = all.flatMap(({ id, paragraphs }) => [
        id,
        ...paragraphs.flatMap((one) => [one.id, ...one.points.map((point) => point.id)]),
      ]);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

it('tells headings of one number apart by letters, after z by two', () => {
  const ids = addressBody(body('# 一、甲\n'.repeat(53)), undefined).map(({ id }) => id);
  expect([0, 1, 25, 26, 51, 52].map((at) => ids[at])).toEqual([
    's1',
    's1b',
    's1z',
    's1aa',
    's1az',
    's1ba',
  ]);
});

const published = (text: string): { id: string; hash: string }[] =>
  text.split(' ').map((pair) => {
    const [id = '', hash = ''] = pair.split('=');
    return { id, hash };
  });

it.each([
  ['keeps ids where nothing changed', 'p1=a p2=b', 'a b', '', 'p1 p2'],
  ['gives an inserted piece a letter', 'p1=a p2=b', 'a x b', '', 'p1 p1a p2'],
  ['gives two inserted pieces two letters', 'p1=a p2=b', 'a x y b', '', 'p1 p1a p1b p2'],
  ['puts a piece before the first', 'p1=a', 'x a', '', 'p0a p1'],
  ['counts on in tens', 'p9=a p10=b', 'a b x', '', 'p9 p10 p11'],
  [
    'goes on below z',
    'p1=a p2=b',
    `a${' x'.repeat(27)} b`,
    '',
    `p1 ${[...'abcdefghijklmnopqrstuvwxyz', 'za'].map((letter) => `p1${letter}`).join(' ')} p2`,
  ],
  ['numbers an appended piece on', 'p1=a p2=b', 'a b x', '', 'p1 p2 p3'],
  ['does not renumber after a removed piece', 'p1=a p2=b p3=c', 'a c', '', 'p1 p3'],
  ['does not give a retired number again', 'p1=a', 'a x', 'p2', 'p1 p3'],
  ['does not give a retired letter again', 'p1=a p2=b', 'a x b', 'p1a', 'p1 p1b p2'],
  ['inserts after an inserted piece', 'p1=a p1a=b p2=c', 'a b x c', '', 'p1 p1a p1b p2'],
  [
    'inserts between two inserted pieces',
    'p1=a p1a=b p1b=c p2=d',
    'a b x c d',
    '',
    'p1 p1a p1aa p1b p2',
  ],
  ['keeps the id of a mended piece', 'p1=a p2=b p3=c', 'a x c', '', 'p1 p2 p3'],
  ['keeps the first where one became two', 'p1=a p2=b p3=c', 'a x y c', '', 'p1 p2 p2a p3'],
  ['keeps ids of equal pieces', 'p1=a p2=a p3=a', 'a a a', '', 'p1 p2 p3'],
] as const)('%s', (_, before, now, retired, ids) => {
  expect(
    keepIds(now.split(' '), published(before), retired.split(' ').filter(Boolean), 'p').join(' '),
  ).toBe(ids);
});

it('never gives an id twice, never a retired one, and never parts same words from their id', () => {
  const hashes = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 });
  fc.assert(
    fc.property(hashes, hashes, hashes, (first, second, third) => {
      const one = keepIds(first, [], [], 'p');
      const before = first.map((hash, at) => ({ id: one[at] ?? '', hash }));
      const two = keepIds(second, before, [], 'p');
      const gone = one.filter((id) => !two.includes(id));
      const three = keepIds(
        third,
        second.map((hash, at) => ({ id: two[at] ?? '', hash })),
        gone,
        'p',
      );
      for (const ids of [two, three]) expect(new Set(ids).size).toBe(ids.length);
      expect(three.filter((id) => gone.includes(id))).toEqual([]);
      expect(keepIds(first, before, gone, 'p')).toEqual(one);
    }),
  );
});
