import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

const PATH = ['/usr/local/bin', '/usr/bin'].join(delimiter);
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

test.each<[string, Record<string, string>, string[], string | undefined]>([
  [
    'the one that is named',
    { CHROMIUM_PATH: '/x/chrome', PATH },
    ['/x/chrome', '/usr/bin/chromium'],
    '/x/chrome',
  ],
  [
    'none where the named one is missing',
    { CHROMIUM_PATH: '/x/chrome', PATH },
    ['/usr/bin/chromium'],
    undefined,
  ],
  [
    'the first on the PATH',
    { PATH },
    ['/usr/bin/google-chrome', '/usr/local/bin/chromium-browser'],
    '/usr/local/bin/chromium-browser',
  ],
  [
    'the one without a window before the one with it',
    { PATH },
    ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'],
    '/usr/bin/chromium-headless-shell',
  ],
  ['the one in its usual place', { PATH }, [MAC], MAC],
  ['none where there is none', { PATH }, [], undefined],
])('finds %s', (_, environment, programs, expected) => {
  expect(findChromium(environment, (path) => programs.includes(path))).toBe(expected);
});
