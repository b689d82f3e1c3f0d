import type { Block, BlockCell, BlockRow } from '../line-writer.ts';
import { attributeOf, childrenOf, findBelow, HOLDS_NO_TEXT, valueBelow } from './word-xml.ts';

/**
 * Read the rows of a table of a Word document, cells that are merged downwards as one.
 *
 * @param read gives what stands in a cell
 * @param track counts rows that tracked changes took out
 */
export function readRows(
  table: Element,
  read: (cell: Element) => Block[],
  track: (change: 'out') => void,
): BlockRow[] {
  const open = new Map<number, { rows: number }>();
  return partsOf(table, 'tr').flatMap((row): BlockRow[] => {
    if (findBelow(row, 'trPr', 'del') !== undefined) {
      track('out');
      return [];
    }
    const before = Number(valueBelow(row, 'trPr', 'gridBefore') ?? 0);
    const cells: BlockCell[] = before > 0 ? [{ blocks: [], columns: before, rows: 1 }] : [];
    let column = before;
    for (const cell of partsOf(row, 'tc')) {
      const columns = Math.max(1, Number(valueBelow(cell, 'tcPr', 'gridSpan') ?? 1) || 1);
      const merge = findBelow(cell, 'tcPr', 'vMerge');
      const above = open.get(column);
      const blocks = read(cell);
      if (merge !== undefined && attributeOf(merge) !== 'restart' && above !== undefined) {
        above.rows++;
      } else {
        const own = { blocks, columns, rows: 1 };
        cells.push(own);
        if (merge === undefined) open.delete(column);
        else open.set(column, own);
      }
      column += columns;
    }
    return [{ head: isSet(findBelow(row, 'trPr', 'tblHeader')), cells }];
  });
}

/** The rows of a table and the cells of a row may stand in content controls and the like. */
function partsOf(element: Element, name: 'tr' | 'tc'): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.localName === name) return [child];
    return HOLDS_NO_TEXT.has(child.localName ?? '') ? [] : partsOf(child, name);
  });
}

function isSet(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(attributeOf(element) ?? 'true');
}
