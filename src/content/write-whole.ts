import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file whole or not at all: beside its place, then renamed.
 * Folders that are missing are made.
 */
export async function writeWhole(file: string, data: string | Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(beside, data);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Tells which process was writing a file that `writeWhole` had not renamed yet.
 *
 * @returns its id; `undefined` for any other file
 */
export function partWriter(file: string): number | undefined {
  const id = /\.(\d+)-[0-9a-f]{8}\.part$/.exec(file)?.[1];
  return id === undefined ? undefined : Number(id);
}
