/* Sets the reader's display modes before the first paint; the panel that chooses them is a module. */
(() => {
  try {
    const modes = JSON.parse(localStorage.getItem('display') || '{}');
    for (const name of ['size', 'contrast', 'scheme'])
      if (/^[a-z0-9]+$/.test(modes[name] || ''))
        document.documentElement.dataset[name] = modes[name];
  } catch {
    /* No storage, no modes: the page stands as it is. */
  }
})();
