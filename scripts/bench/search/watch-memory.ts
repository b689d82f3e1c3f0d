import { readdir, readFile } from 'node:fs/promises';

/**
 * Watch how much memory the processes below this one take.
 * Only Linux tells without help; elsewhere nothing is found.
 * @returns a function that ends the watch and gives the largest process in bytes, or null
 */
export function watchMemory(): () => number | null {
  let largest = 0;
  const timer = setInterval(async () => {
    largest = Math.max(largest, ...(await descendantSizes().catch(() => [])));
  }, 200);
  return () => {
    clearInterval(timer);
    return largest > 0 ? largest : null;
  };
}

async function descendantSizes(): Promise<number[]> {
  const processes = new Map<number, { parent: number; bytes: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
    const bytes = 1024 * Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    processes.set(Number(name), { parent, bytes });
  }
  const isBelow = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && (parent === process.pid || isBelow(parent));
  };
  return [...processes].filter(([pid]) => isBelow(pid)).map(([, { bytes }]) => bytes);
}
