import { getHashes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from '../../report/archive-error.ts';
import { digestFile, unescapePath } from './write-bag.ts';

/** What a bag that is whole holds. */
export interface BagContents {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Prove that a bag is whole: every file that its manifests name is there with the words it was
 * written with, and no other. All that is wrong is found in one run.
 *
 * @throws AggregateError of ArchiveErrors `i-931`, one a fault
 * @see https://www.rfc-editor.org/rfc/rfc8493#section-3
 */
export async function verifyBag(
  folder: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<BagContents> {
  const faults: ArchiveError[] = [];
  const fault = (file: string, text: string) =>
    faults.push(bagFault(path.join(folder, file), text));
  const names = existsSync(folder) ? await readdir(folder) : [];
  const declared = names.includes('bagit.txt')
    ? await readFile(path.join(folder, 'bagit.txt'), 'utf8')
    : '';
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\s*$/i.test(declared))
    throw new AggregateError(
      [
        bagFault(
          folder,
          'Unexpected folder, expected a bag: a `bagit.txt` of version 1.0 in UTF-8',
        ),
      ],
      'No bag',
    );
  const payload = await readManifests(folder, names, 'manifest', fault);
  const tags = await readManifests(folder, names, 'tagmanifest', fault);
  if (payload.size === 0) fault('', 'Unexpected bag without a manifest of its files, expected one');
  const held = new Set(await listAll(folder, 'data', fault));
  const named = new Map<string, Map<string, string>>();
  for (const [digest, lines] of [...payload, ...tags])
    for (const [file, sum] of lines)
      named.set(file, (named.get(file) ?? new Map<string, string>()).set(digest, sum));
  for (const file of held) {
    const without = [...payload].flatMap(([digest, lines]) =>
      lines.has(file) ? [] : [`manifest-${digest}.txt`],
    );
    if (without.length > 0)
      fault(file, `Unexpected file, expected only those of ${without.join(' and ')}`);
  }
  let [files, bytes, done] = [0, 0, 0];
  for (const [file, sums] of named) {
    const target = path.join(folder, file);
    if (file.startsWith('data/') ? !held.has(file) : !existsSync(target))
      fault(file, 'Unexpected absence, expected the file that the manifest names');
    else {
      const found = await digestFile(target, [...sums.keys()]);
      const other = [...sums].find(([digest, sum]) => found.digests[digest] !== sum);
      if (other !== undefined)
        fault(
          file,
          `Unexpected content: ${other[0]} ${found.digests[other[0]]}, expected ${other[1]}`,
        );
      if (file.startsWith('data/')) [files, bytes] = [files + 1, bytes + found.bytes];
    }
    done += 1;
    onProgress(done, named.size);
  }
  const info = await readFile(path.join(folder, 'bag-info.txt'), 'utf8').catch(() => '');
  const oxum = /^Payload-Oxum:\s*(\S+)/im.exec(info)?.[1];
  if (oxum !== undefined && oxum !== `${bytes}.${files}` && faults.length === 0)
    fault('bag-info.txt', `Unexpected Payload-Oxum ${oxum}, expected ${bytes}.${files}`);
  if (faults.length > 0) throw new AggregateError(faults, 'The bag is not whole');
  return { files, bytes };
}

/**
 * Read the manifests of a kind.
 *
 * @returns of each digest, the sum of each file by its path in the bag
 */
async function readManifests(
  folder: string,
  names: readonly string[],
  kind: 'manifest' | 'tagmanifest',
  fault: (file: string, text: string) => void,
): Promise<Map<string, Map<string, string>>> {
  const manifests = new Map<string, Map<string, string>>();
  const known = new Set(getHashes());
  for (const name of names) {
    const digest = new RegExp(`^${kind}-([a-z0-9]+)\\.txt$`).exec(name)?.[1];
    if (digest === undefined) continue;
    if (!known.has(digest)) {
      fault(name, `Unexpected digest \`${digest}\`, expected one as sha256 or sha512`);
      continue;
    }
    const lines = new Map<string, string>();
    const text = await readFile(path.join(folder, name), 'utf8');
    for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
      if (line === '') continue;
      const [, sum, written] = /^([0-9a-f]+)[ \t]+\*?(?:\.\/)?(.+)$/i.exec(line) ?? [];
      const file = unescapePath(written ?? '');
      // A path that leads out of the bag would have another file of this machine read.
      if (sum === undefined || !isWithin(file, kind))
        fault(
          name,
          `Unexpected line ${at + 1} \`${line}\`, expected a digest and a path in the bag`,
        );
      else lines.set(file, sum.toLowerCase());
    }
    manifests.set(digest, lines);
  }
  return manifests;
}

function isWithin(file: string, kind: 'manifest' | 'tagmanifest'): boolean {
  const names = file.split('/');
  const isPlain = !file.includes('\\') && names.every((name) => !['', '.', '..'].includes(name));
  return isPlain && (names[0] === 'data') === (kind === 'manifest');
}

/** List the files of a folder of the bag, and say of what is no plain file. */
async function listAll(
  folder: string,
  below: string,
  fault: (file: string, text: string) => void,
): Promise<string[]> {
  const top = path.join(folder, below);
  const state = await lstat(top).catch(() => undefined);
  if (state?.isDirectory() !== true) {
    fault(below, 'Unexpected absence, expected the folder of what the bag holds');
    return [];
  }
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = path
      .relative(folder, path.join(entry.parentPath, entry.name))
      .split(path.sep)
      .join('/');
    if (entry.isDirectory()) return [];
    if (entry.isFile()) return [file];
    fault(file, 'Unexpected link or device, expected a file');
    return [];
  });
}

function bagFault(file: string, text: string): ArchiveError {
  return new ArchiveError({
    location: { file },
    code: 'i-931',
    text,
    hint: 'take another copy of the bag: this one cannot be relied on',
  });
}
