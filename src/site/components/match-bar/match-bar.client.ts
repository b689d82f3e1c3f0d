/**
 * Opens the bar of matches on arrival from a search, or where the reader looks for something in the
 * report; a page where neither is so loads no more.
 */
const load = () => import('./find-in-report.client.ts');
const opener = document.querySelector<HTMLElement>('[data-find-open]');

if (new URLSearchParams(location.search).get('q')?.trim())
  load().then(({ findInReport }) => findInReport({ opener, isAsked: false }));
opener?.addEventListener('click', () => {
  load().then(({ findInReport }) => findInReport({ opener, isAsked: true }));
});
