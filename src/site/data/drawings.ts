import qrcode from 'qrcode-generator';

/** A value to be drawn: a dot on its row. */
interface ChartPoint {
  readonly row: string;
  /** As a text prints it: not negative, and of few decimals. */
  readonly value: number;
  readonly label: string;
}

/** A dot chart worked out, in the units of its view box. */
export interface DotChart {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly { readonly label: string; readonly y: number }[];
  readonly ticks: readonly { readonly label: string; readonly x: number }[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly label: string }[];
}

const size = { width: 640, left: 56, right: 40, row: 36, top: 12, bottom: 28 } as const;

/**
 * Lay out values as dots on one line a row, from nought to the first round number above them.
 *
 * @param points at least one
 */
export function dotChart(points: readonly ChartPoint[]): DotChart {
  const step = tickStep(Math.max(...points.map(({ value }) => value)));
  const last = Math.max(1, Math.ceil(Math.max(...points.map(({ value }) => value)) / step));
  const span = size.width - size.left - size.right;
  const x = (value: number) => round(size.left + (value / (step * last)) * span);
  const names = [...new Set(points.map(({ row }) => row))].toSorted((a, b) => (a < b ? 1 : -1));
  const y = (row: string) => size.top + (names.indexOf(row) + 0.5) * size.row;
  return {
    width: size.width,
    height: size.top + names.length * size.row + size.bottom,
    rows: names.map((label) => ({ label, y: y(label) })),
    ticks: Array.from({ length: last + 1 }, (_, index) => ({
      label: (index * step).toLocaleString('en', { maximumFractionDigits: 4 }),
      x: x(index * step),
    })),
    dots: points.map(({ row, value, label }) => ({ x: x(value), y: y(row), label })),
  };
}

/** One, two or five times a power of ten, so that there are two to five steps. */
function tickStep(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const leading = most / power;
  return power * (leading <= 1 ? 0.2 : leading <= 2 ? 0.5 : leading <= 5 ? 1 : 2);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A QR code as one SVG path, a unit a module, without its quiet zone. */
interface QrPath {
  /** Modules a side. */
  readonly size: number;
  /** Path data: the dark modules, a run a step. */
  readonly path: string;
}

/**
 * Draw an address as a QR code (ISO/IEC 18004), the smallest that holds it, correcting up to
 * 15 % of damage.
 *
 * @param address ASCII, as addresses are
 */
export function drawQrPath(address: string): QrPath {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) => {
    const cells = Array.from({ length: size }, (_, column) =>
      code.isDark(row, column) ? '1' : '0',
    );
    const runs = [...cells.join('').matchAll(/1+/g)];
    return runs.map((run) => `M${run.index} ${row}h${run[0].length}v1h-${run[0].length}z`).join('');
  });
  return { size, path: rows.join('') };
}
