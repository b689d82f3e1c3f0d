import { stat } from 'node:fs/promises';
import path from 'node:path';
import { contentOption, readArguments, refuse, type Usage } from '../command/usage.ts';
import { listFiles, projectContent } from '../content/content-directory.ts';
import { type Kind, kindSchema } from '../report/report.ts';
import type { IngestCode } from './ingest-codes.ts';

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

export const ingestUsage = {
  name: 'npm run ingest',
  code: 'i-920' satisfies IngestCode,
  summary: 'Take raw sources (HTML, Word, PDF, OFD, text, WARC) into the content directory.',
  words: {
    takes: 'FILE|DIR|URL…',
    says: 'the sources; a directory with all below it; an address is fetched',
  },
  options: {
    url: { takes: 'U', says: 'address that the source was captured from' },
    region: { takes: 'C', says: 'code of its region, where it does not say so itself' },
    year: { takes: 'Y', says: 'year it reports on, four digits' },
    kind: { takes: 'K', says: `its kind: ${kindSchema.options.join(', ')}` },
    content: contentOption,
    'dry-run': { says: 'show what would be made of it, and write nothing' },
    json: { says: 'print one line of JSON a file on stdout (call it with npm run -s)' },
  },
} as const satisfies Usage;

/**
 * Read the options of ingest from its arguments and environment.
 *
 * @throws ArchiveError `i-920` where an argument makes no sense
 */
export function readIngestOptions(args: readonly string[], env = process.env): IngestOptions {
  const { values, words, from } = readArguments(ingestUsage, args, env);
  if (words.length === 0)
    throw refuse(ingestUsage, 'Unexpected call without a file, expected FILE or DIR');
  const year = values.year === undefined ? undefined : Number(values.year);
  if (year !== undefined && !(Number.isInteger(year) && year >= 2000 && year < 2100))
    throw refuse(
      ingestUsage,
      `Unexpected year \`${values.year}\`, expected four digits as \`2019\``,
    );
  const kind = kindSchema.safeParse(values.kind);
  if (values.kind !== undefined && !kind.success)
    throw refuse(
      ingestUsage,
      `Unexpected kind \`${values.kind}\`, expected ${kindSchema.options.join(', ')}`,
    );
  if (values.url !== undefined && !isWebAddress(values.url))
    throw refuse(
      ingestUsage,
      `Unexpected address \`${values.url}\`, expected one as \`https://www.example.gov.cn/a.html\``,
    );
  return {
    sources: words,
    contentDir: values.content ?? path.resolve(projectContent),
    url: values.url,
    region: values.region,
    year,
    kind: kind.data,
    isDryRun: values['dry-run'] ?? false,
    isJson: values.json ?? false,
    from,
  };
}

/**
 * Readers of the archive follow the address: one that runs a script or opens a file is none, and one
 * with a name and a password would publish them.
 */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username + password === '';
}

/**
 * List the source files: those given, and all in a directory and below it, once each. A link in it is
 * one too: where it leads to no file, it is refused like one. Hidden files and folders are left out, and so is what a browser saved beside a page (`a_files/` of `a.html`): pictures,
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
      const files = (await listFiles(source, { withOthers: true })).filter(
        (file) => !/(?:^|\/)\./.test(file),
      );
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
