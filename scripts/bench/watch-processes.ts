import { type SpawnOptions, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

/** What a command and all the processes it started took. */
export interface ProcessFigures {
  readonly seconds: number;
  /** Of all cores together; `null` where the system does not tell, as in what follows. */
  readonly cpuSeconds: number | null;
  /** Memory of all at the worst moment, bytes. */
  readonly together: number | null;
  /** Memory of the largest, bytes. */
  readonly largest: number | null;
  readonly output: string;
}

interface ProcessState {
  readonly parent: number;
  readonly ticks: number;
  readonly bytes: number;
}

const SAMPLE_MS = 200;
const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4096;

/**
 * Runs a command to its end and watches it with all it starts. Only Linux tells what others take.
 *
 * @throws Error with what it said, where it fails
 */
export async function watchProcesses(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<ProcessFigures> {
  const start = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ticks = new Map<number, number>();
  let [together, largest] = [0, 0];
  const timer = setInterval(async () => {
    const below = await readBelow(child.pid).catch(() => new Map<number, ProcessState>());
    for (const [pid, state] of below) ticks.set(pid, state.ticks);
    const sizes = [...below.values()].map(({ bytes }) => bytes);
    together = Math.max(
      together,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    largest = Math.max(largest, ...sizes);
  }, SAMPLE_MS);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  }).finally(() => clearInterval(timer));
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output}`);
  const all = [...ticks.values()].reduce((sum, one) => sum + one, 0);
  const known = (value: number) => (ticks.size === 0 ? null : value);
  return {
    seconds,
    cpuSeconds: known(all / TICKS_A_SECOND),
    together: known(together),
    largest: known(largest),
    output,
  };
}

/** Reads the state of a process and of all that it started, as `/proc` has it. */
async function readBelow(root: number | undefined): Promise<Map<number, ProcessState>> {
  const states = new Map<number, ProcessState>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // After the command's name, which may hold anything, in brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system, pages] = [1, 11, 12, 21].map((at) => Number(fields[at]));
    if (parent === undefined || user === undefined || system === undefined) continue;
    const bytes = (pages ?? 0) * PAGE_BYTES;
    states.set(Number(name), { parent, ticks: user + system, bytes });
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (states.has(pid) && isBelow(states.get(pid)?.parent ?? 0));
  return new Map([...states].filter(([pid]) => isBelow(pid)));
}
