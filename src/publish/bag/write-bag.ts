import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The digests that a bag is written with. */
export const bagDigests = ['sha256', 'sha512'] as const;

/** A file that goes into a bag. */
export interface BagFile {
  /** Where it is, absolute. */
  readonly from: string;
  /** Where it goes, below `data/`, with `/` between names. */
  readonly to: string;
}

/** A file's digests, by the name of the digest, and its bytes. */
export interface Digested {
  readonly digests: Readonly<Record<string, string>>;
  readonly bytes: number;
}

/**
 * Copy files into a bag: a folder that proves by digests that it is whole.
 *
 * @param folder made anew; it must not be there
 * @param info what `bag-info.txt` says, besides how much the bag holds
 * @returns how many files it holds, and their bytes
 * @see https://www.rfc-editor.org/rfc/rfc8493
 */
export async function writeBag(
  folder: string,
  files: readonly BagFile[],
  info: readonly (readonly [label: string, value: string])[],
  onProgress: (done: number, all: number) => void = () => {},
): Promise<{ readonly files: number; readonly bytes: number }> {
  const sorted = files.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  const manifests = new Map<string, string[]>(bagDigests.map((name) => [name, []]));
  let bytes = 0;
  for (const [done, { from, to }] of sorted.entries()) {
    const name = `data/${to}`;
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    const digested = await copyDigested(from, target);
    bytes += digested.bytes;
    for (const [digest, lines] of manifests)
      lines.push(`${digested.digests[digest]}  ${escapePath(name)}\n`);
    onProgress(done + 1, sorted.length);
  }
  const tags: Record<string, string> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': [...info, ['Payload-Oxum', `${bytes}.${sorted.length}`] as const]
      .map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ')}\n`)
      .join(''),
  };
  for (const [digest, lines] of manifests) tags[`manifest-${digest}.txt`] = lines.join('');
  for (const [name, text] of Object.entries(tags)) await writeFile(path.join(folder, name), text);
  for (const digest of bagDigests) {
    const lines = Object.entries(tags).map(
      ([name, text]) => `${createHash(digest).update(text).digest('hex')}  ${name}\n`,
    );
    await writeFile(path.join(folder, `tagmanifest-${digest}.txt`), lines.sort(byPath).join(''));
  }
  return { files: sorted.length, bytes };
}

/** Copy a file and digest it on the way, a block at a time. */
async function copyDigested(from: string, to: string): Promise<Digested> {
  const hashes = openHashes(bagDigests);
  const digest = new Transform({
    transform(block: Buffer, _, next) {
      hashes.update(block);
      next(null, block);
    },
  });
  // A file of that name would be another one of the bag: names that differ by letter case only.
  await pipeline(createReadStream(from), digest, createWriteStream(to, { flags: 'wx' }));
  return hashes.end();
}

/** Digest a file, a block at a time. */
export async function digestFile(file: string, names: readonly string[]): Promise<Digested> {
  const hashes = openHashes(names);
  for await (const block of createReadStream(file)) hashes.update(block);
  return hashes.end();
}

function openHashes(names: readonly string[]) {
  const hashes: [string, Hash][] = names.map((name) => [name, createHash(name)]);
  let bytes = 0;
  return {
    update(block: Buffer): void {
      for (const [, hash] of hashes) hash.update(block);
      bytes += block.byteLength;
    },
    end: (): Digested => ({
      digests: Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')])),
      bytes,
    }),
  };
}

function byPath(a: string, b: string): number {
  return a.slice(a.indexOf(' ')) < b.slice(b.indexOf(' ')) ? -1 : 1;
}

/** Write a path as a manifest has it: a line a file, so that a line break in a name is written out. */
function escapePath(name: string): string {
  return name.replace(/[%\r\n]/g, encodeURIComponent);
}

/** Read a path of a manifest. */
export function unescapePath(name: string): string {
  return name.replace(/%(?:25|0[ad])/gi, decodeURIComponent);
}
