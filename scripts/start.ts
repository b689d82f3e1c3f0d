/** `npm start`: build the site from `content/`, then serve it until told to stop. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '../src/command/project-path.js';
import { createArchiveServer } from '../src/publish/serve/archive-server.ts';
import { parseBasePath } from '../src/publish/serve/base-path.ts';
import { listen } from '../src/publish/serve/listen.ts';
import { runUnder } from './launch/run-under.js';

const args = process.argv.slice(2);
const { values } = parseArgs({ args, options: { out: { type: 'string' } }, strict: false });
const out =
  typeof values.out === 'string'
    ? resolve(process.env['INIT_CWD'] ?? process.cwd(), values.out)
    : projectPath('dist');

const failed = await runUnder({ path: process.execPath, flags: process.execArgv }, [
  projectPath('scripts/build.ts'),
  ...args,
]);
if (failed !== 0) process.exit(failed);

const basePath = parseBasePath(process.env['BASE_PATH']);
const server = createArchiveServer({ root: out, basePath });
const port = await listen(server, Number(process.env['PORT'] || 4321));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
console.log(`http://localhost:${port}${basePath}`);
