import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { projectPath } from '../../src/command/project-path.js';

const MINUTES = 60_000;

/** Run a program of this project to its end, and give what it said, with its exit code. */
async function run(program: string, ...args: string[]): Promise<string> {
  const options = { cwd: projectPath(''), maxBuffer: 2 ** 24 };
  try {
    await promisify(execFile)(process.execPath, [projectPath(program), ...args], options);
    return 'exit 0';
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return `exit ${code}\n${stdout}${stderr}`;
  }
}

const files = (
  await promisify(execFile)('git', ['ls-files', '-z'], { cwd: projectPath('') })
).stdout
  .split('\0')
  .filter((file) => file !== '');
const sources = files.filter((file) => /\.(ts|js|astro|css)$/.test(file));

describe('the tree', () => {
  test(
    'is formatted and linted, warnings included (npm run format mends most)',
    async () => {
      const biome = 'node_modules/@biomejs/biome/bin/biome';
      expect(await run(biome, 'check', '--error-on-warnings')).toBe('exit 0');
    },
    MINUTES,
  );

  test(
    'holds its types in the pure folders without Node and the DOM',
    async () => {
      const config = 'tsconfig.pure.json';
      expect(await run('node_modules/typescript/bin/tsc', '-p', config)).toBe('exit 0');
    },
    3 * MINUTES,
  );

  test(
    'holds its types, components included',
    async () => {
      const astro = 'node_modules/astro/bin/astro.mjs';
      expect(await run(astro, 'check', '--minimumFailingSeverity', 'hint')).toBe('exit 0');
    },
    3 * MINUTES,
  );

  test('holds at its top only what the house names', () => {
    const top = new Set(files.map((file) => file.replace(/\/.*/, '')));
    const folders = ['.ci', 'content', 'docs', 'public', 'scripts', 'src', 'tests'];
    const papers = ['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md'];
    const others = [...top].filter((name) => !folders.includes(name) && !papers.includes(name));
    expect(others.filter((name) => !/^\.[a-z]+$|\.(json|ts|mjs)$/.test(name))).toEqual([]);
  });

  test('has no module named for nothing', () => {
    const nameless = /(^|\/)(utils?|helpers?|misc|common|shared|managers?)(\.|\/)/;
    expect(sources.filter((file) => nameless.test(file))).toEqual([]);
  });

  test('silences no check and skips no test', () => {
    // Spelt with classes of one, so as not to find itself.
    const silencers = /biome[-]ignore|@ts[-](ignore|expect-error|nocheck)|eslint[-]disable/;
    const silenced = sources.filter((file) =>
      silencers.test(readFileSync(projectPath(file), 'utf8')),
    );
    expect(silenced).toEqual([]);
  });
});

test('docs/dependencies.md has a line for each package that the archive names', () => {
  const manifest = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  const lines = readFileSync(projectPath('docs/dependencies.md'), 'utf8').split('\n');
  const told = lines
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split('|')[1]?.split(',') ?? [])
    .map((name) => name.trim())
    .filter((name) => !['package', '---', ''].includes(name));
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const named = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(told.toSorted()).toEqual(named.toSorted());
});

describe('package-lock.json', () => {
  interface Entry {
    readonly integrity?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const packages: Readonly<Record<string, Entry>> = JSON.parse(
    readFileSync(projectPath('package-lock.json'), 'utf8'),
  ).packages;
  const entries = Object.entries(packages);

  test("lists every platform's optional packages, so that npm ci works on each", () => {
    const names = new Set(entries.map(([path]) => path.replace(/^.*node_modules\//, '')));
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('pins every package by its digest', () => {
    expect(
      entries.filter(([path, { integrity }]) => path !== '' && integrity === undefined),
    ).toEqual([]);
  });
});
