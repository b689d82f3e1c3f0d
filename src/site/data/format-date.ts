/**
 * Formats an ISO date as Chinese prose has it.
 *
 * @example formatDate('2019-04-02') // '2019年4月2日'
 */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
