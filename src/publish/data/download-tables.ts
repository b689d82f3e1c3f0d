import { z } from 'zod';
import {
  type Level,
  type Note,
  type Observation,
  type Paragraph,
  type Report,
  reportSchema,
  type Section,
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

/** A column of a download: from it come its head, its cells and its schema. */
export interface Column<Row> {
  readonly name: string;
  /** As Table Schema names types. */
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'array' | 'object';
  readonly title: string;
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
type CoverageRow = Readonly<{
  region: Readonly<{ code: string; name: string; level: Level; province: string }>;
  year: number;
  report: ListedReport | null;
}>;

const ADDRESS = '地址，不含域名和基础路径';
const tableTypes = new Set(['string', 'integer', 'number', 'array', 'object']);

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

/** Every paragraph, table and note. */
export const paragraphTable: Table<ParagraphRow> = {
  name: 'paragraphs',
  format: 'jsonl',
  title: '自然段、表格和注释，一行一个',
  key: ['report', 'paragraph'],
  columns: [
    text('report', '报告', ({ report }) => report.id),
    text('paragraph', '自然段、表格或注释', ({ block }) => block.id),
    text('url', ADDRESS, ({ report, block }) => `${report.url}#${block.id}`),
    integer('year', '年度', ({ report }) => report.year),
    text('kind', '类型', ({ report }) => report.kind),
    text('region', '区划代码', ({ report }) => report.region.code),
    text('regionName', '地区', ({ report }) => report.region.name),
    text('section', '部分；注释为所注的部分', ({ section }) => section?.id ?? null),
    text('heading', '部分的序号和标题；原文未印的为空', ({ section }) => printedHeading(section)),
    {
      ...text<ParagraphRow>('themes', '主题', ({ section }) => section?.themes ?? []),
      type: 'array',
    },
    text('block', 'text 自然段，table 表格，note 注释', blockType),
    text('text', '文字；表格一行一行，格间为制表符', ({ block }) => block.text),
    {
      ...text<ParagraphRow>(
        'table',
        '表格的行列，同 report.json；不是表格的为空',
        ({ block }) => block.table ?? null,
      ),
      type: 'object',
    },
    {
      ...text<ParagraphRow>('note', '注释的标记和所注之处；不是注释的为空', ({ note }) =>
        note === undefined
          ? null
          : { mark: note.mark, paragraph: note.paragraph, offset: note.offset },
      ),
      type: 'object',
    },
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
      text('report', '报告', ({ report }) => report.id),
      text('region', '区划代码', ({ report }) => report.region.code),
      text('regionName', '地区', ({ report }) => report.region.path.map((at) => at.name).join('')),
      integer('year', '年度', ({ report }) => report.year),
      field('indicator', '指标'),
      text(
        'label',
        '指标名',
        ({ observation: { indicator } }) => labels.get(indicator) ?? indicator,
      ),
      field('value', '值', 'number'),
      field('unit', '单位'),
      field('approx', '概数：about 约，at-least 逾，under 不足；确数为空'),
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
    text('level', '层级', ({ region }) => region.level),
    text('province', '省份', ({ region }) => region.province),
    integer('year', '年度', ({ year }) => year),
    text(
      'state',
      '未收录为 not-held，不表示未公布；其余同 report.json 的 timeliness.state',
      ({ report }) => report?.timeliness.state ?? 'not-held',
    ),
    text('report', '年度报告', ({ report }) => report?.id),
    { ...text('published', '公布日期', ({ report }) => report?.published), type: 'date' },
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
  const notes = (report.notes ?? []).map(
    (note): ParagraphRow => ({
      report,
      section: sectionOf.get(note.paragraph ?? ''),
      block: note,
      note,
    }),
  );
  return [...rows, ...notes];
}

function blockType({ block, note }: ParagraphRow): 'text' | 'table' | 'note' {
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

function text<Row>(name: string, title: string, value: Column<Row>['value']): Column<Row> {
  return { name, type: 'string', title, value };
}

function integer<Row>(name: string, title: string, value: Column<Row>['value']): Column<Row> {
  return { name, type: 'integer', title, value };
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
