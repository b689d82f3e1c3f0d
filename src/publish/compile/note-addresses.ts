import { listAnchorFiles, readAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile } from '../../content/content-directory.ts';
import type { AnchorChange } from '../../report/anchor/anchor-record.ts';
import { withReplacedTexts } from '../../report/anchor/with-replaced-texts.ts';
import {
  type CompiledFile,
  type DepartedReport,
  readReport,
  readVersions,
  writeAddressNotes,
} from './compiled-archive.ts';

/**
 * Note what the anchor records say of broken addresses, for the pages.
 *
 * Only records without a report are read here, and those of reports that have earlier versions: one
 * that was replaced gives a reason too. The others were read when their report was compiled.
 */
export async function noteAddresses(
  files: readonly CompiledFile[],
  contentDir: string,
  folder: string,
): Promise<void> {
  const held = new Set(files.map(({ file }) => anchorFile(file)));
  const departed: DepartedReport[] = [];
  for (const file of await listAnchorFiles(contentDir)) {
    if (held.has(file)) continue;
    const record = await readAnchorRecord(contentDir, file);
    if (record?.departed !== undefined) departed.push({ id: record.id, departed: record.departed });
  }
  const changes: [id: string, changes: readonly AnchorChange[]][] = [];
  for (const entry of files) {
    const all = await explainedChanges(entry, contentDir, folder);
    if (all.length > 0) changes.push([entry.summary.id, all]);
  }
  await writeAddressNotes(folder, { changes: Object.fromEntries(changes), departed });
}

async function explainedChanges(
  { file, summary, changes }: CompiledFile,
  contentDir: string,
  folder: string,
): Promise<readonly AnchorChange[]> {
  if (summary.version === 1) return changes;
  const record = await readAnchorRecord(contentDir, anchorFile(file));
  if (record === undefined) return [];
  const replaced = readVersions(folder, summary).map(({ report, superseded }) => ({
    ...report,
    superseded,
  }));
  return withReplacedTexts(record, readReport(folder, summary.id).sections, replaced).changes;
}
