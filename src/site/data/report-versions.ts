import { findPage } from '../../report/addresses.ts';
import { type FormerVersion, formerVersions } from '../../report/former-versions.ts';
import type { Report } from '../../report/report.ts';
import { archive } from './archive.ts';
import { readKeptVersions, readReport } from './read-compiled.ts';

/** Gives the earlier versions of a report, the latest first; none of one at its first version. */
export function reportVersions(report: Report): FormerVersion[] {
  return formerVersions(report, readKeptVersions(report));
}

/** Lists the routes of all earlier versions; only a report that has any is read for it. */
export function formerVersionPaths() {
  return archive.reports
    .filter(({ version }) => version > 1)
    .flatMap((summary) => {
      const [code = '', document = ''] = findPage(summary.url)?.parts ?? [];
      return reportVersions(readReport(summary.id)).map((former) => ({
        params: { code, document, version: String(former.version) },
        props: { summary, former },
      }));
    });
}
