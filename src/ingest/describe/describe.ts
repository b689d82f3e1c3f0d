import { legible } from '../../report/characters/legible.ts';
import { maskNames } from '../../report/mask-names.ts';
import type { Kind, Omission } from '../../report/report.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { isWithin } from '../../vocabulary/region/region-tree.ts';
import { describeRegion, describeTownship } from './describe-region.ts';
import {
  type Description,
  type Dispute,
  type Found,
  type FoundRegion,
  found,
  type Given,
  type PageHints,
} from './description.ts';
import { describeIssuer } from './issuer.ts';
import { describeKind } from './kind.ts';
import { readDate } from './line-wording.ts';
import type { RegionEvidence } from './named-regions.ts';
import { ownText, type Page, type PagePart, type PrintedTitle } from './source-page.ts';
import { selfName } from './text-clues.ts';
import { describeTitle } from './titles.ts';
import { describeDates, describeYear, readDates } from './year-and-dates.ts';

/** How sure a value is that stands on a line of its own, and the most a supplied title has. */
const PRINTED = 0.95;
const SUPPLIED = 0.9;
/** An issuer less sure than this is only guessed. */
const NAMED = 0.6;

/**
 * Describe a document from its page: title, region, issuer, kind, year, dates, addressee and the
 * rest, each with its basis, how sure it is, and the words it was read from. What an editor decided
 * goes before what is read.
 */
export function describe(
  page: Page,
  table: RegionTable,
  given: Given = {},
  hints: PageHints = {},
): Description {
  const { parts, titles } = makeLegible(page);
  const body = ownText(parts).map(({ value }) => value ?? '');
  const hinted: readonly PrintedTitle[] =
    hints.title === undefined ? [] : [{ text: hints.title, basis: 'page', lines: 1, parts: [] }];
  const printed = describeTitle([...hinted, ...page.titles]);
  const isOfDocument =
    printed?.title.basis === 'document' || titles.some(({ basis }) => basis === 'document');
  const own = printed && {
    ...printed.title,
    basis: isOfDocument ? ('document' as const) : ('page' as const),
  };
  const plain = own && { ...own, value: legible(own.value) };
  const dates = readDates(parts, hints.published);
  const editor = <T>(value: T | undefined): Found<T> | undefined =>
    value === undefined ? undefined : found(value, 'editor', 1, 'given');

  const readYear = describeYear(plain, body, (dates.signed ?? dates.posted)?.value);
  const year = editor(given.year) ?? readYear;
  const givenRegion = table.regions.get(given.region ?? '');
  const named = regionEvidence(plain, parts, titles, hints);
  const readRegion = describeRegion(table, named, body, { url: given.url, year: year?.value });
  // A code says where a township lies, and does not make its report the county's.
  const township =
    givenRegion === undefined ? null : (describeTownship(table, named, body) ?? null);
  const region = editor(givenRegion && { region: givenRegion, township }) ?? readRegion;
  const issuer =
    editor(given.issuer) ?? (region && describeIssuer(region, innermostFirst(titles), parts, body));
  const isOfTownship = selfName(body.map(legible).join('\n'))?.what === 'township';
  const readKind = issuer && region && describeKind(own, issuer, region.value, { isOfTownship });
  const kind = editor(given.kind) ?? readKind;
  const whose = region && issuer && kind && whoseReport(region, issuer, kind);
  const supplied =
    whose && year
      ? found(
          `${whose.value}${year.value}年法治政府建设工作情况报告`,
          'editor',
          Math.min(SUPPLIED, whose.confidence, year.confidence),
          'no title is printed',
        )
      : undefined;
  return {
    title: editor(given.title) ?? printed?.title ?? supplied,
    altTitles: printed?.altTitles ?? [],
    region,
    issuer,
    kind,
    year,
    ...describeDates(
      dates,
      year?.value,
      kind?.value,
      parts.flatMap(({ why, text }) => (why === 'body' ? [] : text)),
    ),
    addressee: printedValue(page.parts, 'addressee'),
    cc: copiesTo(page.parts),
    signature: signatureOf(page.parts),
    docNo: printedValue(page.parts, 'docNo'),
    disputes: [
      ...dispute('region', givenRegion?.code, readRegion, ({ region: { code } }) =>
        givenRegion?.level === 'zone' && isWithin(table, givenRegion.code, code)
          ? givenRegion.code
          : code,
      ),
      ...dispute('year', given.year, readYear, (value) => value),
      ...dispute('kind', given.kind, readKind, (value) => value),
    ],
  };
}

/** Tell whose a report without a title is: a region's, a township's, or that of an office it names. */
function whoseReport(
  { value: { region, township }, confidence }: Found<FoundRegion>,
  issuer: Found<string>,
  kind: Found<Kind>,
): { readonly value: string; readonly confidence: number } | undefined {
  if (kind.value === 'annual') return { value: region.name, confidence };
  if (township !== null) return { value: region.name + township, confidence };
  return kind.value === 'department' && issuer.confidence >= NAMED ? issuer : undefined;
}

/** From here on what the document says counts against what an editor gave beforehand. */
const SURE_ENOUGH = 0.8;

/** Say where a value that was given is another than the one that the document plainly has. */
function dispute<T>(
  field: Dispute['field'],
  given: string | number | undefined,
  read: Found<T> | undefined,
  said: (value: T) => string | number,
): Dispute[] {
  if (given === undefined || read === undefined || read.confidence < SURE_ENOUGH) return [];
  const says = said(read.value);
  if (says === given) return [];
  return [{ field, given: String(given), says: String(says), evidence: read.evidence }];
}

/** Return the page as it is read: values and titles legible, whatever script they are printed in. */
function makeLegible({ parts, titles }: Page): Page {
  return {
    parts: parts.map((part) =>
      part.value === undefined ? part : { ...part, value: legible(part.value) },
    ),
    titles: titles.map((title) => ({ ...title, text: legible(title.text) })),
  };
}

/** Sort titles: the document's own, the last first (a notice stands above what it sends), then the page's. */
function innermostFirst(titles: Page['titles']): Page['titles'] {
  const { document = [], page = [] } = Object.groupBy(titles, ({ basis }) => basis);
  return [...document.reverse(), ...page];
}

/** List the texts that may name the region, the strongest first. */
function regionEvidence(
  title: { readonly value: string; readonly basis: 'document' | 'page' } | undefined,
  parts: readonly PagePart[],
  titles: Page['titles'],
  { site, source }: PageHints,
): RegionEvidence[] {
  const say = (text: string, basis: 'document' | 'page', isOwn: boolean) => ({
    text,
    basis,
    isOwn,
  });
  const named = (['signature', 'issuer', 'poster'] as const).flatMap((key) =>
    parts
      .filter((part) => part.key === key && (part.value ?? '') !== '')
      .map(({ value = '', basis = 'page' }) => say(value, basis, key === 'signature')),
  );
  // Lines in which a page says whose site it is.
  const ofSite = parts.flatMap(({ why, text }) =>
    why !== 'body' && /主办|版权所有|门户网站|欢迎(?:访问|光临)/u.test(text) ? legible(text) : [],
  );
  return [
    ...titles.flatMap(({ text, basis }) => (basis === 'document' ? say(text, basis, true) : [])),
    ...(title === undefined ? [] : [say(title.value, title.basis, true)]),
    ...named,
    ...[site ?? [], source ?? [], ofSite].flat().map((text) => say(text, 'page', false)),
  ];
}

/** What forms print where there is nothing to print. */
const NO_VALUE = /^(?:无|暂无|[-—–/]*)$/u;

function printedValue(parts: readonly PagePart[], key: PagePart['key']): Found<string> | undefined {
  const part = parts.find(
    (one) => one.key === key && one.why === 'metadata' && !NO_VALUE.test(one.value ?? ''),
  );
  return part?.value === undefined
    ? undefined
    : found(part.value, part.basis ?? 'document', PRINTED, part.text);
}

/** Who gets a copy: a list may go on below, and there may be one for superiors and one for others. */
function copiesTo(parts: readonly PagePart[]): Found<string> | undefined {
  const own = parts.filter(({ key, value = '' }) => key === 'cc' && value !== '');
  const value = own.reduce(
    (before, { value: after = '' }) =>
      /^$|[，、]$/u.test(before) ? before + after : `${before}；${after}`,
    '',
  );
  return value === ''
    ? undefined
    : found(value, own[0]?.basis ?? 'document', PRINTED, own.map(({ text }) => text).join(' '));
}

function signatureOf(parts: readonly PagePart[]): Found<readonly string[]> | undefined {
  const value = parts.flatMap((part) => (part.key === 'signature' ? (part.value ?? []) : []));
  return value.length === 0 ? undefined : found(value, 'document', PRINTED, value.join(' '));
}

/**
 * List all parts of a source that are not body text, in its order: what was read into which
 * fields, and what is the page around.
 */
export function listOmissions(parts: readonly PagePart[], description: Description): Omission[] {
  return parts.flatMap((part): Omission[] => {
    if (part.why === 'body')
      return (part.noise ?? []).map((text) => ({ line: part.line, text, why: 'furniture' }));
    const { line, text, why, key } = part;
    const masked = key === 'person' ? maskNames(text) : undefined;
    if (masked !== undefined) return [{ line, text: masked, why: 'furniture', masked: true }];
    if (why !== 'metadata' && key !== 'poster') return [{ line, text, why }];
    const fields = fieldsOf(part, description);
    if (fields.length > 0) return [{ line, text, why: 'metadata', fields }];
    return [{ line, text, why: key === 'issuer' ? 'navigation' : 'furniture' }];
  });
}

/** List the fields of the report that a part was read into. */
function fieldsOf({ key, value = '', basis }: PagePart, description: Description): string[] {
  const { title, altTitles, issuer, published, republished } = description;
  const is = (field: string, isRead: boolean | undefined) => (isRead === true ? [field] : []);
  if (key === 'title') {
    const isIn = title?.value.includes(value);
    const isAlt =
      !(isIn && title?.basis === basis) && altTitles.some((text) => text.includes(value));
    const isIssuer = issuer?.basis === basis && issuer?.value.includes(legible(value));
    return [...is('title', isIn && !isAlt), ...is('altTitles', isAlt), ...is('issuer', isIssuer)];
  }
  if (key === 'published') {
    const date = readDate(value);
    if (date === undefined) return [];
    return [
      ...is('published', published?.value === date),
      ...is('republished', republished?.value === date),
    ];
  }
  if (key === 'issuer' || key === 'poster')
    return is('issuer', issuer?.value === legible(value) && issuer.basis === basis);
  if (key === 'cc') return is(key, value !== '' && description.cc?.value.includes(value));
  if (key === 'docNo' || key === 'addressee') return is(key, description[key]?.value === value);
  if (key === 'signed') return is('signed', description.signed !== undefined);
  return key === 'signature' ? [key] : [];
}
