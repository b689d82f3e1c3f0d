import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { ingestFile } from './ingest.ts';
import { readIngestOptions } from './ingest-options.ts';
import { type ToldOutcome, tellOutcome } from './tell-outcomes.ts';

const script = fileURLToPath(new URL('../../scripts/ingest.ts', import.meta.url));
const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const source = path.join(fixtures, 'title-twice/in.txt');
let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'ingest-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Runs the command from `root`, with its content there. */
function runIngest(...args: string[]) {
  const { INIT_CWD, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [script, ...args, '--content', 'content'],
    { cwd: root, env, encoding: 'utf8' },
  );
  const outcomes = (): ToldOutcome[] =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { stdout, stderr, status, outcomes };
}

/** Do what the command does with each of its files, in this process. */
async function ingest(...args: string[]): Promise<ToldOutcome[]> {
  const { sources, contentDir, from, isDryRun, ...given } = readIngestOptions(
    [...args, '--content', 'content'],
    { INIT_CWD: root },
  );
  const vocabularies = await readVocabularies(contentDir);
  const told: ToldOutcome[] = [];
  for (const file of sources) {
    const name = path.relative(from, file);
    const outcome = await ingestFile(
      { source: file, name },
      { contentDir, vocabularies, given, isDryRun },
    );
    told.push(await tellOutcome(outcome, contentDir, vocabularies));
  }
  return told;
}

const files = async (): Promise<string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
};

describe('npm run ingest', () => {
  it('writes a report and its snapshot, byte for byte, and says so on one line of JSON', async () => {
    const { status, outcomes, stderr } = runIngest(
      source,
      '--json',
      '--url',
      'https://www.xunxian.gov.cn/1.html',
    );
    expect(status).toBe(0);
    const [outcome] = outcomes();
    expect(Object.keys(outcome ?? {})).toEqual([
      'file',
      'outcome',
      'code',
      'reason',
      'path',
      'report',
      'confidence',
    ]);
    expect(outcome).toMatchObject({
      file: path.relative(root, source),
      outcome: 'written',
      code: null,
      path: 'reports/2020/410621-浚县.md',
      report: {
        id: '410621-2020',
        region: { code: '410621', name: '浚县' },
        source: { url: 'https://www.xunxian.gov.cn/1.html', file: 'sources/2020/410621-浚县.txt' },
        sections: [{ id: 's0' }, { id: 's1' }, { id: 's2' }, { id: 'c1' }, { id: 'c2' }],
      },
    });
    expect(outcome?.confidence['title']).toBeGreaterThan(0.9);
    expect(stderr).toContain('1 written');
    expect(await files()).toEqual([
      'content/reports/2020/410621-浚县.md',
      'content/sources/2020/410621-浚县.txt',
    ]);
    expect(await readFile(path.join(root, 'content/sources/2020/410621-浚县.txt'))).toEqual(
      await readFile(source),
    );
  });

  it('writes nothing in a dry run', async () => {
    expect(runIngest(source, '--dry-run').stderr).toContain('dry run');
    expect(await files()).toEqual([]);
  });

  it('changes nothing when it is run again', async () => {
    await ingest(source);
    const report = path.join(root, 'content/reports/2020/410621-浚县.md');
    const edited = (await readFile(report, 'utf8')).replace(
      'basis:',
      'docNo: 浚政〔2021〕1号\nbasis:',
    );
    await writeFile(report, edited);
    expect((await ingest(source))[0]).toMatchObject({
      outcome: 'written',
      reason: expect.stringContaining('unchanged'),
    });
    expect(await readFile(report, 'utf8')).toBe(edited);
    expect(await files()).toHaveLength(2);
  });

  it('keeps the same document from another site as a second source, once', async () => {
    await ingest(source);
    const other = path.join(root, 'other.html');
    await cp(path.join(fixtures, 'html-government-cms/in.html'), other);
    for (let run = 0; run < 2; run++)
      expect((await ingest('other.html'))[0]).toMatchObject({
        outcome: 'duplicate',
        path: 'reports/2020/410621-浚县.md',
      });
    expect(await files()).toEqual([
      'content/reports/2020/410621-浚县.md',
      'content/sources/2020/410621-浚县.2.html',
      'content/sources/2020/410621-浚县.txt',
      'other.html',
    ]);
  });

  it('numbers another annual report of the place and year, and asks an editor to look', async () => {
    await ingest(source);
    const text = (await readFile(source, 'utf8')).replace(
      /[（(]?[一二三][、是）)].+/g,
      '另有安排，已经全部重新写过，与前一份没有相同之处，逐条逐项均作调整，依法行政各项任务均已完成。',
    );
    await writeFile(path.join(root, 'b.txt'), text);
    const before = await readFile(path.join(root, 'content/reports/2020/410621-浚县.md'), 'utf8');
    expect((await ingest('b.txt'))[0]).toMatchObject({
      outcome: 'written',
      path: 'reports/2020/410621-浚县-annual-2.md',
      reason: expect.stringContaining('another report of the same place and year'),
      report: { id: '410621-2020-annual-2', kind: 'annual' },
    });
    expect(await readFile(path.join(root, 'content/reports/2020/410621-浚县.md'), 'utf8')).toBe(
      before,
    );
  });

  it('leaves another text on the page of an annual report that is held to an editor', async () => {
    const url = ['--url', 'https://www.xunxian.gov.cn/1.html'];
    await ingest(source, ...url);
    const text = (await readFile(source, 'utf8')).replace(
      /[（(]?[一二三][、是）)].+/g,
      '另有安排，已经全部重新写过，与前一份没有相同之处，逐条逐项均作调整，依法行政各项任务均已完成。',
    );
    await writeFile(path.join(root, 'b.txt'), text);
    expect((await ingest('b.txt', ...url))[0]).toMatchObject({
      outcome: 'review',
      code: 'i-024',
    });
  });

  it('numbers a second document of a kind from 2', async () => {
    const words = ['第一份', '第二份'].map(async (name, index) => {
      const line = `${name}围绕依法行政和法治政府建设安排${index}项任务，${name.repeat(20)}。`;
      await writeFile(
        path.join(root, `${index}.txt`),
        `浚县2020年法治政府建设工作要点\n发布时间：2020-03-05\n${`${line}\n`.repeat(3)}`,
      );
    });
    await Promise.all(words);
    const paths = (await ingest('0.txt', '1.txt')).map((one) => one.path);
    expect(paths).toEqual([
      'reports/2020/410621-浚县-plan.md',
      'reports/2020/410621-浚县-plan-2.md',
    ]);
  });

  it('goes through a directory, and exits with 1 where anything is refused or open', async () => {
    const folder = path.join(root, 'raw');
    for (const name of ['title-broken', 'near-miss-news', 'review-without-region', 'unsound-empty'])
      await cp(path.join(fixtures, name, 'in.txt'), path.join(folder, `${name}.txt`));
    const { status, outcomes, stderr } = runIngest('raw', '--json');
    expect(status).toBe(1);
    expect(outcomes().map(({ file, outcome, code }) => [file, outcome, code])).toEqual([
      ['raw/near-miss-news.txt', 'refused', 'i-010'],
      ['raw/review-without-region.txt', 'review', 'i-011'],
      ['raw/title-broken.txt', 'written', null],
      ['raw/unsound-empty.txt', 'refused', 'i-001'],
    ]);
    expect(stderr).toContain('1 written, 1 needs review, 2 refused');
    const review = (await files()).filter((file) => file.startsWith('content/review/'));
    expect(review.map((file) => path.extname(file))).toEqual(['.txt', '.yaml']);
  });

  it('goes by what an editor decided', async () => {
    const folder = path.join(fixtures, 'review-without-region/in.txt');
    const given = ['--region', '410621', '--year', '2019', '--kind', 'other'];
    const [outcome] = await ingest(folder, ...given);
    expect(outcome).toMatchObject({
      outcome: 'written',
      path: 'reports/2019/410621-浚县-other.md',
      report: { basis: { region: 'editor', year: 'editor', kind: 'editor' } },
    });
  });

  it.each([
    ['no file', []],
    ['an unknown flag', ['a.txt', '--fast']],
    ['a year of two digits', ['a.txt', '--year', '20']],
    ['an unknown kind', ['a.txt', '--kind', 'news']],
    ['an address that is none', ['a.txt', '--url', 'xunxian']],
    ['an address that runs a script', ['a.txt', '--url', 'javascript:0']],
    ['an address with a name', ['a.txt', '--url', 'https://editor@www.xunxian.gov.cn/1.html']],
    ['an address with a password', ['a.txt', '--url', 'https://:word@www.xunxian.gov.cn/1.html']],
  ])('refuses %s', (_, args) => {
    expect(() => readIngestOptions(args)).toThrow(
      expect.objectContaining({
        code: 'i-920',
        message: expect.stringMatching(/^Unexpected /),
        hint: expect.any(String),
      }),
    );
  });

  it('refuses one address for several files', () => {
    const { status, stderr } = runIngest('a.txt', 'b.txt', '--url', 'https://www.a.gov.cn/1.html');
    expect([status, stderr]).toEqual([1, expect.stringContaining('--url for 2 files')]);
  });

  it('refuses a region that is none', () => {
    const { status, stdout, stderr } = runIngest('a.txt', '--region', '999999');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/i-920 \[error\] Unexpected .+\n {2}hint: /);
  });

  it('says which file cannot be read', async () => {
    expect((await ingest('none.txt'))[0]).toMatchObject({
      file: 'none.txt',
      outcome: 'refused',
      code: 'i-004',
    });
  });
});
