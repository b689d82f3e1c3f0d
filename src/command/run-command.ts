import {
  ArchiveError,
  compareMessages,
  formatMessage,
  type Message,
} from '../report/archive-error.ts';
import { type Arguments, formatHelp, readArguments, type Usage } from './usage.ts';

/**
 * Run a command of this project to its end.
 *
 * `--help` prints the usage. What goes wrong is printed to stderr as sorted messages, and the exit
 * code is then 1: an `ArchiveError` as it says, a fault of the machine by its cause, both without a
 * stack. Only an error of this code keeps its stack, for whoever mends it.
 *
 * @param run does the work; it prints its own results, and may set `process.exitCode`
 * @param args the arguments as they were given
 */
export async function runCommand<const U extends Usage>(
  usage: U,
  run: (given: Arguments<U>) => Promise<void>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const end = args.indexOf('--');
  // After `--` stand only words.
  const options = end === -1 ? args : args.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) {
    process.stdout.write(formatHelp(usage));
    return;
  }
  // A reader that has seen enough (`npm run check | head`) closes the pipe.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') printErrors(usage.name, error);
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  process.on('uncaughtException', (error) => {
    printErrors(usage.name, error);
    process.exit(1);
  });
  try {
    await run(readArguments(usage, args));
  } catch (error) {
    printErrors(usage.name, error);
    process.exitCode = 1;
  }
}

/**
 * Print an error, or all of an `AggregateError`, as sorted messages to stderr.
 *
 * @param command its name, for what has no file of its own
 */
export function printErrors(command: string, error: unknown): void {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  const messages: Message[] = [];
  for (const one of errors) {
    const message = one instanceof ArchiveError ? one.toMessage() : findMachineFault(command, one);
    if (message === undefined)
      process.stderr.write(`${one instanceof Error ? one.stack : String(one)}\n`);
    else messages.push(message);
  }
  for (const message of messages.sort(compareMessages))
    process.stderr.write(`${formatMessage(message)}\n`);
}

/** What the machine may refuse: what is met, what was expected, and what to do about it. */
const FAULTS: Readonly<Record<string, readonly [met: string, expected: string, hint: string]>> = {
  ENOSPC: ['full disk', 'room for what is written', 'make room on this disk, and run it again'],
  EDQUOT: [
    'full quota',
    'room for what is written',
    'make room within your quota, or have it raised',
  ],
  EACCES: [
    'denial',
    'the right to read and write there',
    'give your user that right, or name another folder',
  ],
  EPERM: [
    'denial',
    'the right to read and write there',
    'give your user that right, or name another folder',
  ],
  EROFS: ['read-only file system', 'one that can be written', 'name a folder on another disk'],
  ENOENT: [
    'absence',
    'a file or folder of that name',
    'see whether the path is right; relative paths start where npm was called',
  ],
  ENOTDIR: ['file', 'a folder', 'name the folder, or move the file away'],
  EEXIST: ['file', 'a folder', 'name the folder, or move the file away'],
  EISDIR: ['folder', 'a file', 'name the file, or move the folder away'],
  ENOTEMPTY: [
    'folder with files in it',
    'an empty one',
    'see what else writes there, and run it again',
  ],
  EBUSY: [
    'file in use',
    'one that no other program holds',
    'end the program that holds it, and run it again',
  ],
  EXDEV: ['other disk', 'source and target on one disk', 'name a folder on the same disk'],
  ENAMETOOLONG: ['name that is too long', 'one that the disk can hold', 'give it a shorter name'],
  EIO: ['fault of the disk', 'a sound one', 'copy what is on it, and use another disk'],
  EMFILE: [
    'limit of open files',
    'room to open more',
    'raise it (`ulimit -n 4096`), and run it again',
  ],
  ENFILE: ['limit of open files', 'room to open more', 'end other programs, and run it again'],
  EADDRINUSE: ['server at that port', 'a free port', 'name another one in PORT'],
  ENOMEM: ['lack of memory', 'more of it', 'end other programs, or run it on a larger machine'],
  ERR_WORKER_OUT_OF_MEMORY: [
    'lack of memory',
    'more of it',
    'end other programs, or raise NODE_OPTIONS=--max-old-space-size',
  ],
};

/**
 * Put a fault of the machine into a message.
 *
 * @returns `undefined` for any other error
 */
export function findMachineFault(command: string, error: unknown): Message | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    // An error that came from a worker thread has lost its code; its message still names it.
    const { code = namedFault(one.message), path } = one as NodeJS.ErrnoException;
    const fault = code === undefined ? undefined : FAULTS[code];
    if (fault === undefined) continue;
    const [met, expected, hint] = fault;
    const where = path ?? /'([^']+)'$/.exec(one.message)?.[1];
    return {
      location: { file: command },
      code: 'i-990',
      severity: 'error',
      text: `Unexpected ${met}${where === undefined ? '' : ` at \`${where}\``} (${code}), expected ${expected}`,
      hint,
    };
  }
  return undefined;
}

/** Find the code of a fault in a message; programs in other languages only tell it in words. */
function namedFault(message: string): string | undefined {
  if (/no space left on device/i.test(message)) return 'ENOSPC';
  return /^E[A-Z]{3,}(?=: )/.exec(message)?.[0];
}
