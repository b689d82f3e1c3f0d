/** What planning shards needs of a report: all but its text. */
export interface SearchReport {
  /** The report's id. */
  readonly id: string;
  readonly year: number;
  readonly kind: string;
  /** The code of its place. */
  readonly region: string;
  /** The code of the highest region its place lies in. */
  readonly province: string;
  /** About how many its searched lines have. */
  readonly characters: number;
  /** Differs wherever what the search takes in of the report differs. */
  readonly digest: string;
}
