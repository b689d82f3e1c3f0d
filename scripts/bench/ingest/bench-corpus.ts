import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { listFiles } from '../../../src/content/content-directory.ts';
import { outline } from '../../../src/ingest/outline/outline.ts';
import { normaliseTypography } from '../../../src/report/characters/typography.ts';
import { proveComplete } from '../../../src/report/prove-complete.ts';
import { printedText } from '../../../src/report/report-body.ts';
import type { BenchOutcome } from '../bench.ts';

const LONGEST = 2000;

/** Runs outline and proof over every text of a folder: none may crash, lose a character, or be slow. */
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
  const slow = times.filter((time) => time > LONGEST).length;
  const figures = {
    texts: files.length,
    characters,
    faults,
    slow,
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    longest: Math.max(...times),
  };
  return {
    table: `${figures.texts} texts, ${(characters / 1e6).toFixed(1)} million characters: ${faults.length} lose a character or fall over, ${slow} take over ${LONGEST / 1000} s; ${figures.mean.toFixed(1)} ms a text, at most ${figures.longest.toFixed(0)} ms`,
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
