import { heldWords } from '../compare-view/named-report.ts';
import { element } from '../element.ts';
import { fetchJson } from '../fetch-json.ts';
import type { HeldRegion } from '../region-box/held-regions.ts';

/** Says at an address that leads nowhere what there is of the place that it names. */

const root = document.querySelector<HTMLElement>('[data-held-near]');
const base = root?.dataset['base'] ?? '';
const [, kind, code] =
  /^\/(r|regions|years\/\d+|themes\/[a-z-]+\/\d+|indicators\/[a-z-]+)\/([\w-]+)/.exec(
    location.pathname.slice(base.length),
  ) ?? [];

if (root !== null && kind !== undefined && code !== undefined) void tell(root, code);

async function tell(place: HTMLElement, wanted: string): Promise<void> {
  const places = place.dataset['places'] ?? '';
  const regions = await fetchJson<readonly HeldRegion[]>(places).catch(() => undefined);
  if (regions === undefined) return;
  const region = regions.find((one) => one.code === wanted);
  if (region === undefined) {
    if (!/^\d{6}$/.test(wanted)) return;
    const province = regions.find((one) => one.code === `${wanted.slice(0, 2)}0000`);
    place.append(
      element(
        'p',
        { class: 'notice' },
        `本库尚未收录这里（区划代码 ${wanted}）的报告。`,
        province === undefined
          ? ''
          : element('a', { href: `${base}/regions/${province.code}/` }, `${province.name}的报告`),
      ),
    );
    return;
  }
  const { name, documents = [] } = region;
  place.append(
    element(
      'p',
      { class: 'notice' },
      documents.length === 0 ? `${name}本级的报告未收录。` : `${heldWords(region)}。`,
    ),
    element(
      'ul',
      { class: 'page-links' },
      ...documents.map((document) =>
        element(
          'li',
          {},
          element('a', { href: `${base}/r/${wanted}/${document}/` }, `${name} ${document}`),
        ),
      ),
      element('li', {}, element('a', { href: `${base}/regions/${wanted}/` }, `${name}的全部报告`)),
    ),
  );
}
