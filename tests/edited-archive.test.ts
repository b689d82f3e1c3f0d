import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../scripts/bench/bench.ts';
import { makeArchive } from '../scripts/bench/build/make-archive.ts';
import { type Random, seededRandom } from '../scripts/bench/ingest/random.ts';
import { projectPath } from '../src/command/project-path.js';
import { listReportFiles, projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { writeWhole } from '../src/content/write-whole.ts';
import { cacheDirectory } from '../src/publish/kept-site.ts';
import { listSite } from '../src/publish/site-folder.ts';

const REPORTS = 24;
const MINUTES = 60_000;
/** Those of one round are made between two builds. */
const ROUNDS = 2;
const EDITS_A_ROUND = 12;

let folder = '';
const at = (name: string) => path.join(folder, name);
// Pagefind names its files otherwise at each run.
const env = {
  ...process.env,
  PAGEFIND: 'off',
  BASE_PATH: '/',
  SITE_URL: 'https://archive.example',
};
const buildArgs = (content: string, site: string) => [
  projectPath('scripts/build.ts'),
  ...['--content', at(content), '--out', at(site)],
];
const build = (content: string, site: string) =>
  runProgram(process.execPath, buildArgs(content, site), env);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'edited-archive-'));
  const { regions } = await readVocabularies(projectContent);
  await makeArchive(REPORTS, at('content'), regions);
  await mkdir(at('real'));
  await symlink(at('real'), at('site'));
  await Promise.all([build('content', 'site'), build('content', 'second')]);
}, 3 * MINUTES);
afterAll(async () => {
  for (const content of ['content', 'copy', 'elsewhere'])
    await rm(cacheDirectory(at(content)), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Edit the text of a report that chance picks. */
async function editText(random: Random, edit: (text: string) => string): Promise<void> {
  const file = path.join(at('content'), random.pick(await listReportFiles(at('content'))));
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

/** Take a report that chance picks out of the archive, or file it as that of another year. */
async function refile(random: Random, to: 'copied' | 'moved' | 'withdrawn' | 'gone') {
  const file = random.pick(await listReportFiles(at('content')));
  const text = await readFile(path.join(at('content'), file), 'utf8');
  const [, code = '', year = ''] = /^id: (\w+)-(\d{4})/m.exec(text) ?? [];
  const other = String(Number(year) - random.int(1, 3));
  const id = `${code}-${year}`;
  if (to === 'copied' || to === 'moved') {
    const target = file.replace(`/${year}/`, `/${other}/`);
    const moved = text
      .replace(`id: ${id}`, `id: ${code}-${other}`)
      .replace(`year: ${year}`, `year: ${other}`);
    await writeWhole(path.join(at('content'), target), moved);
  }
  if (to === 'copied') return;
  await rm(path.join(at('content'), file));
  if (to === 'gone') return;
  const why = { why: '归错了年度', date: '2026-11-22' };
  const departed =
    to === 'moved'
      ? { kind: 'moved', to: `${code}-${other}`, ...why }
      : { kind: 'withdrawn', title: '某地报告', ...why };
  const record = file.replace(/^reports/, 'anchors').replace(/md$/, 'json');
  await writeWhole(
    path.join(at('content'), record),
    JSON.stringify({ id, version: 1, anchors: {}, departed }),
  );
}

const edits: Readonly<Record<string, (random: Random) => Promise<void>>> = {
  word: (random) => editText(random, (text) => text.replace(/(?<=\n\n.*)全年/, '这一年')),
  figure: (random) => editText(random, (text) => text.replace(/\d+件/, `${random.int(1, 999)}件`)),
  paragraph: (random) => editText(random, (text) => `${text}\n全年主动公开信息4321条。\n`),
  heading: (random) => editText(random, (text) => text.replace(/(?<=## 二、)/, '全面推进')),
  theme: (random) => editText(random, (text) => text.replace(/(?<=## 三、).*?。/, '政务公开。')),
  title: (random) => editText(random, (text) => text.replace(/(?<=^title: )/m, '中国')),
  published: (random) =>
    editText(random, (text) => text.replace(/(?<=^published: ').*?(?=')/m, '2026-05-09')),
  version: (random) =>
    editText(random, (text) => {
      const [words = ''] = /(?<=^---\n\n).{6}/m.exec(text) ?? [];
      if (/^version:/m.test(text)) return text;
      const correction = `{place: p1, old: 旧${words}, new: ${words}, why: 误识, date: '2026-11-22'}`;
      return text.replace(/^---\n\n/m, `version: 2\ncorrections:\n  - ${correction}\n---\n\n`);
    }),
  copied: (random) => refile(random, 'copied'),
  moved: (random) => refile(random, 'moved'),
  withdrawn: (random) => refile(random, 'withdrawn'),
  gone: (random) => refile(random, 'gone'),
  snapshot: async (random) => {
    const sources = path.join(at('content'), 'sources/2025');
    await writeFile(path.join(sources, random.pick(await readdir(sources))), '另一份快照\n');
  },
};

/** Digest the names and bytes of all files of a folder. */
function digestFolder(name: string): string {
  const digest = createHash('sha256');
  for (const file of listSite(at(name)).sort())
    digest.update(`${file}\n`).update(readFileSync(path.join(at(name), file)));
  return digest.digest('hex');
}

/** The content that was last built from nothing. */
let builtAnew = '';

/** Compare a site with what a build from nothing makes of the same content. */
async function expectAsIfBuiltAnew(site: string): Promise<void> {
  const content = digestFolder('content');
  if (content !== builtAnew) {
    await rm(at('copy'), { recursive: true, force: true });
    await rm(cacheDirectory(at('copy')), { recursive: true, force: true });
    await rm(at('anew'), { recursive: true, force: true });
    await cp(at('content'), at('copy'), { recursive: true });
    await build('copy', 'anew');
    builtAnew = content;
  }
  await expectSame(site, 'anew');
}

async function expectSame(site: string, anew: string): Promise<void> {
  const files = listSite(at(anew)).sort();
  expect(listSite(at(site)).sort()).toEqual(files);
  for (const file of files) {
    const [one, other] = await Promise.all(
      [site, anew].map((name) => readFile(path.join(at(name), file))),
    );
    expect(one?.equals(other ?? Buffer.alloc(0)), `${file} is as if built anew`).toBe(true);
  }
}

it('two builds of one content directory at once take turns, and a link as --out stays one', async () => {
  await expectSame('site', 'second');
  expect(listSite(at('real')).sort()).toEqual(listSite(at('second')).sort());
});

it(
  'after any edits a site is byte for byte what a build from nothing makes',
  async () => {
    const random = seededRandom(14);
    const kinds = Object.keys(edits);
    // Each kind once, then as chance has it.
    const order = [...kinds].sort(() => random.next() - 0.5);
    while (order.length < ROUNDS * EDITS_A_ROUND) order.push(random.pick(kinds));
    for (let round = 0; round < ROUNDS; round += 1) {
      const now = order.slice(round * EDITS_A_ROUND, (round + 1) * EDITS_A_ROUND);
      for (const kind of now) await edits[kind]?.(random);
      const said = await build('content', 'site').catch((error: unknown) => {
        throw new Error(`${now.join()} cannot be built`, { cause: error });
      });
      const [, written = '', all = ''] = /pages +(\d+) of (\d+) written/.exec(said) ?? [];
      expect(Number(written)).toBeLessThan(Number(all));
      await expectAsIfBuiltAnew('site');
    }
    const themes = await readFile(path.join(projectContent, 'themes/themes.yaml'), 'utf8');
    const renamed = themes.replace('label: 政务公开', 'label: 政府信息公开');
    await writeWhole(path.join(at('content'), 'themes/themes.yaml'), renamed);
    await build('content', 'site');
    await expectAsIfBuiltAnew('site');
  },
  15 * MINUTES,
);

it(
  'assembled from the shards of its years a site is the one that is built whole',
  async () => {
    const years = await readdir(path.join(at('content'), 'reports'));
    expect(years.length).toBeGreaterThan(1);
    const shards: string[] = [];
    for (const year of years) {
      shards.push(at(`shard-${year}`));
      await runProgram(
        process.execPath,
        [...buildArgs('content', `shard-${year}`), '--shard', year],
        env,
      );
    }
    await cp(at('content'), at('elsewhere'), { recursive: true });
    const said = await runProgram(
      process.execPath,
      [...buildArgs('elsewhere', 'assembled'), '--assemble', ...shards],
      env,
    );
    expect(said).toContain('reports, 0 changed');
    // The search joins small years in one volume, so that it is built again here.
    expect(said).toContain('volumes, 1 built');
    await expectAsIfBuiltAnew('assembled');
  },
  5 * MINUTES,
);

it(
  'damaged files of the site and of the cache are made anew, and what no build wrote stays',
  async () => {
    const random = seededRandom(15);
    await writeWhole(path.join(at('site'), '.git/config'), 'own');
    await writeWhole(path.join(at('site'), 'CNAME'), 'archive.example');
    await writeWhole(path.join(at('site'), 'r/notes.txt'), 'own');
    const published = listSite(at('site')).filter((file) => !/^(\.git|CNAME|r\/notes)/.test(file));
    for (let i = 0; i < 12; i += 1) {
      const file = path.join(at('site'), random.pick(published));
      if (existsSync(file)) await (random.chance(0.5) ? rm(file) : truncate(file, 1));
    }
    const cache = cacheDirectory(at('content'));
    const cached = listSite(cache).filter((file) => !file.startsWith('turns/'));
    for (let i = 0; i < 40; i += 1) await truncate(path.join(cache, random.pick(cached)), i % 3);
    await truncate(path.join(cache, 'compiled/archive.json'), 1000);
    await build('content', 'site');
    for (const file of ['.git/config', 'CNAME', 'r/notes.txt']) {
      expect(existsSync(path.join(at('site'), file))).toBe(true);
      await rm(path.join(at('site'), file));
    }
    await rm(path.join(at('site'), '.git'), { recursive: true });
    await expectAsIfBuiltAnew('site');
  },
  5 * MINUTES,
);

it(
  'on a disk that is full at any moment, a build leaves the last site whole and says what to do',
  async () => {
    const random = seededRandom(17);
    await edits['word']?.(random);
    const before = digestFolder('site');
    const preload = pathToFileURL(projectPath('tests/site/full-disk.ts')).href;
    for (const writes of [0, 4, 40, random.int(100, 200)]) {
      const full = { ...env, NODE_OPTIONS: `--import ${preload}`, WRITES_LEFT: `${writes}` };
      const said = await runProgram(process.execPath, buildArgs('content', 'site'), full).then(
        () => 'built',
        (error: unknown) => String(error),
      );
      expect(said).toContain('full disk');
      expect(said).toContain('make room on this disk, and run it again');
      expect(digestFolder('site')).toBe(before);
    }
    expect((await readdir(folder)).filter((name) => name.includes('building'))).toEqual([]);
  },
  3 * MINUTES,
);

it(
  'killed at any moment, a build leaves the site as it was or as it becomes, and nothing for ever',
  async () => {
    const random = seededRandom(16);
    const preload = pathToFileURL(projectPath('tests/site/killed-in-swap.ts')).href;
    // By time while it works, and by what it has moved while it puts the new site in place.
    for (const [milliseconds, moves] of [[600], [1800], [MINUTES, 3]]) {
      await edits['word']?.(random);
      await edits['title']?.(random);
      const killed = { ...env, NODE_OPTIONS: `--import ${preload}`, MOVES_LEFT: `${moves}` };
      const child = spawn(process.execPath, buildArgs('content', 'site'), {
        ...{ env: moves === undefined ? env : killed, stdio: 'ignore', timeout: milliseconds },
        killSignal: 'SIGKILL',
      });
      const [, signal] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
      expect(existsSync(path.join(at('site'), 'r/index.json'))).toBe(true);
    }
    await build('content', 'site');
    await expectAsIfBuiltAnew('site');
    expect((await readdir(folder)).filter((name) => name.includes('building'))).toEqual([]);
    expect(existsSync(path.join(cacheDirectory(at('content')), 'pages'))).toBe(false);
  },
  8 * MINUTES,
);
