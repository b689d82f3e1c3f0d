import { legible } from '../../report/characters/legible.ts';
import { maskNames } from '../../report/mask-names.ts';
import type { BasisField, Omission } from '../../report/report.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { describePlace } from './describe-region.ts';
import type { Description, Found, FoundPlace, Given, PageHints } from './description.ts';
import { describeIssuer } from './issuer.ts';
import { describeKind } from './kind.ts';
import { readDate } from './line-wording.ts';
import type { PlaceEvidence } from './named-regions.ts';
import type { Page, PagePart } from './page.ts';
import { selfName } from './text-clues.ts';
import { describeTitle } from './titles.ts';
import { describeDates, describeYear, readDates } from './year-and-dates.ts';

/**
 * Describes a document from its page: title, place, issuer, kind, year, dates, addressee and the
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
  const body = parts.flatMap(({ why, value }) => (why === 'body' ? [value ?? ''] : []));
  const hinted =
    hints.title === undefined
      ? []
      : [{ text: hints.title, basis: 'page', lines: 1, parts: [] } as const];
  const printed = describeTitle([...hinted, ...page.titles]);
  const { posted, signed } = readDates(parts, hints.published);
  const editor = <T>(value: T | undefined): Found<T> | undefined =>
    value === undefined ? undefined : { value, basis: 'editor', confidence: 1, evidence: 'given' };
  const year =
    editor(given.year) ??
    describeYear({
      title:
        printed === undefined
          ? undefined
          : { text: legible(printed.title.value), basis: own(printed.title, titles) },
      body,
      published: posted?.value,
      signed: signed?.value,
    });

  const givenRegion = given.region === undefined ? undefined : table.regions.get(given.region);
  const place =
    editor(givenRegion === undefined ? undefined : { region: givenRegion, township: null }) ??
    describePlace(table, placeEvidence(printed?.title, parts, titles, hints), body, {
      url: given.url,
      year: year?.value,
    });
  const issuer =
    editor(given.issuer) ??
    (place === undefined
      ? undefined
      : describeIssuer({ titles: innermostFirst(titles), parts, body, place }));
  const kind =
    editor(given.kind) ??
    (issuer === undefined || place === undefined
      ? undefined
      : describeKind(
          printed?.title && { ...printed.title, basis: own(printed.title, titles) },
          issuer,
          place.value,
          { isOfTownship: selfName(body.map(legible).join('\n'))?.what === 'township' },
        ));
  const title =
    editor(given.title) ??
    printed?.title ??
    (place === undefined || year === undefined || kind?.value !== 'annual'
      ? undefined
      : supplyTitle(place, year));
  return {
    title,
    altTitles: printed?.altTitles ?? [],
    place,
    issuer,
    kind,
    year,
    ...describeDates(
      { posted, signed },
      year?.value,
      kind?.value,
      parts.map(({ text }) => text),
    ),
    addressee: printedValue(page.parts, 'addressee'),
    cc: printedValue(page.parts, 'cc'),
    signature: signatureOf(page.parts),
    docNo: printedValue(page.parts, 'docNo'),
  };
}

/** The page as it is read: its values and titles legible, whatever script they are printed in. */
function makeLegible({ parts, titles }: Page): Page {
  return {
    parts: parts.map((part) =>
      part.value === undefined ? part : { ...part, value: legible(part.value) },
    ),
    titles: titles.map((title) => ({ ...title, text: legible(title.text) })),
  };
}

/** The title the archive gives a yearly report that prints none; as sure as what it is made of. */
function supplyTitle(place: Found<FoundPlace>, year: Found<number>): Found<string> {
  return {
    value: `${place.value.region.name}${year.value}年法治政府建设工作情况报告`,
    basis: 'editor',
    confidence: Math.min(0.9, place.confidence, year.confidence),
    evidence: 'no title is printed',
  };
}

/** Titles of the document itself, the last first (a notice stands above what it sends), then the page's. */
function innermostFirst(titles: Page['titles']): Page['titles'] {
  const isOwn = (title: Page['titles'][number]) => title.basis === 'document';
  return [...titles.filter(isOwn).reverse(), ...titles.filter((title) => !isOwn(title))];
}

function own({ basis }: Found<string>, titles: Page['titles']): 'document' | 'page' {
  const isOwn = basis === 'document' || titles.some((title) => title.basis === 'document');
  return isOwn ? 'document' : 'page';
}

function placeEvidence(
  title: Found<string> | undefined,
  parts: readonly PagePart[],
  titles: Page['titles'],
  { site, source }: PageHints,
): PlaceEvidence[] {
  const inDocument = titles.filter(({ basis }) => basis === 'document');
  return [
    ...inDocument.map(({ text }) => ({ text, basis: 'document' as const, isOwn: true })),
    ...(title === undefined
      ? []
      : [{ text: legible(title.value), basis: own(title, titles), isOwn: true }]),
    ...(['signature', 'issuer', 'poster'] as const).flatMap((key) =>
      parts
        .filter((part) => part.key === key && (part.value ?? '') !== '')
        .map((part) => ({
          text: part.value ?? '',
          basis: part.basis ?? ('page' as const),
          isOwn: key === 'signature',
        })),
    ),
    ...[site, source, ...siteLines(parts)].flatMap((text) =>
      text === undefined ? [] : [{ text, basis: 'page' as const, isOwn: false }],
    ),
  ];
}

/** Lines in which a page says whose site it is. */
function siteLines(parts: readonly PagePart[]): string[] {
  return parts.flatMap(({ why, text }) =>
    why !== 'body' && /主办|版权所有|门户网站|欢迎(?:访问|光临)/u.test(text) ? [legible(text)] : [],
  );
}

/** What forms print where there is nothing to print. */
const NO_VALUE = /^(?:无|暂无|[-—–/]*)$/u;

function printedValue(parts: readonly PagePart[], key: PagePart['key']): Found<string> | undefined {
  const part = parts.find(
    (one) => one.key === key && one.why === 'metadata' && !NO_VALUE.test(one.value ?? ''),
  );
  return part?.value === undefined
    ? undefined
    : { value: part.value, basis: part.basis ?? 'document', confidence: 0.95, evidence: part.text };
}

function signatureOf(parts: readonly PagePart[]): Found<readonly string[]> | undefined {
  const signed = parts.filter(({ key }) => key === 'signature');
  const value = signed.flatMap((part) => part.value ?? []);
  return value.length === 0
    ? undefined
    : { value, basis: 'document', confidence: 0.95, evidence: value.join(' ') };
}

/**
 * Lists all parts of a source that are not body text, in its order: what was read into which
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

/** The fields of the report that a part was read into. */
function fieldsOf({ key, value = '', basis }: PagePart, description: Description): string[] {
  const { title, altTitles, issuer, published, republished, docNo, addressee, cc } = description;
  const only = (field: BasisField, isRead: boolean) => (isRead ? [field] : []);
  if (key === 'title') {
    const isOwn = title !== undefined && title.value.includes(value) && title.basis === basis;
    const isAlt = !isOwn && altTitles.some((text) => text.includes(value));
    const isIssuer =
      issuer !== undefined && issuer.basis === basis && issuer.value.includes(legible(value));
    const isGiven = !isOwn && !isAlt && title !== undefined && title.value.includes(value);
    return [
      ...(isOwn || isGiven ? ['title'] : []),
      ...(isAlt ? ['altTitles'] : []),
      ...(isIssuer ? ['issuer'] : []),
    ];
  }
  if (key === 'published') {
    const date = readDate(value);
    return date === undefined
      ? []
      : [
          ...only('published', published?.value === date),
          ...only('republished', republished?.value === date),
        ];
  }
  if (key === 'signed') return ['signed'];
  if (key === 'signature') return ['signature'];
  if (key === 'issuer' || key === 'poster')
    return only('issuer', issuer?.value === legible(value) && issuer.basis === basis);
  if (key === 'docNo') return only('docNo', docNo?.value === value);
  if (key === 'addressee') return only('addressee', addressee?.value === value);
  if (key === 'cc') return only('cc', cc?.value === value);
  return [];
}
