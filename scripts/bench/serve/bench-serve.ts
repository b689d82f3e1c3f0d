import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectPath } from '../../../src/command/project-path.js';
import { listFiles, projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { cacheDirectory } from '../../../src/publish/kept-site.ts';
import { type Bench, runProgram, runShown, say } from '../bench.ts';
import { makeArchive } from '../build/make-archive.ts';
import { bestLoad, formatServeTable, type Load, readLoad, type ServedKind } from './load.ts';

const USUAL = 300;
/** Of one measurement; with all rounds and kinds the whole stays under two minutes. */
const SECONDS = 1;
const ROUNDS = 7;
const CONNECTIONS = 16;

/** A server's program is not where those of every user are. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** What is asked for: the file of middle size among those of a kind. */
const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['report page', /^r\/\d+\/\d{4}\/index\.html$/],
  ['report.json', /^r\/\d+\/\d{4}\/report\.json$/],
  ['search file, small', /^search\/.*\.(?:json|bin)$/],
  ['search file, large', /^search\//],
];

/**
 * Measure how fast nginx serves a built site: report pages and search files, each beside a plain
 * file of the same size, in turns, so that what else the machine does falls on both. wrk asks, over
 * the loopback, for a bounded time.
 *
 * Where nginx or wrk is not installed the table says so, and nothing is measured.
 */
export const bench: Bench = async ({ reports = USUAL }) => {
  const missing = await findMissing();
  if (missing.length > 0) {
    const table = `Not measured: ${missing.join(' and ')} not installed (Debian: apt-get install nginx-light wrk)`;
    return { table, figures: { missing } };
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-serve-'));
  const contentDir = path.join(folder, 'content');
  const site = path.join(folder, 'site');
  let server: ChildProcess | undefined;
  try {
    // The workers of nginx are not the user that starts it.
    await chmod(folder, 0o755);
    say(`${reports} reports: making them up, and building`);
    const { regions } = await readVocabularies(projectContent);
    await makeArchive(reports, contentDir, regions);
    const build = projectPath('scripts/build.ts');
    await runShown(process.execPath, [build, '--content', contentDir, '--out', site]);
    const asked = await chooseFiles(site, path.join(folder, 'plain'));
    const port = await freePort();
    server = await startNginx(folder, port);
    const rows: ServedKind[] = [];
    for (const { name, file, bytes } of asked) {
      say(name);
      const [own, plain, packed]: [Load[], Load[], Load[]] = [[], [], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        own.push(await ask(port, `/${file}`));
        plain.push(await ask(port, `/plain/${bytes}`));
        packed.push(await ask(port, `/${file}`, ['-H', 'Accept-Encoding: gzip']));
      }
      rows.push({
        ...{ name, bytes, own: bestLoad(own), plain: bestLoad(plain) },
        packed: bestLoad(packed),
      });
    }
    const figures = { reports, seconds: SECONDS, rounds: ROUNDS, connections: CONNECTIONS, rows };
    return { table: formatServeTable(rows), figures };
  } finally {
    if (server !== undefined && server.exitCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGQUIT');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
    await rm(cacheDirectory(contentDir), { recursive: true, force: true });
  }
};

/** Name the programs that this needs and the machine has not. */
async function findMissing(): Promise<string[]> {
  // wrk ends with 1 where it only tells its version.
  const isAbsent = (error: NodeJS.ErrnoException) => error.code === 'ENOENT';
  const missing: string[] = [];
  for (const name of ['nginx', 'wrk'])
    await runProgram(name, ['-v'], env).catch((error) => isAbsent(error) && missing.push(name));
  return missing;
}

/** Choose the file of middle size of each kind, the largest of the last, and write plain ones beside. */
async function chooseFiles(site: string, plain: string) {
  await mkdir(plain);
  const files = await listFiles(site);
  const chosen: { name: string; file: string; bytes: number }[] = [];
  for (const [at, [name, pattern]] of kinds.entries()) {
    const own = files.filter((file) => pattern.test(file));
    const sized = await Promise.all(
      own.map(async (file) => ({ file, bytes: (await stat(path.join(site, file))).size })),
    );
    sized.sort((a, b) => a.bytes - b.bytes);
    const one = at === kinds.length - 1 ? sized.at(-1) : sized[Math.floor(sized.length / 2)];
    if (one === undefined) continue;
    chosen.push({ name, ...one });
    await writeFile(path.join(plain, `${one.bytes}`), Buffer.alloc(one.bytes, '法治'));
  }
  return chosen;
}

async function startNginx(folder: string, port: number): Promise<ChildProcess> {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const config = path.join(folder, 'nginx.conf');
  await writeFile(
    config,
    `worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  ${temporary}
  include /etc/nginx/mime.types;
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  gzip on; gzip_types application/json text/javascript text/css text/plain;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    location /plain/ { alias ${folder}/plain/; }
  }
}
`,
  );
  const server = spawn('nginx', ['-c', config, '-g', 'daemon off;'], { stdio: 'ignore', env });
  for (let tries = 0; tries < 50; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return server;
    await setTimeout(100);
  }
  server.kill('SIGKILL');
  throw new Error(`Unexpected silence of nginx at port ${port}, expected the site`);
}

async function ask(port: number, address: string, more: readonly string[] = []): Promise<Load> {
  const bounds = ['-t', '1', '-c', `${CONNECTIONS}`, '-d', `${SECONDS}s`, '--latency'];
  return readLoad(
    await runProgram('wrk', [...bounds, ...more, `http://127.0.0.1:${port}${address}`]),
  );
}

/** Find a port of the loopback that is free. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
