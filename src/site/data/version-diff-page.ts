import { compareVersions, type LineChange } from '../../report/compare-versions.ts';
import type { FormerVersion } from '../../report/former-versions.ts';
import type { Report } from '../../report/report.ts';
import { kindLabels } from '../../report/report-id.ts';
import { fieldLabels } from './field-labels.ts';
import type { PageHead } from './page-head.ts';
import { reportVersions } from './report-versions.ts';

/** A described field that differs between two versions. */
export interface FieldChange {
  readonly label: string;
  readonly old: string | null;
  readonly now: string | null;
}

/** What the page shows that compares an earlier version with the present one. */
export interface VersionDiffPage {
  readonly head: PageHead;
  readonly changes: readonly LineChange[];
  readonly fields: readonly FieldChange[];
  /** Of all changes since, the first one first. */
  readonly reasons: FormerVersion['reasons'];
  /** Of the present version. */
  readonly address: string;
  readonly formerAddress: string;
}

/** Compares an earlier version of a report with the present one. */
export function versionDiffPage(report: Report, former: FormerVersion): VersionDiffPage {
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
    reasons: since.toReversed().flatMap(({ reasons }) => reasons),
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
