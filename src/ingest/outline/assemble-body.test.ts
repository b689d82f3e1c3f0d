import { describe, expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { noteReference } from '../../report/note-reference.ts';
import type { RowSpan, SourceLine } from '../describe/source-page.ts';
import { draftReport } from '../filing/draft-report.ts';
import type { SourceDoubt } from '../formats/inventory.ts';

const { regions } = await readVocabularies(projectContent);

type Line = string | Omit<SourceLine, 'line'>;

const row = (table: number, cells: string[], more: { head?: boolean; spans?: RowSpan[] } = {}) => ({
  text: cells.join('\t'),
  row: { table, cells, head: more.head ?? false, ...(more.spans && { spans: more.spans }) },
});
const numbered = (lines: readonly Line[]): SourceLine[] =>
  lines.map((line, at) => ({
    line: at + 1,
    ...(typeof line === 'string' ? { text: line } : line),
  }));

const title = '长安区2020年法治政府建设工作报告';
const opening = `2020年，${'全区办理行政复议案件并公开结果，依法行政水平不断提高，'.repeat(6)}现将情况报告如下。`;
const long = (words: string) =>
  `${words}，全年依法办理行政复议案件并公开结果，依法行政水平不断提高。`;
const signed = ['长安区人民政府', '2021年3月1日'];

function draft(lines: readonly Line[], doubts: readonly SourceDoubt[] = []) {
  const source = numbered(lines);
  const text = source.map((line) => line.text).join('\n');
  const extracted = { text, lines: source, hints: {}, extension: 'docx', doubts };
  return draftReport(extracted, regions, { region: '130102' }, 'a.docx');
}

const body = (lines: readonly Line[]) => draft([title, opening, ...lines]).body;
const tables = (lines: readonly Line[]) =>
  body(lines).opening.filter((paragraph) => typeof paragraph !== 'string');

describe('rows of a source become tables', () => {
  const rest = [long('二'), long('三')];

  it('rows that stand together are one; another table, or a line, begins a new one', () => {
    const found = tables([
      row(1, ['事项', '数量']),
      row(1, ['复议', '120']),
      row(2, ['8', '9']),
      '其中：',
      row(2, ['10', '-']),
      ...rest,
    ]);
    expect(found).toEqual([
      {
        head: 1,
        rows: [
          ['事项', '数量'],
          ['复议', '120'],
        ],
        spans: [],
      },
      { head: 0, rows: [['8', '9']], spans: [] },
      { head: 0, rows: [['10', '-']], spans: [] },
    ]);
  });

  it('no cell is furniture, whatever it looks like', () => {
    const cells = ['1/3', '—', '2020-12-31', '打印', '第 2 页', '/'];
    expect(tables([row(1, cells), row(1, cells), ...rest])).toEqual([
      { head: 0, rows: [cells, cells], spans: [] },
    ]);
    expect(tables([long('一'), row(1, cells), row(1, cells), ...signed])).toHaveLength(1);
  });

  it.each([
    ['marked', [row(1, ['甲', '乙'], { head: true }), row(1, ['丙', '丁'])], 1],
    ['not marked, over figures', [row(1, ['甲', '乙']), row(1, ['丙', '1,109件'])], 1],
    ['not marked, over words only', [row(1, ['甲', '乙']), row(1, ['丙', '丁'])], 0],
    ['not marked, with figures itself', [row(1, ['甲', '3']), row(1, ['丙', '4'])], 0],
    [
      'with cells that go down a row',
      [
        row(1, ['甲', '乙', ''], {
          spans: [
            { column: 0, rows: 2, columns: 1 },
            { column: 1, rows: 1, columns: 2 },
          ],
        }),
        row(1, ['', '收', '结']),
        row(1, ['丙', '4', '5']),
      ],
      2,
    ],
    [
      'under a name over the whole width',
      [
        row(1, ['一览表', ''], { spans: [{ column: 0, rows: 1, columns: 2 }] }),
        row(1, ['甲', '乙']),
        row(1, ['丙', '4']),
      ],
      2,
    ],
  ])('a row of headings: %s', (_, rows, head) => {
    expect(tables([...rows, ...rest])).toMatchObject([{ head }]);
  });

  it('rows without a word are left out, short ones filled, and no cell covers more than is there', () => {
    const spans = [{ column: 0, rows: 9, columns: 1 }];
    expect(
      tables([row(1, ['甲', '1'], { spans }), row(1, ['', '2']), row(3, ['', '']), ...rest]),
    ).toMatchObject([
      {
        rows: [
          ['甲', '1'],
          ['', '2'],
        ],
        spans: [{ row: 0, column: 0, rows: 2, columns: 1 }],
      },
    ]);
    expect(tables([row(1, ['', '']), row(1, ['甲', '1']), row(1, ['乙']), ...rest])).toMatchObject([
      {
        rows: [
          ['甲', '1'],
          ['乙', ''],
        ],
      },
    ]);
  });
});

describe('notes', () => {
  const note = (mark: string, text: string) => ({ text, note: { mark } });

  it('are joined to their places, wherever the source prints them', () => {
    const { body: found, review } = draft([
      title,
      `${opening.slice(0, -1)}${noteReference('1')}。`,
      note('1', '含撤回的。'),
      `一、受理${noteReference('2')}。全区受理1,109${noteReference('1')}件，办结1,080件，依法行政水平不断提高。`,
      note('2', '甲,'),
      note('2', '乙。'),
      `二、总体情况${noteReference('3')}`,
      long('三'),
      row(1, ['甲', `乙${noteReference('3')}`]),
      row(1, ['丙', '4']),
      ...signed,
      note('3', '丙。'),
    ]);
    expect(found.notes).toEqual([
      { label: '1', text: '含撤回的。' },
      { label: '2', text: '甲，乙。' },
      { label: '3', text: '丙。' },
    ]);
    expect(found.opening[0]).toMatch(new RegExp(`如下${noteReference('1')}。$`, 'u'));
    expect(found.sections).toMatchObject([
      {
        heading: `受理${noteReference('2')}`,
        style: 'run-in',
        paragraphs: [expect.stringContaining(`1,109${noteReference('1')}件`)],
      },
      {
        heading: `总体情况${noteReference('3')}`,
        paragraphs: [
          long('三'),
          {
            rows: [
              ['甲', `乙${noteReference('3')}`],
              ['丙', '4'],
            ],
          },
        ],
      },
    ]);
    expect(review.filter(({ field }) => field === 'text')).toEqual([]);
  });

  it('of one mark on several pages are taken in turn', () => {
    const found = body([
      `${long('一')}${noteReference('①')}`,
      note('①', '甲。'),
      `${long('二')}${noteReference('①')}`,
      note('②', '丙。'),
      note('①', '乙。'),
    ]);
    expect(found.notes?.map(({ label }) => label)).toEqual(['①-1', '②', '①-2']);
    expect(found.opening.slice(1)).toEqual([
      `${long('一')}${noteReference('①-1')}`,
      `${long('二')}${noteReference('①-2')}`,
    ]);
  });

  it('without a place, or a mark without its note, are doubts; nothing is lost', () => {
    const { body: found, review } = draft([
      title,
      `${opening}${noteReference('5')}`,
      long('二'),
      note('6', '乙。'),
    ]);
    expect(found.notes).toEqual([
      { label: '6', text: '乙。' },
      { label: '5', text: '' },
    ]);
    expect(review.map(({ field, value }) => [field, value])).toEqual(
      expect.arrayContaining([
        ['text', '5'],
        ['text', '6 乙。'],
      ]),
    );
  });

  it('below the signature hide neither it nor the date', () => {
    const { description } = draft([
      title,
      `${opening}${noteReference('1')}`,
      long('二'),
      ...signed,
      note('1', '含撤回的。'),
    ]);
    expect(description.signed?.value).toBe('2021-03-01');
    expect(description.signature?.value).toEqual(['长安区人民政府']);
  });
});

describe('a picture', () => {
  const picture = { alt: '公章', width: 800, height: 600 };

  it('leaves its trace and a doubt, and is no text', () => {
    const {
      body: found,
      omitted,
      review,
    } = draft([title, opening, { text: '〔图 800×600 公章〕', picture }, long('二')]);
    expect(found.opening).toEqual([opening, long('二')]);
    expect(omitted).toContainEqual({ line: 3, text: '〔图 800×600 公章〕', why: 'picture' });
    expect(review).toContainEqual({
      field: 'text',
      value: '〔图 800×600 公章〕',
      confidence: 0,
      evidence: expect.stringContaining('现将情况报告如下。'),
    });
  });

  it('that its reader has told of is one doubt', () => {
    const text = '〔图 800×600 公章〕';
    const why = `${text} stands in the text`;
    const doubt = { where: '正文', words: '', why, from: 'reader' } as const;
    const { review } = draft([title, opening, { text, picture }, long('二')], [doubt]);
    expect(review.filter(({ field }) => field === 'text')).toHaveLength(1);
  });

  it('of the page around the document is no doubt', () => {
    const { omitted, review } = draft([
      title,
      { text: '〔图 20×20〕', picture, zone: 'page' },
      opening,
      long('二'),
    ]);
    expect(omitted.map(({ why }) => why)).toContain('picture');
    expect(review.filter(({ field }) => field === 'text')).toEqual([]);
  });
});

describe('what stands below the signature', () => {
  const below = (...lines: Line[]) => draft([title, opening, long('二'), ...signed, ...lines]);

  it.each([
    ['此件公开发布', '此件公开发布'],
    ['a note of the office', '注：本报告数据截至2020年12月31日。'],
    ['a page of another kind', long('甲')],
  ])('%s does not hide signature and date', (_, line) => {
    const { description } = below(line);
    expect(description.signed?.value).toBe('2021-03-01');
    expect(description.signature?.value).toEqual(['长安区人民政府']);
  });

  it('attachments are parts of their own', () => {
    const { body: found, description } = below(
      '附件1',
      '2020年案件一览表',
      row(1, ['事项', '数量']),
      row(1, ['复议', '120']),
      '附件2：名单',
      '一、单位名单',
      long('甲'),
      '抄送：区委。',
    );
    expect(description.signed?.value).toBe('2021-03-01');
    expect(found.closing).toEqual([]);
    expect(found.attachments).toMatchObject([
      { heading: '附件1 2020年案件一览表', paragraphs: [{ rows: [{}, {}] }], sections: [] },
      { heading: '附件2：名单', sections: [{ label: '一、', heading: '单位名单' }] },
    ]);
  });

  it.each(['附件', '附件一'])('%s alone on its line has its title on the next', (label) => {
    const { body: found } = below(label, '案件一览表', long('甲'));
    expect(found.attachments).toMatchObject([{ heading: `${label} 案件一览表` }]);
  });

  it('a list of attachments over the signature is none of them, nor a name with nothing below', () => {
    const listed = draft([title, opening, long('二'), '附件：1.一览表', ...signed]);
    expect(listed.body.attachments).toBeUndefined();
    expect(below('附件：一览表').body.attachments).toBeUndefined();
    expect(below('附件：一览表.docx', '附件：名单.xlsx').body.attachments).toBeUndefined();
  });

  it('a signature over most of a text is that of a notice', () => {
    const { description } = draft([title, opening, ...signed, ...[...'甲乙丙丁'].map(long)]);
    expect(description.signature).toBeUndefined();
    expect(below(long('甲')).description.signature?.value).toEqual(['长安区人民政府']);
  });
});

it.each([
  ['three paragraphs that go on below', 3, 4],
  ['not two, which show nothing of how a text is set', 2, 1],
])('joins lines under indented ones: %s', (_, count, paragraphs) => {
  const lines = Array.from({ length: count }, () => [
    `　　全区办理行政复议案件并公开结果，依法行政水平`,
    '不断提高，取得成效。',
  ]).flat();
  expect(draft([title, `　　${opening}`, ...lines]).body.opening).toHaveLength(paragraphs);
});

it('joins no line with a numeral, and none of a text whose lines are sentences', () => {
  const items = ['甲', '乙', '丙'].flatMap((what) => [`　　${long(what)}`, long('又')]);
  expect(draft([title, `　　${opening}`, ...items]).body.opening).toHaveLength(7);
});
