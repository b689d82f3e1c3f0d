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
      'behind the central office that its branch belongs to',
      [own('国家税务总局浚县税务局2022年法治政府建设报告')],
      ['国家税务总局浚县税务局坚持依法行政。'],
      undefined,
      '浚县 sure',
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

/** Mentions of a region that say nothing of whose it is, and that say what it did. */
const named = (region: string, times: number) => `其中，${region}努力。`.repeat(times);
const acted = (region: string, times: number) => `其中，${region}坚持学习。`.repeat(times);

const rule = '落实《鹤壁市管理办法》。';
const order = '按照鹤壁市要求。';
const deal = '与鹤壁市签约。';

it.each([
  [5997, '鹤壁市'],
  [6000, undefined],
])('reads a text of %i characters before the name: %s', (length, expected) => {
  const body = `${'努力。'.padEnd(length, '努')}鹤壁市`;
  expect(describeRegion(table, [], [body], { year: 2022 })?.value.region.name).toBe(expected);
});

it('passes over a name that four regions have', () => {
  expect(
    describeRegion(table, [own('鼓楼区2022年报告')], ['努力。'], { year: 2022 }),
  ).toBeUndefined();
  expect(describeRegion(table, [own('南岸2022年报告')], ['努力。'], { year: 2022 })).toBeDefined();
});

describe('how sure a region is', () => {
  const sure = (heads: RegionEvidence[], body: string, url?: string) => {
    const found = describeRegion(table, heads, [body], { url, year: 2022 });
    return found && [found.value.region.name, Math.round(found.confidence * 10_000) / 10_000];
  };

  it.each<[string, RegionEvidence[], string, string | undefined, [string, number]]>([
    ['its own title', [own('鹤壁市2022年报告')], '努力。', undefined, ['鹤壁市', 0.93]],
    ['one that posted it', [posted('鹤壁市司法局')], '努力。', undefined, ['鹤壁市', 0.837]],
    ['a short name', [own('新建2022年报告')], '努力。', undefined, ['新建区', 0.28]],
    ['a township', [own('太康县符草楼镇人民政府')], '我镇努力。', undefined, ['太康县', 0.885]],
    ['我镇, never named', [own('太康县2022年报告')], '我镇努力。', undefined, ['太康县', 0.5]],
    [
      'a township with counties between',
      [own('鹤壁市柳林镇人民政府')],
      '努力。',
      undefined,
      ['鹤壁市', 0.4],
    ],
    [
      'an unknown zone',
      [own('鹤壁市淇水湾示范区2022年报告')],
      '努力。',
      undefined,
      ['鹤壁市', 0.2],
    ],
    [
      'a host that two regions spell nearly alike',
      [],
      '我市努力。',
      'http://www.hebi.chuzhoushi.gov.cn/',
      ['鹤壁市', 0.3],
    ],
    [
      'a host that another region spells far less surely',
      [],
      '我市努力。',
      'http://www.hebi.jian.gov.cn/',
      ['鹤壁市', 0.4],
    ],
    [
      'an inner name that is not sure',
      [own('辽宁省报告（朝阳）')],
      '努力。',
      undefined,
      ['辽宁省', 0.93],
    ],
    [
      'a shared name, one city told enough',
      [own('朝阳区2022年报告')],
      '长春市坚持学习。按照北京市要求。与北京市签约。',
      undefined,
      ['朝阳区', 0.83],
    ],
    [
      'a shared name, one city hardly told',
      [own('朝阳区2022年报告')],
      '按照长春市要求。与长春市签约。按照北京市要求。',
      undefined,
      ['朝阳区', 0.505],
    ],
    ['a contract', [], '我市努力。与河南省鹤壁市签约。', undefined, ['鹤壁市', 0.4]],
    ['a request', [], '我市努力。按照鹤壁市要求。', undefined, ['鹤壁市', 0.5]],
    [
      'the subject with its province',
      [],
      '2022年，河南省鹤壁市坚持学习。',
      undefined,
      ['鹤壁市', 0.9],
    ],
    [
      'a host within another',
      [],
      '我区努力。',
      'http://www.chuanhui.zhoukou.gov.cn/',
      ['川汇区', 0.8],
    ],
    ['the subject', [], '2022年，鹤壁市坚持学习。', undefined, ['鹤壁市', 0.9]],
    ['one inside another', [own('鹤壁市报告（浚县）')], '努力。', undefined, ['浚县', 0.98]],
    [
      'a shared name, two cities alike',
      [own('朝阳区2022年报告')],
      '与长春市签约。与北京市签约。',
      undefined,
      ['朝阳区', 0.505],
    ],
    [
      'a shared name, one city told',
      [own('朝阳区2022年报告')],
      '长春市坚持学习。按照北京市要求。',
      undefined,
      ['朝阳区', 0.83],
    ],
    ['three acts', [], `我市努力。${acted('鹤壁市', 3)}`, undefined, ['鹤壁市', 0.92]],
    ['two acts', [], `我市努力。${acted('鹤壁市', 2)}`, undefined, ['鹤壁市', 0.85]],
    ['one act', [], `我市努力。${acted('鹤壁市', 1)}`, undefined, ['鹤壁市', 0.7]],
    // Four mentions that weigh a little less and a little more than one and a half.
    [
      'two rules and two contracts',
      [],
      `我市努力。${rule + rule + deal + deal}`,
      undefined,
      ['鹤壁市', 0.7],
    ],
    [
      'a rule, an order and two contracts',
      [],
      `我市努力。${rule + order + deal + deal}`,
      undefined,
      ['鹤壁市', 0.85],
    ],
    ['three contracts, never 我市', [], deal + deal + deal, undefined, ['鹤壁市', 0.5]],
    ['a rule and a contract, never 我市', [], rule + deal, undefined, ['鹤壁市', 0.4675]],
    ['a rule, never 我市', [], rule, undefined, ['鹤壁市', 0.4675]],
    ['a contract, never 我市', [], deal, undefined, ['鹤壁市', 0.34]],
    [
      'a short name, before a surer one that posted it',
      [own('鹤壁2022年报告'), posted('安阳县司法局')],
      '努力。',
      undefined,
      ['鹤壁市', 0.63],
    ],
    [
      'one that posted it, where the text has a rival',
      [posted('安阳县司法局')],
      `我市努力。${named('鹤壁市', 10)}${named('焦作市', 7)}`,
      undefined,
      ['安阳县', 0.837],
    ],
    ['contracts with it', [], `我市努力。与鹤壁市签约。`, undefined, ['鹤壁市', 0.4]],
    ['four mentions', [], `我市努力。${named('鹤壁市', 4)}`, undefined, ['鹤壁市', 0.92]],
    ['three mentions', [], `我市努力。${named('鹤壁市', 3)}`, undefined, ['鹤壁市', 0.5]],
    ['four mentions, never 我市', [], named('鹤壁市', 4), undefined, ['鹤壁市', 0.782]],
    [
      'a rival with 0.6 of its weight',
      [],
      `我市努力。${named('鹤壁市', 10)}${named('焦作市', 6)}`,
      undefined,
      ['鹤壁市', 0.92],
    ],
    [
      'a rival with 0.7 of its weight',
      [],
      `我市努力。${named('鹤壁市', 10)}${named('焦作市', 7)}`,
      undefined,
      ['鹤壁市', 0.552],
    ],
    [
      'a rival with 0.65 of its weight',
      [],
      `我市努力。${named('鹤壁市', 20)}${named('焦作市', 13)}`,
      undefined,
      ['鹤壁市', 0.552],
    ],
    [
      'half as much of one inside it',
      [],
      `${named('鹤壁市', 10)}${named('淇滨区', 5)}`,
      undefined,
      ['淇滨区', 0.782],
    ],
    [
      'less than half of one inside it',
      [],
      `${named('鹤壁市', 10)}${named('淇滨区', 4)}`,
      undefined,
      ['鹤壁市', 0.782],
    ],
    [
      'text and host',
      [],
      `我市努力。${named('鹤壁市', 1)}`,
      'http://www.hebi.gov.cn/',
      ['鹤壁市', 0.95],
    ],
    [
      'a host around it',
      [],
      `我市努力。${acted('鹤壁市', 1)}`,
      'http://www.henan.gov.cn/',
      ['鹤壁市', 0.77],
    ],
    [
      'the most with a host around it',
      [],
      `我市努力。${acted('鹤壁市', 3)}`,
      'http://www.henan.gov.cn/',
      ['鹤壁市', 0.95],
    ],
    [
      'a host elsewhere, little said',
      [],
      `我市努力。${acted('鹤壁市', 1)}`,
      'http://www.wuxi.gov.cn/',
      ['鹤壁市', 0.49],
    ],
    [
      'a host elsewhere, more said',
      [],
      `我市努力。${acted('鹤壁市', 1)}${named('鹤壁市', 1)}`,
      'http://www.wuxi.gov.cn/',
      ['鹤壁市', 0.85],
    ],
    [
      'a host elsewhere, just enough said',
      [],
      `我市努力。${rule + order + deal + deal}`,
      'http://www.wuxi.gov.cn/',
      ['鹤壁市', 0.85],
    ],
    ['a host', [], '我市努力。', 'http://www.hebi.gov.cn/', ['鹤壁市', 0.8]],
    ['a host of another kind', [], '我县努力。', 'http://www.hebi.gov.cn/', ['鹤壁市', 0.3]],
  ])('tells it by %s', (_, heads, body, url, expected) => {
    expect(sure(heads, body, url)).toEqual(expected);
  });
});
