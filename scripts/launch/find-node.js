import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '../../src/command/project-path.js';

/**
 * Find the Node that is to run the TypeScript of this project.
 *
 * The one pinned in package-lock.json comes first, for the same results everywhere; where there is
 * none for the platform, the Node we run on, if it is new enough.
 *
 * @param {{ versions: { node: string }, features: object, execPath: string, platform: string, arch: string }} [running]
 *   the process to judge
 * @param {(packageName: string) => string | undefined} [findVersion] of an installed package
 * @returns {{ path: string, flags: string[] } | undefined} `undefined` where this process will do
 * @throws {LaunchError} where no Node will do
 */
export function findNode(running = process, findVersion = findInstalledVersion) {
  const isWindows = running.platform === 'win32';
  const pinned = `node-${isWindows ? 'win' : running.platform}-${running.arch}`;
  const version = findVersion(pinned);
  // By version, not by path, which links and letter case can make look like another.
  if (version === running.versions.node) return undefined;
  if (version !== undefined) {
    const path = projectPath(`node_modules/${pinned}/bin/${isWindows ? 'node.exe' : 'node'}`);
    return { path, flags: [] };
  }

  const [major = 0, minor = 0] = running.versions.node.split('.').map(Number);
  const suits = major > 22 || (major === 22 && minor >= 15);
  if (suits && 'typescript' in running.features && running.features.typescript) return undefined;
  if (suits && major === 22) {
    return { path: running.execPath, flags: ['--experimental-strip-types', '--no-warnings'] };
  }
  throw new LaunchError(
    `Unexpected Node ${running.versions.node}, expected 22.15 or newer, and none comes with the packages for ${running.platform}-${running.arch}`,
    'install Node 24 from https://nodejs.org/ and run the command again',
  );
}

/** @param {string} packageName */
function findInstalledVersion(packageName) {
  const manifest = projectPath(`node_modules/${packageName}/package.json`);
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

/** A reason not to go on that a person can act on: what is wrong, and what to do about it. */
export class LaunchError extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} hint what to do about it
   */
  constructor(message, hint) {
    super(message);
    this.name = 'LaunchError';
    this.hint = hint;
  }
}
