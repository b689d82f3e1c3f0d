import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSums } from './find-sums.ts';
import { parseIndicators } from './parse-indicators.ts';

const vocabulary = new URL('../../../content/indicators/indicators.yaml', import.meta.url);
const indicators = parseIndicators(readFileSync(vocabulary, 'utf8'));

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
    ['办理法律援助案件90件（民事70件、刑事20件）。', ['90 = 70 + 20']],
    ['审结复议案件15件。其中，维持10件，撤销5件。', ['15 = 10 + 5']],
    ['受理复议案件40件，审结35件。其中县政府受理25件，镇政府受理15件。', ['40 = 25 + 15']],
    ['受理复议案件19件，审结17件。其中县政府受理12件，镇政府受理7件。', []],
    ['清理文件20件，保留15件，废止5件。', ['20 = 15 + 5']],
    ['行政应诉案件20件，胜诉18件，败诉2件。', ['20 = 18 + 2']],
    // Without 其中 a whole below 20 adds up by chance.
    ['清理文件19件，保留14件，废止5件。', []],
    // Siblings of a list, none the whole of the others.
    ['取消30项，承接14项，调整16项。', []],
    ['受理40件，办理22件，走访18件。', []],
    // A colon says it too, and what it was before is no part.
    ['受理12件，作出决定9件：维持6件，撤销3件。', ['9 = 6 + 3']],
    ['新收60件，比上年的40件增加20件，其中市级35件、县级25件。', ['60 = 35 + 25']],
    // Nought is no part.
    ['共办结17件，其中维持17件，撤销0件。', []],
    // What follows the parts belongs to them.
    ['清理文件30件，保留20件，废止10件，公布5件。', []],
    // Outcomes that exceed their whole.
    ['审结复议案件30件，其中维持20件，撤销12件。', ['30 < 20 + 12']],
    ['培训人员30人，其中男20人，党员12人。', []],
    ['清理文件30件，保留20件，废止5件。', []],
    ['清理文件30件，保留20件。废止10件。', []],
    ['受理近30件，维持20件，撤销10件。', []],
    ['共4件，其中2件、2件。', []],
    ['共5件，其中3件、2件。', ['5 = 3 + 2']],
    ['受理7件，办结7件。', []],
    ['受理20000件，撤销6669件，占33.3%。', ['33.3% = 6669 / 20000']],
    ['受理20000件，撤销6671件，占33.3%。', []],
    ['受理10件，撤销5件，纠错率50%。', []],
    ['受理200000件，撤销66691件，占33.35%。', ['33.35% = 66691 / 200000']],
    ['受理200000件，撤销66689件，占33.35%。', []],
    ['受理8件，撤销1件，占12.5%。', ['12.5% = 1 / 8']],
    ['受理8件，撤销0件，占0.0%。', []],
    ['作出决定9件：维持6件，撤销3件。', ['9 = 6 + 3']],
    // A semicolon, and another 其中, end the parts; one alone exceeds no whole.
    ['清理文件30件，保留20件；废止10件。', []],
    ['受理案件30件，其中县级20件，包括公安10件。', []],
    ['审结复议案件20件，其中撤销30件。', []],
    // Of two parts both are to be outcomes, of three one is enough.
    ['受理40件，撤销15件，走访25件。', []],
    ['受理40件，撤销15件，走访20件，接待5件。', ['40 = 15 + 20 + 5']],
    // Longer lists are no parts of one whole.
    [`共30件，其中${'1件、'.repeat(30)}`, [`30 = ${'1 + '.repeat(29)}1`]],
    [`共31件，其中${'1件、'.repeat(31)}`, []],
    // What stands before another rate was what that one is of.
    ['受理503件，审结57件，结案率9%，起诉率11.3%。', []],
    ['受理503件，结案率9%，审结57件，起诉率11.3%。', ['11.3% = 57 / 503']],
  ])('finds in %s: %o', (text, formulas) => {
    expect(findSums(text, indicators).map(({ formula }) => formula)).toEqual(formulas);
  });

  it('says where the figures stand', () => {
    const text = '上年平稳。聘任顾问50人，其中律师30人，其他20人。';
    const [sum] = findSums(text, indicators);
    expect(text.slice(sum?.start, sum?.end)).toBe('50人，其中律师30人，其他20人');
  });
});
