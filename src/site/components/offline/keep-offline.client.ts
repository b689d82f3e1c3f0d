import type { KeptThing } from '../../../search/offline/kept-caches.ts';

/** Lets the reader keep a page for reading without a network; until then nothing is stored. */
const box = document.querySelector<HTMLElement>('[data-keep-offline]');
const button = box?.querySelector('button');
const status = box?.querySelector('[role=status]');
const manage = box?.querySelector('a');

if (box && button && status && manage && 'serviceWorker' in navigator && 'caches' in window) {
  const { base = '/', page: address = '/', title = '' } = box.dataset;

  const showKept = ({ kept }: KeptThing): void => {
    status.textContent = `已保存在这台设备上（${new Date(kept).toLocaleDateString('zh-CN')}）`;
    button.textContent = '更新';
    manage.hidden = false;
  };

  button.addEventListener('click', async () => {
    button.disabled = true;
    status.textContent = '正在保存…';
    try {
      const { keep } = await import('../../../search/offline/keep.ts');
      const onProgress = (done: number, all: number) => {
        status.textContent = `正在保存：${done}/${all}`;
      };
      showKept(await keep({ base, address, title, onProgress }));
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      status.textContent = isFull
        ? '没有保存成：这台设备的空间不够。已取的部分没有留下。'
        : '没有保存成：文件没有取全，请稍后再试。';
    } finally {
      button.disabled = false;
    }
  });

  box.dataset['ready'] = '';
  // Only a reader who has kept something has caches to look into.
  if (navigator.serviceWorker.controller !== null)
    import('../../../search/offline/kept-caches.ts').then(async ({ listKept }) => {
      const found = (await listKept(base)).find(({ thing }) => thing.address === address);
      if (found !== undefined) showKept(found.thing);
    });
}
