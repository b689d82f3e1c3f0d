import type { BlockCell, BlockRow } from '../line-writer.ts';

/** How a row of a table is parted, by what its end says. */
export interface RowShape {
  /** Where its cells begin and end, from the left, in twentieths of a point. */
  readonly edges: readonly number[];
  /** Of each cell: whether it goes on from the one to its left, or from the one above. */
  readonly goesOn: readonly ('left' | 'above' | undefined)[];
}

const CELL_SIZE = 20;
/** Edges of one column miss each other by less. */
const NEAR = 20;

/** Read the cells of a row ([MS-DOC] 2.9.317): their edges, then what each is joined to. */
export function readRowShape(value: Buffer): RowShape | undefined {
  const count = value[0] ?? 0;
  if (count === 0 || value.length < 1 + 2 * (count + 1)) return undefined;
  const edges = Array.from({ length: count + 1 }, (_, at) => value.readInt16LE(1 + 2 * at));
  const cells = 1 + 2 * (count + 1);
  const goesOn = Array.from({ length: count }, (_, at) => {
    const from = cells + at * CELL_SIZE;
    const flags = from + 2 <= value.length ? value.readUInt16LE(from) : 0;
    if ((flags & 3) === 1) return 'left' as const;
    return ((flags >> 5) & 3) === 1 ? ('above' as const) : undefined;
  });
  return { edges, goesOn };
}

/**
 * Join the cells of a table that its rows say are one.
 *
 * @param shapes one a row
 * @returns `undefined` where the rows do not fit what is said of them
 */
export function joinCells(
  rows: readonly BlockRow[],
  shapes: readonly (RowShape | undefined)[],
): BlockRow[] | undefined {
  const known = shapes.filter((shape) => shape !== undefined);
  const isFitting = rows.every(({ cells }, at) => cells.length === shapes[at]?.goesOn.length);
  if (known.length < rows.length || !isFitting) return undefined;
  const columns: number[] = [];
  for (const edge of known.flatMap(({ edges }) => edges).sort((a, b) => a - b))
    if (edge - (columns.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) columns.push(edge);
  const columnOf = (edge = 0) => columns.findIndex((one) => Math.abs(one - edge) <= NEAR);
  /** Cells that may go on below, by their first column. */
  let above = new Map<number, BlockCell>();
  return rows.map(({ head, cells }, row): BlockRow => {
    const { edges = [], goesOn = [] } = known[row] ?? {};
    const own: BlockCell[] = [];
    const open = new Map<number, BlockCell>();
    for (const [at, cell] of cells.entries()) {
      const [from, to] = [columnOf(edges[at]), columnOf(edges[at + 1])];
      const upper = goesOn[at] === 'above' && isEmpty(cell) ? above.get(from) : undefined;
      const left = goesOn[at] === 'left' && isEmpty(cell) ? own.at(-1) : undefined;
      if (upper !== undefined) {
        Object.assign(upper, { rows: upper.rows + 1 });
        open.set(from, upper);
      } else if (left === undefined) {
        const begun = { ...cell, columns: Math.max(1, to - from) };
        own.push(begun);
        open.set(from, begun);
      } else Object.assign(left, { columns: left.columns + to - from });
    }
    above = open;
    return { head, cells: own };
  });
}

/** A cell that says something of its own is kept, whatever it is said to be joined to. */
function isEmpty({ blocks }: BlockCell): boolean {
  return blocks.every((block) => block.kind === 'paragraph' && block.text.trim() === '');
}
