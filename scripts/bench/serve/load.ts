import { formatBytes } from '../../../src/publish/site-folder.ts';

/** How a server answers when it is asked as fast as it can. */
export interface Load {
  readonly requestsASecond: number;
  /** Milliseconds that half of the answers, and 99 of 100, take at most. */
  readonly half: number;
  readonly most: number;
}

/** A kind of file: itself, a plain file of its size, and itself compressed on the way. */
export interface ServedKind {
  readonly name: string;
  readonly bytes: number;
  readonly own: Load;
  readonly plain: Load;
  readonly packed: Load;
}

const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/**
 * Read what wrk tells.
 *
 * @throws Error where an answer was no success: its speed says nothing of the file
 */
export function readLoad(said: string): Load {
  const failed = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(said)?.[0];
  if (failed !== undefined) throw new Error(`Unexpected answers: ${failed}, expected successes`);
  const part = (share: string) => {
    const [, number, unit = ''] =
      new RegExp(`^\\s+${share}%\\s+([\\d.]+)([a-z]+)`, 'm').exec(said) ?? [];
    return Number(number) * (MILLISECONDS[unit] ?? Number.NaN);
  };
  const requestsASecond = Number(/^Requests\/sec:\s+([\d.]+)/m.exec(said)?.[1]);
  const load = { requestsASecond, half: part('50'), most: part('99') };
  if (Object.values(load).some(Number.isNaN)) throw new Error(`Unexpected words of wrk:\n${said}`);
  return load;
}

/** Return the load of the best round: what else the machine does only ever takes away from it. */
export function bestLoad(loads: readonly Load[]): Load {
  const best = loads.toSorted((a, b) => b.requestsASecond - a.requestsASecond)[0];
  if (best === undefined) throw new Error('Unexpected measurement without a round');
  return best;
}

/** Write the figures as a table: each kind, a plain file of its size, and the ratio of the two. */
export function formatServeTable(rows: readonly ServedKind[]): string {
  const cells = ({ requestsASecond, half, most }: Load) => [
    Math.round(requestsASecond).toLocaleString('en'),
    `${half.toFixed(2)} ms`,
    `${most.toFixed(2)} ms`,
  ];
  const lines = rows.map(({ name, bytes, own, plain, packed }) =>
    [
      ...[name, formatBytes(bytes), ...cells(own), ...cells(plain)],
      `${(own.requestsASecond / plain.requestsASecond).toFixed(2)} x`,
      Math.round(packed.requestsASecond).toLocaleString('en'),
    ].join(' | '),
  );
  return [
    '| | size | requests/s | half | 99 % | plain file | half | 99 % | ratio | gzip on the way |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}
