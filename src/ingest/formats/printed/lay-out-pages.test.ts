import { describe, expect, it } from 'vitest';
import { dropNoteSigns } from '../../../report/note-reference.ts';
import { layOutPages } from './lay-out-pages.ts';
import type { Glyph, PrintedFrame, Stroke } from './printed-page.ts';

/** The glyphs of a line, each as wide as its type is high. */
const line = (text: string, x: number, y: number, size = 10): Glyph[] =>
  [...text].map((one, at) => ({ text: one, x: x + at * size, y, width: size, size }));
const frame = (page: number, glyphs: readonly Glyph[], rest: Partial<PrintedFrame> = {}) => ({
  ...{ page, glyphs, strokes: [], pictures: [], isAslant: false, ...rest },
});
const FULL = '全县各级各部门贯彻落实上级部署认真推进法治政府建设各项工作';
const CUT = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
const texts = (frames: readonly PrintedFrame[]) =>
  layOutPages(frames).lines.map(({ text }) => text);
/** Lines of one page from above, 20 apart; each is its text, and where it begins. */
const page = (rows: readonly (readonly [string, number])[], number = 1) =>
  frame(
    number,
    rows.flatMap(([text, x], at) => line(text, x, 700 - at * 20)),
  );

describe('a line', () => {
  const body = (rows: readonly (readonly [string, number])[]) =>
    texts([page([[FULL.slice(2), 70], [FULL, 50], ['完毕。', 50], ...rows])]).slice(1);

  it('goes on where the one above is full, and begins where it is indented', () => {
    expect(
      body([
        [FULL.slice(2), 70],
        ['一句。', 50],
      ]),
    ).toEqual([`${FULL.slice(2)}一句。`]);
    expect(
      body([
        [FULL.slice(2), 70],
        ['一句。', 70],
      ]),
    ).toEqual([FULL.slice(2), '一句。']);
  });

  it('is full where no more than two characters had room after it', () => {
    expect(
      body([
        [FULL.slice(3), 70],
        ['一句。', 50],
      ]),
    ).toHaveLength(1);
    expect(
      body([
        [FULL.slice(4), 70],
        ['一句。', 50],
      ]),
    ).toHaveLength(2);
  });

  it('ends where each stands alone on a page with one line that goes on', () => {
    const rows = [
      ['市政府：', 50],
      [FULL.slice(2), 70],
      ['报告如下。', 50],
      ['一、主要做法', 70],
      ['组织培训十二场次。', 70],
      ['二、存在的问题', 70],
      ['基层力量薄弱。', 70],
    ] as const;
    expect(texts([page(rows)])).toHaveLength(6);
    expect(texts([page(rows.filter((_, at) => at !== 2))])).toHaveLength(6);
  });

  it('is full where the number that follows, and the gap before it, had no room', () => {
    const rest = (count: number, next: string) =>
      body([
        [FULL.slice(count), 70],
        [next, 50],
      ]).length;
    expect([rest(6, '123,456件。'), rest(7, '123,456件。')]).toEqual([1, 2]);
    expect([rest(5, '12345件。'), rest(6, '12345件。')]).toEqual([1, 2]);
  });

  it('is full by the edge of the text, beyond which a mark may hang, and before a quote', () => {
    const hung = [`${FULL}。`, 50] as const;
    const rest = (count: number, next: string) =>
      body([hung, hung, [FULL.slice(count), 70], [next, 50]]).length;
    expect([rest(3, '一句。'), rest(4, '一句。')]).toEqual([2, 3]);
    expect([rest(4, '五”一句。'), rest(5, '五”一句。')]).toEqual([2, 3]);
    expect([rest(4, '展“一句”。'), rest(5, '展“一句”。')]).toEqual([2, 3]);
  });

  it('begins where it is a heading, without any indent, and the one above ends a sentence', () => {
    const flush = (end: string) =>
      texts([
        page([
          [FULL, 50],
          [FULL, 50],
          [`${FULL.slice(1)}${end}`, 50],
          ['（二）健全制度', 50],
          [FULL, 50],
        ]),
      ]);
    expect(flush('。')[1]).toBe('（二）健全制度');
    expect(flush('第')[0]).toMatch(/第（二）健全制度$/);
  });

  it('begins where the gap is wide', () => {
    const gap = (below: number) =>
      texts([
        frame(1, [
          ...[700, 680, 660, 640, 620].flatMap((y) => line(FULL, 50, y)),
          ...line(FULL, 50, 620 - below),
        ]),
      ]).length;
    expect(gap(28)).toBe(1);
    expect(gap(29)).toBe(2);
  });

  it('goes on over the page', () => {
    expect(
      texts([
        page([
          [FULL.slice(2), 70],
          [FULL, 50],
          [FULL, 50],
        ]),
        page([['完毕。', 50]], 2),
      ]),
    ).toEqual([`${FULL.slice(2)}${FULL}${FULL}完毕。`]);
  });

  it('goes on by the edges of its own page, whatever another has', () => {
    const wide = page(
      [['附表各单位全年执法案件统计按立案办结复议诉讼四项列示数据截至年底', 90]],
      2,
    );
    const rows = [
      [FULL.slice(2), 70],
      [FULL, 50],
      ['完毕。', 50],
      ['又一段。', 70],
    ] as const;
    expect(texts([page(rows), wide]).slice(0, 2)).toEqual([
      `${FULL.slice(2)}${FULL}完毕。`,
      '又一段。',
    ]);
  });
});

it('on a page whose lines end at no one edge a line goes on by the edges of another page', () => {
  const rows = [
    [FULL.slice(2), 70],
    [FULL, 50],
    [FULL, 50],
    ['完毕。', 50],
    [FULL.slice(2), 70],
    [FULL.slice(0, 20), 50],
  ] as const;
  const foot = [
    ['二月一日', 290],
    ['（联系人：张某，电话：五五二）', 50],
    ['主题词：法治政府建设', 50],
    ['抄送：市政府办公室', 50],
    ['浚县人民政府办公室', 50],
  ] as const;
  expect(texts([page(rows), page(foot, 2)]).slice(2)).toEqual(foot.map(([text]) => text));
});

describe('columns', () => {
  const columns = (count: number) =>
    frame(
      1,
      Array.from({ length: count }, (_, at) => [
        ...line(`${CUT[at]}${FULL.slice(0, 11)}`, 50, 700 - at * 20),
        ...line(`${CUT[at + 10]}${FULL.slice(0, 11)}`, 186, 700 - at * 20),
      ]).flat(),
    );

  it('are read one after the other, from three lines on', () => {
    expect(texts([columns(3)])[0]).toMatch(/^甲.{11}乙.{11}丙.{11}子/u);
    expect(texts([columns(2)])[0]).toMatch(/^甲.{11}\s?子/u);
  });

  it.each([
    [12, /^甲.{11}乙/u],
    [13, /^甲.{11}\s?子/u],
  ])('may begin %i points lower', (lower, first) => {
    const shifted = [0, 1, 2].flatMap((at) => [
      ...line(`${CUT[at]}${FULL.slice(0, 11)}`, 50, 700 - at * 40),
      ...line(`${CUT[at + 10]}${FULL.slice(0, 11)}`, 186, 700 - lower - at * 40),
    ]);
    expect(texts([frame(1, shifted)]).join(' ')).toMatch(first);
  });

  it('are none where what stands at the right has fewer lines beside the left ones', () => {
    const right = [3, 5, 7, 9].map((from) => FULL.slice(from, from + 12));
    const foot = (shift: number) =>
      texts([
        frame(1, [
          ...right.flatMap((text, at) => line(text, 186, 700 - at * 20)),
          ...[CUT.slice(0, 13), FULL.slice(0, 13), FULL.slice(5, 18)].flatMap((text, at) =>
            line(text, 50, 700 - (at + shift) * 20),
          ),
        ]),
      ])[0];
    expect(foot(2)).toBe(right[0]);
    expect(foot(1)).toMatch(/^甲乙/u);
  });

  it('are none where cells are short', () => {
    const rows = ['处罚', '复议', '诉讼', '培训'].flatMap((name, at) => [
      ...line(name, 50, 700 - at * 20),
      ...line(String(120 + at), 200, 700 - at * 20),
    ]);
    const { lines, doubts } = layOutPages([frame(1, rows)]);
    expect(lines.map(({ text }) => text)).toEqual(['处罚 120', '复议 121', '诉讼 122', '培训 123']);
    expect(doubts).toHaveLength(1);
  });
});

describe('tables', () => {
  const grid = (xs: readonly number[], ys: readonly number[]): Stroke[] => [
    ...ys.map((y) => ({ x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, y0: y, y1: y })),
    ...xs.map((x) => ({ x0: x, x1: x, y0: ys.at(-1) ?? 0, y1: ys[0] ?? 0 })),
  ];
  const cells = [
    ...line('项目', 60, 705),
    ...line('件数', 160, 705),
    ...line('处罚', 60, 685),
    ...line('328', 160, 685),
  ];

  it('with ruled lines are rows', () => {
    const { lines } = layOutPages([
      frame(1, cells, { strokes: grid([50, 150, 250], [720, 700, 680]) }),
    ]);
    expect(lines.map(({ row }) => row?.cells)).toEqual([
      ['项目', '件数'],
      ['处罚', '328'],
    ]);
    expect(lines[1]?.text).toBe('处罚\t328');
  });

  it('tell cells that cover others', () => {
    const strokes = grid([50, 150, 250], [720, 700, 680]).filter(
      ({ x0, x1 }) => x0 !== 150 || x1 !== 150,
    );
    const half = { x0: 150, x1: 150, y0: 680, y1: 700 };
    const glyphs = [...line('全年情况', 60, 705), ...cells.slice(4)];
    const { lines } = layOutPages([frame(1, glyphs, { strokes: [...strokes, half] })]);
    expect(lines[0]?.row).toMatchObject({
      cells: ['全年情况', ''],
      spans: [{ column: 0, rows: 1, columns: 2 }],
    });
  });

  it('are none where there is one column: a box around text', () => {
    const { lines } = layOutPages([
      frame(1, line(FULL, 60, 705), { strokes: grid([50, 400], [720, 700, 680]) }),
    ]);
    expect(lines[0]?.row).toBeUndefined();
  });

  it('go on over the page as one, without the head printed again', () => {
    const strokes = grid([50, 150, 250], [720, 700, 680]);
    const second = [...cells.slice(0, 4), ...line('复议', 60, 685), ...line('45', 160, 685)];
    const { lines, running } = layOutPages([
      frame(1, cells, { strokes }),
      frame(2, second, { strokes }),
    ]);
    expect(lines.map(({ row, text }) => [row?.table, text])).toEqual([
      [1, '项目\t件数'],
      [1, '处罚\t328'],
      [1, '复议\t45'],
    ]);
    expect(running.map(({ text }) => text)).toEqual(['项目\t件数']);
  });

  it.each([
    ['a text', '附表二办案统计', 2, [1, 1, 2, 2]],
    ['a page', '', 3, [1, 1, 2, 2]],
    ['what says that it goes on', '续表', 2, [1, 1]],
  ])('of one shape with %s between are one only where they go on', (_, between, at, tables) => {
    const strokes = grid([50, 150, 250], [720, 700, 680]);
    const head = line(between, 50, 760);
    const pages = [frame(1, cells, { strokes }), frame(at, [...head, ...cells], { strokes })];
    const { lines } = layOutPages(pages);
    expect(lines.flatMap(({ row }) => row?.table ?? [])).toEqual(tables);
  });

  it('go on over the page without the second row of their head either', () => {
    const strokes = grid([50, 150, 250], [720, 700, 680, 660]);
    const head = [...cells, ...line('单位', 60, 665)];
    const strip = (own: string) => [...head.slice(0, -2), ...line(own, 60, 665)];
    const { lines, running } = layOutPages([
      frame(1, strip('甲局'), { strokes }),
      frame(2, strip('乙局'), { strokes }),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['项目\t件数', '处罚\t328', '甲局\t', '乙局\t']);
    expect(running).toHaveLength(2);
  });
});

describe('notes', () => {
  const noted = (foot: readonly Glyph[]) =>
    layOutPages([
      frame(1, [
        ...line(FULL, 50, 700),
        ...line('审核1,109', 50, 680),
        ...line('1', 120, 684, 6),
        ...line('件次，合格率九成以上，问题全部整改到位', 126, 680),
        ...foot,
      ]),
    ]);

  it('at the foot are told by the mark raised in the text, which is never part of a number', () => {
    const { lines } = noted(line('1数据截至年底', 50, 100, 8));
    const [text = ''] = lines.map((one) => one.text);
    expect(text).toContain('1,109\ufdd01\ufdd1件次');
    expect(dropNoteSigns(text)).toContain('1,1091件次');
    expect(lines.at(-1)).toMatchObject({ text: '数据截至年底', note: { mark: '1' } });
  });

  it('leave what is raised as it is where no note has it, with a doubt', () => {
    const { lines, doubts } = noted([]);
    expect(lines[0]?.text).toContain('1,109¹件次');
    expect(doubts).toHaveLength(1);
  });

  it('of several pages may say the same at one height', () => {
    const pages = [1, 2, 3].map((number) =>
      frame(number, [
        ...line(FULL.slice(number), 50, 700),
        ...line(CUT.slice(number, number + 4), 50, 680),
        ...line(String(number), 90, 684, 6),
        ...line('件次', 96, 680),
        ...line(String(number), 50, 104, 6),
        ...line('由司法局提供', 56, 100),
      ]),
    );
    const { lines } = layOutPages(pages);
    expect(lines.flatMap(({ note }) => note?.mark ?? [])).toEqual(['1', '2', '3']);
  });

  it('are set smaller than the text', () => {
    expect(noted(line('1数据截至年底', 50, 100, 9)).lines.at(-1)?.note).toBeDefined();
    expect(noted(line('1数据截至年底', 50, 100, 9.5)).lines.at(-1)?.note).toBeUndefined();
  });

  it('may be as large as the text where their mark is raised', () => {
    const raised = [...line('1', 50, 104, 6), ...line('数据截至年底', 56, 100)];
    expect(noted(raised).lines.at(-1)).toMatchObject({ text: '数据截至年底', note: { mark: '1' } });
  });
});

describe('what runs through the pages', () => {
  const pages = (count: number, edge: (number: number) => readonly Glyph[]) =>
    Array.from({ length: count }, (_, at) =>
      frame(at + 1, [
        ...edge(at + 1),
        ...[700, 680, 660].flatMap((y, row) => line(`${CUT[at * 3 + row]}${FULL}`, 50, y)),
      ]),
    );
  const running = (frames: readonly PrintedFrame[]) =>
    layOutPages(frames).running.map(({ text }) => text);

  it('comes again on half the pages, or stands apart on both of two', () => {
    expect(running(pages(3, () => line('某县公报', 50, 720)))).toHaveLength(3);
    expect(running(pages(2, () => line('某县公报', 50, 720)))).toHaveLength(0);
    expect(running(pages(2, () => line('某县公报', 50, 740)))).toHaveLength(2);
  });

  it('comes again on even or odd pages only', () => {
    const even = pages(4, (number) => (number % 2 === 0 ? line('某县公报', 50, 740) : []));
    expect(running(even)).toHaveLength(2);
  });

  it('stands at one height', () => {
    const shifted = (by: number) =>
      running(pages(3, (number) => line('某县公报', 50, 740 + number * by)));
    expect(shifted(1.9)).toHaveLength(3);
    expect(shifted(4)).toHaveLength(0);
  });

  it('is a page number where it is marked as one, or counts with the pages', () => {
    expect(running(pages(1, () => line('— 7 —', 50, 720)))).toEqual(['— 7 —']);
    expect(running(pages(2, (number) => line(String(number + 4), 50, 720)))).toEqual(['5', '6']);
    expect(running(pages(2, (number) => line(String(number * 4), 50, 720)))).toEqual([]);
  });

  it('is the address that a browser prints, and the head it prints above', () => {
    const edge = () => [
      ...line('2023/3/5 10:01', 50, 780, 8),
      ...line('https://www.example.gov.cn/a.html', 50, 40, 8),
    ];
    expect(running(pages(1, edge))).toHaveLength(2);
  });

  it('is printed aslant, as a watermark', () => {
    const mark = { ...frame(1, line('内部资料', 0, 0)), isAslant: true };
    expect(running([...pages(1, () => []), mark])).toEqual(['内部资料']);
  });
});

it.each([
  ['the rest of a cell', '执法一二中队', 1],
  ['a line of text', '执法一二三中队', 0],
])('doubts lines that may be rows of a table, with %s between them', (_, between, count) => {
  const glyphs = [0, 1, 2].flatMap((row) => [
    ...[...line(`第${row}`, 50, 700 - row * 40), ...line('12', 200, 700 - row * 40)],
    ...line(between, 50, 680 - row * 40),
  ]);
  expect(layOutPages([frame(1, glyphs)]).doubts).toHaveLength(count);
});

it.each<[string, number, number, number, string[]]>([
  ['through the middle of words', 60, 80, 703, ['乙丙']],
  ['under them', 60, 80, 701.4, []],
  ['over them', 60, 80, 706.1, []],
  ['through less than most of a character', 60, 67, 703, []],
  ['that goes on beyond the line', 20, 120, 703, []],
])('doubts words that a line is drawn %s', (_, x0, x1, y, words) => {
  const strokes = [{ x0, x1, y0: y, y1: y }];
  const { doubts } = layOutPages([frame(1, line('甲乙丙丁', 50, 700), { strokes })]);
  expect(doubts.map((doubt) => doubt.words)).toEqual(words);
});

it('reads a page whose measures are damaged', () => {
  expect(texts([frame(1, [...line(FULL, 50, 700), ...line('远', 1e12, 700)])])).toHaveLength(1);
});

describe('glyphs', () => {
  it('printed twice, hardly shifted, are one', () => {
    const twice = (by: number) =>
      texts([
        frame(
          1,
          line('一、主要做法', 50, 700).flatMap((one) => [one, { ...one, x: one.x + by }]),
        ),
      ])[0];
    expect(twice(3.4)).toBe('一、主要做法');
    expect(twice(3.6)).not.toBe('一、主要做法');
  });

  it('are parted by a space where nearly a character is left free, letters and digits by less', () => {
    const gap = (before: string, after: string, by: number) =>
      texts([frame(1, [...line(`甲甲${before}`, 50, 700), ...line(after, 80 + by, 700)])])[0];
    expect(gap('甲', '8', 8)).toBe('甲甲甲8');
    expect(gap('甲', '8', 8.1)).toBe('甲甲甲 8');
    expect(gap('8', '8', 2)).toBe('甲甲88');
    expect(gap('8', '8', 2.1)).toBe('甲甲8 8');
  });

  it('of a picture leave a line and a doubt', () => {
    const picture = { x0: 50, y0: 400, x1: 350, y1: 600, alt: '公章' };
    const { lines, doubts } = layOutPages([frame(1, line(FULL, 50, 700), { pictures: [picture] })]);
    expect(lines[1]).toMatchObject({ text: '〔图 400×267 公章〕', picture: { alt: '公章' } });
    expect(doubts).toHaveLength(1);
  });
});
