import { expect, it } from 'vitest';
import { findNearMiss } from './kind.ts';

const parts = ['一、主要工作', '推进依法行政。', '二、下一步打算', '加强法治政府建设。'];

it.each<[string, string[], string[], boolean]>([
  ['an announcement', [], ['现将2020年法治政府建设情况报告如下：'], true],
  ['its year, the subject and parts', [], ['2020年，我市依法行政。', ...parts], true],
  ['a year that is masked', [], ['****年，我市依法行政。', ...parts], true],
  ['a year alone', [], ['2020年，法治政府建设取得成效。'], false],
  ['no opening', [], ['法治是根本。', ...parts], false],
  ['an announcement of another thing', [], ['依法行政，现将有关事宜通知如下。'], false],
  [
    'a title of another report',
    ['鹤壁市人民政府关于2020年环境保护情况的报告'],
    ['现将法治政府建设有关情况报告如下：'],
    false,
  ],
])('judges a document without title by %s', (_, above, body, expected) => {
  const miss = findNearMiss({ titles: above, isTitled: false, body });
  expect(miss?.what !== 'no report by its title or its opening').toBe(expected);
});
