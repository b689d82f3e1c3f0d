import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { listFiles, projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { outline } from '../../../src/ingest/outline/outline.ts';
import { normaliseTypography } from '../../../src/report/characters/typography.ts';
import { proveComplete } from '../../../src/report/prove-complete.ts';
import { printedText } from '../../../src/report/report-body.ts';
import type { Bench, BenchOptions, BenchOutcome } from '../bench.ts';
import { benchFormats, benchMadeFormats, formatFormats } from './bench-formats.ts';
import { makePage } from './make-page.ts';
import {
  FIELDS,
  type Field,
  judgeField,
  judgeRefusal,
  type MadePage,
  type Told,
  toldByIngest,
  type Verdict,
} from './score.ts';

const CASES = 1000;
/** Documents that are written in each format. */
const DOCUMENTS = 40;
const VERDICTS = ['right', 'wrong', 'missed', 'unsure'] as const satisfies readonly Verdict[];

interface Judged {
  readonly page: MadePage;
  readonly told: Told;
}

/**
 * Measure how well ingest describes made-up pages whose answers are known, field by field, and how
 * whole documents come out of each format; with a corpus, the latter for its files, and whether
 * outline and proof hold on texts of any kind.
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
  const formats = await benchMadeFormats(regions, Math.min(DOCUMENTS, pages.length));
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
      formatFormats(formats),
    ].join('\n\n'),
    figures: {
      pages: pages.length,
      fields,
      refusals,
      formats,
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

const LONGEST = 2000;

/** Run outline and proof over every text of a folder: none may crash, lose a character, or be slow. */
export async function benchCorpus(folder: string): Promise<BenchOutcome> {
  const root = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), folder);
  const files = (await listFiles(root)).filter((file) => /\.(?:md|txt)$/.test(file));
  const faults: { file: string; fault: string }[] = [];
  const times: number[] = [];
  let characters = 0;
  for (const file of files) {
    const text = await readFile(path.join(root, file), 'utf8');
    characters += text.length;
    const start = performance.now();
    const fault = faultOf(text);
    times.push(performance.now() - start);
    if (fault !== undefined) faults.push({ file, fault });
  }
  const formats = await benchFormats(root);
  const slow = times.filter((time) => time > LONGEST).length;
  const figures = {
    texts: files.length,
    characters,
    faults,
    formats,
    slow,
    mean: times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length),
    longest: Math.max(0, ...times),
  };
  return {
    table: `${formatFormats(formats)}\n\n${figures.texts} texts, ${(characters / 1e6).toFixed(1)} million characters: ${faults.length} lose a character or fall over, ${slow} take over ${LONGEST / 1000} s; ${figures.mean.toFixed(1)} ms a text, at most ${figures.longest.toFixed(0)} ms`,
    figures,
  };
}

function faultOf(text: string): string | undefined {
  try {
    const lines = text
      .split(/\r\n|[\n\r\u2028\u2029\u0085\f\v]/)
      .map(normaliseTypography)
      .filter((line) => line !== '');
    const fault = proveComplete(text, [], printedText(outline(lines)));
    return fault === undefined ? undefined : `${fault.line}: ${fault.text}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
