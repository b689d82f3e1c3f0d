import { listFiles } from '../content/content-directory.ts';

/** Counts the pages of a built site. */
export async function countPages(directory: string): Promise<number> {
  const files = await listFiles(directory);
  return files.filter((name) => name.endsWith('.html')).length;
}

/** Formats a size for people: `412 KB`, `1.3 MB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
