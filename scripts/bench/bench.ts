import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What a benchmark runs on. */
export interface BenchOptions {
  /** How many reports; absent: as many as there are. */
  readonly reports: number | undefined;
  /** A folder of texts, absolute; absent: texts made up. */
  readonly corpus: string | undefined;
  /** Of how many years texts made up are; absent: as the benchmark has them. */
  readonly years: number | undefined;
  /** Whether to measure what takes long and says little more, too. */
  readonly all: boolean;
}

/** What a benchmark found: a table for people, figures for programs. */
export interface BenchOutcome {
  readonly table: string;
  readonly figures: unknown;
}

/** A benchmark. */
export type Bench = (options: BenchOptions) => Promise<BenchOutcome>;

const run = promisify(execFile);
/** A build says little, but a failing one may say much. */
const MOST_BYTES = 1 << 26;

/** Pass on what a command says while it works, so that a long one is seen to. */
function passOn(stream: NodeJS.ReadableStream | null): void {
  stream?.on('data', (text) => process.stderr.write(text));
}

/**
 * Run a command to its end.
 *
 * @returns what it said, on both streams
 * @throws Error with what it said, where it fails
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const { stdout, stderr } = await run(command, args, { env, maxBuffer: MOST_BYTES });
  return stdout + stderr;
}

/** Run a command as `runProgram` does, and show what it says on the way. */
export async function runShown(command: string, args: readonly string[]): Promise<string> {
  const running = run(command, args, { maxBuffer: MOST_BYTES });
  passOn(running.child.stderr);
  const { stdout, stderr } = await running;
  return stdout + stderr;
}

/** What a piece of work took. */
export interface WorkFigures {
  readonly seconds: number;
  /** Of all cores, of this process and those it started; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  /** Memory of the largest process started; null where the system does not tell. */
  readonly largestBytes: number | null;
  /** Memory of all processes started, at the worst moment. */
  readonly togetherBytes: number | null;
}

const TICKS_A_SECOND = 100;

/**
 * Do a piece of work and tell what it took. Other programs change how long it takes, and hardly
 * how much of the cores.
 */
export async function measureWork(work: () => Promise<unknown>): Promise<WorkFigures> {
  const endWatch = watchMemory();
  const [start, cpu] = [performance.now(), await cpuSeconds()];
  await work();
  const seconds = (performance.now() - start) / 1000;
  const cpuNow = await cpuSeconds();
  const used = cpu === null || cpuNow === null ? null : cpuNow - cpu;
  return { seconds, cpuSeconds: used, ...endWatch() };
}

/** What this process used, and those it started that have ended, with all below them. */
async function cpuSeconds(): Promise<number | null> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => null);
  if (stat === null) return null;
  // The fields after the command's name: user, system, and both of ended children.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / TICKS_A_SECOND;
}

/** Memory of processes; null where the system does not tell. */
export interface MemoryFigures {
  readonly largestBytes: number | null;
  /** Of all at once, at the worst moment. */
  readonly togetherBytes: number | null;
}

const SAMPLE_MS = 500;

/**
 * Watch how much memory processes take that this one starts from now on.
 * Only Linux tells without help; elsewhere nothing is found.
 * @returns a function that ends the watch
 */
export function watchMemory(): () => MemoryFigures {
  let [largest, together] = [0, 0];
  // A browser that is open already is no part of the work.
  const before = descendants().catch(() => new Map<number, ProcessSize>());
  const timer = setInterval(async () => {
    const now = await descendants().catch(() => new Map<number, ProcessSize>());
    const others = await before;
    const sizes = [...now].filter(([pid]) => !others.has(pid)).map(([, size]) => size);
    largest = Math.max(largest, ...sizes.map(({ most }) => most));
    together = Math.max(
      together,
      sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  }, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return {
      largestBytes: largest > 0 ? largest : null,
      togetherBytes: together > 0 ? together : null,
    };
  };
}

interface ProcessSize {
  readonly bytes: number;
  readonly most: number;
}

async function descendants(): Promise<Map<number, ProcessSize>> {
  const processes = new Map<number, ProcessSize & { parent: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const number = (field: RegExp) => Number(field.exec(status)?.[1] ?? 0);
    processes.set(Number(name), {
      parent: number(/^PPid:\s*(\d+)/m),
      bytes: 1024 * number(/^VmRSS:\s*(\d+)/m),
      most: 1024 * number(/^VmHWM:\s*(\d+)/m),
    });
  }
  const isBelow = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && (parent === process.pid || isBelow(parent));
  };
  return new Map([...processes].filter(([pid]) => isBelow(pid)));
}

/** Tell how far a benchmark is. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
