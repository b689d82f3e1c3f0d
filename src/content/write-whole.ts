import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './content-directory.ts';

/**
 * Write a file whole or not at all: into a file beside it, then renamed.
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

/** Write files that belong together; where one cannot be written, those that are new go again. */
export async function writeTogether(
  files: readonly (readonly [file: string, data: string | Uint8Array])[],
): Promise<void> {
  const made: string[] = [];
  try {
    for (const [file, data] of files) {
      const isNew = !existsSync(file);
      await writeWhole(file, data);
      if (isNew) made.push(file);
    }
  } catch (error) {
    for (const file of made) await rm(file, { force: true });
    throw error;
  }
}

/** The folders that are written into. */
const FOLDERS = ['reports', 'sources', 'review', 'versions', 'anchors'];

/** Remove what `writeWhole` left in a content directory where a process was killed in it. */
export async function removeParts(contentDir: string): Promise<void> {
  for (const folder of FOLDERS)
    for (const file of await listFiles(path.join(contentDir, folder))) {
      const writer = /\.(\d+)-[0-9a-f]{8}\.part$/.exec(file)?.[1];
      if (writer !== undefined && !isRunning(Number(writer)))
        await rm(path.join(contentDir, folder, file), { force: true });
    }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return id !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
