import path from 'node:path';
import { expect, it } from 'vitest';
import { projectPath } from '../command/project-path.js';
import { readCheckOptions } from './check-options.ts';

it('looks at the project’s own content, or at a directory from where npm was called', () => {
  const env = { INIT_CWD: projectPath('.') };
  const own = readCheckOptions([], env);
  expect(path.basename(own.contentDir)).toBe('content');
  expect(readCheckOptions(['--content', 'content'], env)).toEqual({
    contentDir: path.resolve(own.contentDir),
    from: env.INIT_CWD,
  });
});

it('compares with another release on disk or on a server', () => {
  const env = { INIT_CWD: projectPath('.') };
  expect(readCheckOptions(['--against', 'content'], env).against).toBe(
    path.resolve(projectPath('content')),
  );
  const url = 'https://archive.example/content/';
  expect(readCheckOptions(['--against', url], env).against).toBe(url);
});

it.each([
  ['an unknown flag', ['--contents', 'content']],
  ['a directory that is not there', ['--content', 'nowhere']],
  ['a directory without reports', ['--content', 'docs']],
  ['a release without anchors', ['--against', 'docs']],
])('refuses %s', (_, args) => {
  expect(() => readCheckOptions(args, { INIT_CWD: projectPath('.') })).toThrow(
    expect.objectContaining({ code: 'i-910' }),
  );
});
