import { projectPath } from '../src/command/project-path.js';
import { runCommand } from '../src/command/run-command.ts';
import { refuse, type Usage } from '../src/command/usage.ts';
import { buildUsage, readBuildOptions } from '../src/publish/build-options.ts';
import { createArchiveServer, listen } from '../src/publish/serve/archive-server.ts';
import { runUnder } from './launch/run-under.js';

const usage = {
  ...buildUsage,
  name: 'npm start',
  summary: 'Build the site, then serve it until told to stop; the last line is its address.',
  environment: {
    ...buildUsage.environment,
    HOST: 'address to listen at; 0.0.0.0 for every machine of the network (default: localhost)',
    PORT: 'port to serve at, else the next free one (default: 4321)',
  },
} as const satisfies Usage;

await runCommand(usage, async () => {
  const args = process.argv.slice(2);
  const { outDir, basePath } = readBuildOptions(args, process.env, usage.name);
  const port = Number(process.env['PORT'] || 4321);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65535))
    throw refuse(usage, `Unexpected PORT \`${process.env['PORT']}\`, expected 0 to 65535`);
  const host = process.env['HOST'] || 'localhost';
  // A build takes much memory; as a process of its own it gives all of it back.
  const node = { path: process.execPath, flags: process.execArgv };
  const failed = await runUnder(node, [projectPath('scripts/build.ts'), ...args]);
  if (failed !== 0) process.exit(failed);
  const bound = await listen(createArchiveServer({ root: outDir, basePath }), port, host);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
  console.log(`http://${/^(0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host}:${bound}${basePath}`);
});
