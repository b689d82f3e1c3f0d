import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ArchiveError } from '../../src/archive/error/archive-error.ts';
import { projectContent } from '../content/content-directory.ts';

/** What a check looks at. */
export interface CheckOptions {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute; messages name files from here. */
  readonly from: string;
}

/**
 * Reads the check's options from its arguments and environment.
 *
 * @param args `[--content DIR]`, relative to where npm was called
 * @throws ArchiveError `i-910` where an argument makes no sense, or the directory holds no reports
 */
export function readCheckOptions(args: readonly string[], env = process.env): CheckOptions {
  const from = env['INIT_CWD'] ?? process.cwd();
  const contentDir = path.resolve(from, parse(args) ?? projectContent);
  if (!existsSync(path.join(contentDir, 'reports')))
    throw refused(`Unexpected content directory \`${contentDir}\`, expected one with \`reports/\``);
  return { contentDir, from };
}

function parse(args: readonly string[]): string | undefined {
  try {
    const options = { content: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values.content;
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function refused(text: string, cause?: unknown): ArchiveError {
  const place = { file: 'npm run check' };
  return new ArchiveError(
    { place, code: 'i-910', text, hint: 'npm run check -- [--content DIR]' },
    cause,
  );
}
