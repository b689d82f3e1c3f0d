import { expect, it } from 'vitest';
import { frequencyCsv } from './frequency-view.client.ts';

const provinces = [
  { value: '230000', label: '黑龙江省', reports: 1, matches: 7, held: 3 },
  { value: 'zone-x', label: '甲,"乙"', reports: 0, matches: 0, held: 1 },
];

it('writes a line for each year and province, under Chinese heads and a byte order mark', () => {
  const cells = [
    { year: 2018, province: '230000', reports: 1, matches: 7, held: 3 },
    { year: 2019, province: 'zone-x', reports: 0, matches: 0, held: 1 },
  ];
  expect(frequencyCsv({ cells, provinces })).toBe(
    '\ufeff年度,省份代码,省份,含有的报告,出现处数,收录的报告,占收录之比\r\n' +
      '2018,230000,黑龙江省,1,7,3,0.3333\r\n' +
      '2019,zone-x,"甲,""乙""",0,0,1,0.0000\r\n',
  );
});
