/** Another query that may have been meant. */
export interface SuggestedQuery {
  readonly query: string;
  /** How many reports it finds. */
  readonly reports: number;
}
