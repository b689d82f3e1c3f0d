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
