import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { projectPath } from '../../src/command/project-path.js';
import { ArchiveError } from '../../src/report/archive-error.ts';
import { findChromium } from './find-chromium.ts';
import { findProgram } from './find-program.ts';

const FONT_PACKAGE = 'fonts-noto-cjk';

/** Servers whose recipes in docs/hosting.md are tried, where there are such packages. */
const HOSTS = ['nginx', 'caddy'];

/** A Chromium without a window, which Debian has and not every distribution made from it. */
const HEADLESS = 'chromium-headless-shell';

/**
 * See to it that there is a Chromium, a font for what it shows, and the servers of the recipes.
 *
 * Debian's own package comes first where we may install it, since it brings the libraries a browser
 * needs; elsewhere Playwright fetches its build, which asks for no rights.
 *
 * @returns the browser's path
 * @throws ArchiveError `i-986` where none can be had
 */
export function installPrograms(): string {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  const wanted = [
    ...(hasChineseFont() ? [] : [FONT_PACKAGE]),
    ...[...HOSTS, HEADLESS].filter((name) => findProgram(name) === undefined),
  ];
  if (wanted.length > 0 && isDebianRoot) {
    run('apt-get', ['update']);
    for (const name of wanted) installPackage(name);
    if (findChromium() === undefined) installPackage('chromium');
  }
  if (findChromium() === undefined && process.env['CHROMIUM_PATH'] === undefined) {
    run(process.execPath, [
      projectPath('node_modules/playwright-core/cli.js'),
      'install',
      'chromium',
    ]);
  }
  if (!hasChineseFont()) {
    console.error(`No Chinese font found: pages are tested without one. Install ${FONT_PACKAGE}.`);
  }
  for (const name of HOSTS.filter((host) => findProgram(host) === undefined))
    console.error(`No ${name} found: its recipe in docs/hosting.md is NOT tried.`);
  const found = findChromium();
  if (found !== undefined) return found;
  throw new ArchiveError({
    location: { file: 'npm test' },
    code: 'i-986',
    text: 'Unexpected absence of a Chromium that could be installed, expected one for the browser tests',
    hint: 'install Chromium or Chrome, or name one in CHROMIUM_PATH',
  });
}

/** macOS and Windows bring Chinese fonts; elsewhere fontconfig knows. */
function hasChineseFont(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return typeof stdout === 'string' && stdout.trim() !== '';
}

function installPackage(name: string): void {
  run('apt-get', ['install', '-y', '--no-install-recommends', name]);
}

/** Run an installer; whether it did its work is seen by looking for what it was to install. */
function run(program: string, args: readonly string[]): void {
  console.error(`Installing what the tests need (${[program, ...args].join(' ')})…`);
  spawnSync(program, args, {
    stdio: ['ignore', 2, 2],
    // The run level keeps a server that is installed from being started.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
}
