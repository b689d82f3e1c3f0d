import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '../command/project-path.js';
import { projectContent } from '../content/content-directory.ts';
import { ArchiveError } from '../report/archive-error.ts';

/** What a build is made from, and for where. */
export interface BuildOptions {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute; replaced as a whole once the build is done. */
  readonly outDir: string;
  /** Origin without a slash at its end; absent: no canonical addresses, no sitemap. */
  readonly origin: string | undefined;
  /** With a slash at both ends. */
  readonly basePath: string;
}

/**
 * Read the build's options from its arguments and environment.
 *
 * @param args `[--content DIR] [--out DIR]`, relative to where npm was called
 * @throws ArchiveError `i-900` where an argument or `SITE_URL` makes no sense
 */
export function readBuildOptions(args: readonly string[], env = process.env): BuildOptions {
  const { content, out } = parseFlags(args);
  const from = env['INIT_CWD'] ?? process.cwd();
  return {
    contentDir: content === undefined ? path.resolve(projectContent) : path.resolve(from, content),
    outDir: out === undefined ? projectPath('dist') : path.resolve(from, out),
    origin: readOrigin(env['SITE_URL']),
    basePath: parseBasePath(env['BASE_PATH']),
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

function parseFlags(args: readonly string[]) {
  try {
    const options = { content: { type: 'string' }, out: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function readOrigin(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw refused(
      `Unexpected SITE_URL \`${value}\`, expected an origin as \`https://example.org\``,
    );
  return url.origin;
}

function refused(text: string, cause?: unknown): ArchiveError {
  const hint =
    'npm run build -- [--content DIR] [--out DIR]; a path below the origin goes in BASE_PATH';
  return new ArchiveError({ place: { file: 'npm run build' }, code: 'i-900', text, hint }, cause);
}
