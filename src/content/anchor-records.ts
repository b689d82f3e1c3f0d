import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnchorRecord, anchorRecordSchema } from '../report/anchor/anchor-record.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { listFiles } from './list-files.ts';

/**
 * Lists the anchor records of a content directory, those of reports that are gone included.
 *
 * @returns paths under `contentDir`, with `/` between folders, sorted; empty before the first release
 */
export async function listAnchorFiles(contentDir: string): Promise<string[]> {
  const files = await listFiles(path.join(contentDir, 'anchors'));
  return files.filter((file) => file.endsWith('.json')).map((file) => `anchors/${file}`);
}

/**
 * Reads an anchor record.
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
 * Parses an anchor record.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `w-006` where the text is none
 */
export function parseAnchorRecord(text: string, file: string): AnchorRecord {
  const refuse = (fault: string, cause: unknown) =>
    new ArchiveError(
      {
        place: { file },
        code: 'w-006',
        text: `Unexpected anchor record: ${fault}`,
        hint: '`npm run release` writes it; by hand only `changes` and `departed` are added to (docs/adr/0005)',
      },
      cause,
    );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const parsed = anchorRecordSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refuse(`\`${issue?.path.join('.')}\`: ${issue?.message}`, parsed.error);
}
