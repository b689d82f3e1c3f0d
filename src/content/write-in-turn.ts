import path from 'node:path';
import { makeFolder } from '../command/make-folder.ts';
import { takeTurn } from '../command/take-turn.ts';

/**
 * Do work that writes to a content directory, when no other process does.
 *
 * Two that file reports at once would each take the same free name, and one report would be lost.
 *
 * @param say tells an editor who waits, and for whom
 */
export async function writeInTurn<T>(
  contentDir: string,
  work: () => Promise<T>,
  say: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<T> {
  makeFolder(contentDir);
  const giveBack = await takeTurn(path.join(contentDir, '.writing'), ({ pid, host, file }) =>
    say(
      `waiting  process ${pid} on ${host} writes to ${contentDir}; where that machine is off, delete ${file}`,
    ),
  );
  try {
    return await work();
  } finally {
    giveBack();
  }
}
