import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The same engine without a desktop's window comes first: the tests take half the CPU in it. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Where browsers stand that are not on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/opt/google/chrome/chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Find a Chromium on this machine.
 *
 * @param environment `CHROMIUM_PATH` names one outright; else `PATH` is searched, then the usual
 *   places, then where Playwright keeps its own
 * @param isExecutable
 * @returns the program's path; `undefined` where there is none
 */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  isExecutable: (path: string) => boolean = canRun,
): string | undefined {
  const { CHROMIUM_PATH: named, PATH: path = '' } = environment;
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  const onPath = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES, chromium.executablePath()].find(isExecutable);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
