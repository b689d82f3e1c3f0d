/**
 * Marks in the outline the section that the reader is in: the last one whose start has passed the
 * upper third of the window.
 */
const outline = document.querySelector<HTMLElement>('[data-outline]');
const links = new Map(
  [...(outline?.querySelectorAll('a') ?? [])].map((link) => [link.hash.slice(1), link]),
);
const sections = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
let current: HTMLAnchorElement | undefined;

function follow(): void {
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
        follow();
      });
    },
    { passive: true },
  );
  follow();
}
