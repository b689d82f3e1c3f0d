import type { IngestCode } from '../ingest-codes.ts';
import type { ReportDraft } from './draft-report.ts';

/** What a document lacks to be filed, and how it can be given. */
export interface Missing {
  readonly code: IngestCode;
  readonly reason: string;
  readonly hint: string;
}

const LEAST_SURE = 0.3;

/** Tells what a document lacks to be filed: a place and a year it can be told by. */
export function findMissing({ description }: ReportDraft): Missing | undefined {
  const { place, year } = description;
  if (place === undefined || place.confidence < LEAST_SURE) {
    const found =
      place === undefined
        ? 'none'
        : `\`${place.value.region.name}\` (${place.confidence.toFixed(2)})`;
    return {
      code: 'i-011',
      reason: `Unexpected place ${found}, expected one that the document or its page tells`,
      hint: 'give it with --region CODE, or the page’s address with --url',
    };
  }
  if (year === undefined || year.confidence <= LEAST_SURE)
    return {
      code: 'i-012',
      reason: 'Unexpected absence of a report year, expected one in title, text or dates',
      hint: 'give it with --year YEAR',
    };
  return undefined;
}

/** Says that a document has no title, and that none can be supplied. */
export function missingTitle(): Missing {
  return {
    code: 'i-013',
    reason: 'Unexpected absence of a title, expected one that the page prints',
    hint: 'only a yearly report’s title can be supplied; give the kind with --kind annual',
  };
}
