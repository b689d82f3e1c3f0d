import type { z } from 'zod';
import { foldPrinted } from '../../report/characters/typography.ts';
import { type Frontmatter, frontmatterSchema, type ReviewEntry } from '../../report/frontmatter.ts';
import type { BasisField } from '../../report/report.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { findRegion } from '../../vocabulary/region/region-tree.ts';
import { resolveRegions } from '../../vocabulary/region/resolve-regions.ts';

/** An editor's decision on a doubt: the machine's value stands, or another does. */
export type Decision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'value'; readonly value: Frontmatter[BasisField] };

/**
 * Settles a doubt in a report's frontmatter.
 *
 * An accepted value keeps its basis where it was read from the document or its page: it still comes
 * from there. What the machine only inferred is the editor's from now on. A title of the editor's
 * own counts as supplied, so one that the source prints is taken as the page's.
 *
 * @param snapshot the decoded snapshot
 */
export function settleField(
  frontmatter: Frontmatter,
  entry: ReviewEntry,
  field: BasisField | undefined,
  decision: Decision,
  snapshot: string,
): Frontmatter {
  // All doubts of a field are settled by its value; of the text, each is one of its own.
  const index = frontmatter.review.findIndex((one) => isSameDoubt(one, entry));
  const review = frontmatter.review.filter((one, at) =>
    field === undefined ? at !== index : one.field !== field,
  );
  if (entry.field === 'url' && entry.value !== null && decision.kind === 'accept')
    return { ...frontmatter, source: { ...frontmatter.source, url: entry.value }, review };
  if (field === undefined) return { ...frontmatter, review };
  const { [field]: before, ...basis } = frontmatter.basis;
  if (decision.kind === 'accept') {
    const own = before === 'inferred' && field !== 'title' ? 'editor' : before;
    return {
      ...frontmatter,
      basis: { ...basis, ...(own == null ? {} : { [field]: own }) },
      review,
    };
  }
  const { value } = decision;
  const isNone = value === null || (Array.isArray(value) && value.length === 0);
  const isPrintedTitle =
    field === 'title' && foldPrinted(snapshot).includes(foldPrinted(String(value)));
  const own = isPrintedTitle ? 'page' : 'editor';
  return {
    ...frontmatter,
    [field]: value,
    basis: isNone ? basis : { ...basis, [field]: own },
    review,
  };
}

/** Tell whether two entries are of one doubt. */
export function isSameDoubt(one: ReviewEntry, other: ReviewEntry): boolean {
  return one.field === other.field && one.value === other.value && one.evidence === other.evidence;
}

/** A value that an editor gave, or why it cannot be one. */
export type ParsedValue =
  | { readonly value: Frontmatter[BasisField]; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

/**
 * Reads what an editor gave as a field's value: checked as the frontmatter is; a place by code or
 * name; `-` for none; several lines of a signature with `；` between.
 */
export function parseValue(field: BasisField, text: string, regions: RegionTable): ParsedValue {
  if (field === 'region') return parseRegion(text, regions);
  const schema: z.ZodType<Frontmatter[BasisField]> = frontmatterSchema.shape[field];
  const parsed = schema.safeParse(typed(field, text));
  if (parsed.success) return { value: parsed.data };
  return { fault: `Unexpected ${field} \`${text}\`, expected ${EXPECTED[field] ?? 'a text'}` };
}

const A_DAY = 'a date as `2019-04-12` that the calendar has, or `-` for none';
/** What a field's value looks like, in an editor's words. */
const EXPECTED: Readonly<Partial<Record<BasisField, string>>> = {
  year: 'the year reported on, four digits as `2019`',
  kind: `one of ${frontmatterSchema.shape.kind.options.join(', ')}`,
  published: A_DAY,
  republished: A_DAY,
  signed: A_DAY,
  title: 'the title, which cannot be empty',
  issuer: 'the full name of the body, as `鹤壁市人民政府`',
};

/** Say what an answer was understood as, a region with all that holds it. */
export function describeValue(
  field: BasisField,
  value: Frontmatter[BasisField],
  regions: RegionTable,
): string {
  if (value === null) return 'none';
  if (field === 'region') return `${value} ${nameOf(String(value), regions)}`;
  return Array.isArray(value) ? value.join('；') || 'none' : String(value);
}

function typed(field: BasisField, text: string): unknown {
  if (field === 'signature')
    return text === '-' ? [] : text.split(/[;；]/).map((one) => one.trim());
  if (text === '-') return null;
  return field === 'year' && /^\d{4}$/.test(text) ? Number(text) : text;
}

function parseRegion(text: string, regions: RegionTable): ParsedValue {
  if (findRegion(regions, text) !== undefined) return { value: text };
  const whole = resolveRegions(regions, text).filter(
    ({ span, township }) => township === null && span.start === 0 && span.end === text.length,
  );
  const [only, ...others] = [...new Map(whole.map(({ region }) => [region.code, region])).values()];
  // A short name is asked back: 鹤壁 could be the city or a district, 长安 many a place.
  if (only !== undefined && others.length === 0 && only.name === text.slice(-only.name.length))
    return { value: only.code };
  const choice = [only, ...others].flatMap((region) =>
    region === undefined ? [] : [`${region.code} ${nameOf(region.code, regions)}`],
  );
  return {
    fault: `Unexpected place \`${text}\`, expected ${
      choice.length === 0 ? 'a code or name of the region table' : `one of ${choice.join(', ')}`
    }`,
  };
}

/** A place's name after those that hold it. */
function nameOf(code: string, regions: RegionTable): string {
  const region = findRegion(regions, code);
  if (region === undefined) return '';
  return (region.parent === null ? '' : nameOf(region.parent, regions)) + region.name;
}
