/** Looks whether the address names a version's words; what tells of them loads only then. */

const notice = document.querySelector<HTMLElement>('[data-citation-pin]');

function look(): void {
  if (notice !== null && new URLSearchParams(location.search).has('v'))
    import('../citation/pin-notice.client.ts').then(({ showPinNotice }) => showPinNotice(notice));
}

notice?.querySelector('button')?.addEventListener('click', () => {
  notice.hidden = true;
});
addEventListener('hashchange', look);
look();
