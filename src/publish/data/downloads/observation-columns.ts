import type { Observation, Report } from '../../../report/report.ts';
import type { Indicator } from '../../../vocabulary/indicator/parse-indicators.ts';
import type { Column } from './column.ts';

/** A figure with the report it was read from. */
export interface ObservationRow {
  readonly report: Report;
  readonly observation: Observation;
}

/** What `observations.csv` says of each figure; every one leads to its sentence. */
export function observationColumns(
  indicators: readonly Indicator[],
): readonly Column<ObservationRow>[] {
  const labels = new Map(indicators.map(({ id, label }) => [id, label]));
  return [
    { name: 'report', type: 'string', title: '报告', value: ({ report }) => report.id },
    {
      name: 'region',
      type: 'string',
      title: '区划代码',
      value: ({ report }) => report.region.code,
    },
    {
      name: 'regionName',
      type: 'string',
      title: '地区',
      value: ({ report }) => report.region.path.map(({ name }) => name).join(''),
    },
    { name: 'year', type: 'integer', title: '年度', value: ({ report }) => report.year },
    {
      name: 'indicator',
      type: 'string',
      title: '指标',
      value: ({ observation }) => observation.indicator,
    },
    {
      name: 'label',
      type: 'string',
      title: '指标名',
      value: ({ observation: { indicator } }) => labels.get(indicator) ?? indicator,
    },
    { name: 'value', type: 'number', title: '值', value: ({ observation }) => observation.value },
    { name: 'unit', type: 'string', title: '单位', value: ({ observation }) => observation.unit },
    {
      name: 'approx',
      type: 'string',
      title: '概数：about 约，at-least 逾，under 不足；确数为空',
      value: ({ observation }) => observation.approx,
    },
    { name: 'scope', type: 'string', title: '范围', value: ({ observation }) => observation.scope },
    {
      name: 'period',
      type: 'string',
      title: '时段',
      value: ({ observation }) => observation.period,
    },
    {
      name: 'subsetOf',
      type: 'string',
      title: '是哪一指标的其中数',
      value: ({ observation }) => observation.subsetOf,
    },
    { name: 'raw', type: 'string', title: '原文', value: ({ observation }) => observation.raw },
    {
      name: 'paragraph',
      type: 'string',
      title: '自然段',
      value: ({ observation }) => observation.paragraph,
    },
    {
      name: 'start',
      type: 'integer',
      title: '原文在自然段中的起点，UTF-16 单位',
      value: ({ observation }) => observation.start,
    },
    {
      name: 'end',
      type: 'integer',
      title: '终点，不含',
      value: ({ observation }) => observation.end,
    },
    {
      name: 'confidence',
      type: 'number',
      title: '把握，0 至 1',
      value: ({ observation }) => observation.confidence,
    },
    {
      name: 'url',
      type: 'string',
      title: '地址，不含域名和基础路径',
      value: ({ report, observation }) => `${report.url}#${observation.paragraph}`,
    },
  ];
}
