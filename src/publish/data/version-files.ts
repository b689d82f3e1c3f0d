import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { formatReportFile, parseReportFile } from '../../report/file/report-file.ts';
import { type FormerVersion, formerVersions } from '../../report/former-versions.ts';
import type { Report } from '../../report/report.ts';
import { bodyOfSections } from '../../report/report-body.ts';
import { reportObservations } from '../../vocabulary/indicator/find-observations.ts';
import { readCompiledVersions } from '../compile/compile-versions.ts';
import { type FileOptions, reportFiles } from './report-files.ts';

/**
 * Makes the files of a report's earlier versions, each under the version's own address: that is the
 * `url` of its `report.json` and what its citation files cite.
 *
 * A version before a correction of ours is kept nowhere: its Markdown is that of the text it was
 * transcribed in, with the correction taken back, and its figures are read anew, since their places
 * moved with the words.
 *
 * @param markdown the present report's file
 * @returns none of a report at its first version
 */
export async function versionFiles(
  report: Report,
  markdown: string,
  options: FileOptions & { readonly compiledDir: string },
): Promise<[address: string, data: string | Uint8Array][]> {
  if (report.version === 1) return [];
  const { contentDir, compiledDir } = options;
  const { indicators } = await readVocabularies(contentDir);
  const kept = await readCompiledVersions(compiledDir, report);
  const files: [string, string | Uint8Array][] = [];
  let transcript = markdown;
  for (const former of formerVersions(report, kept)) {
    const file = kept.find((one) => one.report.version === former.version)?.file;
    if (file !== undefined) transcript = await readFile(path.join(contentDir, file), 'utf8');
    const { sections } = former.report;
    const earlier = {
      ...former.report,
      url: `${report.url}v${former.version}/`,
      observations: reportObservations(indicators, former.report.kind, sections),
      related: { sameTheme: [], sameRegion: [], repeated: [] },
    };
    const text = former.end === 'corrected' ? uncorrected(transcript, former) : transcript;
    for (const [name, data] of await reportFiles(earlier, text, options))
      files.push([earlier.url + name, data]);
  }
  return files;
}

function uncorrected(markdown: string, { version, report }: FormerVersion): string {
  const { superseded: _, ...frontmatter } = parseReportFile(markdown, report.url).frontmatter;
  const { corrections, sections } = report;
  return formatReportFile({
    frontmatter: { ...frontmatter, version, corrections },
    body: bodyOfSections(sections),
  });
}
