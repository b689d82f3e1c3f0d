/** What is known of a made-up page; `null`: the page gives none. */
export interface MadeReport {
  readonly title: string;
  /** All spellings that are right. */
  readonly issuer: readonly string[];
  readonly code: string;
  readonly level: string;
  readonly kind: string;
  readonly year: string;
  readonly published: string | null;
  readonly republished: string | null;
  readonly signed: string | null;
  readonly addressee: string | null;
  readonly cc: string | null;
  /** `undefined` where the page leaves open whose it is. */
  readonly signature: string | null | undefined;
  readonly docNo: string | null;
  /** The first and the last line of its text. */
  readonly begins: string;
  readonly ends: string;
}

/** A made-up page with what a right description says of it. */
export interface MadePage {
  readonly name: string;
  readonly text: string;
  readonly url: string | undefined;
  /** What its layout is made of, to tell where a describer fails. */
  readonly layout: readonly string[];
  /** `undefined` for a document that must be refused. */
  readonly report: MadeReport | undefined;
}
