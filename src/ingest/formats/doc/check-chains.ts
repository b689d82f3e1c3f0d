/** Where the header of a compound file says what ([MS-CFB] 2.2). */
const AT = { sector: 30, tables: 44, shortTable: 60, moreTables: 68, moreCount: 72, first: 76 };
const HEADER = 512;
const IN_HEADER = 109;
const SECTOR_SIZES = [512, 4096];

/**
 * Refuse a compound file (.doc, .wps) with a chain of sectors that runs in a circle: who follows it
 * takes half a minute and all memory. So does one that claims more tables than it has room for.
 *
 * @throws Error where it is so
 */
export function checkChains(file: Buffer): void {
  if (file.length < HEADER) throw new Error('it is cut off');
  const size = 2 ** file.readUInt16LE(AT.sector);
  const sectors = Math.ceil((file.length - HEADER) / size);
  const claimed = [file.readUInt32LE(AT.tables), file.readUInt32LE(AT.moreCount)];
  if (!SECTOR_SIZES.includes(size) || claimed.some((count) => count > sectors))
    throw new Error('its header is damaged');
  const entriesOf = (sector: number): number[] => {
    const start = HEADER + sector * size;
    const whole = Math.floor((Math.min(file.length, start + size) - start) / 4);
    return Array.from({ length: Math.max(0, whole) }, (_, at) => file.readInt32LE(start + at * 4));
  };
  const next = listTables(file, claimed, entriesOf).flatMap(entriesOf);
  refuseCircles(next);
  const short: number[] = [];
  for (let at = file.readInt32LE(AT.shortTable); at >= 0 && at < next.length; at = next[at] ?? -1)
    short.push(at);
  refuseCircles(short.flatMap(entriesOf));
}

/** List the sectors that hold the table of chains: those the header names, then those of its tail. */
function listTables(
  file: Buffer,
  [count = 0, more = 0]: readonly number[],
  entriesOf: (sector: number) => number[],
): number[] {
  const tables = Array.from({ length: IN_HEADER }, (_, at) => file.readInt32LE(AT.first + at * 4));
  let sector = file.readInt32LE(AT.moreTables);
  for (let read = 0; read < more && sector >= 0; read++) {
    const entries = entriesOf(sector);
    sector = entries.pop() ?? -1;
    tables.push(...entries);
  }
  return tables.slice(0, count).filter((table) => table >= 0);
}

/** @param next of each sector the one that follows it; negative where none does */
function refuseCircles(next: readonly number[]): void {
  /** In which walk a sector was met, from 1. */
  const walks = new Uint32Array(next.length);
  for (let start = 0; start < next.length; start++) {
    let at = start;
    while (at >= 0 && at < next.length && walks[at] === 0) {
      walks[at] = start + 1;
      at = next[at] ?? -1;
    }
    if (at >= 0 && walks[at] === start + 1) throw new Error('a chain of it runs in a circle');
  }
}
