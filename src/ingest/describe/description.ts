import type { BasisWord, Kind } from '../../report/report.ts';
import type { Region } from '../../vocabulary/region/region.ts';

/** A described value: where it comes from, how sure it is (0 to 1), and the words it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly basis: BasisWord;
  readonly confidence: number;
  readonly evidence: string;
}

/** A region as found: a township or street is named below the county that the archive files it under. */
export interface FoundRegion {
  readonly region: Region;
  readonly township: string | null;
}

/** All that can be told of a document before an editor has seen it; absent where nothing tells it. */
export interface Description {
  readonly title?: Found<string> | undefined;
  readonly altTitles: readonly string[];
  readonly region?: Found<FoundRegion> | undefined;
  readonly issuer?: Found<string> | undefined;
  readonly kind?: Found<Kind> | undefined;
  readonly year?: Found<number> | undefined;
  readonly published?: Found<string> | undefined;
  readonly republished?: Found<string> | undefined;
  readonly signed?: Found<string> | undefined;
  readonly addressee?: Found<string> | undefined;
  readonly cc?: Found<string> | undefined;
  readonly signature?: Found<readonly string[]> | undefined;
  readonly docNo?: Found<string> | undefined;
  /** Where what an editor gave beforehand is not what the document says. */
  readonly disputes?: readonly Dispute[] | undefined;
}

/** A value that was given with the source, and another that the document plainly has. */
export interface Dispute {
  readonly field: 'region' | 'year' | 'kind';
  readonly given: string;
  readonly says: string;
  /** The words of the document. */
  readonly evidence: string;
}

/** What is known of a document beside its page. */
export interface Given {
  readonly url?: string | undefined;
  /** Decided by an editor. */
  readonly region?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: Kind | undefined;
  readonly title?: string | undefined;
  readonly issuer?: string | undefined;
  /** Whether the editor saw what the document says before giving these: then nothing is disputed. */
  readonly isConfirmed?: boolean | undefined;
}

/** What the markup of a page says of the document in it. */
export interface PageHints {
  readonly title?: string | undefined;
  /** What the page calls itself, where that is no title of a report. */
  readonly heading?: string | undefined;
  readonly published?: string | undefined;
  /** Name of the site. */
  readonly site?: string | undefined;
  /** Where the page says it has the document from. */
  readonly source?: string | undefined;
}

export function found<T>(
  value: T,
  basis: BasisWord,
  confidence: number,
  evidence: string,
): Found<T> {
  return { value, basis, confidence, evidence };
}
