import type { CitationOptions, CitationTarget } from './citation.ts';
import { citedAddress, citedIssuers, citedTitle, findCitedDate } from './cited-words.ts';

/** Formats a web source after 法学引注手册; marks are full width, and names within a name are in 〈〉. */
export function formatLaw(target: CitationTarget, { origin }: CitationOptions): string {
  const { report } = target;
  const title = citedTitle(report).replace(/《/g, '〈').replace(/》/g, '〉');
  const found = findCitedDate(report);
  const [year, month, day] = found?.date.split('-').map(Number) ?? [];
  const date = found && `，${year}年${month}月${day}日${found.isStandIn ? '成文' : ''}`;
  return `${citedIssuers(report).join('、')}：《${title}》${date ?? ''}，载${citedAddress(target, origin)}。`;
}
