import { createHash } from 'node:crypto';
import type { RegionTable } from '../vocabulary/region/region.ts';
import type { Given } from './describe/description.ts';
import { draftReport, type ReportDraft } from './filing/draft-report.ts';
import { extract } from './formats/extract.ts';

/** A source file as read and described, whatever the archive holds. */
export interface ReadSource {
  readonly bytes: Uint8Array;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** Of the snapshot. */
  readonly extension: string;
  /** Where the document was published: what an editor gave, else what the saved page says. */
  readonly url: string | undefined;
  readonly filed: ReportDraft;
}

/**
 * Reads a source: extract, describe, outline, prove. It rests on nothing but what it is given, so
 * that many can be read at once, in any order.
 *
 * @param file the place to name in errors
 * @throws ArchiveError where the source is refused
 */
export async function readSource(
  bytes: Uint8Array,
  file: string,
  given: Given,
  regions: RegionTable,
): Promise<ReadSource> {
  const extracted = await extract(bytes, file);
  const url = given.url ?? extracted.url;
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    extension: extracted.extension,
    url,
    filed: draftReport(extracted, regions, { ...given, url }, file),
  };
}
