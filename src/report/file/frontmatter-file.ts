import matter from 'gray-matter';
import { ArchiveError } from '../archive-error.ts';

const refuse = () => {
  throw new Error('only YAML is read as frontmatter');
};

/**
 * Splits a file into its frontmatter, not yet checked, and the Markdown below it.
 *
 * The one place that calls gray-matter: called without options it caches by text, so that a
 * mutation would leak into the next call and a YAML error would be told only once. It also
 * would run JavaScript frontmatter, which is refused here.
 *
 * @param file the place to name in errors
 * @returns `line`: the 1-based line on which `content` starts
 * @throws ArchiveError `m-001` where the frontmatter is missing or not YAML
 */
export function readFrontmatter(
  text: string,
  file: string,
): { data: Record<string, unknown>; content: string; line: number } {
  if (!/^---\r?\n/.test(text))
    throw new ArchiveError({
      place: { file, line: 1 },
      code: 'm-001',
      text: 'Unexpected first line, expected `---`',
      hint: 'a report file begins with its frontmatter between two lines `---`',
    });
  try {
    const { data, content } = matter(text, { engines: { javascript: refuse, json: refuse } });
    const line = text.slice(0, text.length - content.length).split('\n').length;
    return { data, content, line };
  } catch (cause) {
    const line = yamlLine(cause);
    throw new ArchiveError(
      {
        place: { file, line: line === undefined ? 1 : line + 1 },
        code: 'm-001',
        text: `Unexpected frontmatter, expected YAML: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
        hint: 'quote a value that holds `: `, `#` or a date',
      },
      cause,
    );
  }
}

function yamlLine(cause: unknown): number | undefined {
  if (typeof cause !== 'object' || cause === null || !('mark' in cause)) return undefined;
  const { mark } = cause;
  return typeof mark === 'object' &&
    mark !== null &&
    'line' in mark &&
    typeof mark.line === 'number'
    ? mark.line
    : undefined;
}

/** Writes frontmatter and Markdown as one file; text that YAML would take for another type is quoted. */
export function writeFrontmatter(data: object, content: string): string {
  return matter.stringify({ content: `\n${content}` }, data, DUMP);
}

/** Long lines stay whole, so that a diff shows one field a line; omissions stand on a line each. */
const DUMP = { lineWidth: -1, noRefs: true, flowLevel: 3 } as object;
