import { readdir, readFile } from 'node:fs/promises';

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
