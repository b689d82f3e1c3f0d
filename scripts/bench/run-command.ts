import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** A build says little, but a failing one may say much. */
const MOST_BYTES = 1 << 26;

/**
 * Runs a command to its end.
 *
 * @returns what it said, on both streams
 * @throws Error with what it said, where it fails
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const { stdout, stderr } = await run(command, args, { env, maxBuffer: MOST_BYTES });
  return stdout + stderr;
}
