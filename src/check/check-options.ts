import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectContent } from '../content/content-directory.ts';
import { ArchiveError } from '../report/archive-error.ts';

/** What a check looks at. */
export interface CheckOptions {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute; messages name files from here. */
  readonly from: string;
  /** Another release's content directory, absolute, or its address on a server. */
  readonly against?: string;
}

/**
 * Reads the check's options from its arguments and environment.
 *
 * @param args `[--content DIR] [--against DIR|URL]`, relative to where npm was called
 * @throws ArchiveError `i-910` where an argument makes no sense, or the directory holds no reports
 */
export function readCheckOptions(args: readonly string[], env = process.env): CheckOptions {
  const from = env['INIT_CWD'] ?? process.cwd();
  const { content, against } = parse(args);
  const contentDir = path.resolve(from, content ?? projectContent);
  if (!existsSync(path.join(contentDir, 'reports')))
    throw refused(`Unexpected content directory \`${contentDir}\`, expected one with \`reports/\``);
  if (against === undefined) return { contentDir, from };
  if (/^https?:\/\//.test(against)) return { contentDir, from, against };
  const other = path.resolve(from, against);
  if (!existsSync(path.join(other, 'anchors')))
    throw refused(`Unexpected release \`${other}\`, expected a directory with \`anchors/\``);
  return { contentDir, from, against: other };
}

function parse(args: readonly string[]) {
  try {
    const options = { content: { type: 'string' }, against: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function refused(text: string, cause?: unknown): ArchiveError {
  const place = { file: 'npm run check' };
  return new ArchiveError(
    { place, code: 'i-910', text, hint: 'npm run check -- [--content DIR] [--against DIR|URL]' },
    cause,
  );
}
