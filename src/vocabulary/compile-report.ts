import { reportAddress } from '../report/addresses.ts';
import { addressBody, addressNotes } from '../report/anchor/address-body.ts';
import type { AnchorRecord } from '../report/anchor/anchor-record.ts';
import { ArchiveError } from '../report/archive-error.ts';
import type { ReportFile } from '../report/file/report-file.ts';
import type { Frontmatter } from '../report/frontmatter.ts';
import type { Kind, Report, ReportRegion, Timeliness } from '../report/report.ts';
import { decideFigures } from './indicator/decide-figures.ts';
import { reportObservations } from './indicator/find-observations.ts';
import type { Indicators } from './indicator/parse-indicators.ts';
import type { RegionTable } from './region/region.ts';
import { findRegion, regionPath } from './region/region-tree.ts';
import { describeSections } from './theme/describe-sections.ts';
import type { Theme } from './theme/parse-themes.ts';

/**
 * Work out a report from its file: addresses, points, themes, figures, region and timeliness.
 *
 * @param file the path to name in errors
 * @param anchors what was recorded of it at the last release
 * @returns `report.json`, with `related` still empty: it depends on the other reports
 * @throws ArchiveError `m-010` where the region table does not have its region
 */
export function compileReport(
  { frontmatter, body }: ReportFile,
  file: string,
  anchors: AnchorRecord | undefined,
  { regions, themes, indicators }: Vocabularies,
): Report {
  const {
    id,
    kind,
    title,
    altTitles,
    issuer,
    year,
    source,
    version,
    corrections,
    figures = [],
  } = frontmatter;
  const { published, republished, signed, addressee, cc, signature, docNo, basis } = frontmatter;
  const addressed = addressBody(body, anchors);
  const notes = addressNotes(body, addressed, anchors);
  const past = kind === 'plan' ? year - 1 : year;
  const sections = describeSections(addressed, themes, frontmatter.themes, past);
  return {
    id,
    url: reportAddress(id),
    kind,
    title,
    altTitles,
    issuer,
    region: describeRegion(regions, frontmatter, file),
    year,
    published,
    republished,
    signed,
    timeliness: timeliness(kind, year, frontmatter),
    addressee,
    cc,
    signature,
    docNo,
    basis,
    source,
    sections,
    ...(notes.length === 0 ? {} : { notes }),
    observations: decideFigures(
      reportObservations(indicators, kind, sections),
      figures,
      sections,
      indicators,
    ),
    ...(figures.length > 0 && { figures }),
    related: { sameTheme: [], sameRegion: [], repeated: [] },
    version,
    corrections,
  };
}

/** GB/T 2260 ends at the county: a township has its county's code and the level of its own. */
function describeRegion(
  regions: RegionTable,
  { region: code, township }: Frontmatter,
  file: string,
): ReportRegion {
  const region = findRegion(regions, code);
  if (region === undefined)
    throw new ArchiveError({
      location: { file },
      code: 'm-010',
      text: `Unexpected region code \`${code}\`, expected one of the region table`,
      hint: 'look the place up in content/regions; a zone outside GB/T 2260 is added there',
    });
  const { scheme, name } = region;
  const level = township === undefined ? region.level : 'township';
  return { code, scheme, name, level, path: regionPath(regions, code) };
}

const DAY = 86_400_000;

/**
 * Tell whether a report was published in time.
 *
 * Due is 31 March of the next year: the rule says "before 1 April"
 * (for the report years 2015 to 2018 "within the first quarter", which is the same day).
 * Only a publication date decides it; a signature date never does.
 *
 * @param dates ISO dates; `republished` says that the posting known to us is a later one
 * @returns `days` positive where late, negative before due, `null` where it cannot be told
 */
export function timeliness(
  kind: Kind,
  year: number,
  dates: { readonly published: string | null; readonly republished: string | null },
): Timeliness {
  const due = `${year + 1}-03-31`;
  if (kind !== 'annual' || (dates.published === null && dates.republished !== null))
    return { due, state: 'not-applicable', days: null };
  if (dates.published === null) return { due, state: 'unknown', days: null };
  const days = Math.round((Date.parse(dates.published) - Date.parse(due)) / DAY);
  if (days > 0) return { due, state: 'late', days };
  const isEarly = Number(dates.published.slice(0, 4)) <= year;
  return { due, state: isEarly ? 'early' : 'on-time', days };
}

/** The controlled vocabularies that describe reports. */
export interface Vocabularies {
  readonly regions: RegionTable;
  readonly themes: readonly Theme[];
  readonly indicators: Indicators;
  /** All their text, so that a change of a word can be told. */
  readonly text: string;
}
