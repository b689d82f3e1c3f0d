import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../src/command/project-path.js';

let clone: string;

/** A project of nothing but its launcher, a script, and an npm that says what it was asked. */
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'launch-'));
  cpSync(projectPath('scripts/launch'), join(clone, 'scripts/launch'), { recursive: true });
  cpSync(projectPath('src/command'), join(clone, 'src/command'), { recursive: true });
  writeFileSync(join(clone, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  writeFileSync(
    join(clone, 'script.ts'),
    'const words: string[] = process.argv.slice(2); console.log(words.join("|")); process.exitCode = 3;',
  );
  writeFileSync(
    join(clone, 'npm.cjs'),
    'console.log("npm", process.argv[2]); process.exit(Number(process.env.NPM_ENDS_WITH));',
  );
});

afterAll(() => rmSync(clone, { recursive: true }));

function launch(npmEndsWith: number): SpawnSyncReturns<string> {
  mkdirSync(join(clone, 'node_modules'), { recursive: true });
  return spawnSync(process.execPath, ['scripts/launch/launch.js', 'script.ts', 'a', 'b c'], {
    cwd: clone,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: undefined,
      npm_execpath: join(clone, 'npm.cjs'),
      npm_node_execpath: process.execPath,
      NPM_ENDS_WITH: String(npmEndsWith),
    },
  });
}

test('a script is not run where the packages cannot be installed, and the reason is told', () => {
  const { status, stdout, stderr } = launch(1);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Cannot install the packages');
  expect(stderr).toContain('hint: a first run needs the network');
});

test('what is missing is installed once, and stdout is the script’s alone', () => {
  const first = launch(0);
  expect([first.status, first.stdout]).toEqual([3, 'a|b c\n']);
  expect(first.stderr).toContain('npm ci');
  const second = launch(0);
  expect([second.status, second.stdout, second.stderr]).toEqual([3, 'a|b c\n', '']);
});

test('what Node makes of a script is kept in the project', () => {
  launch(0);
  expect(readdirSync(join(clone, '.cache/code'), { recursive: true }).length).toBeGreaterThan(1);
});

test('a changed lock is installed again', () => {
  writeFileSync(join(clone, 'package-lock.json'), '{ "lockfileVersion": 3 }');
  expect(launch(0).stderr).toContain('npm ci');
  expect(launch(0).stderr).toBe('');
});

test('a script that goes on ends when npm’s shell does', async () => {
  writeFileSync(
    join(clone, 'serve.ts'),
    'process.on("SIGTERM", () => { console.log("ended"); process.exit(0); }); setInterval(() => {}, 1000); console.log("up");',
  );
  const shell = `"${process.execPath}" scripts/launch/launch.js serve.ts; true`;
  const child = spawn('sh', ['-c', shell], {
    cwd: clone,
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.push(text);
    if (text === 'up\n') child.kill('SIGTERM');
  });
  await once(child.stdout, 'end');
  expect(said).toEqual(['up\n', 'ended\n']);
});
