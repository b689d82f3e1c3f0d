import { removeAllKept, removeKept } from '../../../search/offline/keep.ts';
import { type KeptCache, listKept } from '../../../search/offline/kept-caches.ts';
import { element } from '../element.ts';

/** Lists what the reader has kept, each with a button that takes it away. */
const list = document.querySelector<HTMLElement>('[data-kept-list]');
const items = list?.querySelector('[data-kept-items]');
const status = list?.querySelector('[data-kept-status]');
const removeAll = list?.querySelector<HTMLButtonElement>('[data-remove-all]');
const { base = '/' } = list?.dataset ?? {};

/** This page stands in for any that is not kept, at that one's address. */
const instead = document.querySelector<HTMLElement>('[data-offline-instead]');
if (instead !== null) instead.hidden = location.pathname === instead.dataset['offlineInstead'];

async function show(): Promise<void> {
  if (!items || !status) return;
  const kept = 'caches' in window ? await listKept(base) : [];
  const bytes = kept.reduce((sum, { thing }) => sum + thing.bytes, 0);
  status.textContent =
    kept.length === 0 ? '没有保存什么。' : `共 ${kept.length} 项，${megabytes(bytes)}。`;
  items.replaceChildren(...kept.map(item));
  if (removeAll) removeAll.hidden = !(await isAnythingThere());
}

/** Whether this site has anything on the device, in whatever state: a worker, or a cache. */
async function isAnythingThere(): Promise<boolean> {
  if (!('caches' in window && 'serviceWorker' in navigator)) return false;
  if ((await navigator.serviceWorker.getRegistration(base)) !== undefined) return true;
  return (await caches.keys()).some((name) => name.split(' ')[1] === base);
}

removeAll?.addEventListener('click', async () => {
  if (!(await removeAllKept(base)) && status)
    status.textContent = '另一个窗口正在保存，请等它结束再移除。';
  else await show();
});

function item({ name, thing, isDamaged }: KeptCache): HTMLElement {
  const { address, kept, reports, bytes } = thing;
  const title = isDamaged ? '读不出来的一项' : thing.title;
  const remove = element('button', { type: 'button' }, '移除');
  remove.setAttribute('aria-label', `移除：${title}`);
  remove.addEventListener('click', async () => {
    remove.disabled = true;
    await removeKept(base, name);
    await show();
    list?.querySelector<HTMLElement>('h2')?.focus();
  });
  const facts = [
    reports.length > 1 ? `${reports.length} 份报告` : '',
    new Date(kept).toLocaleDateString('zh-CN'),
    megabytes(bytes),
  ];
  return element(
    'li',
    {},
    isDamaged ? title : element('a', { href: address }, title),
    element('small', {}, facts.filter((fact) => fact !== '').join('　')),
    remove,
  );
}

function megabytes(bytes: number): string {
  return `${Math.max(0.1, bytes / 2 ** 20).toFixed(1)} MB`;
}

void show();
