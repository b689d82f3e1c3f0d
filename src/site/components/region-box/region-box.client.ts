import { element } from '../element.ts';
import { fetchJson, loadOnce } from '../fetch-json.ts';
import type { HeldRegion } from './held-regions.ts';

/** What of the page a box works with. */
interface BoxOptions {
  /** Told the code chosen; `undefined` where the choice is taken off. */
  readonly onChoose: (code: string | undefined) => void;
}

/**
 * Make a box for regions out of its markup: a combobox as the ARIA Authoring Practices have it,
 * whose list is fetched when the reader first comes to it.
 *
 * @returns `show`, which has the box say which region is chosen
 */
export function connectRegionBox(
  root: HTMLElement,
  { onChoose }: BoxOptions,
): { show: (codes: readonly string[]) => void } {
  const input = getPart<HTMLInputElement>(root, 'input');
  const list = getPart(root, '[role=listbox]');
  const clear = getPart(root, '[data-region-clear]');
  const status = getPart(root, '[data-region-status]');
  const loadRegions = loadOnce(() => fetchRegions(root.dataset['places'] ?? ''));
  let found: readonly HeldRegion[] = [];
  let active = -1;
  let chosen: readonly string[] = [];
  let chosenName = '';

  async function open(): Promise<void> {
    const typed = input.value;
    try {
      const { regions, findRegions } = await loadRegions();
      if (input.value !== typed || document.activeElement !== input) return;
      found = findRegions(regions, typed === chosenName ? '' : typed);
    } catch {
      status.textContent = '地区名单没有取到，请再试。';
      return close();
    }
    list.replaceChildren(...(found.length > 0 ? found.map(option) : [nothing()]));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    move(-1);
    status.textContent = found.length > 0 ? `${found.length} 个地区` : '没有这样的地区有收录的报告';
  }

  function close(): void {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    move(-1);
  }

  function move(to: number): void {
    const options = list.querySelectorAll('[role=option]:not([aria-disabled])');
    options[active]?.setAttribute('aria-selected', 'false');
    active = to;
    const option = options[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option.id);
  }

  function choose(region: HeldRegion | undefined): void {
    close();
    status.textContent = region === undefined ? '不限地区' : `已选${region.name}`;
    chosen = region === undefined ? [] : [region.code];
    name(region?.name ?? '');
    onChoose(region?.code);
  }

  function name(words: string): void {
    chosenName = words;
    input.value = words;
    clear.hidden = words === '';
  }

  /** Leave the box as the choice is, where what was typed was not chosen. */
  function leave(): void {
    close();
    if (input.value.trim() === '' && chosen.length > 0) choose(undefined);
    else input.value = chosenName;
  }

  /** Take the region at hand, or the first; one typed before the list is here is waited for. */
  async function enter(): Promise<void> {
    if (input.value.trim() === '' && list.hidden) return leave();
    if (list.hidden && input.value !== chosenName) await open();
    const region = found[Math.max(0, active)];
    if (!list.hidden && region !== undefined) choose(region);
  }

  async function step(by: number): Promise<void> {
    if (list.hidden) await open();
    if (list.hidden || found.length === 0) return;
    const none = by > 0 ? -1 : found.length;
    move(((active < 0 ? none : active) + by + found.length) % found.length);
  }

  input.addEventListener('focus', () => void loadRegions().catch(() => undefined), { once: true });
  input.addEventListener('click', () => void open());
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) void open();
  });
  input.addEventListener('compositionend', () => void open());
  input.addEventListener('blur', leave);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      void step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void enter();
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
    }
  });
  // The pointer must not take the focus, or the list would be gone before the choice.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('[role=option]:not([aria-disabled])');
    const index = option === null ? -1 : [...list.children].indexOf(option);
    if (found[index] !== undefined) choose(found[index]);
  });
  clear.addEventListener('click', () => {
    choose(undefined);
    input.focus();
  });

  root.dataset['ready'] = '';
  return {
    show(codes) {
      if (codes.join() === chosen.join() && chosenName !== '') return;
      chosen = codes;
      name('');
      const [code] = codes;
      if (code === undefined) return;
      name(code);
      loadRegions()
        .then(({ regions }) => {
          if (chosen !== codes) return;
          name(regions.find((region) => region.code === code)?.name ?? code);
        })
        .catch(() => undefined);
    },
  };
}

/** Fetch the list of regions with the code that looks through it: few readers need either. */
async function fetchRegions(address: string) {
  const [regions, { findRegions }] = await Promise.all([
    fetchJson<readonly HeldRegion[]>(address),
    import('./held-regions.ts'),
  ]);
  return { regions, findRegions };
}

function option({ name, above, reports }: HeldRegion, index: number): HTMLElement {
  return element(
    'li',
    { role: 'option', id: `region-option-${index}`, 'aria-selected': 'false' },
    element('span', {}, name),
    above === '' ? null : element('small', {}, above),
    element('small', { class: 'region-reports' }, `${reports} 份`),
  );
}

function nothing(): HTMLElement {
  const attributes = { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' };
  return element('li', attributes, '没有这样的地区有收录的报告');
}

function getPart<T extends HTMLElement>(root: HTMLElement, selector: string): T {
  const part = root.querySelector<T>(selector);
  if (part === null) throw new Error(`Unexpected region box without ${selector}`);
  return part;
}
