import { parse } from 'yaml';
import { z } from 'zod';
import { ArchiveError } from '../../report/archive-error.ts';

const foundSchema = z.looseObject({
  value: z.union([z.string(), z.number(), z.array(z.string())]),
  confidence: z.number(),
  evidence: z.string(),
});

/** What ingest leaves in `content/review` of a document that it could not file. */
const unfiledSchema = z.looseObject({
  code: z.string(),
  reason: z.string(),
  url: z.string().nullable(),
  snapshot: z.string().regex(/^review\/[^/]+$/, 'a file of `review/`'),
  /** Of a changed text: path of the report that it may be a new version of. */
  of: z.string().optional(),
  found: z.looseObject({
    place: foundSchema.optional(),
    year: foundSchema.optional(),
    kind: foundSchema.optional(),
    title: foundSchema.optional(),
  }),
});
export type UnfiledDocument = z.infer<typeof unfiledSchema>;

/**
 * Parses what ingest found of a document that it could not file.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `i-941` where the text is no such thing
 */
export function parseUnfiled(text: string, file: string): UnfiledDocument {
  const refuse = (fault: string, cause: unknown) => {
    return new ArchiveError(
      {
        place: { file },
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
