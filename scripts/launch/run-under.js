import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { LaunchError } from './find-node.js';

/**
 * Run a Node to its end on this terminal, passing on the signals that would end us.
 *
 * @param {{ path: string, flags: readonly string[] }} node as `findNode()` gives it
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code, as a shell counts it
 */
export function runUnder(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node.path, [...node.flags, ...args], { stdio: 'inherit' });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => void child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', (cause) => {
      reject(
        new LaunchError(
          `Cannot run ${node.path}: ${cause.message}`,
          'this machine may need a Node of its own, see https://nodejs.org/',
        ),
      );
    });
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** How often to look, in milliseconds. */
const INTERVAL = 500;

/**
 * End this process when npm ends.
 *
 * npm passes a signal to the shell it runs a script in, and that shell ends without passing it on:
 * a server would stay behind. Then its process has another parent, which is what is looked for.
 */
export function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL);
  timer.unref();
}
