/*
 * Sets the reader's display modes before the first paint; the panel that chooses them is a module.
 * A page that was asked something keeps the place of its answer, and fetches what answers at once.
 */
(() => {
  const [, asked] = /[?&]q=([^&]+)/.exec(location.search) || [];
  const { askedModule } = document.currentScript.dataset;
  if (asked && askedModule) {
    document.documentElement.dataset.asked = /\+|%20/.test(asked) ? 'parts' : 'whole';
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = askedModule;
    document.head.append(link);
  }
  try {
    const modes = JSON.parse(localStorage.getItem('display') || '{}');
    for (const name of ['size', 'contrast', 'scheme'])
      if (/^[a-z0-9]+$/.test(modes[name] || ''))
        document.documentElement.dataset[name] = modes[name];
  } catch {
    /* No storage, no modes: the page stands as it is. */
  }
})();
