/** The parts of the search page that its script works with. */
export const parts = {
  root: getPart('root'),
  form: getPart('form') as HTMLFormElement,
  box: getPart('box') as HTMLInputElement,
  status: getPart('status'),
  /** Read out: once a search, not for each shard. */
  said: getPart('said'),
  help: getPart('help') as HTMLDetailsElement,
  views: getPart('views'),
  within: getPart('within'),
  sorts: getPart('sorts'),
  places: getPart('places'),
  facets: getPart('facets'),
  list: getPart('list'),
  frequency: getPart('frequency'),
  pages: getPart('pages'),
  empty: getPart('empty'),
  offers: getPart('offers'),
  slow: getPart('slow'),
  error: getPart('error'),
  scriptless: getPart('scriptless'),
} as const;

function getPart(name: string): HTMLElement {
  const part = document.querySelector<HTMLElement>(`[data-search-${name}]`);
  if (part === null) throw new Error(`Unexpected page without data-search-${name}`);
  return part;
}
