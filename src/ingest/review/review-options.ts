import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectContent } from '../../content/content-directory.ts';
import { ArchiveError } from '../../report/archive-error.ts';

/**
 * Reads which content directory is to be reviewed.
 *
 * @param args `[--content DIR]`, relative to where npm was called
 * @returns its absolute path
 * @throws ArchiveError `i-940` where an argument makes no sense, or there is no such directory
 */
export function readReviewOptions(args: readonly string[], env = process.env): string {
  const from = env['INIT_CWD'] ?? process.cwd();
  const contentDir = path.resolve(from, parse(args) ?? projectContent);
  if (!existsSync(contentDir))
    throw refused(`Unexpected content directory \`${contentDir}\`, expected one that is there`);
  return contentDir;
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
  return new ArchiveError(
    {
      place: { file: 'npm run review' },
      code: 'i-940',
      text,
      hint: 'npm run review -- [--content DIR]',
    },
    cause,
  );
}
