import { hash } from 'node:crypto';
import { readSnapshot } from '../../content/read-snapshot.ts';
import { extract } from '../../ingest/formats/extract.ts';
import { type Extracted, snapshotText } from '../../ingest/formats/extracted.ts';
import { readTranscript } from '../../ingest/formats/pictures/kept-transcripts.ts';
import { type AlignedRow, alignSnapshot, countPrinted } from '../../report/align-snapshot.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import type { AcceptedWarning } from '../../report/frontmatter.ts';
import { dropNoteReferences } from '../../report/note-reference.ts';
import { proveCorrected } from '../../report/prove-complete.ts';
import type { Report } from '../../report/report.ts';
import type { ListedReport } from '../../report/report-summary.ts';

/** What holding a report against its snapshot gave, as its pages say it. */
export interface SnapshotProof {
  /**
   * `whole`: the snapshot is the report and what was left out, to the character. `differs`: it is
   * not. `unread`: the archive cannot read the snapshot, so that nothing is proved.
   */
  readonly state: 'whole' | 'differs' | 'unread';
  /** In characters, white space not counted: of the snapshot, and of it what was left out. */
  readonly characters: number;
  readonly omitted: number;
  /** Whether a second, simpler reading of the file was held against the first. */
  readonly isReadTwice: boolean;
  /** Whether a program recognised words of it on pictures. */
  readonly isRecognised: boolean;
  /** Where the two readings of the file differ; `why` where an editor has looked into it. */
  readonly differences: readonly {
    readonly where: string;
    readonly words: string;
    readonly why: string | null;
  }[];
}

/** A proof with the snapshot beside the report: no rows where it is not shown. */
interface Proved {
  readonly proof: SnapshotProof;
  readonly rows: readonly AlignedRow[];
}

const UNREAD: Proved = {
  proof: {
    ...{ state: 'unread', characters: 0, omitted: 0, isReadTwice: false },
    ...{ isRecognised: false, differences: [] },
  },
  rows: [],
};

/** Digest what a proof rests on beside the report; empty where there is nothing that may be read. */
export async function digestSnapshot(
  contentDir: string,
  { id, source }: Pick<ListedReport, 'id' | 'source'>,
): Promise<string> {
  const held = await readHeld(contentDir, { id, source });
  return held?.digest ?? '';
}

/**
 * Hold a report against the snapshot it names.
 *
 * @param accepted of its frontmatter
 * @returns the proof and its rows, with the digest of what it rests on
 */
export async function proveSnapshot(
  contentDir: string,
  report: Pick<Report, 'id' | 'source' | 'sections' | 'notes' | 'corrections'>,
  accepted: readonly AcceptedWarning[],
): Promise<Proved & { readonly digest: string }> {
  const { source } = report;
  const held = await readHeld(contentDir, report);
  if (held === undefined) return { digest: '', ...UNREAD };
  const { bytes, sha256, transcript, digest } = held;
  if (sha256 !== source.sha256) return { digest, ...UNREAD };
  try {
    const extracted = await extract(bytes, source.file, transcript);
    return { digest, ...prove(extracted, report, accepted, transcript !== undefined) };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { digest, ...UNREAD };
  }
}

interface Held {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly transcript: string | undefined;
  readonly digest: string;
}

/** Read a snapshot, and the words that were recognised on its pictures. Its faults are told elsewhere. */
async function readHeld(
  contentDir: string,
  { id, source }: Pick<ListedReport, 'id' | 'source'>,
): Promise<Held | undefined> {
  try {
    const bytes = await readSnapshot(contentDir, source.file, id);
    const transcript = await readTranscript(contentDir, bytes);
    const sha256 = hash('sha256', bytes);
    return { bytes, sha256, transcript, digest: hash('sha256', sha256 + (transcript ?? '')) };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return undefined;
  }
}

function prove(
  extracted: Extracted,
  {
    source,
    sections,
    notes,
    corrections,
  }: Pick<Report, 'source' | 'sections' | 'notes' | 'corrections'>,
  accepted: readonly AcceptedWarning[],
  isRecognised: boolean,
): Proved {
  const { omitted } = source;
  const text = snapshotText(extracted);
  const { fault, proved } = proveCorrected(text, omitted, { sections, notes }, corrections);
  const differences = (extracted.doubts ?? [])
    .filter(
      ({ from, words }) =>
        from !== 'reader' && !(words !== '' && corrections.some((one) => one.new.includes(words))),
    )
    .map(({ where, words }) => ({ where, words, why: findReason(accepted, where, words) }));
  const isWhole = fault === undefined && differences.every(({ why }) => why !== null);
  // A name that is masked stands in the snapshot as it is: what is not served is not shown either.
  const isShown = fault === undefined && !omitted.some(({ masked }) => masked);
  const proof: SnapshotProof = {
    state: isWhole ? 'whole' : 'differs',
    characters: countPrinted(dropNoteReferences(extracted.text)),
    omitted: omitted.reduce((sum, one) => sum + countPrinted(one.text), 0),
    // Of plain text the second reading would be the first one again.
    isReadTwice: extracted.inventory !== undefined && extracted.extension !== 'txt',
    isRecognised,
    differences,
  };
  return { proof, rows: isShown ? alignSnapshot(text, omitted, proved) : [] };
}

function findReason(
  accepted: readonly AcceptedWarning[],
  where: string,
  words: string,
): string | null {
  const isMeant = ({ rule, found }: AcceptedWarning) =>
    rule === 't-010' && found.includes(`(${where})`) && found.includes(words);
  return accepted.find(isMeant)?.why ?? null;
}
