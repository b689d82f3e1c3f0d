import { z } from 'zod';
import { dateSchema } from '../report.ts';
import { parseReportId } from '../report-id.ts';

const said = {
  id: z.string().describe('the published address inside the report: `s1-5`, `p37`, `s2-i1`'),
  why: z.string().min(1).describe('the editor’s reason, shown to readers'),
  date: dateSchema,
};

/**
 * What an editor says about a published address that no longer points at the words it did.
 * Without such a sentence the check fails.
 */
const anchorChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('words').describe('it stays, and points at other words'),
    ...said,
    was: z.string().optional().describe('hash of the former words, written by the release'),
  }),
  z.strictObject({
    kind: z.literal('moved').describe('its words now stand under another address'),
    ...said,
    to: z.string(),
  }),
  z.strictObject({
    kind: z.literal('gone').describe('its words are no part of the report'),
    ...said,
    words: z.string().optional().describe('what it pointed at, so that a citation can be checked'),
  }),
]);
export type AnchorChange = z.infer<typeof anchorChangeSchema>;

/** What is left of a report that is no longer at its address. */
const departureSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('moved'),
    to: z
      .string()
      .refine((id) => parseReportId(id) !== undefined, 'expected the id of a report')
      .describe('id of the report that it became'),
    why: z.string().min(1),
    date: dateSchema,
  }),
  z.strictObject({
    kind: z.literal('withdrawn'),
    title: z.string().describe('so that a reader knows what a citation meant'),
    why: z.string().min(1),
    date: dateSchema,
  }),
]);
export type Departure = z.infer<typeof departureSchema>;

/**
 * Every address of one report ever published: ids and hashes of their folded words,
 * in printed order. `npm run release` writes it; nothing is ever taken out of it unsaid.
 */
export const anchorRecordSchema = z.strictObject({
  id: z.string().describe('the report'),
  version: z.int().positive().describe('the version of the report last recorded'),
  fold: z
    .literal(1)
    .optional()
    .describe('the fold its hashes were made with: the first, `foldWords`; absent: that too'),
  anchors: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/, '16 hexadecimal digits')),
  changes: z.array(anchorChangeSchema).default([]),
  departed: departureSchema.optional(),
});
export type AnchorRecord = z.infer<typeof anchorRecordSchema>;
