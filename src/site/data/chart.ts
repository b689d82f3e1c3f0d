import { escapeMarkup } from '../../report/escape-markup.ts';
import type { Spread } from './place-figures.ts';

/** A value to be drawn: a dot on its row that leads to its words. */
export interface ChartPoint {
  readonly row: string;
  /** Not negative, and of few decimals. */
  readonly value: number;
  readonly label: string;
  /** Written beside the dot where there is room. */
  readonly name: string;
  /** Where the value was read, as the page links to it. */
  readonly href: string;
  /** What a script finds the dot by. */
  readonly key: string;
}

/** What is drawn: each row its dots, or how its values lie where they are too many. */
export interface ChartRows {
  readonly title: string;
  /** What the axis counts: 件, 人, %. */
  readonly unit: string;
  readonly points: readonly ChartPoint[];
  readonly spreads: readonly (Spread & { readonly row: string })[];
}

const SIZE = { width: 640, left: 64, right: 40, row: 44, top: 10, foot: 48 } as const;
/** Apart from each other dots are pressed one by one. */
const DOT = 5;

/** Round numbers from nought up, that an axis is marked with. */
export function axisTicks(most: number): number[] {
  const step = tickStep(most);
  const last = Math.max(1, Math.ceil(Math.round((most / step) * 1e6) / 1e6));
  return Array.from({ length: last + 1 }, (_, index) => Math.round(index * step * 1e4) / 1e4);
}

/** One, two or five times a power of ten, so that there are two to five steps. */
function tickStep(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const leading = most / power;
  return power * (leading <= 1 ? 0.2 : leading <= 2 ? 0.5 : leading <= 5 ? 1 : 2);
}

/**
 * Draw values along one axis, a row a year. Many values are drawn as their spread: a line from the
 * least to the greatest within the axis, a box of the middle half, a bar at the median.
 *
 * @returns SVG markup; `null` where there is nothing to compare
 */
export function drawChart({ title, unit, points, spreads }: ChartRows): string | null {
  const values = [
    ...points.map(({ value }) => value),
    ...spreads.map(({ upper, median, greatest }) =>
      // One value far off would press all others into a corner.
      Math.min(greatest, Math.max(upper, median) * 2),
    ),
  ];
  if (points.length + spreads.reduce((sum, { count }) => sum + count, 0) < 2) return null;
  const ticks = axisTicks(Math.max(...values));
  const top = ticks.at(-1) ?? 1;
  const span = SIZE.width - SIZE.left - SIZE.right;
  const x = (value: number) => round(SIZE.left + (Math.min(value, top) / top) * span);
  const names = [...new Set([...points, ...spreads].map(({ row }) => row))].toSorted((a, b) =>
    a < b ? 1 : -1,
  );
  const y = (row: string) => SIZE.top + (names.indexOf(row) + 0.5) * SIZE.row;
  const foot = SIZE.top + names.length * SIZE.row;
  const height = foot + SIZE.foot;
  return [
    `<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${height}" role="group" aria-label="${escapeMarkup(title)}">`,
    ...ticks.map(
      (tick) =>
        `<path class="chart-line" d="M${x(tick)} ${SIZE.top}V${foot}"/><text class="chart-tick" x="${x(tick)}" y="${foot + 18}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
    ),
    `<text class="chart-unit" x="${SIZE.width - SIZE.right}" y="${foot + 40}" text-anchor="end">${escapeMarkup(`单位：${unit}`)}</text>`,
    ...names.map(
      (name) => `<text class="chart-row" x="0" y="${y(name) + 5}">${escapeMarkup(name)}</text>`,
    ),
    ...spreads.map((spread) => drawSpread(spread, y(spread.row), x, top)),
    ...[...Map.groupBy(points, ({ row }) => row)].map(([row, own]) => drawDots(own, y(row), x)),
    '</svg>',
  ].join('');
}

function drawSpread(
  { least, lower, median, upper, greatest, count }: Spread,
  y: number,
  x: (value: number) => number,
  top: number,
): string {
  const [a, b, m, c, d] = [x(least), x(lower), x(median), x(upper), x(greatest)];
  const words = `${count} 个数值，中位数 ${median.toLocaleString('en')}，中间一半 ${lower.toLocaleString('en')}–${upper.toLocaleString('en')}，最小 ${least.toLocaleString('en')}，最大 ${greatest.toLocaleString('en')}`;
  const beyond = greatest > top ? `<path class="chart-beyond" d="M${d} ${y - 4}l6 4-6 4z"/>` : '';
  return `<g role="img" aria-label="${words}"><title>${words}</title><path class="chart-range" d="M${a} ${y}H${d}"/>${beyond}<rect class="chart-box" x="${b}" y="${y - 9}" width="${round(Math.max(1, c - b))}" height="18"/><path class="chart-median" d="M${m} ${y - 12}v24"/><text class="chart-name" x="${m}" y="${y - 14}" text-anchor="middle">${median.toLocaleString('en')}</text></g>`;
}

/** Dots that would cover each other are set one above the other, as far as the row goes. */
function drawDots(points: readonly ChartPoint[], y: number, x: (value: number) => number): string {
  const taken = new Map<number, number>();
  const most = Math.max(...points.map(({ value }) => value));
  const named = points.find(({ value }) => value === most);
  return points
    .map((point) => {
      const at = x(point.value);
      const cell = Math.round(at / (DOT * 2));
      const level = taken.get(cell) ?? 0;
      taken.set(cell, level + 1);
      const lift = level === 0 ? 0 : Math.min(14, Math.ceil(level / 2) * 5) * (level % 2 ? -1 : 1);
      const name =
        point === named
          ? `<text class="chart-name" x="${at}" y="${y - 10}" text-anchor="${at > SIZE.width * 0.7 ? 'end' : at < SIZE.width * 0.2 ? 'start' : 'middle'}">${escapeMarkup(point.name)}</text>`
          : '';
      return `<a href="${escapeMarkup(point.href)}" data-key="${escapeMarkup(point.key)}"><title>${escapeMarkup(point.label)}</title><circle cx="${at}" cy="${y + lift}" r="${DOT}"/></a>${name}`;
    })
    .join('');
}

/** Draw a series as a line 120 wide and 28 high, a dot where a year's value is; gaps stay gaps. */
export function drawSparkline(values: readonly (number | null)[]): string {
  const most = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const step = values.length > 1 ? 112 / (values.length - 1) : 0;
  const at = values.flatMap((value, index) =>
    value === null
      ? []
      : [{ index, x: round(4 + index * step), y: round(24 - (value / most) * 20) }],
  );
  const path = at
    .map(({ index, x, y }, i) => `${at[i - 1]?.index === index - 1 ? 'L' : 'M'}${x} ${y}`)
    .join('');
  const dots = at.map(({ x, y }) => `M${x} ${y}h0`).join('');
  return `<svg class="sparkline" viewBox="0 0 120 28" aria-hidden="true"><path class="sparkline-line" d="${path}"/><path class="sparkline-dots" d="${dots}"/></svg>`;
}

/** The look of a drawing that stands by itself, by day and by night. */
const FILE_STYLE =
  'text{font:13px sans-serif;fill:#4b453c}.chart-unit,.chart-tick{fill:#696155}.chart-line{stroke:#e3dccd;fill:none}.chart-range,.chart-median{stroke:#1e1b17;fill:none}.chart-median{stroke-width:3}.chart-box{fill:#b9af9c}circle,.chart-beyond{fill:#1e1b17;fill-opacity:.7}svg{background:#fbf9f4}@media(prefers-color-scheme:dark){svg{background:#161513}text{fill:#bcb5a8}.chart-line{stroke:#34312c}.chart-range,.chart-median{stroke:#dcd6ca}.chart-box{fill:#5d574e}circle,.chart-beyond{fill:#dcd6ca}}';

/** Return a drawing as a file that stands by itself. */
export function chartFile(svg: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace('>', `><style>${FILE_STYLE}</style>`)}\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
