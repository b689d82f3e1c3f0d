import type { BasisField } from '../../report/report.ts';

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
