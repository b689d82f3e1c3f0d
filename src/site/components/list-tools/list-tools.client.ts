import { fetchJson, loadOnce } from '../fetch-json.ts';
import { findRegions, type HeldRegion } from '../region-box/held-regions.ts';

/**
 * Sort the tables of a page by a column, and narrow its list to a place and to chosen words. The
 * page answers without it: this only takes rows away and puts them in another order. What is chosen
 * stands in the address.
 */

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]'))
  for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]'))
    makeSortable(table, head);

const form = document.querySelector<HTMLFormElement>('[data-list-filter]');
if (form !== null) connectFilter(form);

function makeSortable(table: HTMLTableElement, head: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort-button';
  button.append(...head.childNodes);
  head.append(button);
  const column = [...(head.parentElement?.children ?? [])].indexOf(head);
  button.addEventListener('click', () => {
    const isNumber = head.dataset['sort'] === 'number';
    const was = head.getAttribute('aria-sort');
    // Numbers are asked for from the greatest down, words from the first on.
    const isDown = was === null ? isNumber : was === 'ascending';
    for (const other of table.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    for (const body of table.tBodies) sortRows(body, column, isNumber, isDown);
  });
}

function sortRows(
  body: HTMLTableSectionElement,
  column: number,
  isNumber: boolean,
  isDown: boolean,
): void {
  const keyed = [...body.rows].map((row) => {
    const cell = row.cells[column];
    const text = cell?.dataset['value'] ?? cell?.textContent?.trim() ?? '';
    return { row, text, number: Number.parseFloat(text.replaceAll(',', '')) };
  });
  const order = (a: (typeof keyed)[number], b: (typeof keyed)[number]) => {
    if (!isNumber) return a.text.localeCompare(b.text, 'zh') * (isDown ? -1 : 1);
    // What has no number comes last either way.
    if (Number.isNaN(a.number) || Number.isNaN(b.number))
      return Number(Number.isNaN(a.number)) - Number(Number.isNaN(b.number));
    return (a.number - b.number) * (isDown ? -1 : 1);
  };
  body.append(...keyed.toSorted(order).map(({ row }) => row));
}

function connectFilter(filter: HTMLFormElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] > *')];
  const place = filter.elements.namedItem('place');
  const choices = [...filter.querySelectorAll<HTMLSelectElement>('select[data-choice]')];
  const count = filter.querySelector('[data-list-count]');
  const loadPlaces = loadOnce(() =>
    fetchJson<readonly HeldRegion[]>(filter.dataset['places'] ?? ''),
  );

  const given = new URLSearchParams(location.search);
  for (const field of [...choices, place])
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = given.get(field.name) ?? '';

  async function namesOf(typed: string): Promise<readonly string[] | undefined> {
    if (!/^[\w\s'’-]+$/.test(typed)) return [typed];
    const regions = await loadPlaces().catch(() => undefined);
    return regions && findRegions(regions, typed, 8).map(({ name }) => name);
  }

  async function narrow(): Promise<void> {
    const typed = place instanceof HTMLInputElement ? place.value.trim() : '';
    const names = typed === '' ? [] : await namesOf(typed);
    const now = place instanceof HTMLInputElement ? place.value.trim() : '';
    if (now !== typed) return;
    if (names === undefined) {
      if (count !== null) count.textContent = '地名表没有取到，请用汉字';
      return;
    }
    let shown = 0;
    for (const row of rows) {
      const isChosen = choices.every(
        ({ name, value }) => value === '' || (row.dataset[name] ?? '').split(' ').includes(value),
      );
      const text = row.dataset['place'] ?? row.firstElementChild?.textContent ?? '';
      const isThere = typed === '' || names.some((name) => text.includes(name));
      row.hidden = !(isChosen && isThere);
      if (!row.hidden) shown += 1;
    }
    if (count !== null) count.textContent = `${shown} 条`;
    follow(typed === '' ? [] : rows.filter((row) => !row.hidden));
  }

  function keep(): void {
    const address = new URL(location.href);
    for (const field of [...choices, place]) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
      if (field.value.trim() === '') address.searchParams.delete(field.name);
      else address.searchParams.set(field.name, field.value.trim());
    }
    history.replaceState(null, '', address);
  }

  filter.addEventListener('input', () => {
    keep();
    void narrow();
  });
  filter.addEventListener('submit', (event) => event.preventDefault());
  filter.dataset['ready'] = '';
  void narrow();
}

/** Have the page's drawing show the places that are left in the list. */
function follow(rows: readonly HTMLElement[]): void {
  const codes = new Set(rows.map((row) => row.dataset['code']));
  for (const chart of document.querySelectorAll<SVGElement>('svg.chart')) {
    chart.toggleAttribute('data-following', rows.length > 0);
    for (const dot of chart.querySelectorAll<SVGElement>('a[data-key]'))
      dot.toggleAttribute('data-followed', codes.has(dot.dataset['key']));
  }
}
