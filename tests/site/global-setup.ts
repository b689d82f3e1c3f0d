import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runProgram } from '../../scripts/bench/bench.ts';
import { projectPath } from '../../src/command/project-path.js';
import { writeWhole } from '../../src/content/write-whole.ts';
import { createArchiveServer, listen } from '../../src/publish/serve/archive-server.ts';
import { BASED_PATH, type Site, TOP_ORIGIN } from './sites.ts';

/**
 * Build the site from `content/` both ways and serve it, once for all browser tests.
 *
 * The tests before those run meanwhile: `built-sites.ts` waits for what is provided here.
 *
 * @returns what takes it all down again
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'archive-sites-'));
  const sitesFile = join(directory, 'sites.json');
  project.provide('sitesFile', sitesFile);
  const servers: Server[] = [];
  const raised = (async () => {
    const raise = (name: string, env: { SITE_URL: string; BASE_PATH: string }) =>
      raiseSite(join(directory, name), env, servers);
    // One after the other: builds of one content directory take turns.
    const top = await raise('top', { SITE_URL: TOP_ORIGIN, BASE_PATH: '/' });
    const based = await raise('based', { SITE_URL: '', BASE_PATH: BASED_PATH });
    await writeWhole(sitesFile, JSON.stringify({ top, based }));
  })();
  return async () => {
    await raised;
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await rm(directory, { recursive: true, force: true });
  };
}

async function raiseSite(
  directory: string,
  env: { SITE_URL: string; BASE_PATH: string },
  servers: Server[],
): Promise<Site> {
  const args = [...process.execArgv, projectPath('scripts/build.ts'), '--out', directory];
  const isBuilt = await runProgram(process.execPath, args, { ...process.env, ...env }).then(
    () => true,
    // The browser tests then fail one by one, at once; the unit tests still run and count.
    (error: unknown) => {
      console.error(`The build for ${env.BASE_PATH} failed:`, error);
      return false;
    },
  );
  const server = createArchiveServer({ root: directory, basePath: env.BASE_PATH });
  servers.push(server);
  const port = await listen(server, 0);
  return { url: `http://localhost:${port}${env.BASE_PATH}`, directory, isBuilt };
}
