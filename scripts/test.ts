/** `npm test`: see that there is a browser, then run every test; arguments go to Vitest. */

import { projectPath } from '../src/command/project-path.js';
import { installBrowser } from '../tests/browser/install-browser.ts';
import { runUnder } from './launch/run-under.js';

process.env['CHROMIUM_PATH'] = installBrowser();
process.exitCode = await runUnder({ path: process.execPath, flags: process.execArgv }, [
  projectPath('node_modules/vitest/vitest.mjs'),
  'run',
  ...process.argv.slice(2),
]);
