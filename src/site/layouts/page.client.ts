/** What every page can do beyond being read, as one script. */
/** Lets the reader choose display modes; they are kept on the device, and `display.js` sets them. */
const panel = document.querySelector<HTMLDetailsElement>('[data-display-modes]');
const choices = [...(panel?.querySelectorAll<HTMLInputElement>('[data-mode]') ?? [])];
const chosen = document.documentElement.dataset;

for (const choice of choices) {
  const mode = choice.dataset['mode'] ?? '';
  choice.checked = choice.value === (chosen[mode] ?? '');
  choice.addEventListener('change', () => {
    if (choice.value === '') delete chosen[mode];
    else chosen[mode] = choice.value;
    keep();
    showNight();
  });
}

function keep(): void {
  const modes = choices
    .filter(({ checked, value }) => checked && value !== '')
    .map(({ dataset, value }) => [dataset['mode'], value]);
  try {
    localStorage.setItem('display', JSON.stringify(Object.fromEntries(modes)));
  } catch {
    // A device that keeps nothing still shows this page as chosen.
  }
}

/** One press for what most look for: night by day, and day by night. */
const night = document.querySelector<HTMLButtonElement>('[data-night]');
const systemNight = matchMedia('(prefers-color-scheme: dark)');

function isNight(): boolean {
  return chosen['scheme'] === undefined ? systemNight.matches : chosen['scheme'] === 'dark';
}

function showNight(): void {
  night?.setAttribute('aria-pressed', String(isNight()));
}

night?.addEventListener('click', () => {
  const scheme = isNight() ? 'light' : 'dark';
  choices.find((one) => one.dataset['mode'] === 'scheme' && one.value === scheme)?.click();
  showNight();
});
systemNight.addEventListener('change', showNight);
if (night !== null) night.dataset['ready'] = '';
showNight();

document.addEventListener('click', ({ target }) => {
  if (panel?.open && target instanceof Node && !panel.contains(target)) panel.open = false;
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !panel?.open) return;
  panel.open = false;
  panel.querySelector('summary')?.focus();
});
if (panel !== null) panel.dataset['ready'] = '';

/** Moves to the page's search box when a reader types `/` outside of any field. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable]')) return;
  const box = document.querySelector<HTMLInputElement>(
    'main input[type=search], input[type=search]',
  );
  if (box === null) return;
  event.preventDefault();
  box.focus();
  box.select();
});

/**
 * Has pasted lines stay apart: a field would join them, and the search look for what is nowhere,
 * since no match goes from line to line.
 */
document.addEventListener('paste', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement && box.type === 'search')) return;
  const words = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(words)) return;
  event.preventDefault();
  const inOneLine = words.trim().replace(/\s*[\r\n]\s*/g, ' ');
  box.setRangeText(inOneLine, box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end');
  box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
});

/**
 * Tells a reader whose page is of yesterday's build and asks for a script that today's has no more;
 * else what they pressed would do nothing.
 */
addEventListener('vite:preloadError', () => {
  if (document.querySelector('[data-published-anew]') !== null) return;
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.dataset['publishedAnew'] = '';
  const again = document.createElement('a');
  again.href = location.href;
  again.textContent = '重新打开本页';
  again.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  notice.append('这一功能没有取到：本库可能刚刚更新，或网络不通。请', again, '。');
  document.querySelector('main')?.prepend(notice);
});
