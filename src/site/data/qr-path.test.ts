import { expect, it } from 'vitest';
import { drawQrPath } from './qr-path.ts';

/** Read the drawing back into rows of dark (1) and light (0) modules. */
function modules({ size, path }: ReturnType<typeof drawQrPath>): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('0'));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill('1', Number(x), Number(x) + Number(width));
  return rows.map((row) => row.join(''));
}

it('draws the three finder patterns, and modules of a whole number of versions', () => {
  const drawn = drawQrPath('https://archive.example/r/410600/2017/');
  const rows = modules(drawn);
  expect((drawn.size - 17) % 4).toBe(0);
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  const corner = (top: number, left: number) =>
    rows.slice(top, top + 7).map((row) => row.slice(left, left + 7));
  expect(corner(0, 0)).toEqual(finder);
  expect(corner(0, drawn.size - 7)).toEqual(finder);
  expect(corner(drawn.size - 7, 0)).toEqual(finder);
});

it('draws other addresses otherwise', () => {
  expect(drawQrPath('https://archive.example/r/410600/2017/').path).not.toBe(
    drawQrPath('https://archive.example/r/410600/2018/').path,
  );
});
