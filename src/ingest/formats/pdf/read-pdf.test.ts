import { expect, it } from 'vitest';
import { type MadeLine, makePdf } from '../../../../tests/made-files/make-pdf.ts';
import { extract } from '../extract.ts';

const WIDE = '全县各级各部门认真贯彻落实上级关于法治政府建设的部署';
/** A page as reports are printed: 28 characters of 16 points a line. */
const page = (texts: readonly string[], edges: readonly MadeLine[] = []): MadeLine[] => [
  ...texts.map((text, at) => ({ text, x: text.startsWith('　') ? 104 : 72, y: 740 - at * 28 })),
  ...edges,
];
const NAMES = ['', '甲', '乙', '丙'];
const head = { text: '浚县人民政府公报', x: 400, y: 800 };
const number = (at: number) => ({ text: `— ${at} —`, x: 280, y: 40 });
const read = (bytes: Uint8Array) => extract(bytes, 'a.pdf');

it('joins printed lines to paragraphs, over the page too, and puts aside what runs through the pages', async () => {
  const pages = [1, 2, 3].map((at) =>
    page(
      [
        `　${NAMES[at]}${WIDE.slice(2)}`,
        WIDE + WIDE.slice(0, 2),
        `${WIDE}，`,
        `　${NAMES[at]}完毕。`,
      ],
      [head, number(at)],
    ),
  );
  const { lines, running, text } = await read(makePdf(pages));
  expect(lines.map((line) => line.text.trim())).toEqual([
    ...[`甲${WIDE.slice(2)}${WIDE}全县${WIDE}，`, '甲完毕。'],
    ...[`乙${WIDE.slice(2)}${WIDE}全县${WIDE}，`, '乙完毕。'],
    ...[`丙${WIDE.slice(2)}${WIDE}全县${WIDE}，`, '丙完毕。'],
  ]);
  expect(running?.map((line) => line.text)).toEqual([
    ...['浚县人民政府公报', '— 1 —', '浚县人民政府公报', '— 2 —', '浚县人民政府公报', '— 3 —'],
  ]);
  for (const line of [...lines, ...(running ?? [])])
    expect(text.split('\n')[line.line - 1]).toBe(line.text);
});

it('keeps a number inside a page, and puts aside a head that stands apart on two pages', async () => {
  const pages = [1, 2].map(() =>
    page([WIDE, '　12', WIDE, '　一、主要工作', '　二、下一步'], [head]),
  );
  const { lines, running } = await read(makePdf(pages));
  expect(running?.map(({ text }) => text)).toEqual([head.text, head.text]);
  expect(lines.map((line) => line.text.trim())).toContain('12');
});

it('reads fonts that are not in the file by the standard’s own character maps', async () => {
  const { text } = await read(makePdf([page([WIDE, WIDE])], { font: 'outside' }));
  expect(text).toBe(WIDE + WIDE);
});

it.each([
  ['without text', 'i-005', makePdf([page([]), page([])])],
  ['with page numbers only', 'i-005', makePdf([1, 2].map((at) => page([], [number(at)])))],
  [
    'whose fonts do not tell their characters',
    'i-003',
    makePdf([page([WIDE, WIDE])], { font: 'untold' }),
  ],
  [
    'whose character maps are not in it',
    'i-003',
    Buffer.from(
      Buffer.from(makePdf([page([WIDE, WIDE])], { font: 'outside' }))
        .toString('latin1')
        .replace('UniGB-UCS2-H', 'UniKS-UCS2-H'),
      'latin1',
    ),
  ],
  [
    'under a password',
    'i-004',
    makePdf([page([WIDE])], {
      trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'01'.repeat(32)}>/U<${'02'.repeat(32)}>>>`,
    }),
  ],
  ['that is cut off', 'i-004', makePdf([page([WIDE])]).subarray(0, 60)],
])('refuses a PDF %s', async (_, code, bytes) => {
  await expect(read(bytes)).rejects.toMatchObject({ code, hint: expect.any(String) });
});

it('needs twenty characters a page, fifteen of a hundred common ones', async () => {
  const lineOf = (text: string, at = 0) => ({ text, x: 72, y: 740 - at * 28 });
  const short = (length: number) => read(makePdf([[lineOf('的'.repeat(length))]]));
  expect((await short(20)).text).toHaveLength(20);
  await expect(short(19)).rejects.toMatchObject({ code: 'i-005' });
  const rare = (common: number) =>
    read(
      makePdf([
        Array.from({ length: 4 }, (_, at) =>
          lineOf(`${'的'.repeat(at === 0 ? common : 0)}`.padEnd(25, '鑫'), at),
        ),
      ]),
    );
  expect((await rare(15)).text).toHaveLength(100);
  await expect(rare(14)).rejects.toMatchObject({ code: 'i-003' });
});
