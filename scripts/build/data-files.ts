import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { indexRelated, relateReport } from '../../src/archive/related/relate-report.ts';
import { type Report, reportSchema } from '../../src/archive/report/report.ts';
import { reportLines } from '../../src/archive/report/report-lines.ts';
import { listedReportSchema } from '../../src/archive/report/report-summary.ts';
import { findServedSource } from '../../src/archive/report/served-source.ts';
import { writeWhole } from '../content/write-whole.ts';
import { citeFiles } from './cite-files.ts';
import type { CompiledFile } from './compile/compile-archive.ts';
import { readCompiledReport } from './compile/compiled-report.ts';

/** The shape of each kind of JSON that a site serves, by the name of its schema. */
const schemas = { report: reportSchema, reports: z.array(listedReportSchema) };

/** Where the data of a site comes from and goes to. */
export interface DataOptions {
  readonly contentDir: string;
  readonly compiledDir: string;
  readonly outDir: string;
  readonly origin: string | undefined;
  /** With a slash at both ends. */
  readonly basePath: string;
}

/**
 * Writes each report as data beside its page, the list of all reports, and the schemas.
 *
 * @returns the bytes written
 */
export async function writeData(
  files: readonly CompiledFile[],
  options: DataOptions,
): Promise<number> {
  const summaries = files.map(({ summary }) => summary);
  const related = indexRelated(summaries);
  let bytes = 0;
  const write = async (address: string, data: string | Uint8Array) => {
    await writeWhole(path.join(options.outDir, address), data);
    bytes += Buffer.byteLength(data);
  };
  for (const { file, summary } of files) {
    const report = await readCompiledReport(options.compiledDir, summary.id);
    const whole = { ...report, related: relateReport(related, summary) };
    for (const [name, data] of await reportFiles(whole, file, options))
      await write(report.url + name, data);
  }
  await write(
    '/r/index.json',
    JSON.stringify(summaries.map(({ sections: _, ...listed }) => listed)),
  );
  for (const [name, schema] of Object.entries(schemas))
    await write(`/data/schema/${name}.json`, JSON.stringify(z.toJSONSchema(schema)));
  return bytes;
}

async function reportFiles(
  report: Report,
  file: string,
  { contentDir, origin, basePath }: DataOptions,
): Promise<[name: string, data: string | Uint8Array][]> {
  const { source } = report;
  const served = findServedSource(report);
  const text = reportLines(report).map((line) => `${line.text}\n`);
  return [
    ['report.json', JSON.stringify(report)],
    ['report.md', await readFile(path.join(contentDir, file))],
    ['report.txt', text.join('')],
    ...citeFiles(report, { origin, basePath }).map(({ name, text }): [string, string] => [
      name,
      text,
    ]),
    ...(served === undefined
      ? []
      : [
          [served, await readFile(path.join(contentDir, source.file))] satisfies [
            string,
            Uint8Array,
          ],
        ]),
  ];
}
