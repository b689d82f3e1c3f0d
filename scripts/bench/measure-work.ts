import { readFile } from 'node:fs/promises';
import { watchMemory } from './watch-memory.ts';

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
