import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundle the search client and the highlighter as ES modules with no imports but their own.
 * The table of traditional characters is a file of its own, fetched where a text needs it.
 * @param outDir the folder `search/`
 */
export async function bundleClient(outDir: string): Promise<void> {
  await build({
    entryPoints: ['client', 'highlight'].map((name) =>
      fileURLToPath(new URL(`../client/${name}.ts`, import.meta.url)),
    ),
    outdir: outDir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    chunkNames: 'parts/[name]-[hash]',
    // Read only where the module itself was read from disk.
    external: ['node:fs/promises'],
    logLevel: 'silent',
  });
}
