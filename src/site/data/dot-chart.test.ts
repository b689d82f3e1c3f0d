import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotChart } from './dot-chart.ts';

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
