import type { WorkFigures } from '../measure-work.ts';
import type { SetFigures } from './compare-sets.ts';
import type { ColdSearch } from './measure-ours.ts';
import type { OurSets } from './measure-sets.ts';
import type { SizeFigures } from './measure-size.ts';
import { quantile } from './quantile.ts';

/** What Pagefind's client did with queries written one way. */
interface DefaultRun {
  readonly sets: SetFigures;
  readonly cold: readonly { list: number; texts: number; requests: number; ms: number }[];
}

/** Pagefind as it comes: one index, its own client. */
export interface PagefindFigures {
  readonly index: WorkFigures;
  readonly typed: DefaultRun;
  readonly quoted: DefaultRun;
}

/** All that the benchmark of the search measures. */
export interface SearchFigures {
  /** How many different texts the reports have. */
  readonly texts: number;
  readonly smaller: readonly SizeFigures[];
  readonly size: SizeFigures;
  readonly unchanged: WorkFigures;
  readonly sets: OurSets;
  /** Null where there are too many reports for one index. */
  readonly pagefind: PagefindFigures | null;
}

/**
 * Write the figures as tables, ours beside Pagefind's default, then the growth.
 * @param figures the figures
 * @returns Markdown
 */
export function formatSearchTable(figures: SearchFigures): string {
  const { texts, size, smaller } = figures;
  const head = `${size.reports} reports of ${texts} different texts, ${size.characters} characters, ${size.shards} shards. Pairs are median / p95.`;
  return [
    head,
    table([['', 'ours', 'Pagefind, as typed', 'Pagefind, in quotes'], ...comparison(figures)]),
    'Growth; indexing ours against Pagefind’s default, sharded alike',
    table([growthHead, ...[...smaller, size].map(growth)]),
  ].join('\n\n');
}

function comparison({ size, sets, unchanged, pagefind }: SearchFigures): string[][] {
  const { cold, warm, ours } = size;
  const runs = pagefind ? [pagefind.typed, pagefind.quoted] : [];
  const theirs = (write: (run: DefaultRun) => string) => runs.map(write);
  type Cost = DefaultRun['cold'][number];
  const costs = (pick: (one: Cost) => number, write: Write) =>
    theirs((run) => spread(run.cold, pick, write));
  const setRow = (name: string, write: (sets: SetFigures) => string) => [
    name,
    write(sets.inChromium),
    ...theirs((run) => write(run.sets)),
  ];
  const one = pagefind ? `; in one ${work(pagefind.index)}` : '';
  return [
    setRow('queries', ({ queries }) => String(queries)),
    setRow('right sets, in Chromium', ({ right }) => percent(right)),
    ['right sets, module alone', percent(sets.alone.right)],
    setRow('recall', ({ recall }) => recall.toFixed(3)),
    setRow('precision', ({ precision }) => precision.toFixed(3)),
    ['cold, first shard answered', spread(cold, (each) => each.firstShard, kilobytes)],
    [
      'cold, first result',
      spread(cold, (each) => each.firstResult, kilobytes),
      ...costs((each) => each.list, kilobytes),
    ],
    [
      'cold, all shards',
      spread(cold, (each) => each.list, kilobytes),
      ...costs((each) => each.list, kilobytes),
    ],
    [
      'and ten results with sentences, more',
      spread(cold, (each) => each.texts, kilobytes),
      ...costs((each) => each.texts, kilobytes),
    ],
    [
      'requests, cold',
      spread(cold, (each) => each.requests, String),
      ...costs((each) => each.requests, String),
    ],
    [
      'first result, cold',
      spread(cold, (each) => each.firstResultMs, milliseconds),
      ...costs((each) => each.ms, milliseconds),
    ],
    ['all with sentences, cold', spread(cold, (each) => each.listMs, milliseconds)],
    ['warm', spread(warm.warmMs, Number, milliseconds)],
    ['longest task over 50 ms of the page', milliseconds(warm.longestTaskMs)],
    ['longest wait of a timer of the page', milliseconds(warm.longestWaitMs)],
    ['memory after 200 queries', megabytes(warm.memoryBytes)],
    ['indexing', work(ours), `in shards ${work(size.pagefind)}${one}`],
    ['indexing, unchanged', work(unchanged)],
    ['on disk', megabytes(ours.bytes), megabytes(size.pagefind.bytes)],
    ['files', String(ours.files), String(size.pagefind.files)],
  ];
}

const growthHead = [
  'reports',
  'shards',
  'indexing, CPU s',
  'times Pagefind',
  'indexing, s',
  'largest process',
  'on disk',
  'first shard',
  'all shards',
  'warm',
];

function growth({ reports, shards, ours, pagefind, cold, warm }: SizeFigures): string[] {
  const both = (write: (figures: SizeFigures['ours']) => string) =>
    `${write(ours)} : ${write(pagefind)}`;
  const times = (ours.cpuSeconds ?? ours.seconds) / (pagefind.cpuSeconds ?? pagefind.seconds);
  return [
    String(reports),
    String(shards),
    both(({ cpuSeconds }) => cpuSeconds?.toFixed(1) ?? '?'),
    times.toFixed(2),
    both(({ seconds }) => seconds.toFixed(1)),
    both(({ largestBytes }) => megabytes(largestBytes)),
    both(({ bytes }) => megabytes(bytes)),
    spread(cold, (each: ColdSearch) => each.firstShard, kilobytes),
    spread(cold, (each) => each.list, kilobytes),
    spread(warm.warmMs, Number, milliseconds),
  ];
}

type Write = (value: number) => string;

/** Median and 95th percentile. */
function spread<T>(items: readonly T[], pick: (item: T) => number, write: Write): string {
  const values = items.map(pick);
  return `${write(quantile(values, 0.5))} / ${write(quantile(values, 0.95))}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const filled = body.map((row) => head.map((_, i) => row[i] ?? ''));
  return [head, head.map(() => '---'), ...filled].map(line).join('\n');
}

const work = ({ cpuSeconds, seconds, largestBytes, togetherBytes }: WorkFigures) =>
  `${seconds.toFixed(1)} s, CPU ${cpuSeconds?.toFixed(1) ?? '?'} s; a process ${megabytes(largestBytes)}, all ${megabytes(togetherBytes)}`;
const percent: Write = (share) => `${(100 * share).toFixed(1)} %`;
const kilobytes: Write = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
const megabytes = (bytes: number | null) =>
  bytes === null ? '?' : `${(bytes / 1e6).toFixed(0)} MB`;
const milliseconds: Write = (ms) => `${ms.toFixed(0)} ms`;
