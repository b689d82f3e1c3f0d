import process from 'node:process';
import { defineConfig } from 'astro/config';

const {
  SITE_URL = '',
  BASE_PATH = '/',
  FAZHI_OUT = 'dist',
  FAZHI_CACHE = '',
  FAZHI_PAGES_NOW,
} = process.env;

// The build holds the other end: where it was killed, this process must write nothing more.
if (FAZHI_PAGES_NOW !== undefined) {
  process.stdin.on('end', () => process.exit(1)).resume();
  process.stdin.unref?.();
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
  vite: { build: { assetsInlineLimit: 0, emptyOutDir: false } },
});
