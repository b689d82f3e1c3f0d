/**
 * Read the entries of a table of what stands at positions of a story ([MS-DOC] 2.8): all positions
 * come first, and one more, then the entries.
 *
 * @param at where the header says where the table is
 * @param size bytes of an entry
 * @returns the entries, each with its position and the next; none where the table is not whole
 */
export function readEntries(document: Buffer, tables: Buffer, at: number, size: number) {
  if (at + 8 > document.length) return [];
  const [start, length] = [document.readUInt32LE(at), document.readUInt32LE(at + 4)];
  const count = Math.floor((length - 4) / (4 + size));
  if (count < 1 || start + length > tables.length) return [];
  const entries = start + (count + 1) * 4;
  return Array.from({ length: count }, (_, index) => ({
    position: tables.readUInt32LE(start + index * 4),
    next: tables.readUInt32LE(start + index * 4 + 4),
    entry: tables.subarray(entries + index * size, entries + (index + 1) * size),
  }));
}
