import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from '../../src/vocabulary/region/parse-region-table.ts';
import { readRegionSources } from './region-sources.ts';
import { regionTable, zoneNames } from './region-table.ts';

const kept = readFileSync(new URL('../../content/regions/regions.tsv', import.meta.url), 'utf8');
const table = parseRegionTable(kept);

describe('the region table', () => {
  it('kept in content is the one its sources make', () => {
    expect(
      kept === regionTable(readRegionSources()),
      'run scripts/tables/make-region-table.ts',
    ).toBe(true);
  });

  it.each([
    ['230200', 'qiqihaer', 'qqhe'],
    ['371481', 'laoling', 'll'],
    ['341500', 'luan', 'la'],
    ['340300', 'bengbu', 'bb'],
    ['341600', 'bozhou', 'bz'],
    ['331000', 'taizhou', 'tz'],
    ['331100', 'lishui', 'ls'],
    ['350200', 'xiamen', 'xm'],
    ['411221', 'mianchi', 'mc'],
    ['371522', 'shenxian', 'sx'],
    ['371722', 'shanxian', 'sx'],
    ['440113', 'panyu', 'py'],
    ['441422', 'dabu', 'db'],
    ['371524', 'donge', 'de'],
    ['500000', 'chongqing', 'cq'],
    ['410621', 'xunxian', 'xx'],
    ['410223', 'weishi', 'ws'],
    ['410425', 'jiaxian', 'jx'],
    ['411726', 'biyang', 'by'],
    ['411104', 'shaoling', 'sl'],
    ['510100', 'chengdu', 'cd'],
    ['522701', 'duyun', 'dy'],
    ['140400', 'changzhi', 'cz'],
    ['140428', 'zhangzi', 'zz'],
    ['410783', 'changyuan', 'cy'],
    ['330382', 'yueqing', 'yq'],
    ['610000', 'shaanxi', 'sx'],
    ['141100', 'lvliang', 'll'],
    ['653100', 'kashi', 'ks'],
    ['420116', 'huangpi', 'hp'],
    ['511527', 'junlian', 'jl'],
    ['130726', 'yuxian', 'yx'],
  ])('spells %s as %s, short %s', (code, pinyin, initials) => {
    expect(table.regions.get(code)).toMatchObject({ pinyin, initials });
  });
});

describe('zoneNames()', () => {
  it.each([
    ['济南高新技术产业开发区', '济南', '山东', '济南高新区', '高新区'],
    ['郑州经济技术开发区', '郑州', '河南', '郑州经开区', '经开区'],
    ['河南三门峡经济开发区', '三门峡', '河南', '三门峡经开区', '经开区'],
    ['蚌埠市经济开发区', '蚌埠', '安徽', '蚌埠经济开发区', '经开区'],
  ])('shortens %s', (name, place, province, anywhere, local) => {
    const names = zoneNames(name, place, province);
    expect(names.names).toContain(anywhere);
    expect(names.local).toContain(local);
  });

  it('gives one zone of a city no name of another', () => {
    expect(zoneNames('长春净月高新技术产业开发区', '长春', '吉林').names).not.toContain(
      '长春高新区',
    );
  });
});
