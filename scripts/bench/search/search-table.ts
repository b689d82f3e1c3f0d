import type { SetFigures } from './compare-sets.ts';
import type { ColdSearch } from './measure-ours.ts';
import { quantile } from './quantile.ts';

/** What indexing took. */
interface Indexing {
  readonly seconds: number;
  /** Of the largest process; null where the system does not tell. */
  readonly memoryBytes: number | null;
  readonly bytes?: number;
}

/** What Pagefind's client did with queries written one way. */
interface DefaultRun {
  readonly sets: SetFigures;
  readonly cold: readonly { list: number; texts: number; requests: number; ms: number }[];
}

/** All that the benchmark of the search measures. */
export interface SearchFigures {
  readonly reports: number;
  readonly characters: number;
  readonly shards: number;
  readonly ours: {
    readonly index: Indexing;
    readonly unchanged: Indexing;
    readonly alone: SetFigures;
    readonly inChromium: SetFigures;
    readonly byKind: Readonly<Record<string, SetFigures>>;
    readonly cold: readonly ColdSearch[];
    readonly warm: {
      readonly median: number;
      readonly p95: number;
      readonly longestBlockMs: number;
      readonly memoryBytes: number;
    };
  };
  readonly pagefind: {
    readonly sharded: Indexing;
    readonly whole: Indexing;
    readonly typed: DefaultRun;
    readonly quoted: DefaultRun;
  };
}

/**
 * Write the figures as a table, ours beside Pagefind's default.
 * @param figures the figures
 * @returns Markdown
 */
export function formatSearchTable({
  reports,
  characters,
  shards,
  ours,
  pagefind,
}: SearchFigures): string {
  const { cold, warm } = ours;
  const spread = (values: readonly number[], write: (value: number) => string) =>
    `${write(quantile(values, 0.5))} / ${write(quantile(values, 0.95))}`;
  const bytes = (pick: (one: ColdSearch) => number) => spread(cold.map(pick), kilobytes);
  const theirs = (run: DefaultRun, pick: (one: DefaultRun['cold'][number]) => number) =>
    spread(run.cold.map(pick), kilobytes);
  const { typed, quoted } = pagefind;
  const rows = [
    ['', 'ours', 'Pagefind, as typed', 'Pagefind, in quotes'],
    ['---', '---', '---', '---'],
    ['queries', count(ours.inChromium), count(typed.sets), count(quoted.sets)],
    [
      'right sets, in Chromium',
      percent(ours.inChromium.right),
      percent(typed.sets.right),
      percent(quoted.sets.right),
    ],
    ['right sets, module alone', percent(ours.alone.right), '', ''],
    ['recall', ratio(ours.inChromium.recall), ratio(typed.sets.recall), ratio(quoted.sets.recall)],
    [
      'precision',
      ratio(ours.inChromium.precision),
      ratio(typed.sets.precision),
      ratio(quoted.sets.precision),
    ],
    ['cold, first shard answered, median / p95', bytes((one) => one.firstShard), '', ''],
    [
      'cold, first result',
      bytes((one) => one.firstResult),
      theirs(typed, (one) => one.list),
      theirs(quoted, (one) => one.list),
    ],
    [
      'cold, all shards',
      bytes((one) => one.list),
      theirs(typed, (one) => one.list),
      theirs(quoted, (one) => one.list),
    ],
    [
      'and ten results with sentences, more',
      bytes((one) => one.texts),
      theirs(typed, (one) => one.texts),
      theirs(quoted, (one) => one.texts),
    ],
    [
      'requests, cold',
      spread(
        cold.map((one) => one.requests),
        String,
      ),
      spread(
        typed.cold.map((one) => one.requests),
        String,
      ),
      spread(
        quoted.cold.map((one) => one.requests),
        String,
      ),
    ],
    [
      'first result, ms cold',
      spread(
        cold.map((one) => one.firstResultMs),
        milliseconds,
      ),
      spread(
        typed.cold.map((one) => one.ms),
        milliseconds,
      ),
      spread(
        quoted.cold.map((one) => one.ms),
        milliseconds,
      ),
    ],
    [
      'all, with sentences, ms cold',
      spread(
        cold.map((one) => one.listMs),
        milliseconds,
      ),
      '',
      '',
    ],
    ['warm, ms', `${milliseconds(warm.median)} / ${milliseconds(warm.p95)}`, '', ''],
    ['longest block of the page, ms', milliseconds(warm.longestBlockMs), '', ''],
    ['memory after 200 queries', megabytes(warm.memoryBytes), '', ''],
    [
      'indexing, s',
      seconds(ours.index),
      `${seconds(pagefind.sharded)} in shards, ${seconds(pagefind.whole)} in one`,
      '',
    ],
    ['indexing, unchanged, s', seconds(ours.unchanged), '', ''],
    [
      'indexing, largest process',
      megabytes(ours.index.memoryBytes),
      `${megabytes(pagefind.sharded.memoryBytes)} in shards, ${megabytes(pagefind.whole.memoryBytes)} in one`,
      '',
    ],
    ['on disk', megabytes(ours.index.bytes ?? null), megabytes(pagefind.whole.bytes ?? null), ''],
  ];
  const head = `${reports} reports, ${characters} characters, ${shards} shards\n`;
  return [head, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}

const count = ({ queries }: SetFigures) => String(queries);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const ratio = (share: number) => share.toFixed(3);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`;
const megabytes = (bytes: number | null) =>
  bytes === null ? '?' : `${(bytes / 1e6).toFixed(0)} MB`;
const milliseconds = (ms: number) => ms.toFixed(0);
const seconds = (indexing: Indexing) => indexing.seconds.toFixed(1);
