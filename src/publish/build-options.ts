import path from 'node:path';
import { projectPath } from '../command/project-path.js';
import { contentOption, readArguments, refuse, type Usage } from '../command/usage.ts';
import { projectContent } from '../content/content-directory.ts';

/** What a build is made from, and for where. */
export interface BuildOptions {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute; what is new is moved into it once the build is done. */
  readonly outDir: string;
  /** Origin without a slash at its end; absent: no canonical addresses, no sitemap. */
  readonly origin: string | undefined;
  /** With a slash at both ends. */
  readonly basePath: string;
  /** Whether to make the bundle of stock Pagefind too; absent: by the number of reports. */
  readonly pagefind?: boolean | undefined;
  /** Whether a site that has reports may be left without any. */
  readonly isEmptyMeant?: boolean | undefined;
}

export const buildUsage = {
  name: 'npm run build',
  code: 'i-900',
  summary: 'Build the site, its data and its search from a content directory.',
  options: {
    content: { ...contentOption, holding: '' },
    out: {
      takes: 'DIR',
      says: 'folder of the built site, only what has changed is written; what no build wrote stays (default: dist/)',
    },
    empty: { says: 'let an archive without reports take the place of one that has some' },
  },
  environment: {
    SITE_URL: 'origin of the site, https://example.org; unset: no canonical addresses, no sitemap',
    BASE_PATH: 'path below the origin, /fazhi/ (default: /)',
    PAGEFIND:
      'on or off: a bundle of stock Pagefind under /pagefind/ (default: on up to 1,000 reports)',
  },
} as const satisfies Usage;

/** A build may do a part of the work, for another one to assemble. */
export const partUsage = {
  ...buildUsage,
  words: { takes: 'DIR…', says: 'folders that --shard made, to be assembled' },
  options: {
    ...buildUsage.options,
    shard: {
      takes: 'YEAR',
      says: 'compile and index the reports of one year only, into --out, for --assemble',
    },
    assemble: { says: 'take what was compiled and indexed from DIR…, then build the whole site' },
  },
} as const satisfies Usage;

/** Which part of the work a build does: a year of it, or all with what others have done. */
export interface BuildPart {
  readonly shard: string | undefined;
  /** Absolute. */
  readonly parts: readonly string[];
}

/**
 * Read which part of the work a build is to do.
 *
 * @returns with the arguments that say the rest
 * @throws ArchiveError `i-900` where the arguments make no sense together
 */
export function readBuildPart(
  args: readonly string[],
  env = process.env,
): BuildPart & { readonly rest: readonly string[] } {
  const { values, words } = readArguments(partUsage, args, env);
  const { content, out, shard, assemble = false, empty = false } = values;
  if (shard !== undefined && !/^\d{4}$/.test(shard))
    throw refuse(partUsage, `Unexpected \`--shard ${shard}\`, expected a year of four digits`);
  if (shard !== undefined && (assemble || out === undefined))
    throw refuse(
      partUsage,
      'Unexpected `--shard` ' +
        (assemble ? 'with `--assemble`, expected one of them' : 'without `--out`, expected both'),
    );
  if (assemble !== words.length > 0)
    throw refuse(
      partUsage,
      assemble
        ? 'Unexpected `--assemble` without a folder, expected those that `--shard` made after it'
        : `Unexpected argument \`${words[0]}\`, expected \`--assemble\` before it`,
    );
  const rest = [
    ...(content === undefined ? [] : ['--content', content]),
    ...(out === undefined ? [] : ['--out', out]),
    ...(empty ? ['--empty'] : []),
  ];
  return { shard, parts: words, rest };
}

/**
 * Read the build's options from its arguments and environment.
 *
 * @param name the command that messages are to name
 * @throws ArchiveError `i-900` where an argument or `SITE_URL` makes no sense
 */
export function readBuildOptions(
  args: readonly string[],
  env = process.env,
  name: string = buildUsage.name,
): BuildOptions {
  const { content, out, empty } = readArguments({ ...buildUsage, name }, args, env).values;
  return {
    contentDir: content ?? path.resolve(projectContent),
    outDir: out ?? projectPath('dist'),
    origin: readOrigin(env['SITE_URL']),
    basePath: parseBasePath(env['BASE_PATH']),
    pagefind: readSwitch(env['PAGEFIND']),
    isEmptyMeant: empty,
  };
}

/**
 * Read the path that the site is to be published under.
 *
 * @param value `BASE_PATH` as set, with or without its slashes; empty or absent is the top
 * @returns the path with a slash at both ends
 */
export function parseBasePath(value: string | undefined): string {
  const names = (value ?? '').split('/').filter((name) => name !== '');
  return names.length === 0 ? '/' : `/${names.join('/')}/`;
}

function readSwitch(value: string | undefined): boolean | undefined {
  if (value === undefined || value === '') return undefined;
  if (value === 'on' || value === 'off') return value === 'on';
  throw refuse(buildUsage, `Unexpected PAGEFIND \`${value}\`, expected \`on\` or \`off\``);
}

function readOrigin(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw refuse(
      buildUsage,
      `Unexpected SITE_URL \`${value}\`, expected an origin as \`https://example.org\`, its path in BASE_PATH`,
    );
  return url.origin;
}
