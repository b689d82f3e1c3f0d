import { projectPath } from '../src/command/project-path.js';
import { runCommand } from '../src/command/run-command.ts';
import { installPrograms } from '../tests/browser/install-programs.ts';
import { runUnder } from './launch/run-under.js';

const usage = {
  name: 'npm test',
  code: 'i-985',
  summary: 'Run every test, in a real Chromium too, which is installed where there is none.',
  words: {
    takes: 'ARGUMENT…',
    says: 'what Vitest takes, as --project unit or a folder (all of it: npx vitest --help)',
  },
  options: {},
  environment: { CHROMIUM_PATH: 'the browser to test in (default: the first that is found)' },
} as const;

// All arguments are Vitest's: after `--` they are words to the command.
const args = process.argv.slice(2);
await runCommand(
  usage,
  async () => {
    process.env['CHROMIUM_PATH'] = installPrograms();
    const vitest = projectPath('node_modules/vitest/vitest.mjs');
    const node = { path: process.execPath, flags: process.execArgv };
    process.exitCode = await runUnder(node, [vitest, 'run', ...args]);
  },
  args.includes('--help') ? ['--help'] : ['--', ...args],
);
