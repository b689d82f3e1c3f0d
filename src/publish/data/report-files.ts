import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CitationStyle, CitedReport } from '../../citation/citation.ts';
import { formatCitation } from '../../citation/format-citation.ts';
import { readSnapshot } from '../../content/read-snapshot.ts';
import { formatReportFile } from '../../report/file/report-file.ts';
import { formerVersions } from '../../report/former-versions.ts';
import type { Report } from '../../report/report.ts';
import { bodyOfSections } from '../../report/report-body.ts';
import { reportLines } from '../../report/report-lines.ts';
import { findServedSource } from '../../report/report-summary.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { reportObservations } from '../../vocabulary/indicator/find-observations.ts';
import { readUnrelated, readVersions } from '../compile/compiled-archive.ts';
import { publishSnapshot } from './inert-snapshot.ts';

/** What the files of a report are made from, and for where. */
export interface FileOptions {
  /** Has the report files and the snapshots. */
  readonly contentDir: string;
  readonly compiledDir: string;
  /** Of the site; without it, addresses are root-relative. */
  readonly origin: string | undefined;
  /** With a slash at both ends. */
  readonly basePath: string;
  readonly vocabularies: Pick<Vocabularies, 'indicators'>;
}

/** A file beside a page, by its name or its address. */
type SiteFile = [name: string, data: string | Uint8Array];

const citations = {
  'cite.ris': 'ris',
  'cite.bib': 'bibtex',
  'cite.csl.json': 'csl',
} as const satisfies Record<string, CitationStyle>;

/**
 * Make the files that lie beside a report's page, or beside that of an earlier version: the report
 * as data and as text, its citations, its snapshot where it may be served.
 *
 * @param markdown the report's file
 */
export async function reportFiles(
  report: Report,
  markdown: string | Uint8Array,
  options: FileOptions,
): Promise<SiteFile[]> {
  const files: SiteFile[] = [
    ['report.json', JSON.stringify(report)],
    ['report.md', markdown],
    [
      'report.txt',
      reportLines(report)
        .map((line) => `${line.text}\n`)
        .join(''),
    ],
    ...citationFiles(report, options),
  ];
  const served = findServedSource(report);
  if (served !== undefined)
    files.push(
      ...publishSnapshot(
        served,
        await readSnapshot(options.contentDir, report.source.file, report.id),
      ),
    );
  return files;
}

/**
 * Format the citation files that lie beside a report's page.
 * They carry no date of access: they are fetched, not seen.
 */
export function citationFiles(
  report: CitedReport,
  { origin = '', basePath }: Pick<FileOptions, 'origin' | 'basePath'>,
): [name: string, text: string][] {
  const options = { origin: origin + basePath.slice(0, -1) };
  return Object.entries(citations).map(([name, style]) => [
    name,
    formatCitation({ report }, style, options),
  ]);
}

/**
 * Make the files of a report's earlier versions, each under the version's own address: that is the
 * `url` of its `report.json` and what its citation files cite.
 *
 * A version before a correction of ours is kept nowhere. Its Markdown is that of the text it was
 * transcribed in, with the correction taken back, and its figures are read again, since their
 * offsets changed with the words.
 *
 * @returns none of a report at its first version
 */
export async function versionFiles(report: Report, options: FileOptions): Promise<SiteFile[]> {
  if (report.version === 1) return [];
  const { contentDir, compiledDir, vocabularies } = options;
  const kept = readVersions(compiledDir, report);
  const files: SiteFile[] = [];
  let { frontmatter } = readUnrelated(compiledDir, report.id);
  for (const { version, report: former } of formerVersions(report, kept)) {
    const file = kept.find((one) => one.report.version === version);
    frontmatter = file?.frontmatter ?? frontmatter;
    if (frontmatter === undefined) throw new Error(`Unexpected first version of ${report.id}`);
    const { sections, corrections } = former;
    const earlier = {
      ...former,
      url: `${report.url}v${version}/`,
      observations: reportObservations(vocabularies.indicators, former.kind, sections),
      related: { sameTheme: [], sameRegion: [], repeated: [] },
    };
    const markdown =
      file === undefined
        ? formatReportFile({
            frontmatter: { ...frontmatter, version, corrections },
            body: bodyOfSections(sections, former.notes),
          })
        : await readFile(path.join(contentDir, file.file));
    for (const [name, data] of await reportFiles(earlier, markdown, options))
      files.push([earlier.url + name, data]);
  }
  return files;
}
