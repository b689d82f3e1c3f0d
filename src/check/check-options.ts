import path from 'node:path';
import { contentOption, readArguments, type Usage } from '../command/usage.ts';
import { projectContent } from '../content/content-directory.ts';

/** What a check looks at. */
export interface CheckOptions {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute; messages name files from here. */
  readonly from: string;
  /** Another release's content directory, absolute, or its address on a server. */
  readonly against?: string;
}

export const checkUsage = {
  name: 'npm run check',
  code: 'i-910',
  summary: 'Run every rule over a content directory; an error ends it with 1.',
  options: {
    content: { ...contentOption, holding: 'reports' },
    against: {
      takes: 'DIR|URL',
      says: 'content directory or site of another release, whose addresses must still hold',
      holding: 'anchors',
    },
  },
} as const satisfies Usage;

/**
 * Read the options of a check from its arguments and environment.
 *
 * @throws ArchiveError `i-910` where an argument makes no sense, or the directory holds no reports
 */
export function readCheckOptions(args: readonly string[], env = process.env): CheckOptions {
  const { values, from } = readArguments(checkUsage, args, env);
  const { content = path.resolve(projectContent), against } = values;
  return { contentDir: content, from, ...(against === undefined ? {} : { against }) };
}
