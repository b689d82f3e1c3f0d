import { issuerNames } from '../report/issuer-names.ts';
import {
  type CitationOptions,
  type CitationStyle,
  type CitationTarget,
  citedAddress,
  citedTitle,
  findCitedDate,
} from './citation.ts';
import { formatSentence, sectionWords } from './format-sentence.ts';

/** Format a citation of a report or of a passage in it. */
export function formatCitation(
  target: CitationTarget,
  style: CitationStyle,
  options: CitationOptions,
): string {
  const { report, passage } = target;
  const date = findCitedDate(report);
  return FORMATS[style]({
    target,
    options,
    title: citedTitle(report),
    issuers: issuerNames(report.issuer),
    date: date?.date,
    isStandIn: date?.isStandIn === true,
    note: date?.isStandIn ? '公布日期不详，所注为成文日期' : undefined,
    accessed: options.accessed,
    address: citedAddress(target, options.origin),
    key: ['fazhi', report.id, passage?.id].filter(Boolean).join('-'),
  });
}

/** What every form is made of. */
interface Cited {
  readonly target: CitationTarget;
  readonly options: CitationOptions;
  readonly title: string;
  readonly issuers: readonly string[];
  /** ISO; `undefined` where the source gives none. */
  readonly date: string | undefined;
  /** The date is the one under the text, since that of publication is not known. */
  readonly isStandIn: boolean;
  /** Say so, where a record has room for a note. */
  readonly note: string | undefined;
  readonly accessed: string | undefined;
  readonly address: string;
  readonly key: string;
}

const FORMATS: Readonly<Record<CitationStyle, (cited: Cited) => string>> = {
  'gbt7714-2025': (cited) => formatGbt7714(cited, shownDate(cited) ?? ''),
  'gbt7714-2015': (cited) => {
    const date = shownDate(cited);
    const visit = cited.accessed && `[${cited.accessed}]`;
    return formatGbt7714(cited, `${date ? `(${date})` : ''}${visit ?? ''}`);
  },
  law: formatLaw,
  sentence: ({ target, options }) => formatSentence(target, options),
  bibtex: formatBibtex,
  ris: formatRis,
  csl: formatCsl,
};

/**
 * Format a report on the net (`[R/OL]`) after GB/T 7714.
 *
 * @param dates the edition of 2015 puts the date of the posting in round and that of the visit in
 *   square brackets; the edition of 2025 gives the first bare and leaves out the second
 */
function formatGbt7714({ issuers, title, address }: Cited, dates: string): string {
  return [issuers.join(', '), `${title}[R/OL]`, ...(dates ? [dates] : []), `${address}.`].join(
    '. ',
  );
}

/** Put a date that only stands in for the publication's in square brackets, in both editions. */
function shownDate({ date, isStandIn }: Cited): string | undefined {
  return isStandIn ? `[${date}]` : date;
}

/** Format a web source after 法学引注手册; marks are full width, and names within a name are in 〈〉. */
function formatLaw({ issuers, title, date, isStandIn, address }: Cited): string {
  const name = title.replace(/《/g, '〈').replace(/》/g, '〉');
  const [year, month, day] = date?.split('-').map(Number) ?? [];
  const printed = date && `，${year}年${month}月${day}日${isStandIn ? '成文' : ''}`;
  return `${issuers.join('、')}：《${name}》${printed ?? ''}，载${address}。`;
}

/** Format a BibTeX entry; names and title are in double braces, so that nothing is taken apart. */
function formatBibtex({
  target,
  key,
  title,
  issuers,
  date,
  accessed,
  address,
  note,
}: Cited): string {
  const { docNo } = target.report;
  const names = issuers.map((name) => `{${escapeTex(name)}}`);
  const fields = {
    author: names.join(' and '),
    title: `{${escapeTex(title)}}`,
    institution: names.join(', '),
    year: date?.slice(0, 4),
    date,
    number: docNo === null ? undefined : escapeTex(docNo),
    url: address,
    urldate: accessed,
    annote: note,
    language: 'zh-CN',
    langid: 'chinese',
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@techreport{${key},\n${lines.join('')}}\n`;
}

const TEX_WORDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Write TeX's own marks so that they are printed as they are. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (mark) => TEX_WORDS[mark] ?? `\\${mark}`);
}

/** Format a RIS record, one tag a line, with the closing `ER  - `. */
function formatRis({ title, issuers, date, accessed, address, note }: Cited): string {
  const risDate = (day: string | undefined) => day && `${day.replace(/-/g, '/')}/`;
  const tags: (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'RPRT'],
    ...issuers.map((name) => ['AU', name] as const),
    ['TI', title],
    ['PY', date?.slice(0, 4)],
    ['DA', risDate(date)],
    ['LA', 'zh-CN'],
    ['PB', issuers.join(', ')],
    ['UR', address],
    ['Y2', risDate(accessed)],
    ['N1', note],
    ['ER', ''],
  ];
  return tags
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${value}\n`)
    .join('');
}

/**
 * Format CSL-JSON: a list of one item, as reference managers take it.
 *
 * The issuer is the author and is not given again as publisher, which the styles of GB/T 7714 would
 * print in place of the day.
 */
function formatCsl(cited: Cited): string {
  const { key, title, issuers, date, isStandIn, accessed, address, target } = cited;
  const cslDate = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });
  const item = {
    id: key,
    type: 'report',
    title,
    author: issuers.map((literal) => ({ literal })),
    number: target.report.docNo ?? undefined,
    section: target.passage && sectionWords(target.passage.sections),
    issued: date && { ...cslDate(date), ...(isStandIn ? { circa: true } : {}) },
    accessed: accessed && cslDate(accessed),
    URL: address,
    language: 'zh-CN',
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
