import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../report/report.ts';
import type { ListedReport } from '../../report/report-summary.ts';
import type { Indicator } from '../../vocabulary/indicator/indicator.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import type { Column } from './downloads/column.ts';
import { coverageColumns, coverageRows } from './downloads/coverage-columns.ts';
import { type Download, dataPackage } from './downloads/data-package.ts';
import { csvHead, csvRow } from './downloads/format-csv.ts';
import { observationColumns } from './downloads/observation-columns.ts';
import { paragraphColumns, paragraphRows } from './downloads/paragraph-columns.ts';
import { reportColumns } from './download-tables.ts';
import { openRowFile } from './downloads/row-file.ts';

/** What the downloads are made with. */
export interface DownloadOptions {
  readonly outDir: string;
  readonly regions: RegionTable;
  readonly indicators: readonly Indicator[];
}

/** The downloads of a site while they are written, a report at a time. */
export interface Downloads {
  /** @param json the report as its `report.json` has it */
  readonly add: (report: Report, json: string) => void;
  /** Writes what is of all reports together. @returns the bytes of all downloads */
  readonly end: (listed: readonly ListedReport[]) => number;
}

/** Opens `/data/`: every report, paragraph and figure goes out as it comes, and none is kept. */
export function openDownloads({ outDir, regions, indicators }: DownloadOptions): Downloads {
  const folder = path.join(outDir, 'data');
  const open = (name: string) => openRowFile(path.join(folder, name));
  const figures = observationColumns(indicators);
  const reports = open('reports.jsonl');
  const paragraphs = open('paragraphs.jsonl');
  const observations = open('observations.csv');
  observations.add(csvHead(figures));
  return {
    add(report, json) {
      reports.add(`${json}\n`);
      for (const row of paragraphRows(report)) paragraphs.add(jsonRow(paragraphColumns, row));
      for (const observation of report.observations)
        observations.add(csvRow(figures, { report, observation }));
    },
    end(listed) {
      const coverage = open('coverage.csv');
      coverage.add(csvHead(coverageColumns));
      for (const row of coverageRows(listed, regions)) coverage.add(csvRow(coverageColumns, row));
      const files: Download[] = [
        { name: 'reports', format: 'jsonl', columns: reportColumns, ...reports.end() },
        { name: 'paragraphs', format: 'jsonl', columns: paragraphColumns, ...paragraphs.end() },
        { name: 'observations', format: 'csv', columns: figures, ...observations.end() },
        { name: 'coverage', format: 'csv', columns: coverageColumns, ...coverage.end() },
      ];
      const described = JSON.stringify(dataPackage(files), null, 2);
      writeFileSync(path.join(folder, 'datapackage.json'), described);
      return files.reduce((sum, { bytes }) => sum + bytes, Buffer.byteLength(described));
    },
  };
}

function jsonRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return `${JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])))}\n`;
}
