import type { FormerVersion } from '../../report/former-versions.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { readReport } from './read-compiled.ts';
import { type ReportPage, reportPage } from './report-page.ts';

/**
 * Builds the page of an earlier version: as it stood, under the address of the present one, which
 * is the one to cite and to find.
 */
export function formerVersionPage(summary: ReportSummary, former: FormerVersion): ReportPage {
  const { related } = readReport(summary.id);
  const page = reportPage(summary, { ...former.report, related });
  const { head, report } = page;
  return {
    ...page,
    head: {
      ...head,
      title: `${report.title}（第${former.version}版）`,
      description: `早先的版本。${head.description}`,
      crumbs: [...head.crumbs, { label: '现在的版本', address: report.url }],
    },
    // What else there is on a theme is a matter of the present version.
    themes: new Map(),
    figures: new Map(),
  };
}
