/** How long a property's value is, by the kind that its code tells; `6` begins with its own length. */
const LENGTHS = [1, 1, 2, 4, 2, 2, undefined, 3];
/** The cells of a row: its length takes two bytes, and counts one too many. */
const CELLS = 0xd608;

/**
 * Read properties of a run, a paragraph or a style ([MS-DOC] 2.6): codes of two bytes, each with its
 * value.
 *
 * @returns of each the first byte or two of its value
 */
export function readSprms(data: Buffer): Map<number, number> {
  return new Map(
    listSprms(data).map(({ code, value }) => {
      const kind = code >> 13;
      const isShort = kind >= 2 && kind <= 5 && value.length >= 2;
      return [code, isShort ? value.readUInt16LE(0) : (value[0] ?? 0)];
    }),
  );
}

/** List the same with whole values; a value's own length is not among its bytes. */
export function listSprms(data: Buffer): { code: number; value: Buffer }[] {
  const properties: { code: number; value: Buffer }[] = [];
  let at = 0;
  while (at + 3 <= data.length) {
    const code = data.readUInt16LE(at);
    at += 2;
    const fixed = LENGTHS[code >> 13];
    const head = fixed === undefined ? (code === CELLS ? 2 : 1) : 0;
    if (at + head > data.length) break;
    const length =
      fixed ?? (head === 2 ? Math.max(0, data.readUInt16LE(at) - 1) : data.readUInt8(at));
    at += head;
    properties.push({ code, value: data.subarray(at, at + length) });
    at += length;
  }
  return properties;
}
