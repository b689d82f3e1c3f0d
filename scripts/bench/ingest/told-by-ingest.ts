import type { FoundRegion } from '../../../src/ingest/describe/description.ts';
import { draftReport, type ReportDraft } from '../../../src/ingest/filing/draft-report.ts';
import { extract } from '../../../src/ingest/formats/extract.ts';
import { ArchiveError } from '../../../src/report/archive-error.ts';
import { printedText } from '../../../src/report/report-body.ts';
import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import type { MadePage } from './made-page.ts';
import type { Field, Told } from './score.ts';

/** Gives what ingest tells of a page; any fault but a refusal is thrown. */
export async function toldByIngest(
  { text, url, name }: MadePage,
  regions: RegionTable,
): Promise<Told> {
  try {
    const source = await extract(new TextEncoder().encode(text), name);
    return tell(draftReport(source, regions, { url }, name));
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== 'i-010') throw error;
    return { refused: true, reason: error.message, values: NOTHING, doubted: new Set() };
  }
}

const NOTHING: Readonly<Record<Field, null>> = {
  title: null,
  issuer: null,
  code: null,
  level: null,
  kind: null,
  year: null,
  published: null,
  republished: null,
  signed: null,
  addressee: null,
  cc: null,
  signature: null,
  docNo: null,
  begins: null,
  ends: null,
};

/** A township is told by its name, below the county it is filed under. */
function levelOf(place: FoundRegion | undefined): string | null {
  return place === undefined ? null : place.township === null ? place.region.level : 'township';
}

function tell({ description, review, body }: ReportDraft): Told {
  const lines = printedText(body).split('\n');
  const {
    place,
    title,
    issuer,
    kind,
    year,
    published,
    republished,
    signed,
    addressee,
    cc,
    signature,
    docNo,
  } = description;
  // What is not told of these goes to an editor, with the whole document.
  const absent = Object.entries({ title, issuer, code: place, kind, year }).flatMap(
    ([field, found]) => (found === undefined ? [field] : []),
  );
  return {
    refused: false,
    reason: '',
    values: {
      title: title?.value ?? null,
      issuer: issuer?.value ?? null,
      code: place?.value.region.code ?? null,
      level: levelOf(place?.value),
      kind: kind?.value ?? null,
      year: year === undefined ? null : String(year.value),
      published: published?.value ?? null,
      republished: republished?.value ?? null,
      signed: signed?.value ?? null,
      addressee: addressee?.value ?? null,
      cc: cc?.value ?? null,
      signature: signature?.value.join('、') ?? null,
      docNo: docNo?.value ?? null,
      begins: lines[0] ?? null,
      ends: lines.at(-1) ?? null,
    },
    doubted: new Set([
      ...absent,
      ...review.map(({ field }) => (field === 'region' ? 'code' : field)),
    ]),
  };
}
