import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { Published } from '../format/manifest.ts';

/** What is fetched only where it is needed, by how it is imported. */
const PARTS = [
  '../../report/characters/simplified-characters.ts',
  './suggest-queries.ts',
  './export-hits.ts',
  './frequency.ts',
];
const CLIENT = new URL('../client/', import.meta.url);

const COMMON: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  // Titles are Chinese: escapes are twice as long, also packed.
  charset: 'utf8',
  minify: true,
  // Read only where the module itself was read from disk.
  external: ['node:fs/promises'],
  logLevel: 'silent',
};

/**
 * Bundle the search client and the highlighter as ES modules, each whole in one file: a module that
 * they shared would be one more journey before the first result. What few searches need is a file
 * of its own.
 * @param outDir the folder `search/`
 * @param published what the client carries with it
 */
export async function bundleClient(outDir: string, published: Published): Promise<void> {
  const made = await build({
    ...COMMON,
    entryPoints: PARTS.map((part) => fileURLToPath(new URL(part, CLIENT))),
    outdir: path.join(outDir, 'parts'),
    entryNames: '[name]-[hash]',
    metafile: true,
  });
  const names = new Map(
    Object.entries(made.metafile?.outputs ?? {}).map(([file, { entryPoint = '' }]) => [
      path.basename(entryPoint),
      path.basename(file),
    ]),
  );
  await build({
    ...COMMON,
    entryPoints: ['client', 'highlight'].map((name) =>
      fileURLToPath(new URL(`${name}.ts`, CLIENT)),
    ),
    outdir: outDir,
    define: { PUBLISHED: JSON.stringify(published) },
    plugins: [importParts(names)],
  });
}

/** Have what is imported only where it is needed come from its own file. */
function importParts(names: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'parts',
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ kind, path: imported }) => {
        const name = names.get(path.basename(imported));
        return kind === 'dynamic-import' && name !== undefined
          ? { path: `./parts/${name}`, external: true }
          : undefined;
      });
    },
  };
}
