import path from 'node:path';
import { stringify } from 'yaml';
import { writeWhole } from '../../content/write-whole.ts';
import type { IngestCode } from '../ingest-codes.ts';
import type { ReportDraft } from './draft-report.ts';

/** A document that cannot be filed yet, and why. */
export interface Unfiled {
  readonly code: IngestCode;
  readonly reason: string;
  readonly hint: string;
  readonly filed: ReportDraft;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly extension: string;
  readonly url: string | undefined;
  /** Of a changed text: path of the report that it may be a new version of. */
  readonly of?: string | undefined;
}

const NAME_LENGTH = 16;

/** Gives the name that a document has in `content/review`, without extension. */
export function reviewName(sha256: string): string {
  return sha256.slice(0, NAME_LENGTH);
}

/**
 * Puts a document that cannot be filed yet into `content/review`, which is never built: its
 * snapshot, and what was found, for an editor to complete.
 *
 * @returns path of what was found, under the content directory
 */
export async function writeReview(
  contentDir: string,
  { code, reason, hint, filed, bytes, sha256, extension, url, of }: Unfiled,
  isDryRun: boolean,
): Promise<string> {
  const name = reviewName(sha256);
  const target = `review/${name}.yaml`;
  if (isDryRun) return target;
  const { place, ...found } = filed.description;
  await writeWhole(path.join(contentDir, 'review', `${name}.${extension}`), bytes);
  await writeWhole(
    path.join(contentDir, target),
    stringify({
      code,
      reason,
      hint,
      url: url ?? null,
      sha256,
      ...(of === undefined ? {} : { of }),
      snapshot: `review/${name}.${extension}`,
      found: {
        ...found,
        ...(place === undefined ? {} : { place: { ...place, value: place.value.region.code } }),
      },
      omitted: filed.omitted,
    }),
  );
  return target;
}
