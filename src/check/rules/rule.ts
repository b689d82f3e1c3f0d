import type { Message } from '../../report/archive-error.ts';
import type { Archive, CheckedReport, ReportText, Vocabulary } from './checked-archive.ts';

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
