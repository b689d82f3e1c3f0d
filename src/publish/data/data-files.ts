import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fileAddress } from '../../report/addresses.ts';
import { reportSchema } from '../../report/report.ts';
import { listedReportSchema } from '../../report/report-summary.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import type { CompiledFile } from '../compile/compile-archive.ts';
import { readCompiledReport, readRelated } from '../compile/compiled-archive.ts';
import { openDownloads } from './downloads.ts';
import { type FileOptions, reportFiles } from './report-files.ts';
import { versionFiles } from './version-files.ts';

/** The shape of each kind of JSON that a site serves, by the name of its schema. */
const schemas = { report: reportSchema, reports: z.array(listedReportSchema) };

/** Where the data of a site comes from and goes to. */
export interface DataOptions extends FileOptions {
  readonly compiledDir: string;
  readonly outDir: string;
  readonly vocabularies: Pick<Vocabularies, 'regions' | 'indicators'>;
}

/**
 * Writes each report and its earlier versions as data beside their pages, the list of all reports,
 * the downloads of all together, and the schemas.
 *
 * The site is put in its place whole, so a file needs no care of its own; and with a dozen small
 * files a report, waiting for each takes several times longer than writing it.
 *
 * @returns the bytes written
 */
export async function writeData(
  files: readonly CompiledFile[],
  options: DataOptions,
): Promise<number> {
  const summaries = files.map(({ summary }) => summary);
  let bytes = 0;
  const write = (address: string, data: string | Uint8Array) => {
    const file = path.join(options.outDir, address);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, data);
    bytes += Buffer.byteLength(data);
  };
  const { outDir, vocabularies } = options;
  const { regions, indicators } = vocabularies;
  const downloads = openDownloads({ outDir, regions, indicators: indicators.indicators });
  for (const { file, summary } of files) {
    const report = await readCompiledReport(options.compiledDir, summary.id);
    const whole = { ...report, related: await readRelated(options.compiledDir, summary.id) };
    const markdown = await readFile(path.join(options.contentDir, file), 'utf8');
    for (const [name, data] of await reportFiles(whole, markdown, options)) {
      write(report.url + name, data);
      if (name === 'report.json') downloads.add(whole, `${data}`);
    }
    for (const [address, data] of await versionFiles(report, markdown, options))
      write(address, data);
  }
  write(
    fileAddress('reportIndex'),
    JSON.stringify(summaries.map(({ sections: _, ...listed }) => listed)),
  );
  for (const [name, schema] of Object.entries(schemas))
    write(fileAddress('schema', name), JSON.stringify(z.toJSONSchema(schema)));
  return bytes + downloads.end(summaries);
}
