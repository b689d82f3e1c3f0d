import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { writeTogether } from '../../content/write-whole.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import { recognisedStem } from '../formats/pictures/transcript.ts';
import type { IngestCode } from '../ingest-codes.ts';
import type { ReportDraft } from './draft-report.ts';

/** What a document lacks to be filed, and how it can be given. */
export interface Missing {
  readonly code: IngestCode;
  readonly reason: string;
  readonly hint: string;
}

/** A document that cannot be filed yet, and why. */
export interface Unfiled extends Missing {
  readonly draft: ReportDraft;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly extension: string;
  readonly url: string | undefined;
  readonly retrieved?: string | undefined;
  /** What its caller called it. */
  readonly name: string;
  /** Of a changed text: path of the report that it may be a new version of. */
  readonly of?: string | undefined;
}

const NAME_LENGTH = 16;
/** A region less sure than this, or a year no surer, is not filed under. */
const LEAST_SURE = 0.3;

/** Return the name that a document has in `content/review`, without extension. */
function reviewName(sha256: string): string {
  return sha256.slice(0, NAME_LENGTH);
}

/**
 * Put a document that cannot be filed yet into `content/review`, which is never built: its
 * snapshot, and what was found, for an editor to complete.
 *
 * @returns path of what was found, under the content directory
 */
export async function writeReview(
  contentDir: string,
  { code, reason, hint, draft, bytes, sha256, extension, url, retrieved, name: file, of }: Unfiled,
  isDryRun: boolean,
): Promise<string> {
  const name = reviewName(sha256);
  const target = `review/${name}.yaml`;
  if (isDryRun) return target;
  const { region, ...found } = draft.description;
  const left = stringify({
    code,
    reason,
    hint,
    url: url ?? null,
    ...(retrieved === undefined ? {} : { retrieved }),
    from: path.basename(file),
    sha256,
    ...(of === undefined ? {} : { of }),
    snapshot: `review/${name}.${extension}`,
    found: {
      ...found,
      ...(region === undefined ? {} : { region: { ...region, value: region.value.region.code } }),
    },
    omitted: draft.omitted,
  });
  await writeTogether([
    [path.join(contentDir, 'review', `${name}.${extension}`), bytes],
    [path.join(contentDir, target), left],
  ]);
  return target;
}

/** Tell what a document lacks to be filed: a place and a year it can be told by. */
export function findMissing({ description }: ReportDraft): Missing | undefined {
  const { region, year } = description;
  if (region === undefined || region.confidence < LEAST_SURE) {
    const found =
      region === undefined
        ? 'document without a place'
        : `place \`${region.value.region.name}\` that little speaks for (${region.confidence.toFixed(2)})`;
    return {
      code: 'i-011',
      reason: `Unexpected ${found}, expected one that its text or its page names`,
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

/** Say that a document has no title, and that none can be supplied. */
export function missingTitle(): Missing {
  return {
    code: 'i-013',
    reason: 'Unexpected absence of a title, expected one that the page prints',
    hint: 'only a yearly report’s title can be supplied; give the kind with --kind annual',
  };
}

/** Say that a document is pictures of text, and that an editor reads what was recognised first. */
export function draftOfPictures(bytes: Uint8Array): Missing {
  const stem = recognisedStem(bytes);
  return {
    code: 'i-014',
    reason:
      'Unexpected document of pictures only, expected one that has its text: a program recognised its words (识别)',
    hint: `read and mend ${stem}.txt beside the pictures that lie with it, then file it with \`npm run review\``,
  };
}

/** Take a document out of `content/review`, where it waits there: the archive has it now. */
export async function removeReview(contentDir: string, sha256: string): Promise<void> {
  const folder = path.join(contentDir, 'review');
  const name = reviewName(sha256);
  if (!existsSync(path.join(folder, `${name}.yaml`))) return;
  for (const file of await readdir(folder))
    if (file.startsWith(`${name}.`)) await rm(path.join(folder, file), { force: true });
}

const foundSchema = z.looseObject({
  value: z.union([z.string(), z.number(), z.array(z.string())]),
  confidence: z.number(),
  evidence: z.string(),
});

/** What ingest leaves in `content/review` of a document that it could not file. */
const unfiledSchema = z.looseObject({
  code: z.string(),
  reason: z.string(),
  hint: z.string().default(''),
  url: z.string().nullable(),
  /** The day on which it was captured. */
  retrieved: z.string().optional(),
  /** Name of the file that was ingested. */
  from: z.string().optional(),
  snapshot: z.string().regex(/^review\/[^/]+$/, 'a file of `review/`'),
  /** Of a changed text: path of the report that it may be a new version of. */
  of: z.string().optional(),
  found: z.looseObject({
    region: foundSchema.optional(),
    year: foundSchema.optional(),
    kind: foundSchema.optional(),
    title: foundSchema.optional(),
  }),
});
export type UnfiledDocument = z.infer<typeof unfiledSchema>;

/**
 * Parse what ingest found of a document that it could not file.
 *
 * @param file what messages call it
 * @throws ArchiveError `i-941` where the text is no such thing
 */
export function parseUnfiled(text: string, file: string): UnfiledDocument {
  const refuse = (fault: string, cause: unknown) => {
    return new ArchiveError(
      {
        location: { file },
        code: 'i-941',
        text: `Unexpected entry of the review: ${fault}`,
        hint: '`npm run ingest` writes it: ingest its snapshot again',
      },
      cause,
    );
  };
  let data: unknown;
  try {
    data = parse(text);
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const parsed = unfiledSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refuse(`\`${issue?.path.join('.')}\`: ${issue?.message}`, parsed.error);
}
