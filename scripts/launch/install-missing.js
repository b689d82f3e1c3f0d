import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../src/command/project-path.js';
import { LaunchError } from './find-node.js';

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

/** The digest of the package-lock.json that node_modules was installed from, kept inside it. */
const record = projectPath('node_modules/.installed-from');

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(projectPath('package-lock.json')))
    .digest('hex');
}

/** @returns {boolean} whether node_modules holds what package-lock.json names */
export function isInstalled() {
  return existsSync(record) && readFileSync(record, 'utf8') === lockDigest();
}

/** Note that node_modules now holds what package-lock.json names. */
export function recordInstall() {
  writeFileSync(record, lockDigest());
}
