import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from './parse-region-table.ts';
import { type RegionContext, resolveRegions } from './resolve-regions.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);
const resolve = (text: string, context?: RegionContext): string[] =>
  resolveRegions(table, text, context).map(
    ({ region, township, basis }) => `${region.code} ${basis}${township ? ` ${township}` : ''}`,
  );

describe('resolveRegions()', () => {
  it.each<[string, RegionContext, string[]]>([
    ['鹤壁市2020年工作报告', {}, ['410600 full']],
    ['鹤壁2020年工作报告', {}, ['410600 short']],
    ['河南省鹤壁市人民政府', {}, ['410600 composed']],
    ['河南鹤壁', {}, ['410600 composed']],
    ['周口市川汇区人民政府', {}, ['411602 composed']],
    ['河南省周口市川汇区人民政府', {}, ['411602 composed']],
    ['川汇区政府', {}, ['411602 full']],
    ['齐齐哈尔市', {}, ['230200 full']],
    ['杜尔伯特县', {}, ['230624 alias']],
    ['恩施州人民政府', {}, ['422800 alias']],
    ['北京市朝阳区', {}, ['110105 composed']],
    ['长春市朝阳区', {}, ['220104 composed']],
    ['重庆市城口县', {}, ['500229 composed']],
    ['福州市鼓楼区', {}, ['350102 composed']],
    ['鼓楼区人民政府', { within: '410200' }, ['410204 full']],
    ['鼓楼区人民政府', { within: '410000' }, ['410204 full']],
    ['城中区人民政府', { within: '450000' }, ['450202 full']],
    ['城中区人民政府', { within: '630000' }, ['630103 full']],
    ['南京市政府：现将鼓楼区情况报告如下', {}, ['320100 full', '320106 full']],
    ['威海火炬高技术产业开发区管委会', {}, ['371071 full']],
    ['威海高区', {}, ['371071 alias']],
    ['高区的工作', { within: '371000' }, ['371071 local']],
    ['提高区域治理水平', {}, []],
    ['提高经济技术开发区水平', {}, []],
    ['济南高新区', {}, ['370171 alias']],
    ['城区的工作', {}, []],
    ['晋城市城区', {}, ['140502 composed']],
    ['城区人民政府', { within: '140500' }, ['140502 local']],
    ['浚县新镇镇人民政府', {}, ['410621 township 新镇镇']],
    ['乐陵市孔镇镇2021年', {}, ['371481 township 孔镇镇']],
    ['民权县城关镇人民政府', {}, ['411421 township 城关镇']],
    ['太康县和平镇2021年', {}, ['411627 township 和平镇']],
    ['长沙市宁乡市自然资源局', {}, ['430182 composed']],
    ['太康县和各乡镇', {}, ['411627 full']],
    ['乐陵市市中街道办事处', {}, ['371481 township 市中街道']],
    ['浚县县乡两级', {}, ['410621 full']],
    ['乐陵市各乡镇（街道）', {}, ['371481 full']],
    ['乐陵市城乡建设', {}, ['371481 full']],
    ['即墨市2015年', { year: 2015 }, ['370282 full']],
    ['即墨区2018年', { year: 2018 }, ['370215 full']],
    ['青岛市即墨2015年', { year: 2015 }, ['370282 composed']],
    ['南通市崇川区2018年', { year: 2018 }, ['320602 composed']],
    ['南通市崇川区2021年', { year: 2021 }, ['320613 composed']],
    ['邢台市桥西区2018年', { year: 2018 }, ['130503 composed']],
    ['邢台市信都区2021年', { year: 2021 }, ['130503 composed']],
    ['石家庄市桥西区2018年', { year: 2018 }, ['130104 composed']],
    ['桥西区人民政府', { within: '130500' }, ['130503 local']],
    ['庐山区人民政府', {}, ['360402 alias']],
    ['乐陵2020年法治政府建设情况报告', {}, ['371481 short']],
    ['加强合作，公安机关整合资源', {}, []],
    ['创新乡村治理，确保定期公开，加大理论学习力度，均衡水平', {}, []],
    ['各沿河县（市、区）', {}, []],
    ['吉利区人民政府城乡规划委员会', { year: 2018 }, ['410306 full']],
    ['清理县级规范性文件', {}, []],
    ['理县级规范性文件', {}, []],
    ['理县2020年', {}, ['513222 full']],
    ['乐陵人民政府', {}, ['371481 short']],
    ['实现长治久安', {}, []],
    ['长治市', {}, ['140400 full']],
  ])('reads %s %o as %o', (text, context, expected) => {
    expect(resolve(text, context)).toEqual(expected);
  });

  it('gives all regions of a name it cannot tell apart, each with a share of the confidence', () => {
    const candidates = resolveRegions(table, '鼓楼区人民政府');
    expect(candidates.map(({ region }) => region.code).sort()).toEqual([
      '320106',
      '320302',
      '350102',
      '410204',
    ]);
    for (const { confidence } of candidates) expect(confidence).toBeLessThan(0.3);
  });

  it('is surer of a composed name than of a full one, of a full one than of a short one', () => {
    const sure = (text: string): number => resolveRegions(table, text)[0]?.confidence ?? 0;
    expect(sure('河南省鹤壁市')).toBeGreaterThan(sure('鹤壁市'));
    expect(sure('鹤壁市')).toBeGreaterThan(sure('鹤壁'));
    expect(sure('鹤壁')).toBeGreaterThan(sure('乐陵'));
  });

  it('is surer of a zone’s own name than of what any zone is called', () => {
    const sure = (text: string): number =>
      resolveRegions(table, text, { within: '371000' })[0]?.confidence ?? 0;
    expect(sure('高区')).toBeGreaterThan(sure('开发区'));
  });

  it('says where in the text each name stands', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('河南省', '鹤壁市', '浚县', '新镇镇', '法治', '。', '高区', '威海'),
        ),
        (parts) => {
          const text = parts.join('');
          for (const candidate of resolveRegions(table, text)) {
            expect(text.slice(candidate.span.start, candidate.span.end)).toBe(candidate.text);
            expect(candidate.confidence).toBeGreaterThan(0);
            expect(candidate.confidence).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('how sure a region is', () => {
  it.each<[string, RegionContext, number]>([
    ['鹤壁市2020年', {}, 0.9],
    ['鹤壁市2020年', { within: '410000' }, 0.95],
    ['恩施州人民政府', {}, 0.9],
    ['河南省鹤壁市', {}, 0.97],
    ['鹤壁2020年', {}, 0.6],
    ['鹤壁2020年', { within: '410000' }, 0.75],
    ['乐陵2020年', {}, 0.25],
    ['乐陵2020年', { within: '371400' }, 0.5],
    ['高区的工作', { within: '371000' }, 0.8],
    ['高新区的工作', { within: '370100' }, 0.5],
    ['鼓楼区人民政府', {}, 0.9 / 4],
    ['浚县新镇镇', {}, 0.9 * 0.95],
  ])('is told of %s with %o', (text, context, confidence) => {
    expect(resolveRegions(table, text, context)[0]?.confidence).toBeCloseTo(confidence, 6);
  });
});

it.each([
  ['乐陵市孔镇', '孔镇'],
  ['鲤城区人民政府东街道办事处', '东街道'],
  ['乐陵市一二三四五六七镇', '一二三四五六七镇'],
  ['乐陵市一二三四五六七民族乡', '一二三四五六七民族乡'],
  ['乐陵市一二三四五六七八镇', null],
  ['鲤城区人民政府一二三四五六街道办事处', '一二三四五六街道'],
  ['鲤城区人民政府一二三四五六七街道办事处', null],
])('reads the township of %s as %s', (text, township) => {
  expect(resolveRegions(table, text)[0]?.township).toBe(township);
});
