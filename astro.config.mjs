import { join } from 'node:path';
import process from 'node:process';
import { defineConfig } from 'astro/config';

const {
  SITE_URL = '',
  BASE_PATH = '/',
  FAZHI_OUT = 'dist',
  FAZHI_CACHE = '',
  FAZHI_COMPILED = '',
  FAZHI_PAGES_NOW,
} = process.env;

// The build holds the other end: where it was killed, this process must write nothing more.
if (FAZHI_PAGES_NOW !== undefined) {
  process.stdin.on('end', () => process.exit(1)).resume();
  process.stdin.unref?.();
}

/**
 * Have `npm run dev` read the archive again where it was compiled again, and show it. Starting anew
 * takes seconds; modules that are forgotten are read again when a page asks for them.
 *
 * @param {string} list the file that is written last
 */
function followArchive(list) {
  return {
    name: 'follow-archive',
    apply: /** @type {const} */ ('serve'),
    configureServer(/** @type {import('vite').ViteDevServer} */ server) {
      server.watcher.add(list);
      server.watcher.on('change', (file) => {
        if (file !== list) return;
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
          environment.hot.send({ type: 'full-reload' });
        }
      });
    },
  };
}

export default defineConfig({
  ...(SITE_URL === '' ? {} : { site: SITE_URL }),
  ...(FAZHI_CACHE === '' ? {} : { cacheDir: FAZHI_CACHE }),
  base: BASE_PATH,
  outDir: FAZHI_OUT,
  srcDir: 'src/site',
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // One external style sheet and external scripts only: the pages run under `default-src 'self'`.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The output folder is new, and the search is written into it at the same time.
  vite: {
    build: { assetsInlineLimit: 0, emptyOutDir: false },
    plugins: [followArchive(join(FAZHI_COMPILED, 'archive.json'))],
  },
});
