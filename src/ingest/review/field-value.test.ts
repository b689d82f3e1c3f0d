import { expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { parseValue } from './settle-field.ts';

const { regions } = await readVocabularies(projectContent);

it.each([
  ['region', '410600', '410600'],
  ['region', '鹤壁市', '410600'],
  ['region', '周口市川汇区', '411602'],
  ['published', '2018-01-19', '2018-01-19'],
  ['published', '-', null],
  ['year', '2019', 2019],
  ['kind', 'plan', 'plan'],
  ['signature', '甲局；乙局', ['甲局', '乙局']],
  ['signature', '-', []],
  ['issuer', '鹤壁市人民政府', '鹤壁市人民政府'],
] as const)('takes %s `%s`', (field, text, value) => {
  expect(parseValue(field, text, regions)).toEqual({ value });
});

it.each([
  ['region', '999999', 'expected a code or name of the region table'],
  ['region', '朝阳区', 'expected one of 110105 北京市朝阳区, 220104 吉林省长春市朝阳区'],
  ['region', '鹤壁市的报告', 'expected a code or name'],
  ['published', '2018-1-19', 'expected a date as `2019-04-12`'],
  ['year', '19', 'Unexpected year `19`'],
  ['kind', 'report', 'Unexpected kind `report`'],
  ['title', '-', 'Unexpected title `-`'],
] as const)('refuses %s `%s`, and says what it takes', (field, text, fault) => {
  expect(parseValue(field, text, regions).fault).toContain(fault);
});
