import matter from 'gray-matter';
import { ArchiveError } from '../archive-error.ts';
import { type Frontmatter, frontmatterSchema } from '../frontmatter.ts';
import type { ReportBody } from '../report-body.ts';
import { formatReportBody, parseReportBody } from './body-markdown.ts';

/** A body's keys, so that two equal bodies are equal as JSON. */
const KEYS = [
  ...['opening', 'sections', 'closing', 'attachments', 'notes'],
  ...['label', 'heading', 'stop', 'style', 'paragraphs', 'text'],
  ...['head', 'rows', 'spans', 'row', 'column', 'columns'],
];

/** A report as it is kept in `content/reports`: what is said of it, and its text. */
export interface ReportFile {
  readonly frontmatter: Frontmatter;
  readonly body: ReportBody;
}

/**
 * Parse a report file.
 *
 * @param file the path to name in errors
 * @throws ArchiveError `m-001` and `m-002` for the frontmatter, `s-001` to `s-003` for the text
 */
export function parseReportFile(text: string, file: string): ReportFile {
  const { data, content, line } = readFrontmatter(text, file);
  const parsed = frontmatterSchema.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ArchiveError({
      location: { file, line: 1 },
      code: 'm-002',
      text: `Unexpected frontmatter field \`${issue?.path.join('.')}\`: ${issue?.message}`,
      hint: '`npm run check` names every field that is wrong; docs/fields.md lists what they hold',
    });
  }
  return { frontmatter: parsed.data, body: parseReportBody(content, file, line) };
}

/**
 * Format a report file; parsing it gives the same report again.
 * Fields at their default are left out, so that the file says only what there is to say.
 *
 * @throws RangeError where the text cannot be put as Markdown and read back the same
 */
export function formatReportFile({ frontmatter, body }: ReportFile): string {
  const markdown = formatReportBody(body);
  const back = parseReportBody(markdown, 'the formatted report');
  if (JSON.stringify(back, KEYS) !== JSON.stringify(body, KEYS))
    throw new RangeError('Unexpected report text: it would not be read back the same');
  const said = Object.entries(frontmatter).filter(([field, value]) => !isDefault(field, value));
  return writeFrontmatter(Object.fromEntries(said), markdown);
}

function isDefault(field: string, value: unknown): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  return field === 'version' && value === 1;
}

const refuse = () => {
  throw new Error('only YAML is read as frontmatter');
};

/**
 * Split a file into its frontmatter, not yet checked, and the Markdown below it.
 *
 * The only module that calls gray-matter: called without options it caches by text, so that a
 * mutation would leak into the next call and a YAML error would be told only once. It also
 * would run JavaScript frontmatter, which is refused here.
 *
 * @param file the path to name in errors
 * @returns `line`: the 1-based line on which `content` starts
 * @throws ArchiveError `m-001` where the frontmatter is missing or not YAML
 */
export function readFrontmatter(
  written: string,
  file: string,
): { data: Record<string, unknown>; content: string; line: number } {
  // Some editors put a byte order mark before a file; it is no part of it.
  const text = written.replace(/^\ufeff/, '');
  if (!/^---\r?\n/.test(text))
    throw new ArchiveError({
      location: { file, line: 1 },
      code: 'm-001',
      text: 'Unexpected first line, expected `---`',
      hint: 'a report file begins with its frontmatter between two lines `---`',
    });
  try {
    const { data, content } = matter(text, { engines: { javascript: refuse, json: refuse } });
    const line = text.slice(0, text.length - content.length).split('\n').length;
    return { data, content, line };
  } catch (cause) {
    const line: unknown = Object(Object(cause).mark).line;
    throw new ArchiveError(
      {
        location: { file, line: typeof line === 'number' ? line + 1 : 1 },
        code: 'm-001',
        text: `Unexpected frontmatter, expected YAML: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
        hint: 'quote a value that holds `: `, `#` or a date',
      },
      cause,
    );
  }
}

/** Write frontmatter and Markdown as one file; text that YAML would take for another type is quoted. */
function writeFrontmatter(data: object, content: string): string {
  return matter.stringify({ content: `\n${content}` }, data, DUMP);
}

/** Long lines stay whole, so that a diff shows one field a line; omissions stand on a line each. */
const DUMP = { lineWidth: -1, noRefs: true, flowLevel: 3 } as object;
