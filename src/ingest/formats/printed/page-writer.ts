import type { SourceLine } from '../../describe/source-page.ts';
import { pictureText } from '../line-writer.ts';
import type { NoteLine } from './page-notes.ts';
import type { PlacedPicture, PrintedItem, PrintedLine, PrintedTable } from './printed-page.ts';

/** Writes lines, numbered as they stand in the text. */
export class PageWriter {
  readonly #texts: string[] = [];
  readonly #lines: SourceLine[] = [];
  readonly #running: SourceLine[] = [];
  readonly #joined = new Map<
    PrintedTable,
    { goesOnFrom: PrintedTable | undefined; heads: number }
  >();
  readonly #numbers = new Map<PrintedTable, number>();

  note(table: PrintedTable, how: { goesOnFrom: PrintedTable | undefined; heads: number }): void {
    this.#joined.set(table, how);
  }

  add(line: Omit<SourceLine, 'line'>): void {
    this.#texts.push(line.text);
    this.#lines.push({ ...line, line: this.#texts.length });
  }

  addRunning(text: string): void {
    this.#texts.push(text);
    this.#running.push({ line: this.#texts.length, text });
  }

  addNote({ mark, text, isFirst }: NoteLine): void {
    const last = this.#lines.at(-1);
    if (!isFirst && last?.note?.mark === mark && last.line === this.#texts.length) {
      const joined = last.text + text;
      this.#texts[this.#texts.length - 1] = joined;
      this.#lines[this.#lines.length - 1] = { ...last, text: joined };
    } else this.add({ text, note: { mark } });
  }

  addPicture({ alt, width, height }: PlacedPicture): void {
    const picture = { alt, width, height };
    this.add({ text: pictureText(picture), picture });
  }

  addTable(table: PrintedTable): void {
    const { goesOnFrom, heads = 0 } = this.#joined.get(table) ?? {};
    const known = goesOnFrom === undefined ? undefined : this.#numbers.get(goesOnFrom);
    const number = known ?? new Set(this.#numbers.values()).size + 1;
    this.#numbers.set(table, number);
    for (const [at, { cells, spans }] of table.rows.entries()) {
      const text = cells.join('\t');
      if (at < heads) this.addRunning(text);
      else
        this.add({
          text,
          row: {
            ...{ table: number, cells, head: at === 0 && goesOnFrom === undefined },
            ...(spans.length === 0 ? {} : { spans }),
          },
        });
    }
  }

  end(): { text: string; lines: readonly SourceLine[]; running: readonly SourceLine[] } {
    return { text: this.#texts.join('\n'), lines: this.#lines, running: this.#running };
  }
}

/** What stands over the rest of a table on the next page: 续表, （续）. */
const CONTINUED = /^[（(]?(?:续|表.{0,30}续[）)]?$)/u;

/**
 * Take a table that goes on over the page as one, and put aside the head that is printed again
 * there.
 *
 * @param aside lines that run through the pages, and notes; any other parts one table from the next
 */
export function dropHeadsOfTables(
  items: readonly PrintedItem[],
  writer: PageWriter,
  aside: (line: PrintedLine) => boolean,
): PrintedItem[] {
  let before: PrintedTable | undefined;
  /** The part of the table on its first page, whose head is printed again. */
  let first: PrintedTable | undefined;
  return items.map((item) => {
    if (item.kind === 'transcribed') before = undefined;
    else if (item.kind === 'line' && !aside(item) && !CONTINUED.test(item.text)) before = undefined;
    if (item.kind !== 'table') return item;
    const goesOn = before?.page === item.page - 1 && hasSameEdges(before, item);
    const table = goesOn && before !== undefined ? before : item;
    const heads = goesOn ? countAlike(first ?? table, item) : 0;
    if (!goesOn) first = item;
    before = item;
    writer.note(item, { goesOnFrom: goesOn ? table : undefined, heads });
    return item;
  });
}

/** Count the rows that two parts of a table both begin with. */
function countAlike(one: PrintedTable, other: PrintedTable): number {
  const textOf = ({ rows }: PrintedTable, at: number) => rows[at]?.cells.join('\t');
  let count = 0;
  while (count < other.rows.length && textOf(one, count) === textOf(other, count)) count++;
  return count;
}

function hasSameEdges(one: PrintedTable, other: PrintedTable): boolean {
  return (
    one.edges.length === other.edges.length &&
    one.edges.every(
      (edge, at) => Math.abs(edge - one.start - (other.edges[at] ?? 0) + other.start) < 4,
    )
  );
}
