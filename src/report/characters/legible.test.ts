import { describe, expect, it } from 'vitest';
import { legible } from './legible.ts';

describe('legible', () => {
  it.each([
    ['齊齊哈爾市法治政府建設工作報告', '齐齐哈尔市法治政府建设工作报告'],
    ['法治政府建設（shè）工作報(bào)告', '法治政府建设工作报告'],
    ['２０１８年', '2018年'],
    ['二О二四年三月、二○○九年、二 0 二三 年', '二〇二四年三月、二〇〇九年、二 〇 二三 年'],
    ['二O二号、编号二0二三', '二O二号、编号二0二三'],
    ['乾县人民政府', '乾县人民政府'],
    ['江乾區人民政府', '江干区人民政府'],
    ['濬縣人民政府', '浚县人民政府'],
    ['权力清单（试行）', '权力清单（试行）'],
  ])('reads %s as %s', (printed, read) => {
    expect(legible(printed)).toBe(read);
  });
});
