import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatHelp, readArguments, type Usage } from './usage.ts';

const usage = {
  name: 'npm run weigh',
  code: 'i-999',
  summary: 'Weigh what is given.',
  words: { takes: 'FILE|DIR…', says: 'what is weighed' },
  options: {
    content: { takes: 'DIR', says: 'a folder', holding: 'reports' },
    against: { takes: 'DIR|URL', says: 'another' },
    year: { takes: 'Y', says: 'a year' },
    json: { says: 'as JSON' },
  },
  environment: { PORT: 'a port' },
} as const satisfies Usage;
const { words, ...wordless } = usage;
const chosen = { ...usage, words: { takes: 'one|two', says: '', choices: ['one', 'two'] } };
const from = path.resolve('.');
const env = { INIT_CWD: from };

describe('readArguments()', () => {
  it('makes paths absolute from where npm was called, and leaves addresses and words alone', () => {
    const args = ['a.txt', '--year=-1', '--content', 'content', '--json', '--against'];
    expect(readArguments(usage, [...args, 'https://example.org/'], env)).toEqual({
      values: {
        year: '-1',
        content: path.join(from, 'content'),
        json: true,
        against: 'https://example.org/',
      },
      words: [path.join(from, 'a.txt')],
      from,
    });
    expect(readArguments(usage, ['--', '--json'], env).words).toEqual([path.join(from, '--json')]);
  });

  it.each<[string, Usage, string[], string]>([
    ['an option, with the nearest', usage, ['--contnt', 'x'], '`--contnt`, expected `--content`'],
    ['an option that is near none', usage, ['--xyz'], '`--xyz`, expected an option of those below'],
    ['a short option', usage, ['-c', 'x'], '`-c`, expected an option of those below'],
    ['an inherited name', usage, ['--toString'], '`--toString`, expected an option'],
    ['an option where there is none', { ...usage, options: {} }, ['--xyz'], 'expected none'],
    ['an absent value', usage, ['--year'], '`--year` without a value, expected Y after it'],
    ['an empty value', usage, ['--year='], '`--year` without a value'],
    ['an option as a value', usage, ['--year', '--json'], '`--year` without a value'],
    ['a value of a switch', usage, ['--json=yes'], 'value `yes` of `--json`, expected none'],
    ['a word where none is taken', wordless, ['jsn'], 'argument `jsn`, expected `--json`'],
    ['a word that is no choice', chosen, ['tow'], 'argument `tow`, expected `two`'],
    ['a word that is near no choice', chosen, ['seven'], 'argument `seven`, expected one|two'],
    ['no choice', chosen, [], '0 words, expected one of one|two'],
    ['two choices', chosen, ['one', 'two'], '2 words, expected one of one|two'],
    ['a folder that is not there', usage, ['--content', 'nowhere'], 'expected one with `reports/`'],
    ['a folder without what it must hold', usage, ['--content', 'docs'], 'expected one with'],
  ])('refuses %s', (_, asked, args, text) => {
    expect(() => readArguments(asked, args, env)).toThrow(
      expect.objectContaining({
        code: 'i-999',
        location: { file: 'npm run weigh' },
        message: expect.stringContaining(text),
        hint: expect.stringContaining('npm run weigh'),
      }),
    );
  });
});

it('the help has the call, each option and each variable on a line', () => {
  expect(formatHelp(usage)).toBe(`Weigh what is given.

Usage: npm run weigh -- FILE|DIR… [--content DIR] [--against DIR|URL] [--year Y] [--json]

  FILE|DIR…          what is weighed
  --content DIR      a folder
  --against DIR|URL  another
  --year Y           a year
  --json             as JSON
  --help             print this and end

Environment:
  PORT  a port
`);
});
