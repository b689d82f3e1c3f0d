import type { FoundRegion } from '../../../src/ingest/describe/description.ts';
import { draftReport, type ReportDraft } from '../../../src/ingest/filing/draft-report.ts';
import { extract } from '../../../src/ingest/formats/extract.ts';
import { ArchiveError } from '../../../src/report/archive-error.ts';
import { fold } from '../../../src/report/characters/fold.ts';
import { printedText } from '../../../src/report/report-body.ts';
import type { RegionTable } from '../../../src/vocabulary/region/region.ts';

/** What is known of a made-up page; `null`: the page gives none. */
export interface MadeReport {
  readonly title: string;
  /** All spellings that are right. */
  readonly issuer: readonly string[];
  readonly code: string;
  readonly level: string;
  readonly kind: string;
  readonly year: string;
  readonly published: string | null;
  readonly republished: string | null;
  readonly signed: string | null;
  readonly addressee: string | null;
  readonly cc: string | null;
  /** `undefined` where the page leaves open whose it is. */
  readonly signature: string | null | undefined;
  readonly docNo: string | null;
  /** The first and the last line of its text. */
  readonly begins: string;
  readonly ends: string;
}

/** A made-up page with what a right description says of it. */
export interface MadePage {
  readonly name: string;
  readonly text: string;
  readonly url: string | undefined;
  /** What its layout is made of, to tell where a describer fails. */
  readonly layout: readonly string[];
  /** `undefined` for a document that must be refused. */
  readonly report: MadeReport | undefined;
}

/** What ingest says of a page: a report with its doubts, or that it is none. */
export interface Told {
  readonly refused: boolean;
  /** Why it was refused, or what fault there was. */
  readonly reason: string;
  readonly values: Readonly<Record<Field, string | null>>;
  /** Fields that are shown to an editor. */
  readonly doubted: ReadonlySet<string>;
}

export const FIELDS = [
  'title',
  'issuer',
  'code',
  'level',
  'kind',
  'year',
  'published',
  'republished',
  'signed',
  'addressee',
  'cc',
  'signature',
  'docNo',
  'begins',
  'ends',
] as const;
export type Field = (typeof FIELDS)[number];

/** `wrong`: told as sure and not so; `missed`: silently not told; `unsure`: left to an editor. */
export type Verdict = 'right' | 'wrong' | 'missed' | 'unsure';

/** Judges one field of a page; `undefined` where the page leaves its value open. */
export function judgeField(field: Field, report: MadeReport, told: Told): Verdict | undefined {
  const expected = report[field];
  if (expected === undefined) return undefined;
  const value = told.values[field];
  if (told.doubted.has(field === 'level' ? 'code' : field)) return 'unsure';
  if (expected === null) return value === null ? 'right' : 'wrong';
  if (value === null) return 'missed';
  const right = typeof expected === 'string' ? [expected] : expected;
  return right.some((one) => plain(one) === plain(value)) ? 'right' : 'wrong';
}

/** Judges whether a page was rightly taken or refused. */
export function judgeRefusal({ report }: MadePage, { refused }: Told): Verdict {
  return (report === undefined) === refused ? 'right' : 'wrong';
}

/** A value without script, width, spaces, the mark between two names, and readings of a converter. */
function plain(value: string): string {
  return fold(value)
    .replace(/[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+[)）]/gu, '')
    .replace(/[\s、?]/gu, '');
}

/** Give what ingest tells of a page; any fault but a refusal is thrown. */
export async function toldByIngest(
  { text, url, name }: MadePage,
  regions: RegionTable,
): Promise<Told> {
  try {
    const source = await extract(new TextEncoder().encode(text), name);
    return tell(draftReport(source, regions, { url }, name));
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== 'i-010') throw error;
    return { refused: true, reason: error.message, values: NOTHING, doubted: new Set() };
  }
}

const NOTHING = Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, null>;

/** A township is told by its name, below the county it is filed under. */
function levelOf(found: FoundRegion | undefined): string | null {
  return found === undefined ? null : found.township === null ? found.region.level : 'township';
}

function tell({ description, review, body }: ReportDraft): Told {
  const lines = printedText(body).split('\n');
  const {
    region,
    title,
    issuer,
    kind,
    year,
    published,
    republished,
    signed,
    addressee,
    cc,
    signature,
    docNo,
  } = description;
  // What is not told of these goes to an editor, with the whole document.
  const absent = Object.entries({ title, issuer, code: region, kind, year }).flatMap(
    ([field, found]) => (found === undefined ? [field] : []),
  );
  return {
    refused: false,
    reason: '',
    values: {
      title: title?.value ?? null,
      issuer: issuer?.value ?? null,
      code: region?.value.region.code ?? null,
      level: levelOf(region?.value),
      kind: kind?.value ?? null,
      year: year === undefined ? null : String(year.value),
      published: published?.value ?? null,
      republished: republished?.value ?? null,
      signed: signed?.value ?? null,
      addressee: addressee?.value ?? null,
      cc: cc?.value ?? null,
      signature: signature?.value.join('、') ?? null,
      docNo: docNo?.value ?? null,
      begins: lines[0] ?? null,
      ends: lines.at(-1) ?? null,
    },
    doubted: new Set([
      ...absent,
      ...review.map(({ field }) => (field === 'region' ? 'code' : field)),
    ]),
  };
}
