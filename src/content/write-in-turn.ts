import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who holds the lock of a content directory. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When its process began, as its machine says: a number that another process has been given since. */
  readonly started: string;
  readonly command: string;
}

const LOCK = '.writing';
/** How long one waits before looking again, and before saying so once more, in milliseconds. */
const PAUSE = 200;
const SAY_AGAIN = 30_000;

/**
 * Do work that writes to a content directory, when no other process does.
 *
 * Two that file reports at once would each take the same free name, and one report would be lost.
 * The lock is a file that names who holds it; one whose process is gone holds nothing.
 *
 * @param command what others who wait are told is at work
 * @param say tells an editor who waits, and for whom
 */
export async function writeInTurn<T>(
  contentDir: string,
  command: string,
  work: () => Promise<T>,
  say: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<T> {
  await mkdir(contentDir, { recursive: true });
  const lock = path.join(contentDir, LOCK);
  const own = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    command,
  });
  const beside = `${lock}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  await writeFile(beside, own);
  try {
    let told = Number.NEGATIVE_INFINITY;
    // A link is made whole or not at all, so that nobody reads half a lock.
    while (!(await isMade(link(beside, lock)))) {
      const held = await readFile(lock, 'utf8').catch(() => undefined);
      if (held === undefined) continue;
      const holder = parseHolder(held);
      if (holder === undefined || isGone(holder)) {
        await removeStale(lock, held);
        continue;
      }
      if (Date.now() - told >= SAY_AGAIN) {
        say(
          `waiting  ${holder.command} (process ${holder.pid} on ${holder.host}) writes to ${contentDir}; where that machine is off, delete ${lock}`,
        );
        told = Date.now();
      }
      await sleep(PAUSE);
    }
  } finally {
    await rm(beside, { force: true });
  }
  try {
    return await work();
  } finally {
    if ((await readFile(lock, 'utf8').catch(() => '')) === own) await rm(lock, { force: true });
  }
}

async function isMade(made: Promise<void>): Promise<boolean> {
  try {
    await made;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Take a lock away that nobody holds; put it back where another took it in the meantime. */
async function removeStale(lock: string, held: string): Promise<void> {
  const aside = `${lock}.${randomBytes(4).toString('hex')}.part`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== held) await isMade(link(aside, lock));
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host, started, command } = JSON.parse(text);
    return Number.isInteger(pid) && typeof host === 'string'
      ? { pid, host, started: String(started), command: String(command) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Tell whether a holder's process has ended; of another machine that cannot be told. */
function isGone({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  return started !== '' && startOf(pid) !== started;
}

/** How many fields of `/proc/<pid>/stat` stand between the command's name and the start time. */
const START_FIELD = 19;

/** When a process began, in ticks since the machine did; empty where the machine does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD] ?? '';
  } catch {
    return '';
  }
}
