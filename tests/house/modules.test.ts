import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectPath } from '../../src/command/project-path.js';

const listed = execFileSync('git', ['ls-files', '-z', 'src', 'scripts', 'tests'], {
  cwd: projectPath(''),
  encoding: 'utf8',
});
const code = listed
  .split('\0')
  .filter((file) => /\.(?:ts|js|astro|css)$/.test(file) && !file.includes('/fixtures/'))
  .filter((file) => existsSync(projectPath(file)));
const texts = new Map(code.map((file) => [file, readFileSync(projectPath(file), 'utf8')]));
const isTest = (file: string) => /\.(?:test|e2e)\.ts$/.test(file);
const modules = code.filter((file) => !isTest(file) && !file.startsWith('tests/'));

/** The files of the project that a file imports, types included. */
function importsOf(file: string): string[] {
  const found = (texts.get(file) ?? '').matchAll(/(?:from|import)\s+'(\.{1,2}\/[^'?]+)/g);
  const paths = [...found].map(([, to = '']) => path.posix.join(path.posix.dirname(file), to));
  // A module may name its own type, as a worker does that tells what it answers.
  return paths.filter((to) => to !== file);
}

/** Find a chain of imports that comes back to where it began. */
function findCircle(): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, chain: readonly string[]): string[] | undefined => {
    if (chain.includes(file)) return [...chain.slice(chain.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of importsOf(file)) {
      const circle = visit(to, [...chain, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of modules) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** Names that a framework or the rules give many files. */
const GIVEN = /(?:^|\/)(?:index\.astro|rule\.ts)$|^src\/site\/pages\//;

describe('the modules', () => {
  test('import each other in no circle', () => {
    expect(findCircle()).toBeUndefined();
  });

  test('have a name each; styles and script of a component have its name', () => {
    const own = modules.filter((file) => file.startsWith('src/') && !GIVEN.test(file));
    const stem = (file: string) => file.replace(/(?:\.client\.ts|\.ts|\.js|\.astro|\.css)$/, '');
    const byName = Map.groupBy(new Set(own.map(stem)), (file) => path.posix.basename(file));
    const shared = [...byName.values()].filter(({ length }) => length > 1);
    expect(shared).toEqual([]);
  });

  test('with one export are named for it', () => {
    const misnamed = modules
      .filter((file) => /^src\/(?!site\/pages\/).*\.(?:ts|js)$/.test(file) && !GIVEN.test(file))
      .flatMap((file) => {
        const values = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;
        const [first, ...others] = (texts.get(file) ?? '').matchAll(values);
        if (first === undefined || others.length > 0) return [];
        const words = (first[1] ?? '').toLowerCase().replaceAll('_', '');
        const named = path.posix.basename(file).replace(/\..*/, '').replaceAll('-', '');
        // `report-id.ts` holds `parseReportId`.
        return words.includes(named) || named.includes(words) ? [] : [`${file}: ${first[1]}`];
      });
    expect(misnamed).toEqual([]);
  });

  test('have examples in their comments only where a test has them too', () => {
    const tests = code.filter(isTest).map((file) => texts.get(file) ?? '');
    const unproven = modules.flatMap((file) => {
      const examples = (texts.get(file) ?? '').matchAll(/@example\s+(?:\*\s+)?(\w+)\(/g);
      return [...examples]
        .filter(([, name = '']) => !tests.some((text) => text.includes(`${name}(`)))
        .map(([, name]) => `${file}: ${name}`);
    });
    expect(unproven).toEqual([]);
  });
});

test('no test asserts how long anything takes', () => {
  const timed = code.filter(isTest).filter((file) => {
    const text = texts.get(file) ?? '';
    return /performance[.]now|process[.]hrtime/.test(text);
  });
  expect(timed).toEqual([]);
});
