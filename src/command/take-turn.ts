import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks at those before. */
const PAUSE = 100;

/** A place in a queue: who holds it, and before whom. A smaller number comes first. */
export interface Ticket {
  readonly number: number;
  readonly pid: number;
  /** When its process began: its number may be given to another process later. */
  readonly born: string;
  readonly host: string;
  /** The ticket's file, named by all of this. */
  readonly file: string;
}

/**
 * Wait until no other process works on the same thing, then hold the turn until it is given back.
 *
 * The queue is Lamport's bakery: every process writes only its own ticket, and no one has to take
 * a lock away from a dead process, since tickets of processes that have ended do not count. (A lock
 * file that is taken over has a moment in which two can take it.) A process of another machine
 * cannot be looked for: its ticket counts until somebody deletes it.
 *
 * @param queue a folder of its own for the thing that only one may work on at a time; gone when
 *   nobody waits any more
 * @param onWait told once, with the ticket that is waited for
 * @returns gives the turn back
 * @see https://lamport.azurewebsites.net/pubs/bakery.pdf
 */
export async function takeTurn(
  queue: string,
  onWait: (before: Ticket) => void = () => {},
): Promise<() => void> {
  const own = `${process.pid}-${birthOf(process.pid)}-${randomBytes(4).toString('hex')}@${hostname()}`;
  const choosing = path.join(queue, `choosing-${own}`);
  writeInQueue(queue, choosing);
  const number = 1 + Math.max(0, ...listTickets(queue).map((ticket) => ticket.number));
  const file = path.join(queue, `${String(number).padStart(9, '0')}-${own}`);
  // The number is there in the same moment in which the choosing is over.
  renameSync(choosing, file);
  let hasSaid = false;
  for (;;) {
    const before = listTickets(queue).find((ticket) => ticket.number === 0 || ticket.file < file);
    if (before === undefined) return () => leaveQueue(queue, file);
    if (!hasSaid && before.number > 0) {
      hasSaid = true;
      onWait(before);
    }
    await setTimeout(PAUSE);
  }
}

/** Write a file into the queue's folder, which the last to leave may take away at any moment. */
function writeInQueue(queue: string, file: string): void {
  for (;;) {
    mkdirSync(queue, { recursive: true });
    try {
      writeFileSync(file, '');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function leaveQueue(queue: string, file: string): void {
  rmSync(file, { force: true });
  try {
    rmdirSync(queue);
  } catch {
    // Another waits, or has left at the same moment.
  }
}

/** List the tickets of living processes; one that still chooses its number has 0. Dead ones go. */
function listTickets(queue: string): Ticket[] {
  return readdirSync(queue).flatMap((name) => {
    const parts = /^(choosing|\d+)-(\d+)-(\w*)-\w+@(.+)$/.exec(name);
    if (parts === null) return [];
    const [, digits = '', pid = '', born = '', host = ''] = parts;
    const file = path.join(queue, name);
    const number = digits === 'choosing' ? 0 : Number(digits);
    const ticket = { number, pid: Number(pid), born, host, file };
    if (isLiving(ticket)) return [ticket];
    rmSync(file, { force: true });
    return [];
  });
}

function isLiving({ pid, born, host }: Ticket): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // A number that another process has by now.
  return birthOf(pid) === born;
}

/** How many fields of `/proc/<pid>/stat` stand between the command's name and the start time. */
const START_FIELD = 19;

/** When a process began, in ticks since its machine did; empty where the system does not tell. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD] ?? '';
  } catch {
    return '';
  }
}
