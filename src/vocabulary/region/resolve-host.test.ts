import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from './parse-region-table.ts';
import { resolveHost } from './resolve-host.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);
const names = (host: string, within?: string): string[] =>
  resolveHost(table, host, within).map(({ region }) => region.name);

describe('resolveHost()', () => {
  it.each([
    ['www.hebi.gov.cn', ['鹤壁市']],
    ['qiqihaer.gov.cn', ['齐齐哈尔市']],
    ['www.qqhr.gov.cn:8080', ['齐齐哈尔市']],
    ['www.laoling.gov.cn', ['乐陵市']],
    ['www.harbin.gov.cn', ['哈尔滨市']],
    ['www.chuanhui.gov.cn', ['川汇区']],
    ['chuanhui.zhoukou.gov.cn', ['川汇区']],
    ['www.hlj.gov.cn', ['黑龙江省']],
    ['huaiyin.jinan.gov.cn', ['槐荫区']],
    ['www.xunxian.gov.cn', ['浚县']],
    ['www.shanxian.gov.cn', ['单县']],
    ['hebishi.gov.cn', ['鹤壁市']],
    ['www.hnhebi.gov.cn', ['鹤壁市']],
    ['sfj.hebi.gov.cn', ['鹤壁市']],
    ['www.hzxh.gov.cn', ['西湖区']],
    ['www.qzlc.gov.cn', ['鲤城区']],
    ['example.org', []],
  ])('reads %s as %o', (host, expected) => {
    expect(names(host)).toEqual(expected);
  });

  it('prefers the city where a city and districts are spelled alike', () => {
    expect(names('www.zhongshan.gov.cn')).toEqual(['中山市']);
  });

  it('keeps regions inside the known one', () => {
    expect(names('www.chaoyang.gov.cn', '110000')).toEqual(['朝阳区']);
    expect(names('www.chaoyang.gov.cn')).toEqual(['朝阳市']);
    expect(names('www.gulou.gov.cn', '350100')).toEqual(['鼓楼区']);
    expect(names('www.gulou.gov.cn')).toHaveLength(4);
  });

  it('doubts a city whose spelling a smaller city shares', () => {
    expect(names('www.jian.gov.cn')).toEqual(['吉安市']);
    expect(resolveHost(table, 'www.jian.gov.cn')[0]?.confidence).toBeLessThan(0.6);
    expect(resolveHost(table, 'www.hebi.gov.cn')[0]?.confidence).toBeGreaterThan(0.6);
  });

  it('is surer of a full spelling than of first letters', () => {
    const sure = (host: string): number => resolveHost(table, host)[0]?.confidence ?? 0;
    expect(sure('hebi.gov.cn')).toBeGreaterThan(sure('hb.gov.cn'));
  });
});
