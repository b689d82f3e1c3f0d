/** A line as printed on a page; sizes in the page's units. */
export interface PrintedLine {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  /** From the page's foot. */
  readonly y: number;
  /** Of its characters. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
}
