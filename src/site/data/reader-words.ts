import type { CitationStyle } from '../../citation/citation.ts';
import type { SnapshotProof } from '../../publish/compile/prove-snapshot.ts';
import type {
  BasisField,
  BasisWord,
  Correction,
  Level,
  Observation,
  Omission,
  Report,
  Role,
  Timeliness,
} from '../../report/report.ts';
import type { SectionSummary } from '../../report/report-summary.ts';

/** The forms of a citation by the names that readers know, the usual one first. */
export const citationStyleNames: Readonly<Record<CitationStyle, string>> = {
  'gbt7714-2025': 'GB/T 7714-2025',
  'gbt7714-2015': 'GB/T 7714-2015',
  law: '法学引注手册',
  sentence: '引文与出处（写入正文）',
  bibtex: 'BibTeX',
  ris: 'RIS（Zotero、EndNote、NoteExpress）',
  csl: 'CSL-JSON',
};

/**
 * Format an ISO date as Chinese prose has it.
 *
 * @example formatDate('2019-04-02') // '2019年4月2日'
 */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The described fields by the names that pages give them, in the order of a report's head. */
export const fieldLabels: Record<BasisField, string> = {
  title: '标题',
  issuer: '发布机关',
  region: '行政区划',
  year: '报告年度',
  kind: '类型',
  docNo: '文号',
  addressee: '主送',
  cc: '抄送',
  signature: '落款',
  signed: '成文日期',
  published: '发布日期',
  republished: '再次发布',
};

/** Where a field's value comes from; nothing is said of what the document itself prints. */
export const basisWords: Record<BasisWord, string | null> = {
  document: null,
  page: '据原网页',
  inferred: '据内容推断',
  editor: '编者补充',
};

export const timelinessWords: Record<Timeliness['state'], string> = {
  'on-time': '按时',
  late: '迟公布',
  early: '年内即公布',
  unknown: '公布日期不详',
  'not-applicable': '不计时限',
};

export const levelWords: Record<Level, string> = {
  national: '国家',
  province: '省级',
  prefecture: '地级',
  county: '县级',
  township: '乡级',
  zone: '功能区',
};

export const omissionWords: Record<Omission['why'], string> = {
  metadata: '著录信息',
  navigation: '网页导航',
  furniture: '网页附件',
  picture: '图片',
};

/** What stands for the heading of a part that the source prints without one. */
export const roleWords: Record<Role, string> = {
  opening: '开头',
  overview: '总体情况',
  achievements: '主要成效',
  'first-responsible-person': '第一责任人履职',
  problems: '存在问题',
  plans: '下一步打算',
  closing: '结尾',
  attachment: '附件',
  body: '正文',
};

/**
 * Say a report's timeliness in a few words.
 *
 * @example timelinessPhrase({ due: '2019-03-31', state: 'late', days: 12 }) // '迟公布 12 天'
 */
export function timelinessPhrase({ state, days }: Timeliness): string {
  return state === 'late' ? `${timelinessWords.late} ${days} 天` : timelinessWords[state];
}

/** Say whether a report was published in time, and on what ground. */
export function timelinessReason(report: Report): { phrase: string; reason: string } {
  const { state } = report.timeliness;
  const phrase = timelinessPhrase(report.timeliness);
  const rule = `时限为${report.year + 1}年4月1日前`;
  const note = basisWords[report.basis.published ?? 'document'];
  const published =
    report.published === null
      ? ''
      : `；公布于${formatDate(report.published)}${note === null ? '' : `（${note}）`}`;
  const reasons = {
    'on-time': `${rule}${published}`,
    late: `${rule}${published}`,
    early: `${rule}${published}，在报告年度之内`,
    unknown: `${rule}；原文与原网页均未见公布日期，成文日期不作为公布日期`,
    'not-applicable':
      report.kind === 'annual' ? '所见为旧文再次发布，首次公布的日期不详' : '时限只适用于年度报告',
  };
  return { phrase, reason: `${reasons[state]}。` };
}

/** Made once: making one takes longer than all else on a page of figures. */
const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

const approxWords = { about: '约', 'at-least': '逾', under: '不足' } as const;

/**
 * Write a figure as it was meant: its bound, its value, its unit.
 *
 * @example figureWords({ value: 29000, unit: '条', approx: 'at-least' }) // '逾 29,000 条'
 */
export function figureWords({
  value,
  unit,
  approx,
}: Pick<Observation, 'value' | 'unit' | 'approx'>): string {
  const bound = approx === null ? '' : `${approxWords[approx]} `;
  const gap = unit === '%' ? '' : ' ';
  return `${bound}${numbers.format(value)}${gap}${unit}`;
}

/** Say of what and of when a figure is, where the text says so. */
export function figureLimits({ scope, period }: Pick<Observation, 'scope' | 'period'>): string {
  return [scope, period].filter((word) => word !== null).join('，');
}

/** Below this a reading is wrong more often than a citation can bear; see the method page. */
const LEAST_SURE = 0.9;

/** Say that a figure should be held against its sentence before it is used. */
export function doubtWords({ confidence }: Pick<Observation, 'confidence'>): string {
  return confidence < LEAST_SURE ? '待核' : '';
}

/**
 * Say what a correction changed, and why.
 *
 * @example correctionPhrase(correction) // '「审议」改为「审理」。扫描件误识。'
 */
export function correctionPhrase({
  old,
  new: mended,
  why,
}: Pick<Correction, 'old' | 'new' | 'why'>): string {
  const what = old === '' ? `补入「${mended}」` : `「${old}」改为「${mended}」`;
  return `${what}。${why}${/[。！？.!?]$/.test(why) ? '' : '。'}`;
}

/**
 * Name a section for an outline or a list.
 *
 * @returns the printed numeral and heading; for a part printed without one, its role in 〔〕,
 *   which says that the words are ours
 */
export function sectionName(
  section: Pick<SectionSummary, 'label' | 'heading' | 'roles'> & { readonly supplied?: boolean },
): string {
  if (section.heading === null)
    return `${section.label ?? ''}〔${section.roles.map((role) => roleWords[role]).join('、') || roleWords.body}〕`;
  return section.supplied === true
    ? `〔${section.heading}〕`
    : `${section.label ?? ''}${section.heading}`;
}

/**
 * Say what was proved, and no more than that.
 *
 * @returns a sentence each, for the reader of a report
 */
export function proofWords(
  { state, characters, omitted, isReadTwice, isRecognised, differences }: SnapshotProof,
  { source, corrections }: Pick<Report, 'source' | 'corrections'>,
): string[] {
  if (state === 'unread') return ['原文快照不能由程序读取，未作逐字核对。'];
  if (state === 'differs') return ['本文与原文快照有出入，尚待编者核对；引用前请与快照比对。'];
  const places = source.omitted.length;
  const left = places === 0 ? '没有未列入的' : `未列入的${places}处共${count(omitted)}`;
  const before = corrections.length === 0 ? '' : '更正前';
  return [
    `原文快照共${count(characters)}，${before}列入正文的${count(characters - omitted)}，${left}，合起来就是快照，无一字缺失（不计空白，全半角视同）。`,
    ...(isReadTwice && differences.length === 0
      ? ['从文件取字用了两种互不相干的读法，所得相同。']
      : []),
    ...(isRecognised
      ? ['其中图片上的字由程序识别得来，合于识别所得，未必合于图片；引用前请看快照中的图片。']
      : []),
    ...(differences.length > 0 ? ['两种读法有出入的地方，编者已逐处看过：'] : []),
  ];
}

function count(characters: number): string {
  return `${numbers.format(characters)}字`;
}
