import { performance } from 'node:perf_hooks';
import { projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import type { Bench, BenchOptions, BenchOutcome } from '../bench.ts';
import { benchCorpus } from './bench-corpus.ts';
import type { MadePage } from './made-page.ts';
import { makePage } from './make-page.ts';
import { FIELDS, type Field, judgeField, judgeRefusal, type Told, type Verdict } from './score.ts';
import { toldByIngest } from './told-by-ingest.ts';

const CASES = 1000;
const VERDICTS = ['right', 'wrong', 'missed', 'unsure'] as const satisfies readonly Verdict[];

interface Judged {
  readonly page: MadePage;
  readonly told: Told;
}

/**
 * Measures how well ingest describes made-up pages whose answers are known, field by field; with a
 * corpus, whether outline and proof hold on texts of any kind.
 */
export const bench: Bench = async (options: BenchOptions): Promise<BenchOutcome> => {
  if (options.corpus !== undefined) return benchCorpus(options.corpus);
  const { regions } = await readVocabularies(projectContent);
  const pages = Array.from({ length: options.reports ?? CASES }, (_, index) =>
    makePage(index + 1, regions),
  );
  const start = performance.now();
  const judged: Judged[] = [];
  for (const page of pages) judged.push({ page, told: await toldByIngest(page, regions) });
  const milliseconds = (performance.now() - start) / pages.length;
  const reports = judged.filter(({ page }) => page.report !== undefined);
  const misses = judged.filter(({ page }) => page.report === undefined);
  const fields = FIELDS.map((field) => ({ field, ...countVerdicts(field, reports) }));
  const refusals = {
    reports: reports.length,
    wronglyRefused: count(reports, 'wrong'),
    nearMisses: misses.length,
    wronglyTaken: count(misses, 'wrong'),
  };
  return {
    table: [
      formatFields(fields),
      formatRefusals(refusals),
      `${milliseconds.toFixed(1)} ms a page`,
    ].join('\n\n'),
    figures: {
      pages: pages.length,
      fields,
      refusals,
      millisecondsPerPage: milliseconds,
      faults: judged.flatMap(listFaults),
    },
  };
};

function count(judged: readonly Judged[], verdict: Verdict): number {
  return judged.filter(({ page, told }) => judgeRefusal(page, told) === verdict).length;
}

function countVerdicts(field: Field, reports: readonly Judged[]): Record<Verdict, number> {
  const counts = { right: 0, wrong: 0, missed: 0, unsure: 0 };
  for (const { page, told } of reports) {
    const verdict =
      page.report === undefined || told.refused ? undefined : judgeField(field, page.report, told);
    if (verdict !== undefined) counts[verdict] += 1;
  }
  return counts;
}

function formatFields(fields: readonly ({ field: Field } & Record<Verdict, number>)[]): string {
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(9))).join('');
  const lines = fields.map(({ field, ...counts }) => {
    const sure = counts.right + counts.wrong + counts.missed;
    const share = sure === 0 ? '' : `${((100 * counts.right) / sure).toFixed(2)} %`;
    return row([field, ...VERDICTS.map((verdict) => String(counts[verdict])), share]);
  });
  return [row(['field', ...VERDICTS, 'sure']), ...lines].join('\n');
}

function formatRefusals(refusals: {
  reports: number;
  wronglyRefused: number;
  nearMisses: number;
  wronglyTaken: number;
}): string {
  const { reports, wronglyRefused, nearMisses, wronglyTaken } = refusals;
  return `reports refused wrongly ${wronglyRefused} of ${reports}; near misses taken wrongly ${wronglyTaken} of ${nearMisses}`;
}

interface Fault {
  readonly name: string;
  readonly layout: readonly string[];
  readonly field: Field | 'refusal';
  readonly told: string | null;
  readonly expected: string | readonly string[] | null | undefined;
}

/** What is wrong, a line a field, so that it can be looked into. */
function listFaults({ page, told }: Judged): Fault[] {
  const { name, layout, report } = page;
  if (judgeRefusal(page, told) === 'wrong')
    return [
      {
        name,
        layout,
        field: 'refusal',
        told: told.refused ? told.reason : 'taken',
        expected: null,
      },
    ];
  if (report === undefined) return [];
  return FIELDS.filter((field) =>
    ['wrong', 'missed'].includes(judgeField(field, report, told) ?? ''),
  ).map((field) => ({
    name,
    layout,
    field,
    told: told.values[field],
    expected: report[field],
  }));
}
