import type { List, ListLevel } from '../docx/numbering.ts';

/** Where the header says that lists, and their uses, stand ([MS-DOC] 2.5.8). */
const AT = { lists: 0x2e2, uses: 0x2ea };
const LIST_SIZE = 28;
const USE_SIZE = 16;
const LEVEL_SIZE = 28;
const LEVELS = 9;
/** A document has no more lists; what says so is broken. */
const MOST_LISTS = 10_000;

/** Values of ST_NumberFormat by the number that old documents give them ([MS-OSHARED] 2.2.1.3). */
const FORMATS: Readonly<Record<number, string>> = {
  ...{ 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter' },
  ...{ 10: 'ideographDigital', 11: 'japaneseCounting', 14: 'decimalFullWidth' },
  ...{ 16: 'japaneseLegal', 17: 'japaneseDigitalTenThousand', 18: 'decimalEnclosedCircle' },
  ...{ 22: 'decimalZero', 23: 'bullet', 26: 'decimalEnclosedFullstop' },
  ...{ 27: 'decimalEnclosedParen', 28: 'decimalEnclosedCircleChinese' },
  ...{ 29: 'ideographEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac' },
  ...{ 33: 'taiwaneseCounting', 34: 'ideographLegalTraditional' },
  ...{ 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital', 37: 'chineseCounting' },
  ...{ 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 255: 'none' },
};

/**
 * Read the lists of a Word document from before 2007 as those of a later one.
 *
 * @returns by their numbers, from 1, as paragraphs refer to them
 */
export function readDocLists(document: Buffer, tables: Buffer): ReadonlyMap<string, List> {
  const lists = readLists(document, tables);
  const at = document.readUInt32LE(AT.uses);
  const count = sizeOf(document, AT.uses) < 4 ? 0 : tables.readUInt32LE(at);
  if (count > MOST_LISTS) throw new Error('it has too many lists');
  const uses = new Map<string, List>();
  let rest = at + 4 + count * USE_SIZE;
  for (let index = 0; index < count; index++) {
    const use = at + 4 + index * USE_SIZE;
    const list = tables.readInt32LE(use);
    const overrides = tables.readUInt8(use + 12);
    const levels = new Map(lists.get(list));
    const starts = new Map<number, number>();
    // Of each use: four bytes, then what it says otherwise of some levels.
    rest += 4;
    for (let one = 0; one < overrides; one++) {
      const start = tables.readInt32LE(rest);
      const flags = tables.readUInt8(rest + 4);
      rest += 8;
      if ((flags & 0x10) !== 0 && (flags & 0x20) === 0) starts.set(flags & 0xf, start);
      if ((flags & 0x20) === 0) continue;
      const { level, end } = readLevel(tables, rest, flags & 0xf);
      levels.set(flags & 0xf, level);
      rest = end;
    }
    uses.set(String(index + 1), { counters: String(list), levels, starts });
  }
  return uses;
}

function sizeOf(document: Buffer, at: number): number {
  return at + 8 <= document.length ? document.readUInt32LE(at + 4) : 0;
}

/** The levels of each list, by its id: behind the table of lists stand those of all lists. */
function readLists(document: Buffer, tables: Buffer): Map<number, Map<number, ListLevel>> {
  const lists = new Map<number, Map<number, ListLevel>>();
  if (sizeOf(document, AT.lists) < 2) return lists;
  const start = document.readUInt32LE(AT.lists);
  const count = tables.readUInt16LE(start);
  let at = start + 2 + count * LIST_SIZE;
  for (let index = 0; index < count; index++) {
    const list = start + 2 + index * LIST_SIZE;
    const isSimple = (tables.readUInt8(list + 26) & 1) === 1;
    const levels = new Map<number, ListLevel>();
    for (let number = 0; number < (isSimple ? 1 : LEVELS); number++) {
      const { level, end } = readLevel(tables, at, number);
      levels.set(number, level);
      at = end;
    }
    lists.set(tables.readInt32LE(list), levels);
  }
  return lists;
}

function readLevel(tables: Buffer, at: number, number: number): { level: ListLevel; end: number } {
  const flags = tables.readUInt8(at + 5);
  const properties = tables.readUInt8(at + 24) + tables.readUInt8(at + 25);
  const words = at + LEVEL_SIZE + properties;
  const length = tables.readUInt16LE(words);
  const end = words + 2 + length * 2;
  const text = tables.toString('utf16le', words + 2, end);
  const isRestarted = (flags & 8) === 0;
  return {
    end,
    level: {
      start: tables.readInt32LE(at),
      format: FORMATS[tables.readUInt8(at + 4)] ?? 'decimal',
      // A level's number stands in the text as a character of that number.
      text: [...text]
        .map((one) => (one.charCodeAt(0) < LEVELS ? `%${one.charCodeAt(0) + 1}` : one))
        .join(''),
      isLegal: (flags & 4) !== 0,
      gap: tables.readUInt8(at + 15) === 2 ? '' : ' ',
      restartsAfter: isRestarted ? number - 1 : tables.readUInt8(at + 26) - 1,
    },
  };
}
