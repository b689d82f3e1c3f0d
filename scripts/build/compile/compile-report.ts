import { addressBody } from '../../../src/archive/anchor/address-body.ts';
import type { AnchorRecord } from '../../../src/archive/anchor/anchor-record.ts';
import { ArchiveError } from '../../../src/archive/error/archive-error.ts';
import { reportObservations } from '../../../src/archive/indicator/report-observations.ts';
import { findPoints } from '../../../src/archive/outline/find-points.ts';
import { findRegion } from '../../../src/archive/region/find-region.ts';
import type { RegionTable } from '../../../src/archive/region/region.ts';
import { regionPath } from '../../../src/archive/region/region-tree.ts';
import type { Frontmatter } from '../../../src/archive/report/frontmatter.ts';
import type { Report, ReportRegion } from '../../../src/archive/report/report.ts';
import { reportAddress } from '../../../src/archive/report/report-id.ts';
import { timeliness } from '../../../src/archive/report/timeliness.ts';
import { describeSections } from '../../../src/archive/theme/describe-sections.ts';
import type { ReportFile } from '../../../src/markdown/report-file.ts';
import type { Vocabularies } from '../../content/read-vocabularies.ts';

/**
 * Works out a report from its file: addresses, points, themes, figures, place and timeliness.
 *
 * @param file the place to name in errors
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
  const { id, kind, title, altTitles, issuer, year, source, version, corrections } = frontmatter;
  const { published, republished, signed, addressee, cc, signature, docNo, basis } = frontmatter;
  const addressed = addressBody(body, anchors, findPoints);
  const sections = describeSections(addressed, themes, frontmatter.themes);
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
    observations: reportObservations(indicators, kind, sections),
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
      place: { file },
      code: 'm-010',
      text: `Unexpected region code \`${code}\`, expected one of the region table`,
      hint: 'look the place up in content/regions; a zone outside GB/T 2260 is added there',
    });
  const { scheme, name } = region;
  const level = township === undefined ? region.level : 'township';
  return { code, scheme, name, level, path: regionPath(regions, code) };
}
