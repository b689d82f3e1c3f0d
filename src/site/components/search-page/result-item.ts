import type { SearchResult, SearchResultSection } from '../../../search/client/contract.ts';
import { element } from '../element.ts';

/**
 * Make the item of a report found: its title, where and when, and its first sections, each with
 * its sentence.
 *
 * @param kinds names of the kinds of document by their ids
 */
export function resultItem(
  { report, url, title, region, year, kind, matches, sections }: SearchResult,
  kinds: ReadonlyMap<string, string>,
): HTMLLIElement {
  return element(
    'li',
    { class: 'result', 'data-report': report, 'data-matches': `${matches}` },
    element('h2', {}, element('a', { class: 'result-title', href: url }, title)),
    element(
      'p',
      { class: 'result-facts' },
      element('span', {}, region.name),
      element('span', {}, `${year}年度`),
      kind === 'annual' ? null : element('span', {}, kinds.get(kind) ?? kind),
      matches === 0 ? null : element('span', {}, `${matches} 处`),
    ),
    ...sections.map(sectionLink),
  );
}

function sectionLink({ section, paragraph, url, heading, excerpt, marks }: SearchResultSection) {
  return element(
    'a',
    {
      class: 'result-section',
      href: url,
      'data-section': section ?? '',
      'data-paragraph': paragraph ?? '',
    },
    heading === null || excerpt.startsWith(heading) ? null : element('span', {}, heading),
    ...markedText(excerpt, marks),
  );
}

function markedText(text: string, marks: SearchResultSection['marks']): (Node | string)[] {
  let at = 0;
  const pieces = marks.flatMap(([start, end]) => {
    const piece = [text.slice(at, start), element('mark', {}, text.slice(start, end))];
    at = end;
    return piece;
  });
  return [...pieces, text.slice(at)];
}
