import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { textLikeness } from '../../report/text-likeness.ts';
import { ingestFile } from '../ingest.ts';

const vocabularies = await readVocabularies(projectContent);
let contentDir: string;
beforeEach(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'settle-'));
});
afterEach(() => rm(contentDir, { recursive: true }));

/** Text of which no two runs of characters are alike. */
const words = (from: number, length: number) =>
  Array.from({ length }, (_, at) =>
    String.fromCodePoint(0x4e00 + (((from + at) * 7) % 20_000)),
  ).join('');
const HEAD = '2020年，我区坚持依法行政，扎实推进法治政府建设各项工作，现将有关情况报告如下：';
/** A report whose text has so many characters that no other has, of 1,000. */
const report = (title: string, seed: number, own: number) =>
  [
    ...[title, HEAD, '一、主要工作'],
    ...[`${words(0, 1000 - own)}。`, '二、下一步工作', `${words(seed, own)}。`],
  ].join('\n');

async function settle(text: string) {
  const source = path.join(contentDir, 'in.txt');
  await writeFile(source, text);
  const context = {
    isDryRun: false,
    contentDir,
    vocabularies,
    given: { region: '130102', year: 2020 },
  };
  return ingestFile({ source, name: 'in.txt' }, context);
}

const ANNUAL = '石家庄市长安区2020年法治政府建设工作报告';
const PLAN = '石家庄市长安区2020年法治政府建设工作实施方案';

it.each([
  ['another plan', PLAN, 116, 0.799, 'written'],
  ['the same plan', PLAN, 115, 0.801, 'duplicate'],
  ['another annual report', ANNUAL, 450, 0.399, 'written'],
  ['the same annual report, written anew', ANNUAL, 449, 0.4, 'duplicate'],
] as const)('takes a text for %s', async (_, title, own, alike, outcome) => {
  const [first, second] = [report(title, 5000, own), report(title, 10_000, own)];
  const [one = '', other = ''] = [first, second].map((text) => text.slice(title.length));
  expect(textLikeness(one, other)).toBeCloseTo(alike, 2);
  expect((await settle(first)).outcome).toBe('written');
  expect((await settle(second)).outcome).toBe(outcome);
});
