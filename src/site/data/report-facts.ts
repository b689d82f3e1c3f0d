import { pageAddress } from '../../report/addresses.ts';
import type { BasisField, Report } from '../../report/report.ts';
import { kindLabels } from '../../report/report-id.ts';
import { latestCode } from '../../vocabulary/region/region-tree.ts';
import { basisWords } from './field-words.ts';
import { formatDate } from './format-date.ts';
import { regions } from './vocabulary.ts';

/** A described field as the page shows it; `basis` where it is not the document's own words. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly basis: string | null;
  readonly address?: string;
  readonly datetime?: string;
}

/** Lists what is known of a report, in the order in which its page shows it. */
export function reportFacts(report: Report): Fact[] {
  const { region, basis } = report;
  const noted = (field: BasisField) => basisWords[basis[field] ?? 'document'];
  const date = (label: string, field: 'published' | 'republished' | 'signed'): Fact[] => {
    const value = report[field];
    if (value === null) return [];
    return [{ label, text: formatDate(value), datetime: value, basis: noted(field) }];
  };
  const words = (label: string, field: 'addressee' | 'cc' | 'docNo'): Fact[] => {
    const value = report[field];
    return value === null ? [] : [{ label, text: value, basis: noted(field) }];
  };
  return [
    { label: '发布机关', text: report.issuer, basis: noted('issuer') },
    {
      label: '行政区划',
      text: `${region.path.map(({ name }) => name).join(' ')}（${region.code}）`,
      basis: noted('region'),
      address: pageAddress('region', latestCode(regions, region.code)),
    },
    {
      label: '报告年度',
      text: `${report.year}年`,
      basis: noted('year'),
      address: pageAddress('year', report.year),
    },
    { label: '类型', text: kindLabels[report.kind], basis: noted('kind') },
    ...words('文号', 'docNo'),
    ...words('主送', 'addressee'),
    ...words('抄送', 'cc'),
    ...(report.signature.length > 0
      ? [{ label: '落款', text: report.signature.join(' '), basis: noted('signature') }]
      : []),
    ...date('成文日期', 'signed'),
    ...date('发布日期', 'published'),
    ...date('再次发布', 'republished'),
  ];
}
