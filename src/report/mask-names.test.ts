import { expect, it } from 'vitest';
import { maskNames } from './mask-names.ts';

it.each([
  ['联系人：王小明', '联系人：▇▇▇'],
  ['联系人：王明', '联系人：▇▇'],
  ['联系人：欧阳小明', '联系人：▇▇▇▇'],
  ['联系人：王　明', '联系人：▇　▇'],
  ['联系人：王  明', '联系人：▇  ▇'],
  ['联系人：王   明', undefined],
  ['联系人：热依汗·买买提江阿布都拉', '联系人：▇▇▇·▇▇▇▇▇▇▇▇'],
  ['联系人：热依汗·买买提江·阿布都拉', '联系人：▇▇▇·▇▇▇▇·▇▇▇▇'],
  ['联系人：王', undefined],
  ['责任编辑：法治宣传组长', undefined],
  ['责任编辑：市司法局', undefined],
  ['（联系人：市司法局法治科，联系电话：0393-6667777）', undefined],
])('masks the person in %s', (text, expected) => {
  expect(maskNames(text)).toBe(expected);
});
