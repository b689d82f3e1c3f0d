import type { Report } from '../../report/report.ts';
import { basisWords } from './field-words.ts';
import { formatDate } from './format-date.ts';
import { timelinessPhrase } from './timeliness-phrase.ts';

/** Says whether a report was published in time, and on what ground. */
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
