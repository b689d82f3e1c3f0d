import { pinyin } from 'pinyin-pro';
import { formatReportId, type ReportIdentity } from '../../report/report-id.ts';
import type { Description } from '../describe/description.ts';
import { issuerSlug } from '../describe/issuer.ts';

/** Where a report goes in the archive. */
export interface ReportPlace {
  readonly identity: ReportIdentity;
  readonly id: string;
  /** Path under `reports/` and `sources/`, without extension: `2017/410600-鹤壁市`. */
  readonly stem: string;
}

/** A document whose place, year and kind are known. */
export type Placed = Description &
  Required<{ [K in 'place' | 'issuer' | 'kind' | 'year']: NonNullable<Description[K]> }>;

/**
 * Gives a document its identity and place.
 *
 * @param n from 2, for a second document of its kind
 */
export function placeReport({ place, issuer, kind, year }: Placed, n?: number): ReportPlace {
  const { region, township } = place.value;
  const isOfOffice =
    (kind.value === 'department' && issuer.basis !== 'inferred') ||
    (kind.value !== 'annual' && township !== null);
  const slug = isOfOffice ? issuerSlug(issuer.value, place.value, spell) : undefined;
  const identity = {
    code: region.code,
    year: year.value,
    kind: kind.value,
    ...(slug === undefined || slug === '' ? {} : { slug }),
    ...(n === undefined ? {} : { n }),
  };
  const id = formatReportId(identity);
  const head = `${region.code}-${year.value}`;
  return {
    identity,
    id,
    stem: `${year.value}/${region.code}-${region.name}${id.slice(head.length)}`,
  };
}

function spell(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
