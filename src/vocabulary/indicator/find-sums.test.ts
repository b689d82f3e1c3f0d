import { describe, expect, it } from 'vitest';
import { findSums } from './find-sums.ts';

describe('findSums()', () => {
  it.each([
    [
      '市本级受理12件，已办结20件（含上年结转8件），其中，维持11件，驳回2件，撤销5件，终止2件。',
      ['20 = 11 + 2 + 5 + 2'],
    ],
    [
      '清理各类证明150项，其中取消141项、保留9项，精简比例94.0%。',
      ['150 = 141 + 9', '94% = 141 / 150'],
    ],
    [
      '收到申请31件，受理21件，不予受理4件，其他处理6件；撤销的7件，纠错率33.3%。',
      ['31 = 21 + 4 + 6', '33.3% = 7 / 21'],
    ],
    ['聘任法律顾问50人，其中律师30人，法制机构人员20名。', ['50 = 30 + 20']],
    ['清理文件30件，保留20件，废止5件。', []],
    ['清理文件30件，保留20件。废止10件。', []],
    ['受理近30件，维持20件，撤销10件。', []],
    ['共4件，其中2件、2件。', []],
    ['受理10件，撤销5件，纠错率50%。', []],
  ])('finds in %s: %o', (text, formulas) => {
    expect(findSums(text).map(({ formula }) => formula)).toEqual(formulas);
  });

  it('says where the figures stand', () => {
    const text = '上年平稳。聘任顾问50人，其中律师30人，其他20人。';
    const [sum] = findSums(text);
    expect(text.slice(sum?.start, sum?.end)).toBe('50人，其中律师30人，其他20人');
  });
});
