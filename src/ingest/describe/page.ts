import type { Omission } from '../../report/report.ts';
import type { MetadataKey } from './split-metadata.ts';

/** A line of a decoded snapshot. */
export interface SourceLine {
  /** 1-based; several lines may share a number where the source prints breaks inside one. */
  readonly line: number;
  /** Verbatim. */
  readonly text: string;
  /** Whether the page's markup says that the line is of the document, or around it. */
  readonly zone?: 'content' | 'page' | undefined;
  /** Whether the line is nothing but a link: never a title. */
  readonly isLink?: boolean | undefined;
}

/** What a part of the page is, where it is not body text. */
export type PartKey = MetadataKey | 'addressee' | 'signature' | 'cc';

/** A line, or a part of one, and what it is. */
export interface PagePart {
  readonly line: number;
  /** Verbatim, trimmed. */
  readonly text: string;
  readonly why: 'body' | Omission['why'];
  readonly key?: PartKey | undefined;
  /** What the part says, in the archive's typography, without its label. */
  readonly value?: string | undefined;
  /** Of body text: verbatim pieces in it that a converter put in, in order. */
  readonly noise?: readonly string[] | undefined;
  /** Whether the text itself says it, or the page around it. */
  readonly basis?: 'document' | 'page' | undefined;
}

/** A title that the page prints. */
export interface PrintedTitle {
  readonly text: string;
  readonly basis: 'document' | 'page';
  /** Over how many lines it is broken. */
  readonly lines: number;
  /** Its parts, as indices of `Page.parts`. */
  readonly parts: readonly number[];
}

/** A source, told apart: the body's lines, and all that stands around them. */
export interface Page {
  /** In the order of the source, without loss. */
  readonly parts: readonly PagePart[];
  readonly titles: readonly PrintedTitle[];
}
