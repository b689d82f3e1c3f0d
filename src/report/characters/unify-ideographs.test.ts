import { expect, it } from 'vitest';
import { foldPrinted, normaliseTypography } from './typography.ts';
import { unifyIdeographs } from './unify-ideographs.ts';

it.each([
  [
    'of the supplement',
    '⻓期⻅诸⺠生⻋⻢⻔⻚⻬⻰⻩⺟⻄⻘⻝⺮⺼',
    '长期见诸民生车马门页齐龙黄母西青食竹月',
  ],
  ['of the Kangxi block', '⼾籍⽅⾯⼯⼈⽇⽂⾏', '户籍方面工人日文行'],
  ['of the compatibility blocks', '\u{f9e9}程\u{2f800}\u{2fa1d}', '里程丽𪘀'],
])('gives ideographs for look-alikes %s', (_, from, to) => {
  expect(unifyIdeographs(from)).toBe(to);
  expect(normaliseTypography(from)).toBe(to);
  expect(foldPrinted(from)).toBe(foldPrinted(to));
});

it('gives an ideograph for each radical that Unicode has one for, and leaves the others', () => {
  const radicals = Array.from({ length: 0x2ef4 - 0x2e80 }, (_, at) =>
    String.fromCodePoint(0x2e80 + at),
  );
  const left = radicals.filter((radical) => unifyIdeographs(radical) === radical);
  expect(left.filter((radical) => /\p{Assigned}/u.test(radical))).toEqual(['⺀']);
  for (const radical of radicals.filter((one) => one.normalize('NFKC') !== one))
    expect(unifyIdeographs(radical)).toBe(radical.normalize('NFKC'));
  for (let at = 0x2f00; at <= 0x2fd5; at++)
    expect(unifyIdeographs(String.fromCodePoint(at))).toMatch(/^[\u4e00-\u9fff]$/u);
});

it('leaves ideographs, marks and symbols as they are', () => {
  const text = '户戶青靑黄黃⿰，㈠①Ａ﨎';
  expect(unifyIdeographs(text)).toBe(text);
});
