/** How long a property's value is, by the kind that its code tells; `6` begins with its own length. */
const LENGTHS = [1, 1, 2, 4, 2, 2, undefined, 3];

/**
 * Read properties of a run, a paragraph or a style ([MS-DOC] 2.6): codes of two bytes, each with its
 * value.
 *
 * @returns of each the first byte or two of its value
 */
export function readSprms(data: Buffer): Map<number, number> {
  const properties = new Map<number, number>();
  let at = 0;
  while (at + 3 <= data.length) {
    const code = data.readUInt16LE(at);
    at += 2;
    const kind = code >> 13;
    const isShort = kind >= 2 && kind <= 5 && at + 2 <= data.length;
    properties.set(code, isShort ? data.readUInt16LE(at) : data.readUInt8(at));
    at += LENGTHS[kind] ?? data.readUInt8(at) + 1;
  }
  return properties;
}
