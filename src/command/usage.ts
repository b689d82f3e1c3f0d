import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ArchiveError } from '../report/archive-error.ts';
import { closestWord } from '../report/closest-word.ts';

/** An option of a command, `--content DIR`, or a switch, `--json`. */
export interface Option {
  /** What stands after it; absent for a switch. `DIR` and `FILE` are paths, and resolved. */
  readonly takes?: string;
  readonly says: string;
  /** What the folder must hold, `reports`; empty where it must only be there. */
  readonly holding?: string;
}

/** What a command is called with. */
export interface Usage {
  /** As it is called: `npm run build`. */
  readonly name: string;
  /** Code of the messages about its arguments. */
  readonly code: string;
  /** What it does, one sentence. */
  readonly summary: string;
  /** The arguments that are no options; absent where it takes none. */
  readonly words?: {
    readonly takes: string;
    readonly says: string;
    /** The only words there are, of which one must be given. */
    readonly choices?: readonly string[];
  };
  readonly options: Readonly<Record<string, Option>>;
  /** Environment variables that it reads, and what each says. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The arguments of a call: the value of each option that was given, and the other words. */
export interface Arguments<U extends Usage> {
  readonly values: {
    readonly [name in keyof U['options']]?: U['options'][name] extends { readonly takes: string }
      ? string
      : boolean;
  };
  readonly words: readonly string[];
  /** The folder that npm was called in, absolute. */
  readonly from: string;
}

/** The option that nearly every command has. */
export const contentOption = {
  takes: 'DIR',
  says: 'content directory; needs only reports/ (default: content/)',
} as const satisfies Option;

/**
 * Read the arguments of a call.
 *
 * Paths (options that take `DIR` or `FILE`, and such words) are made absolute, from the folder that
 * npm was called in; addresses on the web stay as they are.
 *
 * @throws ArchiveError with the usage's code, where an argument is not known or lacks its value
 */
export function readArguments<const U extends Usage>(
  usage: U,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Arguments<U> {
  const from = env['INIT_CWD'] ?? process.cwd();
  const values: Record<string, string | boolean> = {};
  const words: string[] = [];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(usage.options).map(([name, { takes }]) => [
        name,
        { type: takes === undefined ? 'boolean' : 'string' },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(readWord(usage, token.value, from));
    if (token.kind === 'option')
      values[token.name] = readOption(usage, token.rawName, token.name, token, from);
  }
  if (usage.words?.choices !== undefined && words.length !== 1)
    throw refuse(usage, `Unexpected ${words.length} words, expected one of ${usage.words.takes}`);
  return { values: values as Arguments<U>['values'], words, from };
}

/**
 * Make an error about a command's arguments, whose hint is how to call it.
 *
 * @param text `Unexpected X, expected Y`
 */
export function refuse(usage: Usage, text: string): ArchiveError {
  const location = { file: usage.name };
  return new ArchiveError({ location, code: usage.code, text, hint: formatCall(usage) });
}

/** Format what `--help` prints. */
export function formatHelp(usage: Usage): string {
  const { summary, words, options, environment = {} } = usage;
  const rows = (entries: readonly (readonly [string, string])[]) => {
    const width = Math.max(...entries.map(([name]) => name.length));
    return entries.map(([name, says]) => `  ${name.padEnd(width)}  ${says}\n`).join('');
  };
  const all = [
    ...(words === undefined ? [] : [[words.takes, words.says] as const]),
    ...Object.entries(options).map(
      ([name, option]) => [formatOption(name, option), option.says] as const,
    ),
    ['--help', 'print this and end'] as const,
  ];
  const variables = Object.entries(environment);
  return [
    `${summary}\n\nUsage: ${formatCall(usage)}\n\n${rows(all)}`,
    ...(variables.length === 0 ? [] : [`Environment:\n${rows(variables)}`]),
  ].join('\n');
}

function formatCall({ name, words, options }: Usage): string {
  const parts = [
    ...(words === undefined ? [] : [words.takes]),
    ...Object.entries(options).map(([key, option]) => `[${formatOption(key, option)}]`),
  ];
  return parts.length === 0 ? name : `${name} -- ${parts.join(' ')}`;
}

function formatOption(name: string, { takes }: Option): string {
  return takes === undefined ? `--${name}` : `--${name} ${takes}`;
}

function readWord(usage: Usage, word: string, from: string): string {
  if (usage.words === undefined)
    throw refuse(usage, `Unexpected argument \`${word}\`, expected ${nearestOption(usage, word)}`);
  const { choices, takes } = usage.words;
  if (choices === undefined) return resolvePath(takes, word, from);
  if (choices.includes(word)) return word;
  const nearest = closestWord(word, choices);
  throw refuse(
    usage,
    `Unexpected argument \`${word}\`, expected ${nearest === undefined ? takes : `\`${nearest}\``}`,
  );
}

function readOption(
  usage: Usage,
  given: string,
  name: string,
  { value, inlineValue }: { value?: string | undefined; inlineValue?: boolean | undefined },
  from: string,
): string | boolean {
  const option = Object.hasOwn(usage.options, name) ? usage.options[name] : undefined;
  if (option === undefined || !given.startsWith('--'))
    throw refuse(usage, `Unexpected option \`${given}\`, expected ${nearestOption(usage, name)}`);
  if (option.takes === undefined) {
    if (value === undefined) return true;
    throw refuse(usage, `Unexpected value \`${value}\` of \`${given}\`, expected none`);
  }
  if (value === undefined || value === '' || (inlineValue !== true && value.startsWith('-')))
    throw refuse(
      usage,
      `Unexpected \`${given}\` without a value, expected ${option.takes} after it`,
    );
  const resolved = resolvePath(option.takes, value, from);
  const { holding } = option;
  if (holding !== undefined && !isAddress(value) && !existsSync(path.join(resolved, holding)))
    throw refuse(
      usage,
      `Unexpected folder \`${resolved}\` after \`${given}\`, expected one ${holding === '' ? 'that is there' : `with \`${holding}/\``}`,
    );
  return resolved;
}

function nearestOption({ options }: Usage, name: string): string {
  const nearest = closestWord(name, Object.keys(options));
  if (nearest !== undefined) return `\`--${nearest}\``;
  return Object.keys(options).length === 0 ? 'none' : 'an option of those below';
}

function resolvePath(takes: string, value: string, from: string): string {
  return !/\b(?:DIR|FILE)\b/.test(takes) || isAddress(value) ? value : path.resolve(from, value);
}

function isAddress(value: string): boolean {
  return /^https?:\/\//.test(value);
}
