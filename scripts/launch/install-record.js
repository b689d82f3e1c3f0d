import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../src/command/project-path.js';

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
