import { writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Related } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { compiledRunsPath, relatedPath } from './compiled-archive.ts';
import { findRepeated } from './repeated-text.ts';
import { indexRelated, likelySources, relateReport } from './relate-reports.ts';
import type { SectionRuns } from './related/sample-runs.ts';

/**
 * Works out the relatives of every report, once all are compiled.
 *
 * Repeated text is looked for a province at a time, so that no more samples are in memory than a
 * province has.
 *
 * @param directory has `runs/<id>.json`; gets `related/<id>.json`
 */
export async function relateArchive(
  summaries: readonly ReportSummary[],
  directory: string,
): Promise<void> {
  const index = indexRelated(summaries);
  await mkdir(path.dirname(relatedPath(directory, '')), { recursive: true });
  const provinces = Map.groupBy(summaries, ({ region }) => region.path[0]?.code ?? region.code);
  for (const reports of provinces.values()) {
    const runs = new Map<string, SectionRuns[]>();
    for (const { id } of reports)
      runs.set(id, JSON.parse(await readFile(compiledRunsPath(directory, id), 'utf8')));
    for (const report of reports) {
      const others = likelySources(index, report).map((other) => ({
        report: other,
        sections: runs.get(other.id) ?? [],
      }));
      const related: Related = {
        ...relateReport(index, report),
        repeated: findRepeated(runs.get(report.id) ?? [], others),
      };
      writeFileSync(relatedPath(directory, report.id), JSON.stringify(related));
    }
  }
}
