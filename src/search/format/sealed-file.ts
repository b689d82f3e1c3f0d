/** A failure to read a file of the search as what it should be. */
export class SearchFormatError extends Error {
  override readonly name = 'SearchFormatError';
}

const LINE_END = 10;

/**
 * Put before a file's content what it is: its name, with the folder that changes with anything in
 * it, its length and its checksum. A host may cut a file, mix files up or keep an old one.
 * @param name the path below `search/`
 * @param content any bytes
 * @returns the file
 */
export function sealFile(name: string, content: Uint8Array): Uint8Array {
  const seal = new TextEncoder().encode(`${sealOf(name, content)}\n`);
  const file = new Uint8Array(seal.length + content.length);
  file.set(seal);
  file.set(content, seal.length);
  return file;
}

/**
 * Take a file's content out, if it is the file it should be, whole.
 * @param name the path below `search/`
 * @param file what came under it
 * @returns the content
 * @throws SearchFormatError where it is another file or not whole
 */
export function openSealed(name: string, file: Uint8Array): Uint8Array {
  const end = file.indexOf(LINE_END);
  const seal = new TextDecoder().decode(file.subarray(0, Math.max(0, end)));
  const content = file.subarray(end + 1);
  if (end > 0 && seal === sealOf(name, content)) return content;
  throw new SearchFormatError(`Unexpected content of search/${name}: it is not whole or not it`);
}

function sealOf(name: string, content: Uint8Array): string {
  return `${name} ${content.length} ${checksum(content)}`;
}

/**
 * Sum bytes up, four at a time, in two runs after FNV-1a: against damage, not against forgery.
 * @returns 16 hexadecimal digits
 */
export function checksum(bytes: Uint8Array): string {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let [one, other] = [0x811c9dc5, 0x1000193];
  const take = (word: number) => {
    one = Math.imul(one ^ word, 0x01000193);
    // Low digits of a product know nothing of high ones: bring these down.
    one ^= one >>> 15;
    other = Math.imul(other ^ (word + one), 0x5bd1e995);
    other ^= other >>> 13;
  };
  for (let at = 0; at < whole; at += 4) take(words.getUint32(at, true));
  for (const byte of bytes.subarray(whole)) take(byte);
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
