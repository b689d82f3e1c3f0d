/**
 * Digest the files that every page needs, as the build does: files of two builds have another
 * digest than those of either.
 *
 * @param files their bytes, in the order of the list
 * @returns the first twelve digits of SHA-256
 */
export async function shellDigest(files: readonly ArrayBuffer[]): Promise<string> {
  const all = new Uint8Array(files.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const file of files) {
    all.set(new Uint8Array(file), at);
    at += file.byteLength;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return [...digest.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
