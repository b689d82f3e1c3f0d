import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../src/command/project-path.js';

const manifest = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
const LAUNCHED = /^node scripts\/launch\/launch\.js (scripts\/[a-z]+\.ts)$/;
/** Every command of package.json that runs a script of the project, and the script. */
const commands = Object.entries<string>(manifest.scripts).flatMap(([name, line]) => {
  const script = LAUNCHED.exec(line)?.[1];
  return script === undefined || name === 'verify' ? [] : [{ name, script }];
});
const STACK = /^\s+at .+[:(]|^node:internal|Error:/m;

function call(script: string, ...args: string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [...process.execArgv, projectPath(script), ...args],
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe.each(commands)('npm run $name', ({ name, script }) => {
  it('tells with --help how it is called, and does nothing', async () => {
    const { code, stdout, stderr } = await call(script, '--help');
    expect([code, stderr]).toEqual([0, '']);
    const called = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
    expect(stdout).toContain(`Usage: ${called}`);
    expect(stdout).toContain('--help');
  });

  it('refuses an argument that it does not know, by name', async () => {
    // The arguments of `npm test` are Vitest's.
    if (name === 'test') return;
    const { code, stdout, stderr } = await call(script, '--nonsense');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^npm (?:run )?[a-z]+ i-\d{3} \[error\] Unexpected .*`--nonsense`/);
    expect(stderr).toContain('\n  hint: npm ');
    expect(stderr).not.toMatch(STACK);
  });
});

it('a fault of the machine ends a command with a message, not with a stack', async () => {
  const content = await mkdtemp(path.join(tmpdir(), 'commands-'));
  await writeFile(path.join(content, 'reports'), 'a file in place of the folder');
  const { code, stderr } = await call('scripts/release.ts', '--content', content);
  await rm(content, { recursive: true });
  expect(code).toBe(1);
  expect(stderr).toContain('npm run release i-990 [error] Unexpected ');
  expect(stderr).toContain('\n  hint: ');
  expect(stderr).not.toMatch(STACK);
});

it('different documents of one place and year that come at once are all filed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'commands-'));
  const content = path.join(folder, 'content');
  const part = (words: string) => `${words}，各级行政机关认真落实责任，依法履职。`.repeat(4);
  const documents = ['浚县人民政府', '浚县公安局'].map((issuer, i) => ({
    issuer,
    text: [
      `${issuer}2021年法治政府建设情况报告`,
      `2021年，${issuer}${part('深入推进法治政府建设')}现将有关情况报告如下：`,
      ...['健全工作机制', '规范行政执法', '存在的问题', '下一步打算'].map(
        (words, at) =>
          `${'一二三四'[at]}、${words}\n${part(`围绕${words}办理第${i * 31 + 7}类事项`)}`,
      ),
      `${issuer}\n2022年1月${10 + i}日`,
    ].join('\n\n'),
  }));
  const told = await Promise.all(
    documents.map(async ({ text }, i) => {
      const file = path.join(folder, `${i}.txt`);
      await writeFile(file, text);
      const { stdout } = await call('scripts/ingest.ts', file, '--content', content, '--json');
      return JSON.parse(stdout);
    }),
  );
  const filed = await Promise.all(
    told.map(({ path: file }) => readFile(path.join(content, file ?? ''), 'utf8')),
  );
  await rm(folder, { recursive: true });
  expect(told.map(({ outcome }) => outcome)).toEqual(documents.map(() => 'written'));
  for (const [i, { issuer }] of documents.entries()) {
    expect(filed[i]).toContain(`title: ${issuer}2021`);
    expect(filed[i]).toContain(`办理第${i * 31 + 7}类事项`);
  }
});
