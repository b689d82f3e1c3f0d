import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseTypography } from '../../report/characters/typography.ts';
import { formatReportBody, parseReportBody } from '../../report/file/body-markdown.ts';
import { proveComplete } from '../../report/prove-complete.ts';
import { type BodySection, printedText } from '../../report/report-body.ts';
import { outline } from './outline.ts';

const text = '全年围绕年度目标推进各项工作，压实责任，细化措施，按月调度，取得了阶段性成效。';
const long = `${text}${text}`;

/** Shows an outline as lines: depth by indent, `>` for a run-in heading, the number of paragraphs. */
function show(lines: readonly string[], year?: number): string[] {
  const { opening, sections, closing } = outline(lines, { year });
  const section =
    (depth: number) =>
    (one: BodySection): string[] => [
      `${'  '.repeat(depth)}${one.label ?? ''}${one.heading}${one.style === 'run-in' ? `${one.stop ?? ''}>` : ''} ${one.paragraphs.length}`,
      ...one.sections.flatMap(section(depth + 1)),
    ];
  return [
    `opening ${opening.length}`,
    ...sections.flatMap(section(0)),
    ...closing.map((part) => `closing ${part.length}`),
  ];
}

describe('outline()', () => {
  it.each<[string, string[], string[]]>([
    ['keeps text without headings as an opening', [text, long], ['opening 2']],
    [
      'takes run-in headings off their paragraphs',
      [text, `一、健全制度。${text}`, `二、规范执法。${text}`],
      ['opening 1', '一、健全制度。> 1', '二、规范执法。> 1'],
    ],
    [
      'lets a heading run in over a colon, where it is short and plain',
      [`（一）健全制度：${text}`, `（二）出台《办法》，明确：${text}`],
      ['opening 0', '（一）健全制度：> 2'],
    ],
    [
      'nests by what stands above, not by the kind of numeral',
      ['一、任务', '（一）职能', `1. 改革。${text}`, '二、保障', `2. 领导。${text}`],
      [
        'opening 0',
        '一、任务 0',
        '  （一）职能 0',
        '    1.改革。> 1',
        '二、保障 0',
        '  2.领导。> 1',
      ],
    ],
    [
      'nests decimals by their steps, over items of their own',
      [
        '1 总体情况',
        '1.1 健全制度',
        text,
        '1.2规范执法',
        `1. 严格程序。${text}`,
        '2 存在的问题',
        `2.1 力量不足。${text}`,
        '12.4 万件案件按期办结',
      ],
      [
        'opening 0',
        '1 总体情况 0',
        '  1.1 健全制度 1',
        '  1.2规范执法 0',
        '    1.严格程序。> 1',
        '2 存在的问题 0',
        '  2.1 力量不足。> 2',
      ],
    ],
    [
      'takes decimals that do not count on for text',
      [text, `1.1 版软件上线。${text}`, `2.3 版软件上线。${text}`],
      ['opening 3'],
    ],
    [
      'keeps gaps, repeats and numbers that run on',
      [`1.甲方面。${text}`, `3.乙方面。${text}`, `3.丙方面。${text}`],
      ['opening 0', '1.甲方面。> 1', '3.乙方面。> 1', '3.丙方面。> 1'],
    ],
    [
      'takes a numeral that lost its opening bracket',
      ['一、任务', `（一）职能。${text}`, `二）执法。${text}`],
      ['opening 0', '一、任务 0', '  （一）职能。> 1', '  二）执法。> 1'],
    ],
    [
      'reads numerals that stand apart from their mark',
      ['一、任务', `1 ．制度。${text}`, `2．执法。${text}`, '二、打算', text],
      ['opening 0', '一、任务 0', '  1 ．制度。> 1', '  2．执法。> 1', '二、打算 1'],
    ],
    [
      'takes no caption of a picture, button or bracket for a heading',
      ['图为执法人员在检查', long, '收藏打印', long, '（市司法局供稿）', long],
      ['opening 6'],
    ],
    [
      'takes half a paragraph with counts for no heading',
      ['工作情况', text, '取消证明事项23项，压减材料146份，网', `上可办率提高。${long}`],
      ['opening 0', '工作情况 3'],
    ],
    [
      'nests a row under its heading though its numerals are the same',
      ['一、措施', '一、健全制度', text, '二、规范执法', text, '二、问题', text, '三、打算', text],
      [
        'opening 0',
        '一、措施 0',
        '  一、健全制度 1',
        '  二、规范执法 1',
        '二、问题 1',
        '三、打算 1',
      ],
    ],
    [
      'leaves numerals that begin again side by side, where no outer row goes on',
      ['一、措施', '一、健全制度', text, '二、规范执法', text, '三、打算', text],
      ['opening 0', '一、措施 0', '一、健全制度 1', '二、规范执法 1', '三、打算 1'],
    ],
    [
      'leaves a heading that stands twice side by side',
      ['一、措施', '一、措施', text, '二、问题', text, '二、打算', text],
      ['opening 0', '一、措施 0', '一、措施 1', '二、问题 1', '二、打算 1'],
    ],
    [
      'leaves the items of a list in the text',
      ['一、任务', text, '（一）制定清单3份；', '（二）公开结果12次；', '（三）整改问题8个。'],
      ['opening 0', '一、任务 4'],
    ],
    [
      'takes a short heading that ends in an odd mark over a longer line of text',
      ['一、任务；', text, '（一）执法，', text, '二、今后打算；', text],
      ['opening 0', '一、任务 1', '  （一）执法， 1', '二、今后打算 1'],
    ],
    [
      'leaves what ends in such a mark in the text over its like, over less, or as a lower item',
      ['一、任务', '（一）执法；', '（二）普法；', '二、安排；', '从略。', '1.清单；', text],
      ['opening 0', '一、任务 6'],
    ],
    [
      'takes no date or signature for a heading',
      ['一、任务', text, '某县人民政府', '2020年3月5日', text],
      ['opening 0', '一、任务 4'],
    ],
    [
      'leaves a numbered sentence with figures in the text',
      ['一、任务', text, `1.2020年全县受理行政复议案件20件。${text}`],
      ['opening 0', '一、任务 2'],
    ],
    [
      'does not take a decimal or a date for a numeral',
      ['一、任务', `12.4国家宪法日开展活动。${text}`, `3.5万人次参加。${text}`],
      ['opening 0', '一、任务 2'],
    ],
    [
      'knows chapters and their divisions',
      ['第一章 成效', '第一节 制度', text, '第二节 执法', text, '第二章 打算', text],
      ['opening 0', '第一章成效 0', '  第一节制度 1', '  第二节执法 1', '第二章打算 1'].map(
        (line) => line,
      ),
    ],
    [
      'finds headings without numerals',
      [text, '主要成效', text, text, '存在问题', text],
      ['opening 1', '主要成效 2', '存在问题 1'],
    ],
    [
      'puts headings without numerals above numbers that start again under them',
      [
        '主要成效',
        '一、制度',
        text,
        '二、执法',
        text,
        '下步打算',
        '一、培训',
        text,
        '二、督察',
        text,
      ],
      [
        'opening 0',
        '主要成效 0',
        '  一、制度 1',
        '  二、执法 1',
        '下步打算 0',
        '  一、培训 1',
        '  二、督察 1',
      ],
    ],
    [
      'tells unheaded problems and plans from the last section',
      [
        `一、制度。${text}`,
        `二、执法。${text}`,
        `虽然取得成绩，但仍存在一些不足。${text}`,
        `下一步，我们将继续努力。${text}`,
      ],
      ['opening 0', '一、制度。> 1', '二、执法。> 1', 'closing 1', 'closing 1'],
    ],
    [
      'keeps problems and plans in one closing part where one paragraph holds both',
      [`一、制度。${text}`, `二、执法。${text}`, `工作中仍然存在薄弱环节。下一步将加强整改。`],
      ['opening 0', '一、制度。> 1', '二、执法。> 1', 'closing 1'],
    ],
    [
      'takes a paragraph on the next year for a plan',
      [`一、制度。${text}`, `二、执法。${text}`, `2021年是关键一年。${text}`],
      ['opening 0', '一、制度。> 1', '二、执法。> 1', 'closing 1'],
    ],
    [
      'leaves problems under a heading that says so',
      ['一、成效', text, '二、存在的问题', text, `同时也存在一些不足。${text}`],
      ['opening 0', '一、成效 1', '二、存在的问题 2'],
    ],
    [
      'takes a second paragraph of the last section for a closing part after three sections of one',
      [`一、制度。${text}`, `二、执法。${text}`, `三、复议。${text}`, `四、宣传。${text}`, text],
      [
        'opening 0',
        '一、制度。> 1',
        '二、执法。> 1',
        '三、复议。> 1',
        '四、宣传。> 1',
        'closing 1',
      ],
    ],
    [
      'leaves it in the last section after two',
      [`一、制度。${text}`, `二、执法。${text}`, `三、复议。${text}`, text],
      ['opening 0', '一、制度。> 1', '二、执法。> 1', '三、复议。> 2'],
    ],
    [
      'lets a section that was cut by a blank line go on',
      [`一、制度。一是修订办法。${text}`, `二是清理文件。${text}`, `二、执法。${text}`],
      ['opening 0', '一、制度。> 2', '二、执法。> 1'],
    ],
    [
      'takes the formula at the end for a closing part',
      ['一、成效', text, '二、打算', text, '特此报告。'],
      ['opening 0', '一、成效 1', '二、打算 1', 'closing 1'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(show(lines.map(normaliseTypography), 2020)).toEqual(expected);
  });

  it.each([
    [2, 0],
    [3, 1],
  ])('tells a paragraph over behind %i sections of one paragraph', (siblings, closing) => {
    const row = [...'一二三四'].slice(0, siblings + 1).map((label) => `${label}、制度。${text}`);
    expect(outline([...row, text]).closing).toHaveLength(closing);
  });

  const han = (length: number) => '文'.repeat(length);
  it.each<[string, string[], number]>([
    ['a heading of 48 characters', [`（一）${han(48)}。${text}`], 1],
    ['a heading of 49 characters', [`（一）${han(49)}。${text}`], 0],
    ['a second heading of 120', [`（一）${han(9)}。${text}`, `（二）${han(120)}。${text}`], 2],
    ['a second heading of 121', [`（一）${han(9)}。${text}`, `（二）${han(121)}。${text}`], 1],
    ['20 characters before a colon', [`（一）${han(20)}：${text}。${text}`], 1],
    ['30 characters without a numeral', [han(30), text], 1],
    ['31 characters without a numeral', [han(31), text], 0],
    ['two characters without a numeral', [han(2), text], 1],
    ['one character without a numeral', [han(1), text], 0],
    ['a line over 40 characters', ['主要成效', han(40)], 1],
    ['a line over 39 characters', ['主要成效', han(39)], 0],
  ])('finds headings in %s', (_, lines, count) => {
    expect(outline(lines).sections).toHaveLength(count);
  });

  const fragment = fc.constantFrom(
    ...'一、 二、 三、 （一） （二） 二） 1. 2. 3、 （1） ① 第一章 第二节 第三条 第一部分 。 ； ： ， 一是 二是 2020年 12.4 全面 推进 工作 不足 下一步 健全制度 （试行） 《办法》'.split(
      ' ',
    ),
    text,
    long,
  );
  const line = fc.array(fragment, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (raw) => {
        const lines = raw.map(normaliseTypography).filter((one) => one !== '');
        expect(
          proveComplete(raw.join('\n'), [], printedText(outline(lines, { year: 2020 }))),
        ).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('is never deeper than a report file can be', () => {
    const depth = (sections: readonly BodySection[]): number =>
      Math.max(0, ...sections.map((one) => 1 + depth(one.sections)));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(depth(outline(lines).sections)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['表1 全区案件统计', false],
  ['图二 办案流程', false],
  ['表彰先进典型', true],
])('the words over a table or a picture are no heading: %s', (line, isHeading) => {
  const text =
    '全年依法办理行政复议案件并公开结果，依法行政水平不断提高，群众满意度不断提升，成效明显。';
  const { sections } = outline([text, line, text]);
  expect(sections.length > 0).toBe(isHeading);
});

describe('headings by the markup', () => {
  const levels = new Map([
    ['工作情况', 2],
    ['健全制度', 3],
    ['规范执法', 3],
    ['存在问题', 2],
  ]);
  const shown = (lines: readonly string[]) =>
    outline(lines, { levels }).sections.map(({ heading, sections }) => [
      heading,
      ...sections.map((one) => one.heading),
    ]);

  it('are as deep as it says, where no numeral does', () => {
    const lines = [
      '工作情况',
      '健全制度',
      text,
      '规范执法',
      text,
      '存在问题',
      text,
      '另一行',
      long,
    ];
    expect(shown(lines)).toEqual([['工作情况', '健全制度', '规范执法'], ['存在问题']]);
  });

  it('count for nothing beside numerals, or alone', () => {
    expect(shown(['一、总体', '健全制度', text, '二、问题', text])).toEqual([
      ['总体'],
      ['健全制度'],
      ['问题'],
    ]);
    expect(shown(['存在问题', text, '另一行', long])).toEqual([['存在问题'], ['另一行']]);
  });
});

it('parts the mark and the numeral off a heading by the markup, so that it is read back the same', () => {
  const lines = ['加强组织领导。', long, '第一条 总则', long, '一、。', long];
  const levels = new Map([
    ['加强组织领导。', 1],
    ['第一条 总则', 1],
  ]);
  const { opening, sections, closing } = outline(lines, { levels });
  expect(sections.map(({ label, heading, stop }) => [label, heading, stop])).toEqual([]);
  expect([opening, closing]).toEqual([lines, []]);
  const marked = outline(lines.slice(0, 4), { levels });
  expect(marked.sections.map(({ label, heading, stop }) => [label, heading, stop])).toEqual([
    [null, '加强组织领导', '。'],
    ['第一条', '总则', null],
  ]);
  const back = parseReportBody(formatReportBody(marked), 'a.md');
  expect(back).toEqual(marked);
});
