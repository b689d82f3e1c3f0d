import { fold } from '../../../src/search/text/fold.ts';
import type { MadePage, MadeReport } from './made-page.ts';

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
