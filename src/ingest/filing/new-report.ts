import type { Frontmatter } from '../../report/frontmatter.ts';
import type { ReportDraft } from './draft-report.ts';
import type { Placed, ReportPlace } from './place-report.ts';

/** Puts what was found of a document into the frontmatter of its report file. */
export function makeFrontmatter(
  filed: ReportDraft,
  description: Placed,
  { id, stem }: ReportPlace,
  source: { readonly sha256: string; readonly extension: string; readonly url: string | undefined },
): Frontmatter {
  const { place, issuer, kind, year, title } = description;
  return {
    id,
    kind: kind.value,
    title: title?.value ?? '',
    altTitles: [...description.altTitles],
    issuer: issuer.value,
    region: place.value.region.code,
    ...(place.value.township === null ? {} : { township: place.value.township }),
    year: year.value,
    published: description.published?.value ?? null,
    republished: description.republished?.value ?? null,
    signed: description.signed?.value ?? null,
    addressee: description.addressee?.value ?? null,
    cc: description.cc?.value ?? null,
    signature: [...(description.signature?.value ?? [])],
    docNo: description.docNo?.value ?? null,
    basis: filed.basis,
    source: {
      url: source.url ?? null,
      archived: null,
      file: `sources/${stem}.${source.extension}`,
      sha256: source.sha256,
      retrieved: null,
      omitted: [...filed.omitted],
    },
    version: 1,
    themes: [],
    corrections: [],
    accepted: [],
    review: [...filed.review],
  };
}
