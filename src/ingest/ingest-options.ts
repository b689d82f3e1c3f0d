import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles, projectContent } from '../content/content-directory.ts';
import type { ArchiveError } from '../report/archive-error.ts';
import { type Kind, kindSchema } from '../report/report.ts';
import { refusal } from './ingest-codes.ts';

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
 * Read the options of ingest from its arguments and environment.
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
  return refusal('i-920', 'npm run ingest', text, USAGE, cause);
}

/**
 * List the source files: those given, and all in a directory and below it, once each. Hidden files
 * are left out, and so is what a browser saved beside a page (`a_files/` of `a.html`): pictures,
 * scripts and styles are no sources.
 *
 * @param sources files and directories, absolute
 * @returns absolute, those of a directory in order
 */
export async function listSources(sources: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    sources.map(async (source) => {
      const found = await stat(source).catch(() => undefined);
      if (!found?.isDirectory()) return [source];
      const files = await listFiles(source);
      const beside = new Set(files.flatMap(savedBeside));
      return files
        .filter((file) => !foldersOf(file).some((folder) => beside.has(folder)))
        .map((file) => path.join(source, file));
    }),
  );
  return [...new Set(lists.flat())];
}

/** The folders that browsers save what belongs to a page in. */
function savedBeside(file: string): string[] {
  const stem = /^(.+)\.x?html?$/i.exec(file)?.[1];
  return stem === undefined ? [] : [`${stem}_files`, `${stem}.files`];
}

function foldersOf(file: string): string[] {
  const names = file.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
}
