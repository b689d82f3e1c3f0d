import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { addressText } from '../report/anchor/address-body.ts';
import type { ReplacedText } from '../report/anchor/anchor-changes.ts';
import { type AnchorRecord, anchorRecordSchema } from '../report/anchor/anchor-record.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { parseReportFile } from '../report/file/report-file.ts';

/**
 * Read an anchor record.
 *
 * @param file path under the content directory: `anchors/2017/410600-鹤壁市.json`
 * @returns `undefined` where the report was never released
 * @throws ArchiveError `w-006` where the file is no anchor record
 */
export async function readAnchorRecord(
  contentDir: string,
  file: string,
): Promise<AnchorRecord | undefined> {
  const whole = path.join(contentDir, file);
  return existsSync(whole) ? parseAnchorRecord(await readFile(whole, 'utf8'), file) : undefined;
}

/**
 * Parse an anchor record.
 *
 * @param file the path to name in errors
 * @throws ArchiveError `w-006` where the text is none
 */
export function parseAnchorRecord(text: string, file: string): AnchorRecord {
  try {
    return anchorRecordSchema.parse(JSON.parse(text));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const fault = issue ? `\`${issue.path.join('.')}\`: ${issue.message}` : messageOf(cause);
    throw new ArchiveError(
      {
        location: { file },
        code: 'w-006',
        text: `Unexpected anchor record: ${fault}`,
        hint: '`npm run release` writes it; by hand only `changes` and `departed` are added to (docs/adr/0005)',
      },
      cause,
    );
  }
}

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/**
 * Read the texts of a report that were replaced since its addresses were last recorded.
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
      const addressed = { ...addressText(body, record), version, corrections };
      if (superseded !== undefined) texts.push({ ...addressed, superseded });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
    }
  }
  return texts;
}

/** Read files of a content directory on disk. */
export function fileReader(contentDir: string): (file: string) => string | undefined {
  return (file) => {
    const whole = path.join(contentDir, file);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  };
}
