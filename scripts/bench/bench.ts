/** What a benchmark runs on. */
export interface BenchOptions {
  /** How many reports; absent: as many as there are. */
  readonly reports: number | undefined;
  /** A folder of texts, absolute; absent: texts made up. */
  readonly corpus: string | undefined;
}

/** What a benchmark found: a table for people, figures for programs. */
export interface BenchOutcome {
  readonly table: string;
  readonly figures: unknown;
}

/** A benchmark. */
export type Bench = (options: BenchOptions) => Promise<BenchOutcome>;
