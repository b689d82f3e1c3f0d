import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotChart, drawQrPath } from './drawings.ts';

it.each([
  [34, ['0', '10', '20', '30', '40']],
  [100, ['0', '20', '40', '60', '80', '100']],
  [23500, ['0', '10,000', '20,000', '30,000']],
  [2, ['0', '0.5', '1', '1.5', '2']],
  [0, ['0', '1']],
])('draws an axis from nought to a round number above %d', (value, labels) => {
  const { ticks } = dotChart([{ row: '2018', value, label: '' }]);
  expect(ticks.map(({ label }) => label)).toEqual(labels);
});

it('keeps every dot on the chart, further right where the value is greater', () => {
  const points = fc.array(
    fc.record({
      row: fc.constantFrom('2017', '2018', '2019'),
      value: fc.integer({ min: 0, max: 1e12 }).map((hundredths) => hundredths / 100),
      label: fc.constant(''),
    }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(points, (drawn) => {
      const { dots, width, height } = dotChart(drawn);
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeLessThan(height);
      }
      const byValue = drawn.map(({ value }, index) => ({ value, x: dots[index]?.x ?? 0 }));
      const sorted = byValue.toSorted((a, b) => a.value - b.value).map(({ x }) => x);
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
    }),
  );
});

it('puts the latest year on top', () => {
  const { rows } = dotChart(['2017', '2019', '2018'].map((row) => ({ row, value: 1, label: '' })));
  expect(rows.map(({ label }) => label)).toEqual(['2019', '2018', '2017']);
});

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
