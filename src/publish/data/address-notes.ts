import path from 'node:path';
import { fileReader, readAnchorRecord, readReplacedTexts } from '../../content/anchor-records.ts';
import { anchorFile, listAnchorFiles } from '../../content/content-directory.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { withReplacedTexts } from '../../report/anchor/anchor-changes.ts';
import type { AnchorChange } from '../../report/anchor/anchor-record.ts';
import { readCompiledReport } from '../compile/compiled-report.ts';
import type { DepartedReport } from '../redirects/list-redirects.ts';

/** What pages say of addresses that no longer point where they did. */
export interface AddressNotes {
  /** Of reports that have any, by id. */
  readonly changes: Readonly<Record<string, readonly AnchorChange[]>>;
  readonly departed: readonly DepartedReport[];
}

/**
 * Gathers what the anchor records say of broken addresses, and leaves it to the pages as
 * `addresses.json`.
 *
 * Only records without a report are read here, and those of reports that have earlier versions: one
 * that was replaced gives a reason too. The others were read when their report was compiled.
 *
 * @param files the compiled reports: path under the content directory, id, and its record's changes
 */
export async function writeAddressNotes(
  files: readonly {
    readonly file: string;
    readonly summary: { readonly id: string; readonly version: number };
    readonly changes: readonly AnchorChange[];
  }[],
  contentDir: string,
  compiledDir: string,
): Promise<AddressNotes> {
  const held = new Set(files.map(({ file }) => anchorFile(file)));
  const departed: DepartedReport[] = [];
  for (const file of await listAnchorFiles(contentDir)) {
    if (held.has(file)) continue;
    const record = await readAnchorRecord(contentDir, file);
    if (record?.departed !== undefined) departed.push({ id: record.id, departed: record.departed });
  }
  const changes: [id: string, changes: readonly AnchorChange[]][] = [];
  for (const { file, summary, changes: own } of files) {
    const all =
      summary.version === 1 ? own : await explainedChanges(file, summary, contentDir, compiledDir);
    if (all.length > 0) changes.push([summary.id, all]);
  }
  const notes = { changes: Object.fromEntries(changes), departed };
  await writeWhole(path.join(compiledDir, 'addresses.json'), JSON.stringify(notes));
  return notes;
}

async function explainedChanges(
  file: string,
  { id, version }: { readonly id: string; readonly version: number },
  contentDir: string,
  compiledDir: string,
): Promise<readonly AnchorChange[]> {
  const record = await readAnchorRecord(contentDir, anchorFile(file));
  if (record === undefined) return [];
  const { sections } = await readCompiledReport(compiledDir, id);
  const replaced = readReplacedTexts(file, version, record, fileReader(contentDir));
  return withReplacedTexts(record, sections, replaced).changes;
}
