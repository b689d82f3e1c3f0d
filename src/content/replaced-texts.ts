import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addressBody } from '../report/anchor/address-body.ts';
import type { AnchorRecord } from '../report/anchor/anchor-record.ts';
import type { ReplacedText } from '../report/anchor/with-replaced-texts.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { parseReportFile } from '../report/file/report-file.ts';
import { findPoints } from '../report/find-points.ts';

/**
 * Reads the texts of a report that were replaced since its addresses were last recorded.
 *
 * @param reportFile path under the content directory
 * @param present the report's version now
 * @param read gives a file of the content directory; `undefined` where there is none
 * @returns those that can be read; of the others their own check tells
 */
export function readReplacedTexts(
  reportFile: string,
  present: number,
  record: AnchorRecord,
  read: (file: string) => string | undefined,
): ReplacedText[] {
  const stem = reportFile.replace(/^reports\//, 'versions/').replace(/\.md$/, '');
  const texts: ReplacedText[] = [];
  for (let version = record.version; version < present; version++) {
    const file = `${stem}.v${version}.md`;
    const text = read(file);
    if (text === undefined) continue;
    try {
      const { frontmatter, body } = parseReportFile(text, file);
      const { superseded, corrections } = frontmatter;
      const sections = addressBody(body, record, findPoints);
      if (superseded !== undefined) texts.push({ version, sections, corrections, superseded });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
    }
  }
  return texts;
}

/** Reads files of a content directory on disk. */
export function fileReader(contentDir: string): (file: string) => string | undefined {
  return (file) => {
    const whole = path.join(contentDir, file);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  };
}
