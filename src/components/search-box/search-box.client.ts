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
