import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../../content/content-directory.ts';

/** A source that the archive holds, and the report it is kept with; paths under the content directory. */
export interface HeldSource {
  readonly source: string;
  readonly report: string;
}

/** The sources that a content directory holds, to be found by their bytes. */
export interface HeldSources {
  /** Finds the source that has these very bytes; a snapshot whose report was not written is none. */
  find(bytes: Uint8Array): Promise<HeldSource | undefined>;
  /** Tells whether any source is as long as this: then it is worth reading. */
  hasSize(size: number): boolean;
  /** Notes a source that was written. */
  add(source: string, size: number): void;
}

/**
 * Looks through the sources of a content directory. A source is known by its bytes wherever an
 * editor has moved its report to since; lengths are compared first, so that nothing need be read.
 */
export async function openHeldSources(contentDir: string): Promise<HeldSources> {
  const bySize = new Map<number, Set<string>>();
  const add = (source: string, size: number) => {
    const held = bySize.get(size);
    if (held === undefined) bySize.set(size, new Set([source]));
    else held.add(source);
  };
  for (const file of await listFiles(path.join(contentDir, 'sources')))
    add(`sources/${file}`, (await stat(path.join(contentDir, 'sources', file))).size);
  return {
    add,
    hasSize: (size) => bySize.has(size),
    async find(bytes) {
      for (const source of bySize.get(bytes.length) ?? []) {
        const report = reportOf(source);
        const isHeld =
          existsSync(path.join(contentDir, report)) &&
          Buffer.from(bytes).equals(await readFile(path.join(contentDir, source)));
        if (isHeld) return { source, report };
      }
      return undefined;
    },
  };
}

/** `sources/2017/410600-鹤壁市.2.html`, a second source, and `….v2.txt`, of a version, lie as their report does. */
function reportOf(source: string): string {
  return source.replace(/^sources\//, 'reports/').replace(/(?:\.v?\d+)?\.[^./]+$/, '.md');
}
