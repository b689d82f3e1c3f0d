/** Completes the printed address from the page's own origin, where the site does not know it. */
const permalink = document.querySelector<HTMLElement>('[data-permalink]');
if (permalink?.textContent?.startsWith('/'))
  permalink.textContent = new URL(permalink.textContent, location.origin).href;
