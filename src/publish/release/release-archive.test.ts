import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWhole } from '../../content/write-whole.ts';
import { formatReportFile } from '../../report/file/report-file.ts';
import type { Frontmatter } from '../../report/frontmatter.ts';
import { releaseArchive } from './release-archive.ts';

const report = 'reports/2020/130102-长安区.md';
const record = 'anchors/2020/130102-长安区.json';
const frontmatter: Frontmatter = {
  ...{ id: '130102-2020', kind: 'annual', title: '长安区2020年报告', altTitles: [] },
  ...{ issuer: '长安区人民政府', region: '130102', year: 2020, published: null, republished: null },
  ...{ signed: null, addressee: null, cc: null, signature: [], docNo: null },
  basis: { title: 'document' },
  source: {
    ...{ url: null, archived: null, file: 'sources/2020/130102-长安区.txt' },
    ...{ sha256: '0'.repeat(64), retrieved: null, omitted: [] },
  },
  ...{ version: 1, themes: [], corrections: [], accepted: [], review: [] },
};

let contentDir: string;
beforeEach(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'release-'));
});
afterEach(() => rm(contentDir, { recursive: true }));

async function put(paragraphs: string[], changes: Partial<Frontmatter> = {}): Promise<void> {
  const body = { opening: paragraphs, sections: [], closing: [] };
  const text = formatReportFile({ frontmatter: { ...frontmatter, ...changes }, body });
  await writeWhole(path.join(contentDir, report), text);
}
const read = async () => JSON.parse(await readFile(path.join(contentDir, record), 'utf8'));

it('records a new report, and nothing the second time', async () => {
  await put(['本区受理十五件，无一超期。', '办结十四件，一件在办。']);
  expect(await releaseArchive(contentDir)).toEqual([
    { file: record, id: '130102-2020', added: 3, isNew: true },
  ]);
  expect(Object.keys((await read()).anchors)).toEqual(['s0', 'p1', 'p2']);
  expect(await releaseArchive(contentDir)).toEqual([]);
});

it('adds an inserted paragraph under an address of its own, once an editor says why', async () => {
  await put(['本区受理十五件，无一超期。', '办结十四件，一件在办。']);
  await releaseArchive(contentDir);
  await put(['本区受理十五件，无一超期。', '漏录一段。', '办结十四件，一件在办。']);
  await expect(releaseArchive(contentDir)).rejects.toThrow('Published addresses would break');
  const change = { kind: 'words', id: 's0', why: '补录漏段', date: '2026-11-22' };
  await writeFile(
    path.join(contentDir, record),
    JSON.stringify({ ...(await read()), changes: [change] }),
  );
  expect(await releaseArchive(contentDir)).toMatchObject([{ added: 1, isNew: false }]);
  expect(Object.keys((await read()).anchors)).toEqual(['s0', 'p1', 'p1a', 'p2']);
});

it('takes a correction that the report lists', async () => {
  await put(['本区受理十五件，无一超期。']);
  await releaseArchive(contentDir);
  const correction = { place: 'p1', old: '十五', new: '五十', why: '录入错误', date: '2026-11-22' };
  await put(['本区受理五十件，无一超期。'], { version: 2, corrections: [correction] });
  expect(await releaseArchive(contentDir)).toMatchObject([{ added: 0 }]);
  expect((await read()).version).toBe(2);
});

it('takes the one reason why the issuer’s text was replaced for all that changed with it', async () => {
  await put(['本区受理十五件，无一超期。', '办结十四件，一件在办。', '结语。']);
  await releaseArchive(contentDir);
  const before = await readFile(path.join(contentDir, report), 'utf8');
  await put(['本区受理十六件，无一超期。', '结语。'], { version: 2 });
  await expect(releaseArchive(contentDir)).rejects.toThrow('Published addresses would break');
  const superseded = 'superseded: { date: "2026-11-22", why: 机关更正了数字 }';
  await writeWhole(
    path.join(contentDir, 'versions/2020/130102-长安区.v1.md'),
    before.replace('---\n', `---\n${superseded}\n`),
  );
  expect(await releaseArchive(contentDir)).toMatchObject([{ isNew: false }]);
  const { anchors, changes } = await read();
  expect(Object.keys(anchors)).toEqual(['s0', 'p1', 'p3']);
  expect(changes).toMatchObject([
    { kind: 'words', id: 's0', why: '机关更正了数字' },
    { kind: 'words', id: 'p1' },
    { kind: 'gone', id: 'p2' },
  ]);
  expect(await releaseArchive(contentDir)).toEqual([]);
});

it('records nothing at all where any address would break, a report that vanished included', async () => {
  await put(['本区受理十五件，无一超期。']);
  await releaseArchive(contentDir);
  await rm(path.join(contentDir, report));
  const other = 'reports/2020/130104-桥西区.md';
  await put(['另一份。']);
  const text = await readFile(path.join(contentDir, report), 'utf8');
  await rm(path.join(contentDir, report));
  await writeWhole(path.join(contentDir, other), text.replace('130102-2020', '130104-2020'));
  await expect(releaseArchive(contentDir)).rejects.toThrow('Published addresses would break');
  expect(await readdir(path.join(contentDir, 'anchors/2020'))).toEqual(['130102-长安区.json']);
});
