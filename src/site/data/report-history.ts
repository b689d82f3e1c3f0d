import { findPage } from '../../report/addresses.ts';
import { compareVersions } from '../../report/compare-versions.ts';
import { type FormerVersion, formerVersions } from '../../report/former-versions.ts';
import type { Report } from '../../report/report.ts';
import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { reportSums } from '../../vocabulary/indicator/find-sums.ts';
import { archive } from './built-archive.ts';
import { readKeptVersions, readReport } from './read-compiled.ts';
import { fieldLabels } from './reader-words.ts';
import { type ReportPage, reportPage } from './report-page.ts';
import { indicatorVocabulary } from './vocabularies.ts';

/** Return the earlier versions of a report, the latest first; none of one at its first version. */
export function reportVersions(report: Report): FormerVersion[] {
  return formerVersions(report, readKeptVersions(report));
}

/** List the routes of all earlier versions; only a report that has any is read for it. */
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

/**
 * Build the page of an earlier version: as it stood, under the address of the present one, which
 * is the one to cite and to find.
 */
export function formerVersionPage(summary: ReportSummary, former: FormerVersion): ReportPage {
  const { related } = readReport(summary.id);
  const page = reportPage(
    summary,
    { ...former.report, related },
    reportSums(former.report, indicatorVocabulary),
  );
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

/** Compare an earlier version of a report with the present one. */
export function versionDiffPage(report: Report, former: FormerVersion) {
  const since = reportVersions(report).filter(({ version }) => version >= former.version);
  return {
    head: {
      title: `${report.title}：第${former.version}版以后的改动`,
      description: `第${former.version}版与现在的第${report.version}版不同之处，及改动的缘由。`,
      address: report.url,
      crumbs: [{ label: report.title, address: report.url }],
    },
    changes: compareVersions(former.report, report),
    fields: Object.entries(fieldLabels).flatMap(([field, label]) => {
      const [old, now] = [former.report, report].map((one) => fieldText(one, field));
      return old === undefined || now === undefined || old === now ? [] : [{ label, old, now }];
    }),
    /** Of all changes since, the first one first. */
    reasons: since.toReversed().flatMap(({ reasons }) => reasons),
    /** Of the present version. */
    address: report.url,
    formerAddress: `${report.url}v${former.version}/`,
  };
}

function fieldText(report: Report, field: string): string | null {
  if (field === 'kind') return kindLabels[report.kind];
  const value = field === 'region' ? report.region.name : report[field as keyof Report];
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  return Array.isArray(value) ? value.join('；') : String(value);
}
