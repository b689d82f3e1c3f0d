import { readFile } from 'node:fs/promises';
import { projectPath } from '../../../src/command/project-path.js';
import { projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { writeWhole } from '../../../src/content/write-whole.ts';
import { findObservations } from '../../../src/vocabulary/indicator/find-observations.ts';
import { findSums } from '../../../src/vocabulary/indicator/find-sums.ts';
import type { Bench } from '../bench.ts';
import {
  HALVES,
  type Half,
  type Marked,
  reliability,
  type Score,
  scoreHalf,
  scoreSums,
} from './score-figures.ts';

/** Where the method page reads how far a confidence can be relied on. */
const FIRST_READING = 'scripts/bench/figures/first-reading.json';
const RELIABILITY = 'content/indicators/reliability.json';

/**
 * Measure the reading of figures on sentences marked by hand: precision and recall of the values,
 * the same with bound, scope, period and whole, by indicator and by kind, and how often figures of
 * each confidence are right.
 *
 * `look` is the half that the vocabulary was made with, `score` the half that was scored when it was
 * done, `fresh` and `later` sentences written after that, `dense` passages with many figures, `real`
 * passages built as published reports are, in twenty-four parts, by others who did not know the
 * reader, `paragraphs` whole ones, in twenty-eight. What those gave when they were read for the first
 * time is on record in `first-reading.json`; the kinds of fault that they showed were then mended, so
 * that what is printed here is better than what new sentences will give.
 */
export const bench: Bench = async () => {
  const { indicators } = await readVocabularies(projectContent);
  const read = (text: string) =>
    findObservations(indicators, { heading: null, paragraphs: [{ id: 'p1', text }] });
  const marked = await ofHalves(readMarked);
  const halves = await ofHalves((half) => scoreHalf(marked[half], read));
  const withSums = (['later', 'dense', 'real', 'paragraphs'] as const).flatMap(
    (half) => marked[half],
  );
  const sums = scoreSums(withSums, (text) => findSums(text, indicators));
  const bins = reliability(Object.values(halves).flatMap(({ readings }) => readings));
  const firstReading: unknown = JSON.parse(await readFile(projectPath(FIRST_READING), 'utf8'));
  const data = { firstReading, bins };
  await writeWhole(projectPath(RELIABILITY), `${JSON.stringify(data, null, 2)}\n`);
  return {
    table: formatTable(halves, sums, bins),
    figures: {
      ...Object.fromEntries(HALVES.map((half) => [half, withoutReadings(halves[half])])),
      sums,
      bins,
    },
  };
};

async function ofHalves<Value>(
  make: (half: Half) => Value | Promise<Value>,
): Promise<Record<Half, Value>> {
  const made = await Promise.all(HALVES.map(async (half) => [half, await make(half)] as const));
  return Object.fromEntries(made) as Record<Half, Value>;
}

async function readMarked(half: Half): Promise<Marked[]> {
  const file = projectPath(`scripts/bench/figures/marked-${half}.jsonl`);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Marked);
}

function withoutReadings({ readings: _, ...score }: Score): Omit<Score, 'readings'> {
  return score;
}

function formatTable(
  halves: Record<Half, Score>,
  sums: ReturnType<typeof scoreSums>,
  bins: ReturnType<typeof reliability>,
): string {
  const line = (name: string, of: (half: Score) => number): string =>
    `| ${name} | ${HALVES.map((half) => of(halves[half]).toFixed(3)).join(' | ')} |`;
  const groups = (name: string, of: (half: Score) => Score['byKind']): string[] => [
    '',
    `| ${name} | marked | read | right | in full |`,
    '|---|---|---|---|---|',
    ...Object.entries(of(halves.real)).map(
      ([key, { marked, read, right, full }]) =>
        `| ${key} | ${marked} | ${read} | ${right} | ${full} |`,
    ),
  ];
  return [
    `| | ${HALVES.join(' | ')} |`,
    `|---|${HALVES.map(() => '---|').join('')}`,
    `| sentences | ${HALVES.map((half) => halves[half].sentences).join(' | ')} |`,
    line('value, precision', ({ all }) => all.right / all.read),
    line('value, recall', ({ all }) => all.right / all.marked),
    line('in full, precision', ({ all }) => all.full / all.read),
    line('in full, recall', ({ all }) => all.full / all.marked),
    line('precision at confidence 0.9 and more', ({ sure }) => sure.right / sure.read),
    '',
    `${sums.right} of ${sums.shown} sums shown are marked, ${sums.marked} are (later, dense, real)`,
    ...groups('kind (real)', ({ byKind }) => byKind),
    ...groups('indicator (real)', ({ byIndicator }) => byIndicator),
    '',
    '| confidence | figures | right |',
    '|---|---|---|',
    ...bins.map(({ from, to, count, right }) => `| ${from}–${to} | ${count} | ${right} |`),
  ].join('\n');
}
