import { hash } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * A file that a build keeps for the next one, and that proves itself: its first line has the digest
 * of the rest and says what it was made from. A file that was cut, emptied, changed, or left over
 * from another state is told from a good one, so it needs no care when it is written.
 */

/** Write a file that proves itself. Its folder must be there. */
export function writeProven(file: string, made: string, text: string): void {
  writeFileSync(file, `${hash('sha256', text)} ${made}\n${text}`);
}

/** Write the same with its folder. */
export function writeProvenWithFolder(file: string, made: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeProven(file, made, text);
}

/**
 * Read a file that proves itself.
 *
 * @param made what it must have been made from
 * @returns `undefined` where it is not there, not whole, or made from something else
 */
export function readProven(file: string, made: string): string | undefined {
  let whole = '';
  try {
    whole = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const text = whole.slice(whole.indexOf('\n') + 1);
  return whole.startsWith(`${hash('sha256', text)} ${made}\n`) ? text : undefined;
}

/** Read such a file that was proven in this build. */
export function readTrusted(file: string): string {
  const whole = readFileSync(file, 'utf8');
  return whole.slice(whole.indexOf('\n') + 1);
}

/**
 * Read some lines of such a file: the others are not decoded.
 *
 * @param lines counted from 0 below the first one, ascending
 */
export function readTrustedLines(file: string, lines: readonly number[]): string[] {
  const bytes = readFileSync(file);
  let [line, start] = [0, bytes.indexOf(LINE_END) + 1];
  return lines.map((wanted) => {
    for (; line < wanted; line += 1) start = bytes.indexOf(LINE_END, start) + 1;
    const end = bytes.indexOf(LINE_END, start);
    return bytes.toString('utf8', start, end === -1 ? undefined : end);
  });
}

const LINE_END = 10;

/** Read what such a file says it was made from, without reading the rest. */
export function readMade(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(LONGEST_HEAD);
    const [line = ''] = head.toString('utf8', 0, readSync(handle, head)).split('\n');
    return line.slice(line.indexOf(' ') + 1);
  } finally {
    closeSync(handle);
  }
}

/** Bytes of a first line: a digest, and a path at the longest. */
const LONGEST_HEAD = 5000;

/** The state of what is not there. */
export const ABSENT = 'absent';

/**
 * Return the state of a file: size, times and inode. The time of the last change of any kind is in
 * it, which no program sets, so an equal state is as good as an equal digest and costs no reading.
 */
export function fileState(file: string): string {
  const state = lstatSync(file, { throwIfNoEntry: false });
  if (state === undefined) return ABSENT;
  const { size, mtimeMs, ctimeMs, ino } = state;
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}${state.isFile() ? '' : ' no file'}`;
}
