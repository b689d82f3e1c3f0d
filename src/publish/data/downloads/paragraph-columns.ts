import type { Report } from '../../../report/report.ts';
import { walkSections } from '../../../report/report-lines.ts';
import type { Column } from './column.ts';

/** A paragraph with the section and the report it stands in. */
export interface ParagraphRow {
  readonly report: Report;
  readonly section: Report['sections'][number];
  readonly paragraph: Report['sections'][number]['paragraphs'][number];
}

/** What `paragraphs.jsonl` says of each paragraph. */
export const paragraphColumns: readonly Column<ParagraphRow>[] = [
  { name: 'report', type: 'string', title: '报告', value: ({ report }) => report.id },
  { name: 'paragraph', type: 'string', title: '自然段', value: ({ paragraph }) => paragraph.id },
  {
    name: 'url',
    type: 'string',
    title: '地址，不含域名和基础路径',
    value: ({ report, paragraph }) => `${report.url}#${paragraph.id}`,
  },
  { name: 'year', type: 'integer', title: '年度', value: ({ report }) => report.year },
  { name: 'kind', type: 'string', title: '类型', value: ({ report }) => report.kind },
  { name: 'region', type: 'string', title: '区划代码', value: ({ report }) => report.region.code },
  { name: 'regionName', type: 'string', title: '地区', value: ({ report }) => report.region.name },
  { name: 'section', type: 'string', title: '部分', value: ({ section }) => section.id },
  {
    name: 'heading',
    type: 'string',
    title: '部分的序号和标题；原文未印的为空',
    value: ({ section: { label, heading, supplied } }) =>
      supplied || heading === null ? label : `${label ?? ''}${heading}`,
  },
  { name: 'themes', type: 'array', title: '主题', value: ({ section }) => section.themes },
  { name: 'text', type: 'string', title: '文字', value: ({ paragraph }) => paragraph.text },
];

/** Lists the paragraphs of a report, in order. */
export function paragraphRows(report: Report): ParagraphRow[] {
  return walkSections(report.sections).flatMap((section) =>
    section.paragraphs.map((paragraph) => ({ report, section, paragraph })),
  );
}
