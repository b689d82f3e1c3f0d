import { copyFile, link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Put a folder's files into another place, by links where the disk allows: many thousand files
 * which do not change need not be copied.
 * @param from the folder
 * @param to the place; appears whole
 */
export async function linkFolder(from: string, to: string): Promise<void> {
  const beside = `${to}.part`;
  await rm(beside, { recursive: true, force: true });
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const inside = (entry: { parentPath: string; name: string }) =>
    path.join(beside, path.relative(from, path.join(entry.parentPath, entry.name)));
  await mkdir(beside, { recursive: true });
  for (const entry of entries.filter((each) => each.isDirectory())) {
    await mkdir(inside(entry), { recursive: true });
  }
  for (const entry of entries.filter((each) => each.isFile())) {
    const source = path.join(entry.parentPath, entry.name);
    await link(source, inside(entry)).catch(() => copyFile(source, inside(entry)));
  }
  await rm(to, { recursive: true, force: true });
  await rename(beside, to);
}
