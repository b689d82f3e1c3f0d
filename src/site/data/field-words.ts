import type { BasisWord, Omission, Role, Timeliness } from '../../report/report.ts';

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

export const omissionWords: Record<Omission['why'], string> = {
  metadata: '著录信息',
  navigation: '网页导航',
  furniture: '网页附件',
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
  body: '正文',
};
