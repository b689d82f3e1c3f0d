import type { Timeliness } from '../../report/report.ts';
import { timelinessWords } from './field-words.ts';

/**
 * Says a report's timeliness in a few words.
 *
 * @example timelinessPhrase({ due: '2019-03-31', state: 'late', days: 12 }) // '迟公布 12 天'
 */
export function timelinessPhrase({ state, days }: Timeliness): string {
  return state === 'late' ? `${timelinessWords.late} ${days} 天` : timelinessWords[state];
}
