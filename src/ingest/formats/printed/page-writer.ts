import type { SourceLine } from '../../describe/source-page.ts';
import type { NoteLine } from './page-notes.ts';
import type { PlacedPicture, PrintedItem, PrintedTable } from './printed-page.ts';

/** Writes lines, numbered as they stand in the text. */
export class PageWriter {
  readonly #texts: string[] = [];
  readonly #lines: SourceLine[] = [];
  readonly #running: SourceLine[] = [];
  readonly #joined = new Map<
    PrintedTable,
    { goesOnFrom: PrintedTable | undefined; isHeaded: boolean }
  >();
  readonly #numbers = new Map<PrintedTable, number>();

  note(
    table: PrintedTable,
    how: { goesOnFrom: PrintedTable | undefined; isHeaded: boolean },
  ): void {
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
    const told = ['图', `${width}×${height}`, ...(alt === '' ? [] : [alt])].join(' ');
    this.add({ text: `〔${told}〕`, picture: { alt, width, height } });
  }

  addTable(table: PrintedTable): void {
    const { goesOnFrom, isHeaded } = this.#joined.get(table) ?? {};
    const known = goesOnFrom === undefined ? undefined : this.#numbers.get(goesOnFrom);
    const number = known ?? new Set(this.#numbers.values()).size + 1;
    this.#numbers.set(table, number);
    for (const [at, { cells, spans }] of table.rows.entries()) {
      const text = cells.join('\t');
      if (at === 0 && isHeaded === true) this.addRunning(text);
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

/**
 * Take a table that goes on over the page as one, and put aside the head that is printed again
 * there.
 */
export function dropHeadsOfTables(
  items: readonly PrintedItem[],
  writer: PageWriter,
): PrintedItem[] {
  let before: PrintedTable | undefined;
  return items.map((item) => {
    if (item.kind !== 'table') return item;
    const goesOn = before !== undefined && before.page < item.page && hasSameEdges(before, item);
    const head = before?.rows[0]?.cells.join('\t');
    const isHeaded = goesOn && head !== undefined && item.rows[0]?.cells.join('\t') === head;
    const table = goesOn && before !== undefined ? before : item;
    before = item;
    writer.note(item, { goesOnFrom: goesOn ? table : undefined, isHeaded });
    return item;
  });
}

function hasSameEdges(one: PrintedTable, other: PrintedTable): boolean {
  return (
    one.edges.length === other.edges.length &&
    one.edges.every(
      (edge, at) => Math.abs(edge - one.start - (other.edges[at] ?? 0) + other.start) < 4,
    )
  );
}
