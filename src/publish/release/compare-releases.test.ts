import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWhole } from '../../content/write-whole.ts';
import { addressBody } from '../../report/anchor/address-body.ts';
import { formatReportFile, parseReportFile } from '../../report/file/report-file.ts';
import { createArchiveServer, listen } from '../serve/archive-server.ts';
import { compareReleases } from './compare-releases.ts';
import { releaseArchive } from './release-archive.ts';

const name = '2020/130102-长安区';
let directory: string;
let now: string;
let then: string;
let server: Server | undefined;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'releases-'));
  now = path.join(directory, 'now');
  then = path.join(directory, 'then');
  await put(['本区受理十五件，无一超期。', '办结十四件，一件在办。']);
  await releaseArchive(now);
  await cp(now, then, { recursive: true });
});
afterEach(async () => {
  server?.close();
  server = undefined;
  await rm(directory, { recursive: true });
});

async function put(paragraphs: string[]): Promise<void> {
  const text = formatReportFile({
    frontmatter: {
      ...{ id: '130102-2020', kind: 'annual', title: '长安区2020年报告', altTitles: [] },
      ...{
        issuer: '长安区人民政府',
        region: '130102',
        year: 2020,
        docNo: null,
        accepted: [],
        review: [],
      },
      ...{ published: null, republished: null, signed: null, addressee: null, cc: null },
      ...{ signature: [], basis: { title: 'document' }, version: 1, themes: [], corrections: [] },
      source: {
        ...{ url: null, archived: null, file: `sources/${name}.txt`, sha256: '0'.repeat(64) },
        ...{ retrieved: null, omitted: [] },
      },
    },
    body: { opening: paragraphs, sections: [], closing: [] },
  });
  await writeWhole(path.join(now, `reports/${name}.md`), text);
}

const codes = async (against = then): Promise<string[]> =>
  (await compareReleases(now, against)).map(
    ({ code, text }) => `${code} ${/#\S+/.exec(text)?.[0]}`,
  );

it('finds nothing between a release and itself, on disk or on a server', async () => {
  expect(await codes()).toEqual([]);
  server = createArchiveServer({ root: then, basePath: '/' });
  const port = await listen(server, 0);
  expect(await codes(`http://localhost:${port}/`)).toEqual([]);
  await put(['本区受理十六件，无一超期。', '办结十四件，一件在办。']);
  expect(await codes(`http://localhost:${port}`)).toEqual(['w-004 #s0', 'w-004 #p1']);
});

it('finds what our own record was edited to hide', async () => {
  await put(['本区受理十六件，无一超期。', '办结十四件，一件在办。']);
  await rm(path.join(now, `anchors/${name}.json`));
  await releaseArchive(now);
  expect(await codes()).toEqual(['w-004 #s0', 'w-004 #p1']);
});

it('takes the reasons that a later release settled', async () => {
  const record = path.join(now, `anchors/${name}.json`);
  const said = { kind: 'words', why: '原网页更正', date: '2026-11-22' };
  const changes = ['s0', 'p1'].map((id) => ({ id, ...said }));
  const published = JSON.parse(await readFile(record, 'utf8'));
  await writeFile(record, JSON.stringify({ ...published, changes }));
  await put(['本区受理十六件，无一超期。', '办结十四件，一件在办。']);
  await releaseArchive(now);
  expect(await codes()).toEqual([]);
});

it('follows a report whose files were renamed, and misses one that is gone', async () => {
  const to = '2020/130102-renamed';
  await rename(path.join(now, `reports/${name}.md`), path.join(now, `reports/${to}.md`));
  await rename(path.join(now, `anchors/${name}.json`), path.join(now, `anchors/${to}.json`));
  expect(await codes()).toEqual([]);
  await rm(path.join(now, `reports/${to}.md`));
  expect((await codes())[0]).toMatch(/^w-005/);
});

it('asks a published site for what it serves, under its base path', async () => {
  const site = path.join(directory, 'site');
  const report = '/r/130102/2020/';
  const served = { id: '130102-2020', url: report, version: 1, sections: await sections() };
  await writeWhole(path.join(site, 'r/index.json'), JSON.stringify([served]));
  await writeWhole(path.join(site, `${report}report.json`), JSON.stringify(served));
  server = createArchiveServer({ root: site, basePath: '/fazhi/' });
  const address = `http://localhost:${await listen(server, 0)}/fazhi/`;
  expect(await codes(address)).toEqual([]);
  await put(['本区受理十六件，无一超期。', '办结十四件，一件在办。']);
  expect(await codes(address)).toEqual(['w-004 #s0', 'w-004 #p1']);
  await rm(path.join(now, `reports/${name}.md`));
  await rm(path.join(now, `anchors/${name}.json`));
  expect((await codes(address))[0]).toMatch(/^w-005/);
});

it('says so where a server has no sound answer', async () => {
  const site = path.join(directory, 'site');
  await writeWhole(path.join(site, 'r/index.json'), '<html>');
  server = createArchiveServer({ root: site, basePath: '/' });
  expect((await codes(`http://localhost:${await listen(server, 0)}/`))[0]).toMatch(/^w-006/);
});

it('says so where an address has nothing of any report, and so nothing was compared', async () => {
  const empty = path.join(directory, 'empty');
  await writeWhole(path.join(empty, 'index.html'), '<p>另一个网站');
  server = createArchiveServer({ root: empty, basePath: '/' });
  expect((await codes(`http://localhost:${await listen(server, 0)}/`))[0]).toMatch(/^w-006/);
});

async function sections() {
  const text = await readFile(path.join(now, `reports/${name}.md`), 'utf8');
  return addressBody(parseReportFile(text, name).body, undefined);
}
