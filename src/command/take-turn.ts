import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks at those before. */
const PAUSE = 100;

/** A place in a queue: who holds it, and before whom. A smaller number comes first. */
interface Ticket {
  readonly number: number;
  readonly pid: number;
  readonly born: string;
  readonly name: string;
}

/**
 * Wait until no other process works on the same thing, then hold the turn until it is given back.
 *
 * The queue is Lamport's bakery: every process writes only its own ticket, and no one has to take
 * a lock away from a dead process, since tickets of processes that have ended do not count. (A lock
 * file that is taken over has a moment in which two can take it.)
 *
 * @param queue a folder of its own for the thing that only one may work on at a time
 * @param onWait told once, with the process that is waited for
 * @returns gives the turn back
 * @see https://lamport.azurewebsites.net/pubs/bakery.pdf
 */
export async function takeTurn(
  queue: string,
  onWait: (pid: number) => void = () => {},
): Promise<() => void> {
  mkdirSync(queue, { recursive: true });
  const own = `${process.pid}-${birthOf(process.pid)}-${randomBytes(4).toString('hex')}`;
  const choosing = path.join(queue, `choosing-${own}`);
  writeFileSync(choosing, '');
  const number = 1 + Math.max(0, ...listTickets(queue).map((ticket) => ticket.number));
  const name = `${String(number).padStart(9, '0')}-${own}`;
  // The number is there in the same moment in which the choosing is over.
  renameSync(choosing, path.join(queue, name));
  let hasSaid = false;
  for (;;) {
    const before = listTickets(queue).find((ticket) => ticket.number === 0 || ticket.name < name);
    if (before === undefined) return () => rmSync(path.join(queue, name), { force: true });
    if (!hasSaid && before.number > 0) {
      hasSaid = true;
      onWait(before.pid);
    }
    await setTimeout(PAUSE);
  }
}

/** List the tickets of living processes; one that still chooses its number has 0. Dead ones go. */
function listTickets(queue: string): Ticket[] {
  return readdirSync(queue).flatMap((name) => {
    const [, digits = '', pid = '', born = ''] =
      /^(choosing|\d+)-(\d+)-(\w*)-\w+$/.exec(name) ?? [];
    if (pid === '') return [];
    const number = digits === 'choosing' ? 0 : Number(digits);
    if (isLiving(Number(pid), born)) return [{ number, pid: Number(pid), born, name }];
    rmSync(path.join(queue, name), { force: true });
    return [];
  });
}

function isLiving(pid: number, born: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // A number that another process has by now.
  return birthOf(pid) === born;
}

/** When a process began, by the system's own count; empty where the system does not tell. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
