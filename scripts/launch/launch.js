/**
 * Run a script of this project: `node scripts/launch/launch.js <script.ts> [arguments]`.
 *
 * Every command of package.json comes through here, on a fresh clone too, so these few modules are
 * JavaScript that needs no package and runs on Node 18 and up. They install what is missing, then
 * run the script on a Node that reads TypeScript. All they say goes to stderr: stdout is the
 * script's own.
 */
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../../src/command/project-path.js';
import { findNode, LaunchError } from './find-node.js';
import { installMissing } from './install-missing.js';
import { endWithNpm, runUnder } from './run-under.js';

const [script, ...args] = process.argv.slice(2);

// What Node made of our TypeScript is kept, for threads and programs that are started from here too:
// a short command takes a third less.
process.env['NODE_COMPILE_CACHE'] ??= projectPath('.cache/code');

try {
  if (script === undefined) {
    throw new LaunchError(
      'Unexpected call without a script, expected `launch.js <script>`',
      'see "scripts" in package.json',
    );
  }
  endWithNpm();
  installMissing();
  const node = findNode();
  if (node === undefined) {
    const path = projectPath(script);
    process.argv = [process.execPath, path, ...args];
    module.enableCompileCache?.();
    await import(pathToFileURL(path).href);
  } else {
    process.exitCode = await runUnder(node, [
      projectPath('scripts/launch/launch.js'),
      script,
      ...args,
    ]);
  }
} catch (error) {
  if (!(error instanceof LaunchError)) throw error;
  console.error(`${error.message}\n  hint: ${error.hint}`);
  process.exitCode = 1;
}
