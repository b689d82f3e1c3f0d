import { z } from 'zod';
import {
  type Level,
  type Observation,
  type Paragraph,
  type Report,
  reportSchema,
  type Section,
} from '../../report/report.ts';
import type { ListedReport } from '../../report/report-summary.ts';
import { walkSections } from '../../report/walk-sections.ts';
import type { Indicator } from '../../vocabulary/indicator/indicator.ts';
import { isReportingGovernment } from '../../vocabulary/region/is-reporting-government.ts';
import { latestCode } from '../../vocabulary/region/latest-code.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { provinceOf } from '../../vocabulary/region/region-tree.ts';

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

/** A paragraph with the section and the report it stands in. */
interface ParagraphRow {
  readonly report: Report;
  readonly section: Section;
  readonly paragraph: Paragraph;
}

/** A figure with the report it was read from. */
interface ObservationRow {
  readonly report: Report;
  readonly observation: Observation;
}

/** What the archive holds of a region and a year. */
interface CoverageRow {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly province: string;
  readonly year: number;
  /** `null`: not in this archive, and no more than that. */
  readonly report: ListedReport | null;
}

const tableTypes = new Set(['string', 'integer', 'number', 'array', 'object']);

/** Every report: the fields of `report.json`, as its schema has them. */
export const reportTable: Table<Report> = {
  name: 'reports',
  format: 'jsonl',
  title: '报告，一行一份，同 report.json',
  key: ['id'],
  columns: Object.entries(reportSchema.shape).map(([name, schema]) =>
    column(
      name,
      typeOf(schema),
      schema.description ?? name,
      (report) => report[name as keyof Report],
    ),
  ),
};

/** Every paragraph. */
export const paragraphTable: Table<ParagraphRow> = {
  name: 'paragraphs',
  format: 'jsonl',
  title: '自然段，一行一段',
  key: ['report', 'paragraph'],
  columns: [
    column('report', 'string', '报告', ({ report }) => report.id),
    column('paragraph', 'string', '自然段', ({ paragraph }) => paragraph.id),
    column(
      'url',
      'string',
      '地址，不含域名和基础路径',
      ({ report, paragraph }) => `${report.url}#${paragraph.id}`,
    ),
    column('year', 'integer', '年度', ({ report }) => report.year),
    column('kind', 'string', '类型', ({ report }) => report.kind),
    column('region', 'string', '区划代码', ({ report }) => report.region.code),
    column('regionName', 'string', '地区', ({ report }) => report.region.name),
    column('section', 'string', '部分', ({ section }) => section.id),
    column(
      'heading',
      'string',
      '部分的序号和标题；原文未印的为空',
      ({ section: { label, heading, supplied } }) =>
        supplied || heading === null ? label : `${label ?? ''}${heading}`,
    ),
    column('themes', 'array', '主题', ({ section }) => section.themes),
    column('text', 'string', '文字', ({ paragraph }) => paragraph.text),
  ],
};

/** Every figure; each leads to its sentence. */
export function observationTable(indicators: readonly Indicator[]): Table<ObservationRow> {
  const labels = new Map(indicators.map(({ id, label }) => [id, label]));
  const figure = (name: keyof Observation, type: Column<never>['type'], title: string) =>
    column<ObservationRow>(name, type, title, ({ observation }) => observation[name]);
  return {
    name: 'observations',
    format: 'csv',
    title: '观测值，一行一个，各有所出的文句',
    columns: [
      column('report', 'string', '报告', ({ report }) => report.id),
      column('region', 'string', '区划代码', ({ report }) => report.region.code),
      column('regionName', 'string', '地区', ({ report }) =>
        report.region.path.map(({ name }) => name).join(''),
      ),
      column('year', 'integer', '年度', ({ report }) => report.year),
      figure('indicator', 'string', '指标'),
      column(
        'label',
        'string',
        '指标名',
        ({ observation: { indicator } }) => labels.get(indicator) ?? indicator,
      ),
      figure('value', 'number', '值'),
      figure('unit', 'string', '单位'),
      figure('approx', 'string', '概数：about 约，at-least 逾，under 不足；确数为空'),
      figure('scope', 'string', '范围'),
      figure('period', 'string', '时段'),
      figure('subsetOf', 'string', '是哪一指标的其中数'),
      figure('raw', 'string', '原文'),
      figure('paragraph', 'string', '自然段'),
      figure('start', 'integer', '原文在自然段中的起点，UTF-16 单位'),
      figure('end', 'integer', '终点，不含'),
      figure('confidence', 'number', '把握，0 至 1'),
      column(
        'url',
        'string',
        '地址，不含域名和基础路径',
        ({ report, observation }) => `${report.url}#${observation.paragraph}`,
      ),
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
    column('region', 'string', '现行区划代码', ({ code }) => code),
    column('regionName', 'string', '地区', ({ name }) => name),
    column('level', 'string', '层级', ({ level }) => level),
    column('province', 'string', '省份', ({ province }) => province),
    column('year', 'integer', '年度', ({ year }) => year),
    column(
      'state',
      'string',
      '未收录为 not-held，不表示未公布；其余同 report.json 的 timeliness.state',
      ({ report }) => report?.timeliness.state ?? 'not-held',
    ),
    column('report', 'string', '年度报告', ({ report }) => report?.id),
    column('published', 'date', '公布日期', ({ report }) => report?.published),
    column('days', 'integer', '距时限的天数，逾期为正', ({ report }) => report?.timeliness.days),
  ],
};

/** Return the paragraphs of a report, in order. */
export function paragraphRows(report: Report): ParagraphRow[] {
  return walkSections(report.sections).flatMap((section) =>
    section.paragraphs.map((paragraph) => ({ report, section, paragraph })),
  );
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
      yield { code, name: region.name, level: region.level, province, year, report };
    }
  }
}

function column<Row>(
  name: string,
  type: Column<Row>['type'],
  title: string,
  value: Column<Row>['value'],
): Column<Row> {
  return { name, type, title, value };
}

/** Return the type of what is not null. */
function typeOf(schema: z.ZodType): Column<Report>['type'] {
  const { type, anyOf } = z.toJSONSchema(schema);
  const given = type ?? anyOf?.map((one) => Object(one).type).find((one) => tableTypes.has(one));
  return tableTypes.has(`${given}`) ? (given as Column<Report>['type']) : 'string';
}
