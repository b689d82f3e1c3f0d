import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runUnder } from '../../scripts/launch/run-under.js';
import { projectPath } from '../../src/command/project-path.js';
import { createArchiveServer, listen } from '../../src/publish/serve/archive-server.ts';
import { BASED_PATH, type Site, TOP_ORIGIN } from './sites.ts';

/**
 * Build the site from `content/` both ways and serve it, once for all browser tests.
 *
 * @returns what takes it all down again
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'archive-sites-'));
  const top = await raise(join(directory, 'top'), { SITE_URL: TOP_ORIGIN, BASE_PATH: '/' });
  const based = await raise(join(directory, 'based'), { SITE_URL: '', BASE_PATH: BASED_PATH });
  project.provide('sites', { top: top.site, based: based.site });
  return async () => {
    for (const { server } of [top, based]) {
      server.closeAllConnections();
      server.close();
    }
    await rm(directory, { recursive: true, force: true });
  };
}

async function raise(directory: string, env: { SITE_URL: string; BASE_PATH: string }) {
  Object.assign(process.env, env);
  const node = { path: process.execPath, flags: process.execArgv };
  const build = projectPath('scripts/build.ts');
  const code = await runUnder(node, [build, '--out', directory]);
  // The browser tests then fail one by one, at once; the unit tests still run and count.
  if (code !== 0) console.error(`The build for ${env.BASE_PATH} ended with ${code}, see above`);
  const server = createArchiveServer({ root: directory, basePath: env.BASE_PATH });
  const port = await listen(server, 0);
  const site: Site = {
    url: `http://localhost:${port}${env.BASE_PATH}`,
    directory,
    isBuilt: code === 0,
  };
  return { server, site };
}
