import { existsSync } from 'node:fs';
import { LaunchError } from './launch-error.js';
import { projectPath } from './project-path.js';

/**
 * Find the Node that is to run the TypeScript of this project.
 *
 * The one pinned in package-lock.json comes first, for the same results everywhere; where there is
 * none for the platform, the Node we run on, if it is new enough.
 *
 * @param {{ versions: { node: string }, features: object, execPath: string, platform: string, arch: string }} [running]
 *   the process to judge
 * @param {(path: string) => boolean} [exists]
 * @returns {{ path: string, flags: string[] } | undefined} `undefined` where this process will do
 * @throws {LaunchError} where no Node will do
 */
export function findNode(running = process, exists = existsSync) {
  const pinned = projectPath(
    running.platform === 'win32'
      ? `node_modules/node-win-${running.arch}/bin/node.exe`
      : `node_modules/node-${running.platform}-${running.arch}/bin/node`,
  );
  if (pinned !== running.execPath && exists(pinned)) return { path: pinned, flags: [] };

  const [major = 0, minor = 0] = running.versions.node.split('.').map(Number);
  const suits = major > 22 || (major === 22 && minor >= 12);
  if (suits && 'typescript' in running.features && running.features.typescript) return undefined;
  if (suits && major === 22) {
    return { path: running.execPath, flags: ['--experimental-strip-types', '--no-warnings'] };
  }
  throw new LaunchError(
    `Unexpected Node ${running.versions.node}, expected 22.12 or newer, and none comes with the packages for ${running.platform}-${running.arch}`,
    'install Node 24 from https://nodejs.org/ and run the command again',
  );
}
