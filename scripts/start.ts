/** `npm start`: build the site from `content/`, then serve it until told to stop. */
import { projectPath } from '../src/command/project-path.js';
import { readBuildOptions } from '../src/publish/build-options.ts';
import { createArchiveServer, listen } from '../src/publish/serve/archive-server.ts';
import { runUnder } from './launch/run-under.js';

const args = process.argv.slice(2);
const failed = await runUnder({ path: process.execPath, flags: process.execArgv }, [
  projectPath('scripts/build.ts'),
  ...args,
]);
if (failed !== 0) process.exit(failed);

const { outDir, basePath } = readBuildOptions(args);
const server = createArchiveServer({ root: outDir, basePath });
const host = process.env['HOST'] || 'localhost';
const port = await listen(server, Number(process.env['PORT'] || 4321), host);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
console.log(`http://${/^(0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host}:${port}${basePath}`);
