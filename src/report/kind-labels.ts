import type { Kind } from './report.ts';

/** What readers call the kinds of documents. */
export const kindLabels: Readonly<Record<Kind, string>> = {
  annual: '年度报告',
  plan: '计划、方案',
  department: '部门报告',
  other: '其他文件',
};
