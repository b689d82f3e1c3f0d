import { z } from 'zod';
import { dateSchema, figureDecisionSchema, reportSchema } from './report.ts';

/** A doubt that ingest leaves for an editor: the field, what was guessed, and the evidence. */
const reviewEntrySchema = z.strictObject({
  field: z.string().describe('the field in doubt'),
  value: z.string().nullable().describe('what was guessed'),
  confidence: z.number().min(0).max(1).describe('from 0 to 1'),
  evidence: z.string().describe('what the guess rests on'),
});
export type ReviewEntry = z.infer<typeof reviewEntrySchema>;

/** An editor's themes for a section in place of the machine's, with the reason. */
const themeDecisionSchema = z.strictObject({
  section: z.string().describe('id of the section'),
  themes: z.array(z.string()).describe('ids of content/themes, the main one first'),
  why: z.string().describe('the editor’s reason'),
});
export type ThemeDecision = z.infer<typeof themeDecisionSchema>;

/** On an earlier version of a report: when another text of the issuer's took its place, and why. */
const supersededSchema = z.strictObject({
  date: dateSchema.describe('day on which the archive took the next version'),
  why: z.string().min(1).describe('what is known of the change, shown to readers'),
});
export type Superseded = z.infer<typeof supersededSchema>;

/** A warning of the check that an editor has looked into: the source is so. */
const acceptedWarningSchema = z.strictObject({
  rule: z.string().describe('code of the rule'),
  found: z.string().min(1).describe('what it found unexpected, as it says it'),
  why: z.string().min(1).describe('why that is right'),
});
export type AcceptedWarning = z.infer<typeof acceptedWarningSchema>;

/**
 * The frontmatter of a report file: the fields of `report.json` that are not computed.
 * `docs/fields.md` is generated from it.
 */
export const frontmatterSchema = z.strictObject({
  id: reportSchema.shape.id.describe('`<code>-<year>[-<kind>[-<slug>][-<n>]]`; never reassigned'),
  kind: reportSchema.shape.kind.describe('what the document is'),
  title: reportSchema.shape.title.describe('printed title, or one supplied by the archive'),
  altTitles: z.array(z.string()).default([]).describe('other titles the source gives'),
  issuer: reportSchema.shape.issuer.describe('the body whose document it is'),
  region: z.string().describe('code valid in the report year, a key of the region table'),
  township: z
    .string()
    .optional()
    .describe('township or street in that region whose document it is; its level is `township`'),
  year: reportSchema.shape.year.describe('the year reported on'),
  published: reportSchema.shape.published.default(null).describe('first publication'),
  republished: reportSchema.shape.republished
    .default(null)
    .describe('a later posting of an old document'),
  signed: reportSchema.shape.signed.default(null).describe('date under the text (成文日期)'),
  addressee: reportSchema.shape.addressee.default(null).describe('whom it is addressed to (主送)'),
  cc: reportSchema.shape.cc.default(null).describe('who gets a copy (抄送)'),
  signature: z.array(z.string()).default([]).describe('who signed, a line each (落款)'),
  docNo: reportSchema.shape.docNo.default(null).describe('the document’s own number (文号)'),
  basis: reportSchema.shape.basis.describe('a word a field: where its value comes from'),
  source: reportSchema.shape.source.describe('the snapshot and what of it is not body text'),
  added: dateSchema.optional().describe('day on which the report came into the archive'),
  version: reportSchema.shape.version.default(1).describe('counts from 1'),
  themes: z.array(themeDecisionSchema).default([]).describe('editor’s themes for a section'),
  figures: z
    .array(figureDecisionSchema)
    .optional()
    .describe('figures that an editor rejected or mended'),
  corrections: reportSchema.shape.corrections.default([]).describe('transcriptions mended'),
  superseded: supersededSchema
    .optional()
    .describe('of an earlier version, under `versions/`: when and why the next one came'),
  accepted: z
    .array(acceptedWarningSchema)
    .default([])
    .describe('warnings of the check that are right so'),
  review: z.array(reviewEntrySchema).default([]).describe('what an editor should look at'),
});
export type Frontmatter = z.infer<typeof frontmatterSchema>;
