import type { Facet, SearchFacets } from '../../../search/client/contract.ts';
import { element } from '../element.ts';
import {
  type FacetName,
  facetNames,
  formatSearchState,
  type SearchState,
  toggleFacet,
} from './search-state.ts';
import { yearWords } from './year-range.ts';

const titles: Record<FacetName, string> = {
  year: '年度',
  region: '地区',
  theme: '主题',
  kind: '类型',
  state: '公布时间',
};

/** Values shown before the rest is folded away. */
const shortest = 10;

/** Make the lists of facets: each value a link to the search with it, or without it if chosen. */
export function facetLists(state: SearchState, facets: SearchFacets): HTMLElement[] {
  return facetNames.flatMap((name) => {
    const chosen = state.chosen[name];
    const listed = inOrder(name, shownValues(name, chosen, facets[name]));
    const missing = chosen
      .filter((value) => !listed.some((facet) => facet.value === value))
      .map((value) => ({
        value,
        label:
          facets[name].find((facet) => facet.value === value)?.label ??
          (name === 'year' ? yearWords(value) : value),
        reports: reportsOf(facets[name], name, value),
      }));
    const values = [...missing, ...listed];
    if (values.length < 2 && chosen.length === 0) return [];
    return [facetSection(state, name, values)];
  });
}

/** Of a range of years all that was found is in it, since no other year is chosen beside it. */
function reportsOf(facets: readonly Facet[], name: FacetName, value: string): number {
  const own = facets.find((facet) => facet.value === value);
  const isRange = name === 'year' && value.includes('-');
  return isRange ? facets.reduce((sum, { reports }) => sum + reports, 0) : (own?.reports ?? 0);
}

/** Put newer facets in place of others; what was unfolded stays so, and what was scrolled. */
export function updateFacets(list: HTMLElement, facets: readonly HTMLElement[]): void {
  const before = new Map(
    [...list.querySelectorAll<HTMLElement>('.facet')].map((facet) => [
      facet.dataset['facetName'],
      { at: facet.scrollLeft, isOpen: facet.querySelector('details')?.open ?? false },
    ]),
  );
  list.replaceChildren(...facets);
  for (const facet of facets) {
    const kept = before.get(facet.dataset['facetName']);
    if (kept === undefined) continue;
    facet.querySelector('details')?.toggleAttribute('open', kept.isOpen);
    facet.scrollLeft = kept.at;
  }
}

function facetSection(state: SearchState, name: FacetName, values: readonly Facet[]): HTMLElement {
  const items = values.map((facet) => facetItem(state, name, facet));
  const rest = items.slice(shortest);
  return element(
    'section',
    { class: 'facet', 'data-facet-name': name },
    element('h2', {}, titles[name]),
    element('ul', {}, ...items.slice(0, shortest)),
    rest.length === 0
      ? null
      : element(
          'details',
          { 'data-keep': `${name}-rest` },
          element('summary', { 'data-keep': `${name}-summary` }, `其余 ${rest.length}`),
          element('ul', {}, ...rest),
        ),
  );
}

function facetItem(state: SearchState, name: FacetName, { value, label, reports }: Facet) {
  const isChosen = state.chosen[name].includes(value);
  const href = formatSearchState(toggleFacet(state, name, value));
  const attributes = {
    class: 'facet-value',
    href,
    'data-facet': name,
    'data-value': value,
    'data-keep': `${name}-${value}`,
    'aria-current': isChosen ? 'true' : null,
  };
  const chosen = isChosen ? element('span', { class: 'visually-hidden' }, '已选，点按取消') : null;
  return element(
    'li',
    {},
    element('a', attributes, label, element('small', {}, `${reports}`), chosen),
  );
}

function inOrder(name: FacetName, facets: readonly Facet[]): Facet[] {
  return name === 'year'
    ? facets.toSorted((a, b) => Number(b.value) - Number(a.value))
    : facets.toSorted((a, b) => b.reports - a.reports);
}

/** Of regions the provinces; within a chosen region what lies in it. */
function shownValues(
  name: FacetName,
  chosen: readonly string[],
  facets: readonly Facet[],
): readonly Facet[] {
  if (name !== 'region') return facets;
  if (chosen.length === 0) return facets.filter(({ value }) => value.endsWith('0000'));
  const within = chosen.map((code) => code.replace(/^zone-/, '').replace(/(?:00){1,2}$/, ''));
  return facets.filter(({ value }) =>
    within.some((prefix) => value.replace(/^zone-/, '').startsWith(prefix)),
  );
}
