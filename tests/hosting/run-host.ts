import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectPath } from '../../src/command/project-path.js';

/** A program that serves a site as docs/hosting.md says. */
export type HostName = 'nginx' | 'caddy' | 'python3';

/** What the recipes call the folder that is served. */
const FOLDER = '/srv/archive';

/** A host that runs. */
export interface RunningHost {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/**
 * Run a program with its recipe as docs/hosting.md has it, changed only as it says to.
 *
 * @param program its path
 * @param folder what is served; the site lies below it at its base path
 * @param basePath with a slash at both ends
 */
export async function runHost(
  name: HostName,
  program: string,
  { folder, basePath }: { readonly folder: string; readonly basePath: string },
): Promise<RunningHost> {
  const port = await freePort();
  const text = readRecipe(name)
    .replaceAll(`${FOLDER}/`, `${FOLDER}${basePath}`)
    .replace('/404.html', `${basePath}404.html`)
    .replaceAll(FOLDER, folder);
  const work = join(folder, '..');
  const child = start[name]({ text, port, program, work, folder });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await isAnswering(origin)); attempt += 1) {
    if (attempt > 100 || child.exitCode !== null)
      throw new Error(`${name} does not take its recipe:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    origin,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

interface Start {
  readonly text: string;
  readonly port: number;
  readonly program: string;
  readonly work: string;
  readonly folder: string;
}

const start: Readonly<Record<HostName, (options: Start) => ChildProcess>> = {
  nginx({ text, port, program, work }) {
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const outer = [
      'daemon off; pid nginx.pid; error_log stderr crit; events {}',
      `http { access_log off; ${paths.map((path) => `${path}_temp_path ${work}/tmp;`).join(' ')}`,
      text.replace('listen 80;', `listen 127.0.0.1:${port};`),
      '}',
    ];
    const file = join(work, 'nginx.conf');
    writeFileSync(file, outer.join('\n'));
    return spawn(program, ['-e', 'stderr', '-p', work, '-c', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  },
  caddy({ text, port, program, work }) {
    const file = join(work, 'Caddyfile');
    const site = text.replace('http://archive.example', `http://127.0.0.1:${port}`);
    writeFileSync(file, `{\n\tadmin off\n}\n${site}`);
    return spawn(program, ['run', '--config', file, '--adapter', 'caddyfile'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
    });
  },
  python3({ text, port, program, folder }) {
    const code = /python3 -c "\n(.*?)"\n/s.exec(text)?.[1] ?? '';
    return spawn(program, ['-c', code.replace('port=8000', `port=${port}`)], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  },
};

/** Read a block of docs/hosting.md by its language: each recipe that runs here has one of its own. */
function readRecipe(name: HostName): string {
  const language = name === 'python3' ? 'sh' : name;
  const text = readFileSync(projectPath('docs/hosting.md'), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(
    ([, own]) => own === language,
  );
  if (blocks.length !== 1) throw new Error(`Unexpected ${blocks.length} blocks of ${language}`);
  return blocks[0]?.[2] ?? '';
}

async function isAnswering(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
