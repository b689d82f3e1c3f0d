import { spawnSync } from 'node:child_process';
import { projectPath } from '../../src/command/project-path.js';
import { isInstalled, recordInstall } from './install-record.js';
import { LaunchError } from './launch-error.js';

/**
 * Install the packages, unless they are those that package-lock.json names.
 *
 * @throws {LaunchError} where npm could not
 */
export function installMissing() {
  if (isInstalled()) return;
  console.error('Installing the packages that package-lock.json names (npm ci)…');
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  // `npm run -s` hands its silence down; what goes wrong here must be seen.
  const args = [
    'ci',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
    // Where there is no network, say so after seconds, not after a minute.
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  const { status } = spawnSync(
    npm === undefined ? 'npm' : node,
    npm === undefined ? args : [npm, ...args],
    {
      cwd: projectPath(''),
      stdio: ['ignore', 2, 2],
      shell: npm === undefined && process.platform === 'win32',
    },
  );
  if (status !== 0) {
    throw new LaunchError(
      'Cannot install the packages (npm ci, above)',
      'a first run needs the network, or a registry that npm is set to: `npm config get registry`',
    );
  }
  recordInstall();
}
