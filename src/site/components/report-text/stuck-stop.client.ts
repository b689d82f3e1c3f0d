/** Resolves an address that a sentence's full stop stuck to: `#s1-5.`, `#s1-5。`. */
function freeStuckStop(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const bare = id.replace(/[.。，,;；:：)）\]】]+$/u, '');
  if (bare === id || document.getElementById(id) !== null) return;
  if (document.getElementById(bare) !== null) location.replace(`#${bare}`);
}

freeStuckStop();
addEventListener('hashchange', freeStuckStop);
