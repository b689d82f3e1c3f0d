import '../citation/citation-box.client.ts';
import '../offline/keep-offline.client.ts';
import './read-aloud.client.ts';
import { namedPassage } from './named-passage.ts';

/**
 * Run all that a report's page can do beyond being read, as one script. A browser asks for every
 * script before it paints a large page, so ten small ones would keep the reader waiting.
 */

// Whether the address names a version's words; the code that tells of them loads only then.

const notice = document.querySelector<HTMLElement>('[data-citation-pin]');

function showPin(): void {
  if (notice !== null && new URLSearchParams(location.search).has('v'))
    import('../citation/pin-notice.client.ts').then(({ showPinNotice }) => showPinNotice(notice));
}

notice?.querySelector('button')?.addEventListener('click', () => {
  notice.hidden = true;
});
addEventListener('hashchange', showPin);
showPin();

// The bar of matches opens on arrival from a search, or when the reader asks for it. Any other page
// does not load it.
const loadMatchBar = () => import('../match-bar/find-in-report.client.ts');
const opener = document.querySelector<HTMLElement>('[data-find-open]');

if (new URLSearchParams(location.search).get('q')?.trim())
  loadMatchBar().then(({ findInReport }) => findInReport({ opener, isAsked: false }));
opener?.addEventListener('click', () => {
  loadMatchBar().then(({ findInReport }) => findInReport({ opener, isAsked: true }));
});

// The printed address is completed from the page's own origin where the site does not know it.
const permalink = document.querySelector<HTMLElement>('[data-permalink]');
if (permalink?.textContent?.startsWith('/'))
  permalink.textContent = new URL(permalink.textContent, location.origin).href;

/** Open the passage of an address that a sentence's full stop stuck to: `#s1-5.`, `#s1-5。`. */
function freeStuckStop(): void {
  const id = namedPassage();
  const bare = id.replace(/[.。，,;；:：)）\]】]+$/u, '');
  if (bare === id || document.getElementById(id) !== null) return;
  if (document.getElementById(bare) !== null) location.replace(`#${bare}`);
}

freeStuckStop();
addEventListener('hashchange', freeStuckStop);

/** Say so where an address names a passage that the report does not have. */
function tellUnknownPassage(): void {
  const said = document.querySelector<HTMLElement>('[data-unknown-passage]');
  if (said === null) return;
  const id = namedPassage().replace(/:~:.*$/, '');
  const isPassage = /^(?:[schpna]\d+|s\d+[a-z]?-)[\w-]*$/.test(id);
  said.hidden = !isPassage || document.getElementById(id) !== null;
  const last = [...document.querySelectorAll('[data-report-text] p[id^=p]')].at(-1)?.id;
  said.textContent = said.hidden
    ? ''
    : `本文没有 #${id} 这一处${last === undefined ? '' : `，段落到 #${last} 为止`}。地址可能抄错了；下面是全文。`;
}

tellUnknownPassage();
addEventListener('hashchange', tellUnknownPassage);

const outline = document.querySelector<HTMLElement>('[data-outline]');
const links = new Map(
  [...(outline?.querySelectorAll('a') ?? [])].map((link) => [link.hash.slice(1), link]),
);
const sections = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
let current: HTMLAnchorElement | undefined;

/**
 * Mark in the outline the section that the reader is in: the last one whose start has passed the
 * upper third of the window.
 */
function followReader(): void {
  const reached = sections.findLast(
    (section) => section.getBoundingClientRect().top < innerHeight / 3,
  );
  const link = links.get((reached ?? sections[0])?.id ?? '');
  if (link === current || outline === null) return;
  current?.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'true');
  current = link;
  if (link === undefined || outline.scrollHeight <= outline.clientHeight) return;
  outline.scrollTop = link.offsetTop - outline.clientHeight / 3;
}

if (outline !== null) {
  outline.dataset['outline'] = 'following';
  let isDue = false;
  addEventListener(
    'scroll',
    () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        followReader();
      });
    },
    { passive: true },
  );
  followReader();
}
