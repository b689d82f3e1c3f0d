import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, type ChartPoint, chartFile, drawChart, drawSparkline } from './chart.ts';

const point = (row: string, value: number, name = '甲'): ChartPoint => ({
  ...{ row, value, name, key: name, label: `${name}${row}年：${value} 件` },
  href: `/r/${name}/#p1`,
});
const draw = (points: readonly ChartPoint[]) =>
  drawChart({ title: '受理（件）', unit: '件', points, spreads: [] });
const spread = {
  ...{ row: '2019', count: 7, least: 1, lower: 10, median: 20 },
  ...{ upper: 30, greatest: 900 },
};

it.each([
  [34, [0, 10, 20, 30, 40]],
  [100, [0, 20, 40, 60, 80, 100]],
  [23500, [0, 10_000, 20_000, 30_000]],
  [2, [0, 0.5, 1, 1.5, 2]],
  [0, [0, 1]],
])('marks an axis from nought to a round number above %d', (value, ticks) => {
  expect(axisTicks(value)).toEqual(ticks);
});

it('marks every axis at or above its greatest value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), (hundredths) => {
      const ticks = axisTicks(hundredths / 100);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(hundredths / 100 - 1e-4);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});

describe('a chart', () => {
  it('draws one value not at all, and two as dots that lead to their words', () => {
    expect(draw([point('2018', 3)])).toBeNull();
    const svg = draw([point('2018', 3, '甲'), point('2019', 5, '<乙>')]) ?? '';
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain('href="/r/甲/#p1"');
    expect(svg).toContain('<title>&lt;乙&gt;2019年：5 件</title>');
    expect(svg).toContain('单位：件');
  });

  it('puts the latest year on top, and the greater value further right', () => {
    const svg = draw([point('2017', 1), point('2019', 9), point('2018', 5)]) ?? '';
    const rows = [...svg.matchAll(/class="chart-row"[^>]*>(\d+)/g)].map(([, row]) => row);
    expect(rows).toEqual(['2019', '2018', '2017']);
    const places = [...svg.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(places).toHaveLength(3);
    expect((places[0] ?? 0) < (places[2] ?? 0) && (places[2] ?? 0) < (places[1] ?? 0)).toBe(true);
  });

  it('sets dots of one value apart', () => {
    const svg = draw([point('2018', 3, '甲'), point('2018', 3, '乙')]) ?? '';
    const heights = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => y);
    expect(new Set(heights).size).toBe(2);
  });

  it('draws many values as they lie, and says where one is beyond the axis', () => {
    const svg = drawChart({ title: '受理', unit: '件', points: [], spreads: [spread] }) ?? '';
    expect(svg).toContain('7 个数值，中位数 20，中间一半 10–30，最小 1，最大 900');
    expect(svg).toContain('chart-beyond');
    const near = { ...spread, greatest: 60 };
    expect(drawChart({ title: '', unit: '', points: [], spreads: [near] })).not.toContain('beyond');
  });

  it('stands by itself as a file with its own style', () => {
    const file = chartFile(draw([point('2018', 3), point('2019', 5)]) ?? '');
    expect(file).toMatch(/^<\?xml[^>]*>\n<svg[^>]*xmlns="http[^>]*><style>/);
  });
});

it('a small line breaks where a year has no value', () => {
  expect(drawSparkline([1, null, 3, 4])).toContain('d="M4 19M78.7 9L116 4"');
});
