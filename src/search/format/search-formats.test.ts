import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../report/characters/fold.ts';
import { codePoints } from '../text/pair-tokens.ts';
import type { SearchLine } from '../text/search-record.ts';
import { type CatalogueEntry, formatCatalogue, parseCatalogue } from './catalogue.ts';
import { formatSectionTable, parseSectionTable, sectionSpans } from './section-table.ts';
import { BLOCK_SIZE, blockOf, cutBlocks, formatBlock, parseBlock } from './text-block.ts';

describe('the catalogue', () => {
  const entry = (given: Partial<CatalogueEntry>): CatalogueEntry => ({
    report: '410600-2017',
    url: '/r/410600/2017/',
    title: '鹤壁市2017年法治政府建设工作情况报告',
    issuer: '鹤壁市人民政府',
    date: '2018-03-31',
    region: {
      code: '410600',
      name: '鹤壁市',
      path: [
        { code: '410000', name: '河南省' },
        { code: '410600', name: '鹤壁市' },
      ],
    },
    year: 2017,
    kind: 'annual',
    state: 'late',
    length: 5012,
    ...given,
  });

  it('reads back every report', () => {
    const entries = [
      entry({}),
      entry({ report: '410600-2017-plan', url: '/r/410600/2017-plan/', kind: 'plan' }),
      entry({ report: 'elsewhere', url: '/x/', title: '另一篇', length: 0, date: null }),
      entry({ issuer: '中共鹤壁市委、鹤壁市人民政府', date: '2017-01-01' }),
      entry({ date: '2016-12-31' }),
      entry({
        report: 'zone-371000-lingang-2017',
        url: '/r/zone-371000-lingang/2017/',
        region: {
          code: 'zone-371000-lingang',
          name: '临港区',
          path: [
            { code: '370000', name: '山东省' },
            { code: '371000', name: '威海市' },
            { code: 'zone-371000-lingang', name: '临港区' },
          ],
        },
      }),
    ];
    const newer = entry({ report: '410600-2018', url: '/r/410600/2018/', year: 2018 });
    const shards = [[newer], entries, []];
    const read = parseCatalogue(formatCatalogue(shards));
    expect(shards.map((_, shard) => read(shard))).toEqual(shards);
  });

  it('reads back titles that have what stands for a place or a year, and any region', () => {
    const region = (name: string) => ({ code: '1', name, path: [{ code: '1', name }] });
    const titles = ['@市#年', '=2017', '2017', '$& 2017 鹤壁市', '鹤壁市鹤壁市20172017', ''];
    const entries = ['鹤壁市', '2017区', '$&', '@', ''].flatMap((name) =>
      titles.map((title) =>
        entry({ title, region: region(name), report: '1-2017', url: '/r/1/2017/' }),
      ),
    );
    expect(parseCatalogue(formatCatalogue([entries]))(0)).toEqual(entries);
  });

  it('has a title once that differs by place and year alone', () => {
    const some = (name: string, year: number) => {
      const code = name;
      const region = { code, name, path: [{ code, name }] };
      return entry({ title: `${name}${year}年法治政府建设年度报告`, region, year });
    };
    const written = formatCatalogue([
      [some('甲市', 2018), some('乙县', 2018)],
      [some('甲市', 2017)],
    ]);
    expect(written.split('法治政府建设年度报告')).toHaveLength(2);
  });
});

describe('the section table', () => {
  it('reads back the sections of every report', () => {
    const reports = [
      [
        { start: 20, end: 90, headingEnd: 31, themes: ['leadership'] },
        { start: 90, end: 200, headingEnd: 90, themes: [] },
        { start: 205, end: 210, headingEnd: 205, themes: ['leadership'] },
      ],
      [],
      [{ start: 0, end: 7, headingEnd: 3, themes: ['review', 'leadership'] }],
    ];
    const sections = parseSectionTable(formatSectionTable(reports));
    expect(reports.map((_, record) => sections(record))).toEqual(reports);
  });
});

describe('sectionSpans', () => {
  const line = (text: string, section: string | null, paragraph: string | null, start = 0) => ({
    text,
    section,
    sectionHeading: null,
    paragraph,
    paragraphStart: start,
    themes: section === null ? [] : ['review'],
  });

  it('counts sections and their headings in folded characters, whatever each takes to write', () => {
    const lines = [
      line('题𠮷', null, null),
      line('一、𠮷㎡', 's1', null),
      line('甲…', 's1', 'p1'),
      line('二、乙。丙', 's2', 'p2', 4),
    ];
    const folded = lines.map(({ text }) => fold(text));
    expect(sectionSpans(lines, folded)).toEqual([
      { start: 3, end: 14, headingEnd: 8, themes: ['review'] },
      { start: 14, end: 20, headingEnd: 18, themes: ['review'] },
    ]);
  });
});

describe('cutBlocks', () => {
  const line = (text: string, section: string | null): SearchLine => ({
    text,
    section,
    sectionHeading: section,
    paragraph: 'p1',
    paragraphStart: 3,
    themes: [],
  });

  it('has the text around any position in the block of that position, at the position it says', () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      line('甲…乙㎡丙𠮷'.repeat(20 + i * 3), `s${i >> 2}`),
    );
    const text = lines.map((each) => `${fold(each.text)}\n`).join('');
    const positions = codePoints(text).map((code) => String.fromCodePoint(code));
    const blocks = cutBlocks(lines);
    expect(blocks).toHaveLength(Math.ceil(positions.length / BLOCK_SIZE));
    for (let position = 0; position < positions.length; position += 7) {
      if (positions[position] === '\n') continue;
      const block = blocks[blockOf(position)];
      const found = block?.findLast(({ at }) => at <= position);
      const folded = Array.from(fold(found?.text ?? ''));
      const at = position - (found?.at ?? 0);
      expect(folded.slice(at, at + 30).join('')).toBe(
        positions
          .slice(position, position + 30)
          .join('')
          .split('\n')[0],
      );
    }
  });

  it('says where each line stands, and where the paragraph itself begins in it', () => {
    const [block] = cutBlocks([line('题目', null), line('一、甲乙丙', 's1'), line('丁', 's1')]);
    expect(block?.map(({ at, body, section }) => [at, body, section])).toEqual([
      [0, 3, null],
      [3, 3, 's1'],
      [9, 3, 's1'],
    ]);
  });

  it('is read back as it was written, whatever characters a text has', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', '"', '\\', '𠮷', '\ud842', 'a', '㎡', ' '),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1 }), (texts) => {
        const lines = texts.map(([words, hasSection], i) => ({
          ...line(words, hasSection ? `s${i >> 1}` : null),
          paragraph: i % 3 === 0 ? null : `p${i}`,
        }));
        for (const block of cutBlocks(lines)) expect(parseBlock(formatBlock(block))).toEqual(block);
      }),
    );
  });
});

it('cuts blocks of 4,096 characters, with 90 before them and 260 after', () => {
  const text = { text: '甲'.repeat(8500), section: null, sectionHeading: null, paragraph: null };
  const [first, second, third] = cutBlocks([{ ...text, paragraphStart: 0, themes: [] }]);
  const bounds = [first, second, third].map((block) =>
    block?.map(({ at, text: { length } }) => [at, at + length]),
  );
  expect(bounds).toEqual([[[0, 4356]], [[4006, 8452]], [[8102, 8500]]]);
  expect([0, 4095, 4096, 8191, 8192].map(blockOf)).toEqual([0, 0, 1, 1, 2]);
});
