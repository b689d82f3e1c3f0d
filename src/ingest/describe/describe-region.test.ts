import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { describeRegion } from './describe-region.ts';
import type { RegionEvidence } from './named-regions.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);
const own = (text: string): RegionEvidence => ({ text, basis: 'document', isOwn: true });
const posted = (text: string): RegionEvidence => ({ text, basis: 'page', isOwn: false });
const place = (named: RegionEvidence[], body: string[], url?: string) => {
  const found = describeRegion(table, named, body, { url, year: 2022 });
  const township = found?.value.township ?? '';
  return (
    found && `${found.value.region.name}${township} ${found.confidence < 0.6 ? 'unsure' : 'sure'}`
  );
};

describe('describeRegion()', () => {
  it.each<[string, RegionEvidence[], string[], string | undefined, string]>([
    ['by its title', [own('鹤壁市2022年法治政府建设报告')], ['我市…'], undefined, '鹤壁市 sure'],
    [
      'by its text, not by a city that was visited',
      [],
      ['2022年，浚县依法行政。', '我县选派干部赴杭州市考察学习。', '浚县人民政府公布目录。'],
      undefined,
      '浚县 sure',
    ],
    [
      'by its text, not by the place above it',
      [],
      ['在鹤壁市委的坚强领导下，我县依法行政。', '浚县深入推进改革。', '浚县将继续努力。'],
      undefined,
      '浚县 sure',
    ],
    [
      'by its host, where it says 我县',
      [],
      ['我县依法行政。'],
      'http://www.xunxian.gov.cn/a.html',
      '浚县 sure',
    ],
    [
      'unsurely by a host that the text speaks against',
      [],
      ['我市依法行政，承接广西壮族自治区下放事项。'],
      'https://www.chengdu.gov.cn/a.html',
      '成都市 unsure',
    ],
    [
      'unsurely, where several places share the name',
      [own('朝阳区2022年报告')],
      ['我区依法行政。'],
      undefined,
      '朝阳区 unsure',
    ],
    [
      'by what is named beside a shared name',
      [own('朝阳区2022年报告')],
      ['按照长春市部署，朝阳区依法行政。', '向长春市备案文件。'],
      undefined,
      '朝阳区 sure',
    ],
    [
      'with the township it names',
      [own('太康县符草楼镇人民政府')],
      ['我镇依法行政。'],
      undefined,
      '太康县符草楼镇 sure',
    ],
    [
      'by who posted it, for want of better',
      [posted('浚县司法局')],
      ['依法行政。'],
      undefined,
      '浚县 sure',
    ],
    ['in traditional script', [own('齊齊哈爾市2022年報告')], [], undefined, '齐齐哈尔市 sure'],
  ])('tells the place %s', (_, named, body, url, expected) => {
    expect(place(named, body, url)).toBe(expected);
  });

  it('takes no city for the county of a township', () => {
    const title = own('柳林镇2022年法治政府建设报告');
    expect(place([title], ['按照鹤壁市部署，我镇依法行政。'])).toBeUndefined();
  });

  it('tells nothing where nothing tells', () => {
    expect(place([], ['我市依法行政。'])).toBeUndefined();
  });
});
