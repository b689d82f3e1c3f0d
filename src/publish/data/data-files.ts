import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fileAddress } from '../../report/addresses.ts';
import { reportSchema } from '../../report/report.ts';
import { listedReportSchema } from '../../report/report-summary.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { type CompiledFile, readReport } from '../compile/compiled-archive.ts';
import { openDownloads } from './downloads.ts';
import { type FileOptions, reportFiles, versionFiles } from './report-files.ts';

/** The shape of each kind of JSON that a site serves, by the name of its schema. */
const schemas = { report: reportSchema, reports: z.array(listedReportSchema) };

/** Where the data of a site comes from and goes to. */
export interface DataOptions extends FileOptions {
  readonly outDir: string;
  readonly vocabularies: Vocabularies;
}

/**
 * Write each report and its earlier versions as data beside their pages, the list of all reports,
 * the downloads of all together, and the schemas.
 *
 * The site is renamed into place as a whole, so a file needs no such care of its own. With a dozen
 * small files for each report, waiting for each takes several times longer than writing it.
 *
 * @returns the bytes written
 */
export async function writeData(
  files: readonly CompiledFile[],
  options: DataOptions,
): Promise<number> {
  const { contentDir, compiledDir, outDir, vocabularies } = options;
  const summaries = files.map(({ summary }) => summary);
  let bytes = 0;
  const write = (address: string, data: string | Uint8Array) => {
    const file = path.join(outDir, address);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, data);
    bytes += Buffer.byteLength(data);
  };
  const downloads = openDownloads(outDir, vocabularies);
  for (const { file, summary } of files) {
    const report = readReport(compiledDir, summary.id);
    const markdown = await readFile(path.join(contentDir, file));
    for (const [name, data] of await reportFiles(report, markdown, options)) {
      write(report.url + name, data);
      if (name === 'report.json') downloads.add(report, `${data}`);
    }
    for (const [address, data] of await versionFiles(report, options)) write(address, data);
  }
  write(
    fileAddress('reportIndex'),
    JSON.stringify(summaries.map(({ sections: _, ...listed }) => listed)),
  );
  for (const [name, schema] of Object.entries(schemas))
    write(fileAddress('schema', name), JSON.stringify(z.toJSONSchema(schema)));
  return bytes + downloads.end(summaries);
}
