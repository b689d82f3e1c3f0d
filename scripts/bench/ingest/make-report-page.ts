import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import { writeBody } from './body.ts';
import { damageLine, pickDamages } from './damage.ts';
import {
  bylineLines,
  footLines,
  type HeadFacts,
  navigationLines,
  type PrintedDate,
  pickDay,
  printPosted,
  printSigned,
  recordLines,
} from './page-head.ts';
import type { Random } from './random.ts';
import type { MadePage, MadeReport } from './score.ts';
import { type Naming, pickAddress, pickSubject, type Subject } from './subject.ts';
import { breakTitle, type MadeTitle, makeTitle, makeUnnamedTitle, wholeTitle } from './title.ts';

const TITLINGS = [
  ['none', 41],
  ['twice', 15],
  ['broken', 12],
  ['wrapper', 5],
  ['unnamed', 5],
  ['once', 22],
] as const;
type Titling = (typeof TITLINGS)[number][0];

/** Make a page with a report on it, laid out as such pages are, and what is true of it. */
export function makeReportPage(random: Random, table: RegionTable, name: string): MadePage {
  const subject = pickSubject(random, table);
  const titling = pickTitling(random, subject);
  const isHostOnly =
    subject.kind === 'annual' &&
    (titling === 'none' || titling === 'unnamed') &&
    random.chance(0.3);
  const naming: Naming = isHostOnly ? 'never' : random.pick(['often', 'often', 'seldom']);
  const title =
    titling === 'unnamed' ? makeUnnamedTitle(random, subject) : makeTitle(random, subject);
  const dates = pickDates(random, subject);
  const style = random.weighted([
    ['run-in', 45],
    ['two-level', 31],
    ['own-line', 19],
    ['unnumbered', 5],
  ] as const);
  const text = writeBody(random, subject, { naming, style });
  const ends = endLines(random, subject, naming, dates.signed);
  const facts: HeadFacts = {
    title: titling === 'none' ? undefined : wholeTitle(title),
    site: naming === 'never' ? undefined : subject.region.name,
    posted: dates.posted?.text,
    signed: dates.recorded?.text,
    issuer: naming === 'never' || random.chance(0.4) ? undefined : random.pick(posters(subject)),
  };
  const head = headLines(random, facts, titling, title, dates);
  const addressee =
    titling !== 'wrapper' && random.chance(0.15) ? random.pick(addressees(subject)) : null;
  const cc =
    ends.signature !== null && random.chance(0.1) ? '市委办公室，市人大常委会办公室' : null;
  const wrapper = titling === 'wrapper' ? wrap(random, subject, title, dates.signed) : undefined;
  const damages = pickDamages(random);
  const body = [
    ...(wrapper?.lines ?? []),
    ...head.document,
    ...(addressee === null ? [] : [`${addressee}：`]),
    ...text,
    ...(wrapper === undefined ? ends.lines : []),
    ...(cc === null ? [] : [`抄送：${cc}。`]),
  ];
  const isText = new Set(text);
  const indent = random.pick(['', '    ', '\u3000\u3000', '\u00a0\u00a0\u00a0\u00a0']);
  const lines = [
    ...head.page,
    ...body.map((line) => (isText.has(line) ? indent + line : line)),
    ...footLines(random, facts),
  ];
  const printed = new Map(
    lines.map((line) => [line, damageLine(random, line, damages, isText.has(line.trim()))]),
  );
  const said = (line = '') => printed.get(indent + line) ?? printed.get(line) ?? '';
  const { address, kind: host } = pickAddress(random, table, subject, naming);
  const signed = wrapper === undefined ? (ends.date ?? dates.recorded) : dates.signed;
  const report: MadeReport = {
    title:
      titling === 'none'
        ? `${subject.township ?? subject.region.name}${subject.year}年法治政府建设工作情况报告`
        : wholeTitle(title),
    issuer: issuerNames(subject),
    code: subject.region.code,
    level: subject.township === null ? subject.region.level : 'township',
    kind: subject.kind,
    year: String(subject.year),
    published: dates.isOld ? null : (dates.posted?.iso ?? null),
    republished: dates.isOld ? (dates.posted?.iso ?? null) : null,
    signed: signed?.iso ?? null,
    addressee: wrapper?.addressee ?? addressee,
    cc,
    signature: wrapper === undefined ? ends.signature : undefined,
    docNo: wrapper?.docNo ?? null,
    begins: said(wrapper?.text ?? text[0]),
    ends: said(text.at(-1)),
  };
  return {
    name,
    text: lines
      .map((line) => printed.get(line) ?? line)
      .join(random.pick(['\n', '\n\n', '\n', '\r\n'])),
    url: address,
    layout: [
      `title-${titling}`,
      `naming-${naming}`,
      `host-${host}`,
      style,
      subject.region.level,
      subject.kind,
      ...(subject.township === null ? [] : ['township']),
      ...damages,
    ],
    report,
  };
}

function pickTitling(random: Random, { kind, issuers }: Subject): Titling {
  const titling = random.weighted(TITLINGS);
  if (issuers.length > 1) return 'broken';
  if (kind === 'annual') return titling;
  return titling === 'none' || titling === 'unnamed' || (titling === 'wrapper' && kind !== 'plan')
    ? 'once'
    : titling;
}

interface PageDates {
  readonly posted: PrintedDate | undefined;
  /** On the page's record, beside the one of posting. */
  readonly recorded: PrintedDate | undefined;
  readonly signed: PrintedDate;
  /** Posted long after it was made. */
  readonly isOld: boolean;
}

function pickDates(random: Random, { kind, year }: Subject): PageDates {
  const isOld = random.chance(0.03);
  const first = kind === 'plan' ? pickDay(random, year, 2, 6) : pickDay(random, year, 12, 15);
  const later = isOld
    ? pickDay(random, year + random.int(4, 6), 1, 12)
    : new Date(first.getTime() + random.int(0, 40) * 86_400_000);
  return {
    posted: random.chance(0.75) ? printPosted(random, later) : undefined,
    recorded: random.chance(0.15) ? printPosted(random, first) : undefined,
    signed: printSigned(random, first),
    isOld,
  };
}

/** The lines above the text: of the page, and of the document itself. */
function headLines(
  random: Random,
  facts: HeadFacts,
  titling: Titling,
  title: MadeTitle,
  dates: PageDates,
) {
  const whole = wholeTitle(title);
  const isRecorded = dates.recorded !== undefined || random.chance(0.2);
  const isAbove = titling === 'twice' || random.chance(0.5);
  const navigation = navigationLines(random, facts);
  // The date stands once, in the record or under the title; the record's title is a page title.
  const record = isRecorded
    ? recordLines(random, {
        ...facts,
        title: isAbove || titling === 'broken' ? facts.title : undefined,
      })
    : [];
  const byline = bylineLines(random, { ...facts, posted: isRecorded ? undefined : facts.posted });
  const page = (title: readonly string[]) =>
    random.chance(0.15) && record.length === 0
      ? [...navigation, ...byline, ...title]
      : [...navigation, ...record, ...title, ...byline];
  const other = whole.includes('年度')
    ? whole.replace('年度', '年')
    : whole.replace(/(?<=[\d〇一二三四五六七八九 ])年(?!度)/u, '年度');
  if (titling === 'none') return { page: page([]), document: [] };
  if (titling === 'twice')
    return { page: page([random.chance(0.7) ? whole : other]), document: [whole] };
  if (titling === 'broken')
    return { page: page(isAbove ? [whole] : []), document: breakTitle(random, title) };
  if (titling === 'wrapper') return { page: page([]), document: [whole] };
  return isAbove ? { page: page([whole]), document: [] } : { page: page([]), document: [whole] };
}

/** A notice that sends the document out. */
function wrap(random: Random, subject: Subject, title: MadeTitle, signed: PrintedDate) {
  const office = `${subject.issuers[0] ?? ''}办公室`;
  const docNo = `${subject.region.name.slice(0, 1)}政办发〔${signed.iso.slice(0, 4)}〕${random.int(1, 60)}号`;
  const isNumbered = random.chance(0.6);
  const addressee = random.pick([
    '各乡镇人民政府，各街道办事处，各有关部门',
    '各县（市、区）人民政府，市政府各部门',
    '各有关单位',
  ]);
  const whole = wholeTitle(title);
  const sent = random.chance(0.7) && !whole.includes('《') ? `《${whole}》` : whole;
  const text = `现将${sent}印发给你们，请认真贯彻执行。`;
  const lines = [
    `${office}关于印发${sent}的通知`,
    ...(isNumbered ? [docNo] : []),
    `${addressee}：`,
    text,
    office,
    signed.text,
  ];
  return { lines, addressee, docNo: isNumbered ? docNo : null, text };
}

/** The lines under the text: who signs, and when. */
function endLines(random: Random, subject: Subject, naming: Naming, signed: PrintedDate) {
  const isDated = random.chance(0.4);
  if (naming === 'never' || random.chance(0.6))
    return {
      lines: isDated ? [signed.text] : [],
      signature: null,
      date: isDated ? signed : undefined,
    };
  const own =
    subject.kind === 'annual' && subject.township === null && random.chance(0.2)
      ? posters(subject).slice(0, 1)
      : subject.issuers;
  const lines =
    isDated && own.length === 1 && random.chance(0.2)
      ? [`${own.join('')}  ${signed.text}`]
      : [...own, ...(isDated ? [signed.text] : [])];
  return { lines, signature: own.join('、'), date: isDated ? signed : undefined };
}

function posters({ region, issuers, kind }: Subject): string[] {
  if (kind === 'department') return [...issuers];
  return [`${region.name}司法局`, `${region.name}人民政府办公室`, issuers.at(-1) ?? ''];
}

function addressees({ region, above }: Subject): string[] {
  const up = above.at(-1) ?? '国务院';
  if (region.level === 'county')
    return [
      '市政府',
      '市人民政府',
      `${up}人民政府`,
      '市委全面依法治市委员会办公室',
      '市司法局',
      '县人大常委会',
    ];
  return [
    '省政府',
    '省人民政府',
    `${up}人民政府`,
    '省委全面依法治省委员会办公室',
    '省司法厅',
    '市委、市政府',
  ];
}

/** The spellings of the issuer that are right: with the place above it or without. */
function issuerNames({ issuers, region, above, township, name }: Subject): string[] {
  const whole = issuers.join('');
  const up = above.at(-1) ?? '';
  const bare = whole.replaceAll(up, '');
  const short = township === null ? bare : whole.slice(region.name.length);
  return [
    ...new Set([
      whole,
      bare,
      up + bare,
      short,
      ...(township === null ? [] : [`${name}人民政府`, `${name}办事处`]),
    ]),
  ];
}
