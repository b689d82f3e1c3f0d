import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fileState } from '../../content/proven-file.ts';
import { fileAddress, pageAddress } from '../../report/addresses.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import { listedReportSchema } from '../../report/report-summary.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { type ListedFile, readReport, readVersions } from '../compile/compiled-archive.ts';
import type { KeptData, KeptPart } from '../kept-site.ts';
import {
  type DataFile,
  dataCatalogue,
  dataPackage,
  describeFiles,
  lastChange,
  rowSchema,
} from './describe-data.ts';
import { observationTable, paragraphTable } from './download-tables.ts';
import { openDownloads } from './downloads.ts';
import { charsetOf, isSnapshotText } from './inert-snapshot.ts';
import { type FileOptions, reportFiles, versionFiles } from './report-files.ts';
import { writeStaticRepository } from './static-repository.ts';
import { writeYearParts } from './year-parts.ts';

/** The shape of each kind of JSON that a site serves, by the name of its schema. */
const schemas = ({ indicators }: DataOptions['vocabularies']) => ({
  report: z.toJSONSchema(reportSchema),
  reports: z.toJSONSchema(z.array(listedReportSchema)),
  paragraph: rowSchema(paragraphTable),
  observations: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'array',
    items: rowSchema(observationTable(indicators.indicators)),
  },
});

/** Where the data of a site comes from and goes to. */
export interface DataOptions extends FileOptions {
  readonly outDir: string;
  readonly vocabularies: Vocabularies;
  /** The site that is in place, and what of its data can stay there. */
  readonly site: string;
  readonly before: Readonly<Record<string, KeptData>>;
  readonly partsBefore: Readonly<Record<string, KeptPart>>;
  readonly isWhole: (file: string) => boolean;
  /** `CONTACT_URL`, where the site has one. */
  readonly contact: string | undefined;
}

/**
 * Write each report and its earlier versions as data beside their pages, the list of all reports,
 * the downloads of all together, and the schemas. What is in place and would come out as it is, is
 * left out; the downloads take its rows from those in place.
 *
 * The site is put in place as a whole, so a file needs no such care of its own. With a dozen small
 * files for each report, waiting for each takes several times longer than writing it.
 *
 * @returns of each report what there is of it now, in the order of the downloads; the parts; and
 *   all that is to be downloaded, for the data page
 */
export async function writeData(
  files: readonly ListedFile[],
  options: DataOptions,
): Promise<{
  data: Record<string, KeptData>;
  parts: Record<string, KeptPart>;
  downloads: readonly DataFile[];
}> {
  const { contentDir, compiledDir, outDir, vocabularies, site, before, isWhole } = options;
  const summaries = files.map(({ summary }) => summary);
  const folders = new Set<string>();
  const write = (address: string, data: string | Uint8Array) => {
    const file = path.join(outDir, address);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, data);
  };
  const downloads = openDownloads(outDir, vocabularies, { site, before, isWhole });
  const now: Record<string, KeptData> = {};
  for (const listed of files) {
    const { id, source, version } = listed.summary;
    const former = version === 1 ? [] : readVersions(compiledDir, listed.summary);
    const snapshots = [source, ...former.map(({ report }) => report.source)].map(({ file }) =>
      fileState(path.join(contentDir, file)),
    );
    const from = hash('sha256', [listed.shown, ...snapshots].join());
    const kept = before[id];
    const isSame = kept?.from === from;
    const isInPlace = isSame && kept.files.every(isWhole);
    if (isInPlace && downloads.keep(id)) {
      now[id] = kept;
      continue;
    }
    const report = readReport(compiledDir, id);
    const own = isInPlace ? [] : await filesOf(report, listed.file, options);
    for (const [address, data] of own) write(address, data);
    const json = own.find(([address]) => address === `${report.url}report.json`)?.[1];
    const written =
      isSame && downloads.keep(id)
        ? { rows: kept.rows, counts: kept.counts, digests: kept.digests }
        : downloads.add(report, typeof json === 'string' ? json : undefined);
    now[id] = {
      from,
      files: isInPlace ? kept.files : own.map(([address]) => address.slice(1)),
      charsets: isInPlace ? kept.charsets : charsetsOf(own),
      ...written,
    };
  }
  write(
    fileAddress('reportIndex'),
    JSON.stringify(summaries.map(({ sections: _, ...listed }) => listed)),
  );
  for (const [name, schema] of Object.entries(schemas(vocabularies)))
    write(fileAddress('schema', name), JSON.stringify(schema));
  return { data: now, ...describeData(files, downloads.end(files), now, options) };
}

/** Say in the data page what there is; it is the last to be written of what names the downloads. */
export function describeDataPage(outDir: string, downloads: readonly DataFile[]): void {
  const page = path.join(outDir, pageAddress('data'), 'index.html');
  if (existsSync(page)) writeFileSync(page, describeFiles(readFileSync(page, 'utf8'), downloads));
}

/** Write the parts, and what describes all data. */
function describeData(
  files: readonly ListedFile[],
  downloads: readonly DataFile[],
  data: Readonly<Record<string, KeptData>>,
  options: DataOptions,
): { parts: Record<string, KeptPart>; downloads: readonly DataFile[] } {
  const { site, compiledDir, outDir, vocabularies, partsBefore, isWhole } = options;
  const { origin, basePath } = options;
  const parts = writeYearParts(files, {
    ...{ site, outDir, compiledDir, vocabularies, data, before: partsBefore, isWhole },
  });
  const own = parts.map(({ file, ...part }) => ({ ...part, path: file.slice('data/'.length) }));
  const all = [...downloads, ...own];
  const address = pageAddress('data');
  const about = {
    changed: lastChange(files),
    years: [...new Set(files.map(({ summary }) => summary.year))],
    base: origin === undefined ? '' : origin + basePath + address.slice(1),
  };
  const write = (name: string, made: object) =>
    writeFileSync(
      path.join(outDir, fileAddress('dataFile', name)),
      `${JSON.stringify(made, null, 2)}\n`,
    );
  write('datapackage.json', dataPackage(all, about));
  write('dcat.jsonld', dataCatalogue(all, about));
  if (origin !== undefined) {
    const repository = fileAddress('dataFile', 'oai.xml');
    writeStaticRepository(path.join(outDir, repository), files, {
      address: origin + basePath + repository.slice(1),
      site: origin + basePath,
      contact: options.contact,
    });
  }
  return {
    parts: Object.fromEntries(parts.map(({ file, table: _t, year: _y, ...kept }) => [file, kept])),
    downloads: all,
  };
}

/** List the snapshots that are text of another charset than all else. */
function charsetsOf(files: Awaited<ReturnType<typeof filesOf>>): Record<string, string> {
  const told = files.flatMap(([address, data]) =>
    isSnapshotText(address) && typeof data !== 'string'
      ? [[address.slice(1), charsetOf(data)]]
      : [],
  );
  return Object.fromEntries(told.filter(([, charset]) => charset !== 'utf-8'));
}

/** Make all files of a report, by their addresses. */
async function filesOf(
  report: Report,
  file: string,
  options: DataOptions,
): Promise<[address: string, data: string | Uint8Array][]> {
  const markdown = await readFile(path.join(options.contentDir, file));
  const own = await reportFiles(report, markdown, options);
  return [
    ...own.map(([name, data]): [string, string | Uint8Array] => [report.url + name, data]),
    ...(await versionFiles(report, options)),
  ];
}
