import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectContent } from '../content/content-directory.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { type Kind, kindSchema } from '../report/report.ts';

/** What is ingested, where to, and what an editor decided beforehand. */
export interface IngestOptions {
  /** Files and directories, absolute. */
  readonly sources: readonly string[];
  /** Absolute. */
  readonly contentDir: string;
  readonly url: string | undefined;
  readonly region: string | undefined;
  readonly year: number | undefined;
  readonly kind: Kind | undefined;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
  /** Absolute; messages name files from here. */
  readonly from: string;
}

const USAGE =
  'npm run ingest -- FILE|DIR… [--url U] [--region C] [--year Y] [--kind K] [--content DIR] [--dry-run] [--json]';

/**
 * Reads the options of ingest from its arguments and environment.
 *
 * @param args paths are relative to where npm was called
 * @throws ArchiveError `i-920` where an argument makes no sense
 */
export function readIngestOptions(args: readonly string[], env = process.env): IngestOptions {
  const from = env['INIT_CWD'] ?? process.cwd();
  const { values, positionals } = parse(args);
  if (positionals.length === 0)
    throw refused('Unexpected call without a file, expected FILE or DIR');
  const year = values.year === undefined ? undefined : Number(values.year);
  if (year !== undefined && !(Number.isInteger(year) && year >= 2000 && year < 2100))
    throw refused(`Unexpected year \`${values.year}\`, expected four digits as \`2019\``);
  const kind = kindSchema.safeParse(values.kind);
  if (values.kind !== undefined && !kind.success)
    throw refused(`Unexpected kind \`${values.kind}\`, expected ${kindSchema.options.join(', ')}`);
  if (values.url !== undefined && !URL.canParse(values.url))
    throw refused(
      `Unexpected address \`${values.url}\`, expected one as \`https://www.example.gov.cn/a.html\``,
    );
  return {
    sources: positionals.map((one) => path.resolve(from, one)),
    contentDir:
      values.content === undefined
        ? path.resolve(projectContent)
        : path.resolve(from, values.content),
    url: values.url,
    region: values.region,
    year,
    kind: kind.data,
    isDryRun: values['dry-run'] ?? false,
    isJson: values.json ?? false,
    from,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        region: { type: 'string' },
        year: { type: 'string' },
        kind: { type: 'string' },
        content: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw refused(`Unexpected arguments (${what}), expected the flags below`, cause);
  }
}

function refused(text: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    { place: { file: 'npm run ingest' }, code: 'i-920', text, hint: USAGE },
    cause,
  );
}
