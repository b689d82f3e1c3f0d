/**
 * Write the pages that are not in place: `node render-pages.ts CODE SITE`. A process of its own,
 * so that its memory is given back. It does with the code that Astro made what `astro build` does
 * after making it, see `page-code.ts`.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';

/** What Astro's code gives to have pages written: its `BuildApp`, as far as it is used here. */
interface PagesApp extends StaticPathsApp {
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

type Route = StaticPathsApp['manifest']['routes'][number]['routeData'];

/** What Astro sends to its log is of no use here: an error is thrown. */
const silent = { options: { destination: { write: () => true } } };

/** The pages that hosts want as a file of their name. */
const STATUS_PAGE = /^\/?(?:404|500)$/;

const [codeDir = '', siteDir = ''] = process.argv.slice(2);

// The build holds the other end: where it was killed, this process must write nothing more.
process.stdin.on('end', () => process.exit(1)).resume();
process.stdin.unref?.();

const app = await openApp(codeDir);
const folders = new Set<string>();
for (const { pathname, route } of await new StaticPaths(app).getAll()) {
  const { status, bytes } = await render(pathname, route);
  if (status >= 300 && status < 400)
    throw new Error(`Unexpected redirect of ${pathname}, expected a page`);
  const file = path.join(siteDir, outputFile(pathname, route));
  // Only here is the end of a killed build heard of: rendering leaves no turn for it.
  await setImmediate();
  const folder = path.dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(file, bytes);
}

/** Load the code, and tell it what Astro knows while it makes it: the styles of each route. */
async function openApp(folder: string): Promise<PagesApp> {
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`Unexpected ${folder} without code of pages`);
  const { app }: { app: PagesApp } = await import(pathToFileURL(path.join(folder, entry)).href);
  const pagesByKeys = new Map(
    app.manifest.routes.map(({ routeData, styles }) => [
      `${routeData.route}&${routeData.component}`,
      { styles: styles.map((sheet, order) => ({ depth: 0, order, sheet })) },
    ]),
  );
  app.setInternals({ pagesByKeys });
  app.setOptions({ settings: { scripts: [] }, logger: silent });
  return app;
}

async function render(
  pathname: string,
  route: Route,
): Promise<{ status: number; bytes: Uint8Array }> {
  try {
    const { base, site } = app.manifest;
    const at = pathname.replace(/^\//, '');
    const end = route.type === 'endpoint' || at === '' ? '' : '/';
    const address = `${base.replace(/\/$/, '')}/${at.replace(/\/$/, '')}${end}`;
    const url = new URL(address, site ?? 'http://localhost:4321');
    const response = await app.render(new Request(url), { routeData: route });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    throw new Error(`Cannot write ${pathname} from ${route.component}`, { cause });
  }
}

/** Return the file of a page or an endpoint: a page is the index of a folder. */
function outputFile(pathname: string, { type }: Route): string {
  if (type === 'endpoint') return pathname;
  return STATUS_PAGE.test(pathname) ? `${pathname}.html` : path.join(pathname, 'index.html');
}
