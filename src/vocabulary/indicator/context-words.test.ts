import { describe, expect, it } from 'vitest';
import { periodAt, scopeAt } from './context-words.ts';

describe('periodAt()', () => {
  it.each([
    '2022年1月——6月',
    '2021年—2022年',
    '近十二年来',
    '近三十五年来',
    '近30年来',
    '前12个月',
    '截至十二月底',
    '截至2022年12月31日',
    '2022年3月1日至12月31日',
    // What began may have a name of twelve characters.
    '3月1日新修订的行政处罚法正施行以来',
    '2021年新修订的行政处罚法正施行以来',
  ])('reads %s as one time', (text) => {
    expect(periodAt(`${text}，受理5件`, 0)?.text).toBe(text);
  });

  it.each([
    ['3月1日新修订的行政处罚法正式施行以来', undefined],
    ['2021年新修订的行政处罚法正式施行以来', '2021年'],
    ['2022年12月31日', '2022年'],
    ['截至', undefined],
  ])('reads of %s only %s', (text, time) => {
    expect(periodAt(text, 0)?.text).toBe(time);
  });
});

describe('scopeAt()', () => {
  it.each([
    ['全市受理', '全市', 'whole'],
    ['区县（市）受理', '区县（市）', 'body'],
    ['县（市、区、旗）受理', '县（市、区、旗）', 'body'],
    ['省市县乡四级受理', '省市县乡四级', 'level'],
    ['市、县（市、区、旗）两级受理', '市、县（市、区、旗）两级', 'level'],
    ['市政府受理', '市政府', 'body'],
    ['市政府及其所属部门受理', '市政府及其所属部门', 'body'],
    ['我市受理', '我市', 'own'],
    ['全兵团受理', '全兵团', 'whole'],
    ['全师受理', '全师', 'whole'],
    ['设区市本级受理', '设区市本级', 'level'],
    ['村居级受理', '村居级', 'level'],
    ['师市本级受理', '师市本级', 'level'],
    ['市直各单位受理', '市直各单位', 'level'],
    ['各旗县区受理', '各旗县区', 'body'],
    ['各县（市）政府法律顾问', '各县（市）政府', 'body'],
    ['直属各单位受理', '直属各单位', 'level'],
    ['苏木乡镇（街道）受理', '苏木乡镇（街道）', 'level'],
    ['街道办事处受理', '街道办事处', 'body'],
    ['局机关聘请', '局机关', 'body'],
  ])('reads whose a figure is in %s: %s', (text, words, kind) => {
    expect(scopeAt(text, 0)).toEqual({ text: words, end: words.length, kind });
  });

  it.each([
    ['党委、|市政府', 'what stands beside the party'],
    ['社|区政府', 'the end of a word'],
    ['|市级、省人大代表建议', 'whose deputies they are'],
    ['|市级法院', 'a court'],
    ['|市级两院', 'courts'],
    ['|市级下放的事项', 'what it gave to others'],
    ['|市政府办公室', 'its office'],
    ['|乡镇公共法律服务工作站代拟', 'an office'],
    ['|全师生', 'people'],
    ['|市直接受理', 'how it is done'],
    ['|全国、省、市三级人大代表建议', 'whose deputies they are'],
  ])('takes in %s %s for no scope', (text) => {
    expect(scopeAt(text.replace('|', ''), text.indexOf('|'))).toBeUndefined();
  });
});
