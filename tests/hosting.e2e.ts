import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWhole } from '../src/content/write-whole.ts';
import { writeRedirects } from '../src/publish/hosting/redirects.ts';
import { writeHostFiles } from '../src/publish/hosting/write-host-files.ts';
import { listSite } from '../src/publish/site-folder.ts';
import { parseRegionTable } from '../src/vocabulary/region/parse-region-table.ts';
import { findProgram } from './browser/find-program.ts';
import { compareFiles, crawl } from './hosting/crawl.ts';
import { type HostName, type RunningHost, runHost } from './hosting/run-host.ts';
import { builtSites } from './site/built-sites.ts';
import { BASED_PATH, type SiteName } from './site/sites.ts';

const hosts = ['nginx', 'caddy', 'python3'] as const satisfies HostName[];
/** A snapshot that is text, but not UTF-8. */
const GBK = 'r/410621/2016/source.txt';
const places = [
  { site: 'top', basePath: '/' },
  { site: 'based', basePath: BASED_PATH },
] as const satisfies { site: SiteName; basePath: string }[];

describe.each(places)('the site at $basePath', ({ site, basePath }) => {
  let work: string;
  let folder: string;
  let directory: string;

  /** Lay the built site where the recipes want it, with a moved report, a repository and a snapshot. */
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'hosting-'));
    // A server that root starts reads as another user.
    await chmod(work, 0o755);
    folder = join(work, 'served');
    directory = join(folder, basePath);
    await mkdir(folder);
    await cp(builtSites[site].directory, directory, { recursive: true });
    const said = { why: '归错了地区', date: '2026-11-22' };
    await writeRedirects({
      outDir: directory,
      files: new Map(listSite(directory).map((file) => [file, join(directory, file)])),
      departed: [{ id: '411626-2018', departed: { kind: 'moved', to: '410600-2017', ...said } }],
      regions: parseRegionTable(''),
      basePath,
      origin: undefined,
    });
    await writeWhole(join(directory, GBK), Uint8Array.of(0xd2, 0xc0, 0xb7, 0xa8));
    const charsets = { [GBK]: 'gb18030' };
    await writeHostFiles({ outDir: directory, basePath, dataFiles: [], charsets });
    await writeWhole(join(directory, '.git/config'), 'not to be served');
    await writeWhole(join(directory, '.well-known/security.txt'), 'Contact: x');
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  describe.each(hosts)('served by %s as docs/hosting.md says', (name) => {
    const program = findProgram(name);
    if (program === undefined) {
      // `npm test` installs the servers where it can; what was not run is told, there and here.
      console.error(`No ${name} found: its recipe in docs/hosting.md was NOT TRIED at ${basePath}`);
      test(`NOT TRIED: there is no ${name}`, () => {});
      return;
    }
    let host: RunningHost;
    let home: string;
    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(home + path, { redirect: 'manual', headers });

    beforeAll(async () => {
      host = await runHost(name, program, { folder, basePath });
      home = host.origin + basePath;
    });
    afterAll(() => host.stop());

    test('no link of any page leads nowhere', async () => {
      const { asked, dead } = await crawl(home);
      expect(dead).toEqual([]);
      expect(asked).toBeGreaterThan(100);
    });

    test('every file comes whole, as what it is, with the headers that it should have', async () => {
      const checks = { hasHeaders: name !== 'python3', except: /^r\/411626\/|^r\/410621\// };
      expect(await compareFiles(home, directory, checks)).toEqual([]);
    });

    test('an address without its last slash leads to the one with it', async () => {
      const response = await ask('r/410600/2017');
      expect(response.status).toBeOneOf([301, 308]);
      expect(response.headers.get('location')).toBe(`${basePath}r/410600/2017/`);
    });

    if (name === 'python3') return;

    test.each(['', 'report.json', 'report.json?v=1-ab12cd34', 'v1/'])(
      'the former address of a report leads on, with what lies below it: %s',
      async (below) => {
        const response = await ask(`r/411626/2018/${below}`);
        expect(response.status).toBe(301);
        expect(response.headers.get('location')).toBe(`${basePath}r/410600/2017/${below}`);
      },
    );

    test.each(['r/999999/2017/', 'nowhere.js', '_astro/gone.js', '.git/config', '.nojekyll'])(
      '%s is not there, which a page says with the headers of a page',
      async (path) => {
        const response = await ask(path);
        expect(response.status).toBe(404);
        expect(await response.text()).toBe(await readFile(join(directory, '404.html'), 'utf8'));
        expect(response.headers.get('content-security-policy')).toContain('frame-ancestors');
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('cache-control')).toBe('no-cache');
      },
    );

    test('a snapshot that is not UTF-8 is sent as what it is', async () => {
      const response = await ask(GBK);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=gb18030');
    });

    test('what the host itself asks for is there', async () => {
      expect((await ask('.well-known/security.txt')).status).toBe(200);
    });

    test('text is compressed, and a part of data is a part of its own bytes', async () => {
      const page = await ask('r/410600/2017/', { 'Accept-Encoding': 'gzip' });
      expect(page.headers.get('content-encoding')).toBe('gzip');
      const part = await ask('data/reports.jsonl', {
        Range: 'bytes=0-9',
        'Accept-Encoding': 'identity',
      });
      expect(part.status).toBe(206);
      const whole = await readFile(join(directory, 'data/reports.jsonl'));
      expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(0, 10));
    });

    test('what has not changed is not sent again', async () => {
      const etag = (await ask('about/')).headers.get('etag') ?? '';
      expect((await ask('about/', { 'If-None-Match': etag })).status).toBe(304);
    });
  });
});
