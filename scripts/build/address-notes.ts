import path from 'node:path';
import type { AnchorChange } from '../../src/archive/anchor/anchor-record.ts';
import type { DepartedReport } from '../../src/archive/anchor/list-redirects.ts';
import { listAnchorFiles, readAnchorRecord } from '../content/anchor-records.ts';
import { anchorFile } from '../content/content-directory.ts';
import { writeWhole } from '../content/write-whole.ts';

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
 * Only records without a report are read here; the others were, when their report was compiled.
 *
 * @param files the compiled reports: path under the content directory, id, and its record's changes
 */
export async function writeAddressNotes(
  files: readonly {
    readonly file: string;
    readonly summary: { readonly id: string };
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
  const changed = files.filter(({ changes }) => changes.length > 0);
  const notes = {
    changes: Object.fromEntries(changed.map(({ summary, changes }) => [summary.id, changes])),
    departed,
  };
  await writeWhole(path.join(compiledDir, 'addresses.json'), JSON.stringify(notes));
  return notes;
}
