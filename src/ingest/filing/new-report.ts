import { pinyin } from 'pinyin-pro';
import type { ReportFile } from '../../report/file/report-file.ts';
import type { ReviewEntry } from '../../report/frontmatter.ts';
import { formatReportId } from '../../report/report-id.ts';
import type { Description } from '../describe/description.ts';
import { issuerSlug } from '../describe/issuer.ts';
import type { ReadSource } from '../read-source.ts';
import type { FiledBefore } from './find-filed.ts';

/** A description that says all that a report's id is made of, and its title. */
export type Identified = Description &
  Required<{
    [K in 'region' | 'issuer' | 'kind' | 'year' | 'title']: NonNullable<Description[K]>;
  }>;

/** A report that is to be written, and where. */
export interface NewReport {
  readonly report: ReportFile;
  /** Path under `reports/` and `sources/`, without extension: `2017/410600-鹤壁市`. */
  readonly stem: string;
}

/**
 * Make the report file of a source that was read. It gets the first id of its kind that is free, or
 * the next number from 2.
 *
 * @param before the reports of its region and year that the archive holds
 * @param today the day on which it comes into the archive, as `2026-11-22`
 */
export function newReport(
  { draft, sha256, extension, url, retrieved }: ReadSource,
  description: Identified,
  before: readonly FiledBefore[],
  today?: string,
): NewReport {
  const taken = new Set(before.map(({ report }) => report.frontmatter.id));
  let n = 1;
  while (taken.has(idOf(description, n))) n++;
  const id = idOf(description, n);
  const { issuer, kind, year, title } = description;
  const { region, township } = description.region.value;
  const stem = `${year.value}/${region.code}-${region.name}${id.slice(`${region.code}-${year.value}`.length)}`;
  const frontmatter = {
    id,
    kind: kind.value,
    title: title.value,
    altTitles: [...description.altTitles],
    issuer: issuer.value,
    region: region.code,
    ...(township === null ? {} : { township }),
    year: year.value,
    published: description.published?.value ?? null,
    republished: description.republished?.value ?? null,
    signed: description.signed?.value ?? null,
    addressee: description.addressee?.value ?? null,
    cc: description.cc?.value ?? null,
    signature: [...(description.signature?.value ?? [])],
    docNo: description.docNo?.value ?? null,
    basis: draft.basis,
    source: {
      url: url ?? null,
      archived: null,
      file: `sources/${stem}.${extension}`,
      sha256,
      retrieved: retrieved ?? null,
      omitted: [...draft.omitted],
    },
    ...(today === undefined ? {} : { added: today }),
    version: 1,
    themes: [],
    corrections: [],
    accepted: [],
    review: [
      ...draft.review,
      ...doubtAddress(url),
      ...(kind.value === 'annual' && n > 1 ? [secondAnnual(id, before)] : []),
    ],
  };
  return { report: { frontmatter, body: draft.body }, stem };
}

/** A region has one annual report a year, as a rule: an editor looks at a second one. */
function secondAnnual(id: string, before: readonly FiledBefore[]): ReviewEntry {
  const first = before.find(({ report }) => report.frontmatter.kind === 'annual');
  const evidence = `${first?.path} is an annual report of the same place and year: read both; where they are one document, delete this file and its snapshot`;
  return { field: 'id', value: id, confidence: 0.5, evidence };
}

/** Copies elsewhere than on a government's site were seen with words put in and characters lost. */
function doubtAddress(url: string | undefined): ReviewEntry[] {
  const host = URL.parse(url ?? '')?.hostname;
  if (url === undefined || host === undefined || /\.gov\.(?:cn|hk|mo)$/u.test(host)) return [];
  const evidence = `${host} is no site of a government (….gov.cn): compare the text with the page of the government itself, and give that address`;
  return [{ field: 'url', value: url, confidence: 0.5, evidence }];
}

/** @param n from 1; the first of its kind is not numbered */
function idOf({ region: found, issuer, kind, year }: Identified, n: number): string {
  const { region, township } = found.value;
  const isOfOffice =
    (kind.value === 'department' && issuer.basis !== 'inferred') ||
    (kind.value !== 'annual' && township !== null);
  const slug = isOfOffice ? issuerSlug(issuer.value, found.value, spell) : '';
  return formatReportId({
    code: region.code,
    year: year.value,
    kind: kind.value,
    ...(slug === '' ? {} : { slug }),
    ...(n === 1 ? {} : { n }),
  });
}

function spell(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
