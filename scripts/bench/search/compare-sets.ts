import { fold } from '../../../src/search/text/fold.ts';
import type { SearchRecord } from '../../../src/search/text/search-record.ts';
import type { BenchQuery } from './make-queries.ts';

/** How the sets found compare with the true ones. */
export interface SetFigures {
  readonly queries: number;
  /** Share of queries whose set is exactly the true one. */
  readonly right: number;
  /** Means over the queries; a query that truly finds nothing has full recall. */
  readonly recall: number;
  readonly precision: number;
  /** The first queries whose set is not right. */
  readonly wrong: readonly string[];
}

/** Finds the true set of a phrase by plain string search over the folded lines. */
export class Truth {
  /** The reports of each text; a corpus smaller than the archive has many of one. */
  readonly #texts: readonly (readonly [text: string, reports: readonly string[]])[];

  constructor(records: readonly SearchRecord[]) {
    this.#texts = Array.from(
      Map.groupBy(records, ({ lines }) => lines),
      ([lines, of]) => [
        lines.map(({ text }) => fold(text)).join('\n'),
        of.map(({ report }) => report),
      ],
    );
  }

  /** How many different texts the reports have. */
  get texts(): number {
    return this.#texts.length;
  }

  /** Find the reports with a line that contains the phrase. */
  find(phrase: string): Set<string> {
    const folded = fold(phrase);
    return new Set(
      this.#texts.flatMap(([text, reports]) => (text.includes(folded) ? reports : [])),
    );
  }
}

/**
 * Compare the sets found with the true ones.
 * @param queries the queries
 * @param truth the true set of each
 * @param found the ids found for each
 */
export function compareSets(
  queries: readonly BenchQuery[],
  truth: readonly ReadonlySet<string>[],
  found: readonly (readonly string[])[],
): SetFigures {
  let [right, recall, precision] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [i, query] of queries.entries()) {
    const expected = truth[i] ?? new Set<string>();
    const got = new Set(found[i]);
    const both = [...got].filter((id) => expected.has(id)).length;
    recall += expected.size === 0 ? 1 : both / expected.size;
    precision += got.size === 0 ? 1 : both / got.size;
    if (both === expected.size && both === got.size) right += 1;
    else if (wrong.length < 10) wrong.push(`${query.kind}: ${query.text}`);
  }
  const share = (sum: number) => sum / Math.max(1, queries.length);
  return {
    queries: queries.length,
    right: share(right),
    recall: share(recall),
    precision: share(precision),
    wrong,
  };
}
