import { z } from 'zod';

/**
 * The shape of `report.json`, the archive's public contract for one report.
 * Everything the site, the search and the data files show is read from this.
 */

/** A day as frontmatter, records and data write it. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as `2019-04-12`');

/** What a document is; `annual` is the yearly report itself. */
export const kindSchema = z.enum(['annual', 'plan', 'department', 'other']);
export type Kind = z.infer<typeof kindSchema>;

export const levelSchema = z.enum([
  'national',
  'province',
  'prefecture',
  'county',
  'township',
  'zone',
]);
export type Level = z.infer<typeof levelSchema>;

/** Where a described field's value comes from: the text itself, the page around it, or us. */
const basisWordSchema = z.enum(['document', 'page', 'inferred', 'editor']);
export type BasisWord = z.infer<typeof basisWordSchema>;

export const basisFields = [
  'title',
  'issuer',
  'region',
  'year',
  'kind',
  'published',
  'republished',
  'signed',
  'addressee',
  'cc',
  'signature',
  'docNo',
] as const;
export type BasisField = (typeof basisFields)[number];

/** Tell whether a name is that of a described field; other doubts are about the text or the file. */
export function isBasisField(name: string): name is BasisField {
  return basisFields.some((field) => field === name);
}

/** A word a field; `null` where the field has no value. */
const basisSchema = z.partialRecord(z.enum(basisFields), basisWordSchema.nullable());
export type Basis = z.infer<typeof basisSchema>;

/** A line, or a part of one, of the snapshot that is not body text: kept verbatim, with why. */
const omissionSchema = z.strictObject({
  line: z.int().positive().describe('1-based line of the decoded snapshot'),
  text: z.string().describe('verbatim; a masked private name is one ▇ a character'),
  why: z
    .enum(['metadata', 'navigation', 'furniture', 'picture'])
    .describe(
      'metadata was read into `fields`; a picture is told of in words of the archive; the others are the page around the document',
    ),
  fields: z.array(z.string()).optional().describe('the fields of the report read from it'),
  masked: z.boolean().optional().describe('whether a private name in it is masked'),
});
export type Omission = z.infer<typeof omissionSchema>;

export const sourceSchema = z.strictObject({
  url: z.string().nullable().describe('address of the page it was captured from'),
  archived: z.string().nullable().describe('address of a copy in a web archive'),
  file: z.string().describe('path of the snapshot under the content directory'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
    .describe('of the snapshot’s bytes'),
  retrieved: dateSchema.nullable().describe('day on which it was captured'),
  omitted: z.array(omissionSchema).describe('all of it that is not body text, in its order'),
});

/** A point of an enumeration inside a paragraph; offsets are UTF-16 units, `end` exclusive. */
const pointSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['ordinal', 'lead']),
  label: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Point = z.infer<typeof pointSchema>;

/** Cells printed as one: the top left one has their text, and the covered ones are empty. */
const tableSpanSchema = z.strictObject({
  row: z.int().nonnegative().describe('index of the first row, from 0'),
  column: z.int().nonnegative().describe('index of the first column, from 0'),
  rows: z.int().positive(),
  columns: z.int().positive(),
});
export type TableSpan = z.infer<typeof tableSpanSchema>;

const tableSchema = z.strictObject({
  head: z.int().nonnegative().describe('how many rows at its top are headings'),
  rows: z.array(z.array(z.string())).describe('rectangular; a cell that another covers is empty'),
  spans: z.array(tableSpanSchema).describe('cells printed as one, by row and column'),
});
export type Table = z.infer<typeof tableSchema>;

const paragraphSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  points: z.array(pointSchema),
  table: tableSchema
    .optional()
    .describe('where it is a table: `text` then has a row a line, its cells parted by tabs'),
});
export type Paragraph = z.infer<typeof paragraphSchema>;

/** How a heading stands in the source: on a line of its own, at the head of its paragraph, not at all. */
const headingStyleSchema = z.enum(['own-line', 'run-in', 'none']);
export type HeadingStyle = z.infer<typeof headingStyleSchema>;

const roleSchema = z.enum([
  'opening',
  'overview',
  'achievements',
  'first-responsible-person',
  'problems',
  'plans',
  'closing',
  'attachment',
  'body',
]);
export type Role = z.infer<typeof roleSchema>;

const sectionSchema = z.strictObject({
  id: z.string(),
  number: z.array(z.int().positive()).describe('the path of printed numbers'),
  label: z.string().nullable().describe('the printed numeral with its mark'),
  heading: z.string().nullable(),
  stop: z
    .string()
    .nullable()
    .describe('the mark that ends the heading; of one on a line of its own 。 or ；'),
  style: headingStyleSchema,
  supplied: z.boolean().describe('whether the heading is ours, not the source’s'),
  roles: z.array(roleSchema),
  themes: z.array(z.string()).describe('theme ids, the main one first'),
  paragraphs: z.array(paragraphSchema),
  get sections() {
    return z.array(sectionSchema);
  },
});
export type Section = z.infer<typeof sectionSchema>;

/** A footnote or endnote. Its reference is no part of the text that it stands in. */
const noteSchema = z.strictObject({
  id: z.string().describe('`n1`, `n2` … in printed order'),
  mark: z.string().describe('as printed: `1`, `①`, `*`'),
  text: z.string(),
  paragraph: z
    .string()
    .nullable()
    .describe('the paragraph that refers to it, or the section whose heading does'),
  offset: z
    .int()
    .nonnegative()
    .nullable()
    .describe('where its mark stands in the text of the paragraph, in UTF-16 units'),
});
export type Note = z.infer<typeof noteSchema>;

export const regionSchema = z.strictObject({
  code: z.string(),
  scheme: z.enum(['gbt2260', 'stats', 'archive']),
  name: z.string(),
  level: levelSchema,
  path: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});
export type ReportRegion = z.infer<typeof regionSchema>;

export const timelinessSchema = z.strictObject({
  due: dateSchema,
  state: z.enum(['on-time', 'late', 'early', 'unknown', 'not-applicable']),
  days: z.int().nullable().describe('positive late, negative before due'),
});
export type Timeliness = z.infer<typeof timelinessSchema>;

export const observationSchema = z.strictObject({
  indicator: z.string(),
  value: z.number(),
  unit: z.string(),
  raw: z.string(),
  approx: z.enum(['about', 'at-least', 'under']).nullable(),
  scope: z.string().nullable(),
  period: z.string().nullable(),
  subsetOf: z.string().nullable(),
  paragraph: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  confidence: z.number().min(0).max(1),
});
export type Observation = z.infer<typeof observationSchema>;

const sectionLinkSchema = z.strictObject({
  id: z.string().describe('the other report'),
  section: z.string(),
  title: z.string(),
  url: z.string(),
});
export type SectionLink = z.infer<typeof sectionLinkSchema>;

const reportLinkSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
});
export type ReportLink = z.infer<typeof reportLinkSchema>;

const repeatedSectionSchema = sectionLinkSchema.extend({
  of: z.string().describe('the section of this report whose words stand there too'),
  share: z.number().min(0).max(1).describe('how much of it does, about'),
});
export type RepeatedSection = z.infer<typeof repeatedSectionSchema>;

const relatedSchema = z.strictObject({
  sameTheme: z.array(sectionLinkSchema).max(8),
  sameRegion: z.array(reportLinkSchema).max(8),
  repeated: z.array(repeatedSectionSchema).max(8),
});
export type Related = z.infer<typeof relatedSchema>;

/** A transcription mended against the source, said on the page. */
const correctionSchema = z.strictObject({
  place: z.string().describe('the paragraph or section id'),
  old: z.string().describe('the words as they stood'),
  new: z.string().describe('the words as they stand now'),
  why: z.string().describe('the reason, shown to readers'),
  date: dateSchema.describe('day of the correction'),
});
export type Correction = z.infer<typeof correctionSchema>;

/** What an editor decided of a figure: that it is none, or another number; kept when it is read anew. */
export const figureDecisionSchema = z.strictObject({
  paragraph: z.string().describe('id of the paragraph'),
  indicator: z.string().describe('id of content/indicators'),
  raw: z.string().min(1).describe('the words of the figure, as the paragraph has them'),
  value: z.number().nullable().describe('what they mean; `null`: no figure of the indicator'),
  why: z.string().min(1).describe('the reason, shown to readers'),
});
export type FigureDecision = z.infer<typeof figureDecisionSchema>;

export const reportSchema = z.strictObject({
  id: z.string(),
  url: z.string(),
  kind: kindSchema,
  title: z.string(),
  altTitles: z.array(z.string()),
  issuer: z.string(),
  region: regionSchema,
  year: z.int(),
  published: dateSchema.nullable(),
  republished: dateSchema.nullable(),
  signed: dateSchema.nullable(),
  timeliness: timelinessSchema,
  addressee: z.string().nullable(),
  cc: z.string().nullable(),
  signature: z.array(z.string()),
  docNo: z.string().nullable(),
  basis: basisSchema,
  source: sourceSchema,
  sections: z.array(sectionSchema),
  notes: z.array(noteSchema).optional().describe('only where there are notes'),
  observations: z.array(observationSchema),
  figures: z
    .array(figureDecisionSchema)
    .optional()
    .describe('what editors decided of figures, only where they did; the observations follow it'),
  related: relatedSchema,
  version: z.int().positive(),
  corrections: z.array(correctionSchema),
});
export type Report = z.infer<typeof reportSchema>;
