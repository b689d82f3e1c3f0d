import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { defineConfig } from 'astro/config';
import { followArchive } from './scripts/dev/follow-archive.js';

const {
  SITE_URL = '',
  BASE_PATH = '/',
  FAZHI_OUT = 'dist',
  FAZHI_CACHE = '',
  FAZHI_CODE,
} = process.env;

// The build holds the other end: where it was killed, this process must write nothing more.
if (FAZHI_CODE !== undefined) {
  process.stdin.on('end', () => process.exit(1)).resume();
  process.stdin.unref?.();
}

/**
 * Have `astro build` end where the code of the pages is made, and keep that: the build writes the
 * pages with it, see `src/publish/page-code.ts`.
 *
 * @param {string} folder where the code goes, beside what pages name
 */
function keepCode(folder) {
  return {
    name: 'keep-code',
    hooks: {
      /** @param {{ setPrerenderer: (own: import('astro').AstroPrerenderer) => void }} hook */
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'keep-code',
          setup: () => rename(join(FAZHI_OUT, '.prerender'), folder),
          getStaticPaths: async () => [],
          render: async () => new Response(),
        }),
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
  integrations: FAZHI_CODE === undefined ? [] : [keepCode(FAZHI_CODE)],
  devToolbar: { enabled: false },
  // One external style sheet and external scripts only: the pages run under `default-src 'self'`.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0, emptyOutDir: false },
    plugins: [followArchive()],
    // Scripts of pages import no package.
    optimizeDeps: { noDiscovery: true, include: [] },
  },
});
