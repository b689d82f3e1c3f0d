import path from 'node:path';
import { expect, it } from 'vitest';
import { parseBasePath, readBuildOptions, readBuildPart } from './build-options.ts';

it('takes directories from where npm was called, origin and base path from the environment', () => {
  const env = {
    INIT_CWD: path.resolve('src'),
    SITE_URL: 'https://example.org',
    BASE_PATH: 'fazhi',
  };
  expect(readBuildOptions(['--content', '../content', '--out', '../out'], env)).toEqual({
    contentDir: path.resolve('content'),
    outDir: path.resolve('out'),
    origin: 'https://example.org',
    basePath: '/fazhi/',
  });
});

it.each([
  ['an unknown flag', ['--contents', 'in'], {}],
  ['a content directory that is not there', ['--content', 'nowhere'], {}],
  ['an address that is no origin', [], { SITE_URL: 'https://example.org/fazhi/' }],
  ['an address of another kind', [], { SITE_URL: 'ftp://example.org' }],
])('refuses %s', (_, args, env) => {
  expect(() => readBuildOptions(args, env)).toThrow(expect.objectContaining({ code: 'i-900' }));
});

it.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['fazhi', '/fazhi/'],
  ['/fazhi/', '/fazhi/'],
  ['/a//b', '/a/b/'],
])('BASE_PATH %s is read as %s', (value, expected) => {
  expect(parseBasePath(value)).toBe(expected);
});

it('tells a part of the work from the whole, and leaves the rest of the arguments', () => {
  const env = { INIT_CWD: path.resolve('.') };
  const [out, a, b] = ['out', 'a', 'b'].map((name) => path.resolve(name));
  expect(readBuildPart([], env)).toEqual({ shard: undefined, parts: [], rest: [] });
  expect(readBuildPart(['--shard', '2019', '--out', 'out'], env)).toEqual({
    shard: '2019',
    parts: [],
    rest: ['--out', out],
  });
  expect(readBuildPart(['--out', 'out', '--assemble', 'a', 'b'], env)).toEqual({
    shard: undefined,
    parts: [a, b],
    rest: ['--out', out],
  });
});

it.each([
  ['a year of other digits', ['--shard', '19', '--out', 'out']],
  ['a shard without a folder', ['--shard', '2019']],
  ['both parts at once', ['--shard', '2019', '--out', 'out', '--assemble', 'a']],
  ['nothing to assemble', ['--assemble']],
  ['folders that nothing is done with', ['a', 'b']],
])('refuses %s', (_, args) => {
  expect(() => readBuildPart(args, {})).toThrow(expect.objectContaining({ code: 'i-900' }));
});
