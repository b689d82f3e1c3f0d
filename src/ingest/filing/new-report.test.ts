import { expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { readSource } from '../read-source.ts';
import { type Identified, newReport } from './new-report.ts';

const { regions } = await readVocabularies(projectContent);

it.each([
  ['http://www.changan.gov.cn/1.html', []],
  ['http://www.sjzca.gov.cn:8080/gate/big5/1.html', []],
  [undefined, []],
  ['https://changan.gov.cn.example.com/1.html', ['url']],
  ['http://117.0.0.1/1.html', ['url']],
])('doubts the address %s: %j', async (url, doubted) => {
  const text = `长安区2020年法治政府建设工作报告\n${'全年依法办理行政复议案件并公开结果。'.repeat(9)}`;
  const bytes = new TextEncoder().encode(text);
  const read = await readSource(bytes, 'a.txt', { region: '130102', url }, regions);
  // A report with a title, place and year has all that an id is made of.
  const { report } = newReport(read, read.draft.description as Identified, []);
  expect(report.frontmatter.review.map(({ field }) => field)).toEqual(doubted);
});
