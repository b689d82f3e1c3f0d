import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frontmatter } from '../frontmatter.ts';
import type { ReportBody } from '../report-body.ts';
import { formatReportBody, parseReportBody, readReportBody } from './body-markdown.ts';
import { formatReportFile, parseReportFile } from './report-file.ts';

const body: ReportBody = {
  opening: ['2018年，全市推进法治政府建设。', '1. 不是标题*也不是*列表'],
  sections: [
    {
      label: '一、',
      heading: '全面履行职能',
      stop: '。',
      style: 'run-in',
      paragraphs: ['一是公开清单。', '# 井号开头的一行'],
      sections: [],
    },
    {
      label: '二、',
      heading: '主要措施',
      stop: null,
      style: 'own-line',
      paragraphs: [],
      sections: [
        {
          label: '10.',
          heading: '完善机制',
          stop: '。',
          style: 'run-in',
          paragraphs: ['审查5 < 6件，PM2.5下降。'],
          sections: [],
        },
      ],
    },
  ],
  closing: [['存在的不足。'], ['明年的打算。']],
};

const frontmatter: Frontmatter = {
  id: '410600-2017',
  kind: 'annual',
  title: '某市2017年法治政府建设报告',
  altTitles: [],
  issuer: '某市人民政府',
  region: '410600',
  year: 2017,
  published: '2018-03-01',
  republished: null,
  signed: null,
  addressee: null,
  cc: null,
  signature: [],
  docNo: null,
  basis: { title: 'page', published: 'page' },
  source: {
    url: null,
    archived: null,
    file: 'sources/2017/410600-某市.txt',
    sha256: '0'.repeat(64),
    retrieved: null,
    omitted: [{ line: 1, text: '当前位置: 首页 > "动态"', why: 'navigation' }],
  },
  version: 1,
  themes: [],
  corrections: [],
  accepted: [],
  review: [],
};

describe('a report file', () => {
  it('is read back as it was written', () => {
    const text = formatReportFile({ frontmatter, body });
    expect(parseReportFile(text, 'a.md')).toEqual({ frontmatter, body });
    expect(text).toContain("published: '2018-03-01'");
    expect(text).toContain("region: '410600'");
    expect(text).toContain('## 一、全面履行职能。 {.run-in}');
    expect(text).not.toContain('version');
  });

  it.each([
    ['no frontmatter', '# 标题\n', 'm-001', 1],
    ['a YAML error', '---\ntitle: a: b\n---\n', 'm-001', 2],
    ['JavaScript for frontmatter', '---js\nmodule.exports = {}\n---\n', 'm-001', 1],
    [
      'an unquoted date',
      formatted((text) => text.replace(/'2018-03-01'/, '2018-03-01')),
      'm-002',
      1,
    ],
    ['a list', formatted((text) => `${text}\n- 一条\n`), 's-001', undefined],
    [
      'a skipped level',
      formatted((text) => `${text.split('\n---\n\n存')[0]}\n##### 深\n`),
      's-002',
      undefined,
    ],
    ['a closing part opened without a blank line', formatted(underline), 's-001', undefined],
    ['a heading in a closing part', formatted((text) => `${text}\n## 标题\n`), 's-003', undefined],
  ])('with %s is refused, with the line', (_, text, code, line) => {
    expect(() => parseReportFile(text, 'a.md')).toThrow(
      expect.objectContaining({
        code,
        location: expect.objectContaining({ line: line ?? expect.any(Number) }),
      }),
    );
  });

  it('tells all faults of a text at once, with the line of each block', () => {
    const markdown = '开头\n\n##### 深\n\n- 一条\n\n# 大\n正文\n';
    const { errors, lines } = readReportBody(markdown, 'a.md', 11);
    expect(errors.map(({ code, location }) => [code, location.line])).toEqual([
      ['s-002', 13],
      ['s-001', 15],
      ['s-002', 17],
    ]);
    expect(lines).toEqual([11, 13, 17, 18]);
  });

  it('does not pair more marks of emphasis than it can in no time', () => {
    const first = (markdown: string) => readReportBody(markdown, 'a.md').errors[0]?.message ?? '';
    expect(first('*a_'.repeat(500))).toBe('');
    expect(first(`依法。\n\n${'*a_'.repeat(500)}*`)).toContain('of more than');
    expect(readReportBody(`依法。\n\n${'*a_'.repeat(50_000)}`, 'a.md').errors).toEqual([
      expect.objectContaining({ code: 's-001', location: { file: 'a.md', line: 3 } }),
    ]);
    expect(first('\\[^1]'.repeat(1001))).toContain('of more than');
    expect(first('\\[^1]'.repeat(1000))).toBe('');
    expect(first('[a](b '.repeat(1001))).toContain('of more than');
    for (const nest of ['> ', '- ', '1. ', '> - ']) {
      const most = 100 / nest.trim().split(' ').length;
      expect(first(`${nest.repeat(most)}行政`)).not.toContain('of more than');
      expect(first(`${nest.repeat(most + 1)}行政`)).toContain('of more than');
    }
    const apart = `${'*a_'.repeat(400)}\n\n`.repeat(3) + '\\*'.repeat(5000);
    expect(readReportBody(apart, 'a.md').errors.map(({ message }) => message)).not.toContainEqual(
      expect.stringContaining('of more than'),
    );
  });

  it('is read with a byte order mark at its head, as some editors write it', () => {
    const text = formatted((same) => same);
    expect(parseReportFile(`\ufeff${text}`, 'a.md')).toEqual(parseReportFile(text, 'a.md'));
  });

  it('keeps any text of a paragraph', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replace(/\s/gu, '').replace(/\p{C}/gu, ''))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(words, (text) => {
        const one: ReportBody = { opening: [text], sections: [], closing: [] };
        expect(parseReportBody(formatReportBody(one), 'a.md')).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });
});

function underline(text: string): string {
  return text.replace('\n\n---\n', '\n---\n');
}

function formatted(change: (text: string) => string): string {
  return change(formatReportFile({ frontmatter, body }));
}

it('takes an outline five levels deep, and none deeper', () => {
  const deep = (levels: number): ReportBody['sections'] =>
    levels === 0
      ? []
      : [
          {
            ...{ label: null, heading: `第${levels}层`, stop: null, style: 'own-line' },
            ...{ paragraphs: [], sections: deep(levels - 1) },
          },
        ];
  const bodyOf = (levels: number): ReportBody => ({
    ...{ opening: [], sections: deep(levels), closing: [] },
  });
  expect(parseReportBody(formatReportBody(bodyOf(5)), 'a.md')).toEqual(bodyOf(5));
  expect(() => formatReportBody(bodyOf(6))).toThrow(RangeError);
});
