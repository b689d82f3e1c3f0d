import { describe, expect, it } from 'vitest';
import { sectionRoles } from './section-roles.ts';

describe('sectionRoles()', () => {
  it.each([
    ['存在的问题', ['problems']],
    ['存在的主要问题和不足', ['problems']],
    ['存在的问题及下一步工作打算', ['problems', 'plans']],
    ['2020年度工作打算', ['plans']],
    ['下一步工作计划', ['plans']],
    ['今后努力方向', ['plans']],
    ['2022年法治政府建设工作安排', ['plans']],
    ['落实第一责任人责任', ['first-responsible-person']],
    ['党政主要负责人履行推进法治建设第一责任人职责情况', ['first-responsible-person']],
    ['法治政府建设工作情况及成效', ['achievements']],
    ['总体情况', ['overview']],
    ['坚持问题导向，全面履职', ['body']],
    ['着力解决群众反映强烈的问题', ['body']],
    ['依法全面履行政府职能', ['body']],
    ['主要任务和具体措施', ['body']],
  ])('reads the heading %s as %o', (heading, roles) => {
    expect(sectionRoles({ heading, text: '', place: 'body' })).toEqual(roles);
  });

  it.each([
    ['过去一年工作虽有进步，但与群众期待相比还有不小差距。', ['problems']],
    ['下一步，我市将继续按照上级要求推进各项工作。', ['plans']],
    ['工作中仍存在一些薄弱环节。今后，我们将进一步改进。', ['problems', 'plans']],
    ['各单位要把方案落到实处，遇到的问题及时上报，2019年底前将方案完成情况报送。', ['closing']],
    ['特此报告。', ['closing']],
  ])('reads the unheaded closing part “%s” as %o', (text, roles) => {
    expect(sectionRoles({ heading: null, text, place: 'closing' })).toEqual(roles);
  });

  it('leaves the opening an opening, whatever it says', () => {
    expect(sectionRoles({ heading: null, text: '下一步将继续', place: 'opening' })).toEqual([
      'opening',
    ]);
  });

  it('does not ask the text of an unheaded part in the middle', () => {
    expect(sectionRoles({ heading: null, text: '仍存在不足。', place: 'body' })).toEqual(['body']);
  });
});
