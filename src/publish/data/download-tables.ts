import { z } from 'zod';
import {
  kindSchema,
  type Level,
  levelSchema,
  type Note,
  type Observation,
  observationSchema,
  type Paragraph,
  type Report,
  reportSchema,
  type Section,
  timelinessSchema,
} from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import type { ListedReport } from '../../report/report-summary.ts';
import type { Indicator } from '../../vocabulary/indicator/parse-indicators.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import {
  isReportingGovernment,
  latestCode,
  provinceOf,
} from '../../vocabulary/region/region-tree.ts';

/**
 * A column of a download: from it come its head, its cells and its schema, in every format. A name
 * means the same in every table, but that `region` is the code of today where rows are of regions.
 */
export interface Column<Row> {
  readonly name: string;
  /** As Table Schema names types; `texts` is an array of strings. */
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'texts' | 'array' | 'object';
  readonly title: string;
  /** The only words that stand in it, where there are few. */
  readonly words?: readonly string[];
  readonly value: (row: Row) => unknown;
}

/** A download: what its rows say. */
export interface Table<Row> {
  readonly name: string;
  readonly format: 'csv' | 'jsonl';
  readonly title: string;
  /** The columns that tell its rows apart, where there are any. */
  readonly key?: readonly string[];
  readonly columns: readonly Column<Row>[];
}

/** A report without its text, and the day on which it came into the archive. */
export type DescribedRow = Readonly<{ report: ListedReport; added: string | null }>;

/** A paragraph or a table of a section, or a note: then of the section that refers to it, if any does. */
interface ParagraphRow {
  readonly report: Report;
  readonly section: Section | undefined;
  readonly block: Pick<Paragraph, 'id' | 'text' | 'table'>;
  readonly note?: Note;
}
type ObservationRow = Readonly<{
  report: Pick<Report, 'id' | 'region' | 'year' | 'url'>;
  observation: Observation;
}>;
/** A region and a year; its report is `null` where it is not in this archive, and no more than that. */
export type CoverageRow = Readonly<{
  region: Readonly<{ code: string; name: string; level: Level; province: string }>;
  year: number;
  report: ListedReport | null;
}>;

/** Have columns of one type made; `words` are the only ones that stand in it. */
function columnOf(type: Column<never>['type']) {
  return <Row>(
    name: string,
    title: string,
    value: Column<Row>['value'],
    words?: readonly string[],
  ): Column<Row> => ({ name, type, title, value, ...(words === undefined ? {} : { words }) });
}
const text = columnOf('string');
const date = columnOf('date');
const integer = columnOf('integer');
const object = columnOf('object');

/** The state of a year of which the archive has no report. */
const NOT_HELD = 'not-held';
const ADDRESS = '地址，不含域名和基础路径';
const tableTypes = new Set(['string', 'integer', 'number', 'array', 'object']);

const blocks = ['text', 'table', 'note'] as const;
const kinds = kindSchema.options;
const levels = levelSchema.options;
const states = timelinessSchema.shape.state.options;

/** What every row that is of a report says of it. */
type OfReport = Readonly<{ report: Pick<Report, 'id' | 'region' | 'year' | 'url'> }>;
const reportId = text<OfReport>('report', '报告', ({ report }) => report.id);
const year = integer<OfReport>('year', '年度', ({ report }) => report.year);
const regionCode = text<OfReport>('region', '区划代码', ({ report }) => report.region.code);
const regionName = text<OfReport>('regionName', '地区', ({ report }) => report.region.name);
const regionPath = text<OfReport>('regionPath', '地区，连同上级', ({ report }) =>
  report.region.path.map((at) => at.name).join(''),
);

/** Every report: the fields of `report.json`, as its schema has them. */
export const reportTable: Table<Report> = {
  name: 'reports',
  format: 'jsonl',
  title: '报告，一行一份，同 report.json',
  key: ['id'],
  columns: Object.entries(reportSchema.shape).map(([name, schema]) => ({
    ...{ name, type: typeOf(schema), title: schema.description ?? name },
    value: (report) => report[name as keyof Report],
  })),
};

/** Every report without its text, in columns alone. */
export const describedTable: Table<DescribedRow> = {
  name: 'reports',
  format: 'csv',
  title: '报告的著录，一行一份，不含正文',
  key: ['id'],
  columns: [
    text('id', '报告', ({ report }) => report.id),
    text('url', ADDRESS, ({ report }) => report.url),
    text('kind', '类型', ({ report }) => report.kind, kinds),
    text('title', '标题', ({ report }) => report.title),
    text('issuer', '发布机关', ({ report }) => report.issuer),
    ...[regionCode, regionName, regionPath],
    text('level', '层级', ({ report }) => report.region.level, levels),
    text('province', '省份', ({ report }) => report.region.path[0]?.name),
    year,
    date('published', '公布日期', ({ report }) => report.published),
    date('republished', '转载日期', ({ report }) => report.republished),
    date('signed', '落款日期', ({ report }) => report.signed),
    date('due', '公布的时限', ({ report }) => report.timeliness.due),
    text('state', '是否按时公布', ({ report }) => report.timeliness.state, states),
    integer('days', '距时限的天数，逾期为正', ({ report }) => report.timeliness.days),
    text('addressee', '主送', ({ report }) => report.addressee),
    text('cc', '抄送', ({ report }) => report.cc),
    text('docNo', '文号', ({ report }) => report.docNo),
    integer('characters', '正文字数，空白不计', ({ report }) => report.characters),
    integer('version', '版本', ({ report }) => report.version),
    date('added', '收录日期', ({ added }) => added),
    text('sourceUrl', '来源网页', ({ report }) => report.source.url),
    text('sourceArchived', '来源网页的网络存档', ({ report }) => report.source.archived),
    text('sourceSha256', '原文快照的 SHA-256', ({ report }) => report.source.sha256),
    date('retrieved', '采集日期', ({ report }) => report.source.retrieved),
  ],
};

/** Every paragraph, table and note. */
export const paragraphTable: Table<ParagraphRow> = {
  name: 'paragraphs',
  format: 'jsonl',
  title: '自然段、表格和注释，一行一个',
  key: ['report', 'paragraph'],
  columns: [
    reportId,
    text('paragraph', '自然段、表格或注释', ({ block }) => block.id),
    text('url', ADDRESS, ({ report, block }) => `${report.url}#${block.id}`),
    year,
    text('kind', '类型', ({ report }) => report.kind, kinds),
    ...[regionCode, regionName],
    text('section', '部分；注释为所注的部分', ({ section }) => section?.id ?? null),
    text('heading', '部分的序号和标题；原文未印的为空', ({ section }) => printedHeading(section)),
    columnOf('texts')('themes', '主题', ({ section }) => section?.themes ?? []),
    text('block', 'text 自然段，table 表格，note 注释', blockType, blocks),
    text('text', '文字；表格一行一行，格间为制表符', ({ block }) => block.text),
    object(
      'table',
      '表格的行列，同 report.json；不是表格的为空',
      ({ block }) => block.table ?? null,
    ),
    object('note', '注释的标记和所注之处；不是注释的为空', ({ note }) =>
      note === undefined
        ? null
        : { mark: note.mark, paragraph: note.paragraph, offset: note.offset },
    ),
  ],
};

/** Every figure; each leads to its sentence. */
export function observationTable(indicators: readonly Indicator[]): Table<ObservationRow> {
  const labels = new Map<string, string>(indicators.map(({ id, label }) => [id, label]));
  const field = (name: keyof Observation, title: string, type: Column<never>['type'] = 'string') =>
    ({ name, title, type, value: ({ observation }: ObservationRow) => observation[name] }) as const;
  return {
    name: 'observations',
    format: 'csv',
    title: '观测值，一行一个，各有所出的文句',
    columns: [
      ...[reportId, regionCode, regionName, regionPath, year],
      { ...field('indicator', '指标'), words: [...labels.keys()] },
      text(
        'label',
        '指标名',
        ({ observation: { indicator } }) => labels.get(indicator) ?? indicator,
      ),
      field('value', '值', 'number'),
      field('unit', '单位'),
      {
        ...field('approx', '概数：about 约，at-least 逾，under 不足；确数为空'),
        words: observationSchema.shape.approx.unwrap().options,
      },
      field('scope', '范围'),
      field('period', '时段'),
      field('subsetOf', '是哪一指标的其中数'),
      field('raw', '原文'),
      field('paragraph', '自然段'),
      field('start', '原文在自然段中的起点，UTF-16 单位', 'integer'),
      field('end', '终点，不含', 'integer'),
      field('confidence', '把握，0 至 1', 'number'),
      text('url', ADDRESS, ({ report, observation }) => `${report.url}#${observation.paragraph}`),
    ],
  };
}

/** Each region and year. */
export const coverageTable: Table<CoverageRow> = {
  name: 'coverage',
  format: 'csv',
  title: '收录，一行一地一年',
  key: ['region', 'year'],
  columns: [
    text('region', '现行区划代码', ({ region }) => region.code),
    text('regionName', '地区', ({ region }) => region.name),
    text('level', '层级', ({ region }) => region.level, levels),
    text('province', '省份', ({ region }) => region.province),
    integer('year', '年度', ({ year }) => year),
    text(
      'state',
      '未收录为 not-held，不表示未公布；其余同 report.json 的 timeliness.state',
      ({ report }) => report?.timeliness.state ?? NOT_HELD,
      [...states, NOT_HELD],
    ),
    text('report', '年度报告', ({ report }) => report?.id),
    date('published', '公布日期', ({ report }) => report?.published),
    integer('days', '距时限的天数，逾期为正', ({ report }) => report?.timeliness.days),
  ],
};

/** Return the paragraphs and tables of a report, in order, and then its notes. */
export function paragraphRows(report: Report): ParagraphRow[] {
  const sections = walkSections(report.sections);
  const rows = sections.flatMap((section) =>
    section.paragraphs.map((block): ParagraphRow => ({ report, section, block })),
  );
  const sectionOf = new Map([
    ...sections.map((section) => [section.id, section] as const),
    ...rows.map(({ section, block }) => [block.id, section] as const),
  ]);
  for (const note of report.notes ?? [])
    rows.push({ report, section: sectionOf.get(note.paragraph ?? ''), block: note, note });
  return rows;
}

function blockType({ block, note }: ParagraphRow): (typeof blocks)[number] {
  if (note !== undefined) return 'note';
  return block.table === undefined ? 'text' : 'table';
}

/**
 * Return, for each government at or above county level and each year of the archive, its annual
 * report; and other regions of which the archive holds one.
 */
export function* coverageRows(
  reports: readonly ListedReport[],
  regions: RegionTable,
): Generator<CoverageRow> {
  const annual = reports.filter(({ kind }) => kind === 'annual');
  const years = [...new Set(annual.map(({ year }) => year))].toSorted((a, b) => a - b);
  const held = Map.groupBy(annual, ({ region }) => latestCode(regions, region.code));
  const codes = [...regions.regions.values()].filter(isReportingGovernment).map(({ code }) => code);
  const governments = new Set(codes);
  for (const code of new Set([...codes, ...held.keys()])) {
    const own = held.get(code) ?? [];
    const region = regions.regions.get(code) ?? own[0]?.region;
    if (region === undefined) continue;
    const province = provinceOf(regions, code)?.name ?? own[0]?.region.path[0]?.name ?? '';
    for (const year of years) {
      const report = own.find((one) => one.year === year) ?? null;
      if (report === null && !governments.has(code)) continue;
      yield { region: { code, name: region.name, level: region.level, province }, year, report };
    }
  }
}

function printedHeading(section: Section | undefined): string | null {
  if (section === undefined) return null;
  const { label, heading, supplied } = section;
  return supplied || heading === null ? label : `${label ?? ''}${heading}`;
}

/** Return the type of what is not null. */
function typeOf(schema: z.ZodType): Column<Report>['type'] {
  const { type, anyOf } = z.toJSONSchema(schema);
  const given = type ?? anyOf?.map((one) => Object(one).type).find((one) => tableTypes.has(one));
  return tableTypes.has(`${given}`) ? (given as Column<Report>['type']) : 'string';
}
