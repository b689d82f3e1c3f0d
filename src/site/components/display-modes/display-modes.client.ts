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

document.addEventListener('click', ({ target }) => {
  if (panel?.open && target instanceof Node && !panel.contains(target)) panel.open = false;
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !panel?.open) return;
  panel.open = false;
  panel.querySelector('summary')?.focus();
});
if (panel !== null) panel.dataset['displayModes'] = 'ready';
