import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../../command/project-path.js';
import { writeWhole } from '../../content/write-whole.ts';
import { formatHeadersFile } from './host-headers.ts';

/** What else is in the files that readers get, with the texts its licences ask to go with it. */
const SHIPPED = [
  {
    what: 'search/parts/simplified-characters-*.js: a table made from the data of OpenCC as packed by opencc-js',
    texts: ['opencc-js/LICENSE', 'opencc-js/LICENSES/Apache-2.0.txt'],
  },
  {
    what: 'names and codes of regions: first made from @vant/area-data',
    texts: ['@vant/area-data/LICENSE'],
  },
  {
    what: '_astro/preload-helper.*.js: a part of Vite, which loads scripts when they are asked for',
    texts: ['vite/LICENSE.md'],
    until: '# Licenses of bundled dependencies',
  },
  {
    what: 'pagefind/, where the site has it: the runtime of Pagefind',
    texts: ['pagefind/LICENSE/LICENSE'],
  },
];

/** Maps of what is not UTF-8, written even where nothing is, since configurations name them. */
const MAPS: Readonly<Record<string, { readonly use: string; readonly end: string }>> = {
  'charsets.nginx.map': {
    use: '# map $uri $charset_of_file { default utf-8; include charsets.nginx.map; }\n',
    end: ';',
  },
  'charsets.caddy.map': {
    use: '# map {path} {charset} { import charsets.caddy.map }\n',
    end: '',
  },
};

/** For whom the files are written. */
export interface HostFileOptions {
  readonly outDir: string;
  /** With a slash at both ends. */
  readonly basePath: string;
  /** Files under `data/`, as paths in the site. */
  readonly dataFiles: readonly string[];
  /** Files that are text, but not UTF-8, as paths in the site. */
  readonly charsets: Readonly<Record<string, string>>;
}

/**
 * Write what hosts read beside the pages: `.nojekyll`, without which GitHub Pages leaves out what
 * begins with an underscore; `_headers`; which files are not UTF-8; and the licences of all that is
 * shipped to readers.
 *
 * @returns how many of the files that are not UTF-8 have no room in `_headers`
 */
export async function writeHostFiles(options: HostFileOptions): Promise<number> {
  const { outDir, basePath, dataFiles, charsets } = options;
  const { text, left } = formatHeadersFile(basePath, dataFiles, charsets);
  await writeWhole(path.join(outDir, '.nojekyll'), '');
  await writeWhole(path.join(outDir, '_headers'), text);
  for (const [name, { use, end }] of Object.entries(MAPS)) {
    const entries = Object.entries(charsets).map(
      ([file, charset]) => `${basePath}${file} ${charset}${end}\n`,
    );
    await writeWhole(path.join(outDir, name), use + entries.join(''));
  }
  await writeWhole(path.join(outDir, 'LICENSE.txt'), await formatLicences());
  return left;
}

/** Join the licence of the archive and those of what is shipped with it. */
async function formatLicences(): Promise<string> {
  const own = await readFile(projectPath('LICENSE'), 'utf8');
  const others = await Promise.all(
    SHIPPED.map(async ({ what, texts, until }) => {
      const read = texts.map((name) => readFile(projectPath(`node_modules/${name}`), 'utf8'));
      const whole = (await Promise.all(read)).map((text) => text.split(until ?? '\0')[0]?.trim());
      return [what, ...whole].join('\n\n');
    }),
  );
  return `${[own.trimEnd(), ...others].join('\n\n---\n\n')}\n`;
}
