import { rm } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './list-files.ts';
import { partWriter } from './write-whole.ts';

/** The folders that are written into. */
const FOLDERS = ['reports', 'sources', 'review', 'versions', 'anchors'];

/** Removes what `writeWhole` left in a content directory where a process was killed in it. */
export async function removeParts(contentDir: string): Promise<void> {
  for (const folder of FOLDERS)
    for (const file of await listFiles(path.join(contentDir, folder))) {
      const writer = partWriter(file);
      if (writer !== undefined && !isRunning(writer))
        await rm(path.join(contentDir, folder, file), { force: true });
    }
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return process_ !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
