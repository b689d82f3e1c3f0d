import type { AnchorRecord } from '../../report/anchor/anchor-record.ts';
import type { Message } from '../../report/archive-error.ts';
import type { Frontmatter } from '../../report/frontmatter.ts';
import type { SnapshotText } from '../../report/prove-complete.ts';
import type { Note, Section } from '../../report/report.ts';
import type { ReportBody } from '../../report/report-body.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';

/** What a rule found, and where; the code and the severity are the rule's. */
export type Finding = Omit<Message, 'code' | 'severity'>;

interface RuleHead {
  /** A letter for the family and three digits; never reused: `m-003`. */
  readonly code: string;
  /** With the code the name of the rule's folder. */
  readonly name: string;
  readonly severity: Message['severity'];
  /** One sentence that says what must be so. */
  readonly describe: string;
}

/** A rule on one file as it was written; it also runs where the fields are wrong. */
export interface TextRule extends RuleHead {
  readonly scope: 'text';
  readonly check: (report: ReportText) => readonly Finding[];
}

/** A rule on one report whose fields and outline could be read. */
export interface ReportRule extends RuleHead {
  readonly scope: 'report';
  readonly check: (report: CheckedReport, vocabulary: Vocabulary) => readonly Finding[];
}

/** A rule on all reports together. */
export interface ArchiveRule extends RuleHead {
  readonly scope: 'archive';
  readonly check: (archive: Archive) => readonly Finding[];
}

/** One numbered rule of the archive: values in, findings out; it reads and prints nothing itself. */
export type Rule = TextRule | ReportRule | ArchiveRule;

/** A report file whose frontmatter could be told from its text. */
export interface ReportText {
  /** The file as messages name it. */
  readonly file: string;
  /** Its path under the content directory, with `/`: `reports/2017/410600-鹤壁市.md`. */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  /** The frontmatter as YAML gave it, not yet checked. */
  readonly data: unknown;
  /** The 1-based line on which the Markdown starts. */
  readonly bodyLine: number;
  /** All that it holds of printed text, of which omitted lines are no part. */
  readonly printed: readonly PrintedText[];
}

/** A piece of printed text of a report file: a line of its Markdown, or the value of a field. */
export interface PrintedText {
  readonly text: string;
  /** Path of the field; `undefined` for a line. */
  readonly field: readonly PropertyKey[] | undefined;
  /** 1-based line of the file; `undefined` for a field. */
  readonly line: number | undefined;
  /** How much of the line stands before the text: the mark of a note. */
  readonly indent?: number;
}

/** Words that stand in a file or in what was taken out of it, and not in both. */
export interface FileDifference {
  /** The region of the file. */
  readonly where: string;
  readonly words: string;
  /** What is the matter, and what to do. */
  readonly why: string;
}

/** The captured source of a report. */
export interface Snapshot {
  readonly sha256: string;
  /** Digest of all that its reading rests on: its bytes, and what is written on its pictures. */
  readonly grounds: string;
  /** Its text as ingest reads it, why it cannot be read, or that the proof on it held before. */
  readonly reading:
    | (SnapshotText & {
        readonly kind: 'text';
        /** Where the file shows a reader other words than were taken out of it. */
        readonly differences: readonly FileDifference[];
      })
    | { readonly kind: 'fault'; readonly fault: string }
    | { readonly kind: 'proved' };
}

/** A report file whose fields and outline are sound. */
export interface CheckedReport extends ReportText {
  readonly frontmatter: Frontmatter;
  readonly body: ReportBody;
  /** The 1-based line of each heading and paragraph, in printed order. */
  readonly blockLines: readonly number[];
  /** The outline with its addresses; themes are not computed here. */
  readonly sections: readonly Section[];
  /** Its notes with their addresses. */
  readonly notes: readonly Note[];
  /** Every address of it ever published; `undefined` for a report not yet released. */
  readonly anchors: AnchorRecord | undefined;
  /** The anchor record's file as messages name it. */
  readonly anchorFile: string;
  /** `undefined` where the file that the frontmatter names is not there. */
  readonly snapshot: Snapshot | undefined;
}

/** The controlled vocabularies that reports refer to. */
export interface Vocabulary {
  readonly regions: RegionTable;
  readonly themes: readonly { readonly id: string }[];
  readonly indicators: {
    readonly indicators: readonly {
      readonly id: string;
      readonly theme: string;
      readonly unit: string;
      readonly units?: readonly string[] | undefined;
    }[];
  };
}

/** A text's hashes, the least of its runs of characters, by which nearly same texts are found. */
export type TextSketch = readonly number[];

/** What is kept of a checked report to check all together; its text is let go. */
export interface ArchiveEntry {
  readonly file: string;
  readonly path: string;
  readonly id: string;
  /** Path of its snapshot under the content directory. */
  readonly source: string;
  readonly sketch: TextSketch;
  readonly version: VersionEntry;
}

/** A version of a report, and how many more its corrections give. */
export interface VersionEntry extends ListedFile {
  /** Of the report. */
  readonly id: string;
  readonly version: number;
  /** Days on which it was corrected. */
  readonly correctionDays: number;
  /** Whether it says when and why the next version came. */
  readonly isSuperseded: boolean;
}

/** All that a content directory holds, told by name. */
export interface Archive {
  readonly vocabulary: Vocabulary;
  readonly entries: readonly ArchiveEntry[];
  /** Earlier versions that are kept as files. */
  readonly versions: readonly VersionEntry[];
  /** Report files that could not be read, so that what belongs to them is not called orphaned. */
  readonly unread: readonly string[];
  /** Paths of all files under `sources/`, and the files as messages name them. */
  readonly sources: readonly ListedFile[];
  /** Anchor records beside which no report lies. */
  readonly orphanAnchors: readonly OrphanAnchors[];
}

/** A file of the content directory. */
export interface ListedFile {
  readonly file: string;
  readonly path: string;
}

/** An anchor record that is left alone. */
export interface OrphanAnchors extends ListedFile {
  readonly record: AnchorRecord;
}
