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
 * @throws ArchiveError `i-910` where an argument makes no sense
 */
export function readCheckOptions(args: readonly string[], env = process.env): CheckOptions {
  const from = env['INIT_CWD'] ?? process.cwd();
  try {
    const { values } = parseArgs({ args: [...args], options: { content: { type: 'string' } } });
    const contentDir = values.content === undefined ? projectContent : values.content;
    return { contentDir: path.resolve(from, contentDir), from };
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    const hint = 'npm run check -- [--content DIR]';
    throw new ArchiveError({ place: { file: 'npm run check' }, code: 'i-910', text, hint }, cause);
  }
}
