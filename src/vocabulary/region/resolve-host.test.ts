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
    ['www.lzcgq.gov.cn', ['城关区']],
    ['www.lzcgx.gov.cn', []],
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

  it.each<[string, string | undefined, string, number]>([
    ['hebi.gov.cn', undefined, 'in full', 0.8],
    ['hebi.gov.cn', '410000', 'in full, inside the known region', 0.9],
    ['hebishi.gov.cn', undefined, 'with its kind', 0.75],
    ['hebishi.gov.cn', '410000', 'with its kind, inside the known region', 0.75 * 1.15],
    ['hnhebi.gov.cn', undefined, 'after the letters of its province', 0.75],
    ['hnhb.gov.cn', undefined, 'by first letters, after those of its province', 0.4],
    ['hzxh.gov.cn', undefined, 'by first letters, after those of its city', 0.5],
    ['lzcgq.gov.cn', undefined, 'by first letters and its kind, after those of its city', 0.5],
    ['qqhe.gov.cn', undefined, 'by first letters', 0.3],
    ['jian.gov.cn', undefined, 'as a smaller city is too', 0.8 * 0.7],
    ['yuhua.gov.cn', undefined, 'as one of another name is', 0.8 / 2],
    ['gulou.gov.cn', undefined, 'as three others are', 0.8 / 4],
  ])('tells how sure %s within %s is, spelled %s', (host, within, _, confidence) => {
    expect(resolveHost(table, host, within)[0]?.confidence).toBeCloseTo(confidence, 6);
  });
});
