import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile } from '../../content/content-directory.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { addressText } from '../../report/anchor/address-body.ts';
import { explainChanges } from '../../report/anchor/anchor-changes.ts';
import type { AnchorRecord } from '../../report/anchor/anchor-record.ts';
import {
  formatReportFile,
  parseReportFile,
  type ReportFile,
} from '../../report/file/report-file.ts';
import { undoInText } from '../../report/former-versions.ts';
import type { Superseded } from '../../report/frontmatter.ts';
import { proveReport, type SnapshotText } from '../../report/prove-complete.ts';
import type { Correction } from '../../report/report.ts';
import type { ReportBody } from '../../report/report-body.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { extract } from '../formats/extract.ts';
import { snapshotText } from '../formats/extracted.ts';
import { readTranscript } from '../formats/pictures/kept-transcripts.ts';
import { refusal } from '../ingest-codes.ts';
import { draftReport } from './draft-report.ts';
import { followFigures, mergeBody, mergeFields, type ThreeStates } from './merge-version.ts';
import { nameDoubts } from './name-doubts.ts';
import { writeReport } from './write-report.ts';

/** Another text of a report that the archive holds, as an editor takes it in. */
export interface NewVersion {
  /** Path of the report under the content directory. */
  readonly of: string;
  readonly bytes: Uint8Array;
  /** What messages call the new source. */
  readonly name: string;
  readonly url: string | null;
  /** The day on which it was captured, where that is known. */
  readonly retrieved?: string | undefined;
  /** The day, and what is known of the change, shown to readers. */
  readonly superseded: Superseded;
}

/**
 * File a new version of a report: the present file becomes an earlier version, with its snapshot
 * and the addresses it had; the new text replaces it, with what editors decided carried over.
 *
 * @returns what is left in doubt, in words; empty where nothing is
 * @throws ArchiveError those of reading and filing a source; nothing is written then
 */
export async function fileVersion(
  contentDir: string,
  { of, bytes, name, url, retrieved, superseded }: NewVersion,
  { regions }: Vocabularies,
): Promise<string> {
  const ours = parseReportFile(await readFile(path.join(contentDir, of), 'utf8'), of);
  const { region, year, kind, source, version, corrections } = ours.frontmatter;
  const sha256 = hash('sha256', bytes);
  if (sha256 === source.sha256)
    throw refusal(
      'i-026',
      name,
      `Unexpected source of version ${version} of ${of}, expected another text`,
      'it was filed before: nothing is left to be done',
    );
  const read = async (from: Uint8Array, file: string) => {
    const transcript = await readTranscript(contentDir, from);
    const extracted = await extract(from, file, transcript);
    const given = { region, year, kind, ...(source.url === null ? {} : { url: source.url }) };
    return { extracted, filed: draftReport(extracted, regions, given, file) };
  };
  const before = await read(await readFile(path.join(contentDir, source.file)), source.file);
  const after = await read(bytes, name);
  const states: ThreeStates = { base: before.filed, ours, theirs: after.filed };
  const record = await readAnchorRecord(contentDir, anchorFile(of));
  const merged = mergeFields(states);
  const text = bestText(states, snapshotText(after.extracted), record);
  const { figures } = ours.frontmatter;
  const sections = addressText(text.body, record).sections;
  const followed =
    figures && followFigures(figures, addressText(ours.body, record).sections, sections);
  const stem = of.replace(/^reports\//, '').replace(/\.md$/, '');
  const report: ReportFile = {
    frontmatter: {
      ...ours.frontmatter,
      ...merged.fields,
      ...(followed !== undefined && { figures: followed }),
      basis: merged.basis,
      source: {
        url: url ?? source.url,
        archived: null,
        file: `sources/${stem}.v${version + 1}.${after.extracted.extension}`,
        sha256,
        retrieved: retrieved ?? null,
        omitted: [...after.filed.omitted],
      },
      version: version + 1,
      corrections: text.hasCorrections ? corrections : [],
      review: [...merged.review, ...(text.isMerged ? [] : [outlineDoubt(version)])],
    },
    body: text.body,
  };

  const filed = { report, stem, bytes, replaces: of };
  // Once dry, so that nothing is written where the last step would fail.
  await writeReport(contentDir, filed, name, true);
  const earlier = `versions/${stem}.v${version}.md`;
  const kept = formatReportFile({ ...ours, frontmatter: { ...ours.frontmatter, superseded } });
  await writeWhole(path.join(contentDir, earlier), kept);
  if (record !== undefined) {
    const addressed = addressText(text.body, record);
    const explained = explainChanges(record, addressed, superseded);
    await writeRecord(contentDir, anchorFile(earlier), record);
    await writeRecord(contentDir, anchorFile(of), explained);
  }
  await writeReport(contentDir, filed, name, false);
  return nameDoubts(report.frontmatter.review);
}

/** The text with as much of the editors' work as the proof allows. */
function bestText(
  states: ThreeStates,
  snapshot: SnapshotText,
  record: AnchorRecord | undefined,
): { body: ReportBody; hasCorrections: boolean; isMerged: boolean } {
  const merged = mergeBody(states);
  const { corrections } = states.ours.frontmatter;
  const holds = (body: ReportBody, mended: readonly Correction[]): boolean => {
    let text = addressText(body, record);
    for (const correction of mended.toReversed()) {
      const former = undoInText(text, correction);
      if (JSON.stringify(former) === JSON.stringify(text)) return false;
      text = former;
    }
    return proveReport(snapshot, states.theirs.omitted, text) === undefined;
  };
  if (merged !== undefined && corrections.length > 0 && holds(merged, corrections))
    return { body: merged, hasCorrections: true, isMerged: true };
  if (merged !== undefined && holds(merged, []))
    return { body: merged, hasCorrections: false, isMerged: true };
  return { body: states.theirs.body, hasCorrections: false, isMerged: false };
}

function outlineDoubt(version: number) {
  return {
    field: 'outline',
    value: null,
    confidence: 0,
    evidence: `what an editor did to the text of version ${version} does not fit this one`,
  };
}

async function writeRecord(contentDir: string, file: string, record: AnchorRecord): Promise<void> {
  await writeWhole(path.join(contentDir, file), `${JSON.stringify(record, null, 2)}\n`);
}
