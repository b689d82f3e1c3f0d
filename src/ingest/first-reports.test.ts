import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectContent } from '../content/content-directory.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { parseReportFile } from '../report/file/report-file.ts';
import type { Report, Section } from '../report/report.ts';
import { walkSections } from '../report/report-lines.ts';
import { compileReport } from '../vocabulary/compile-report.ts';
import { findRegion } from '../vocabulary/region/region-tree.ts';

/** What a correct parse of the first five reports gives, read by hand from their snapshots. */
const vocabularies = await readVocabularies(projectContent);
const read = async (file: string): Promise<Report> =>
  compileReport(
    parseReportFile(
      await readFile(path.join(projectContent, 'reports', `${file}.md`), 'utf8'),
      file,
    ),
    file,
    undefined,
    vocabularies,
  );
const qiqihar = await read('2018/230200-齐齐哈尔市');
const weihai = await read('2017/371071-威海火炬高技术产业开发区');
const laoling = await read('2018/371481-乐陵市-plan');
const chuanhui = await read('2019/411602-川汇区');
const hebi = await read('2017/410600-鹤壁市');

const printed = ({ sections }: Report): Section[] => sections.filter(({ label }) => label !== null);
const closing = ({ sections }: Report): Section[] => sections.filter(({ id }) => /^c\d/.test(id));
const pointCounts = (sections: readonly Section[]): number[] =>
  sections.map(({ paragraphs }) => paragraphs.flatMap(({ points }) => points).length);
const styles = (sections: readonly Section[]) => new Set(sections.map(({ style }) => style));
const text = (report: Report): string =>
  walkSections(report.sections)
    .flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text))
    .join('\n');

describe('the first five reports', () => {
  it.each([
    [
      qiqihar,
      '230200-2018',
      '2018年齐齐哈尔市法治政府建设工作',
      'page',
      '齐齐哈尔市人民政府',
      'inferred',
    ],
    [
      weihai,
      '371071-2017',
      '威海火炬高技术产业开发区2017年法治政府建设工作报告',
      'page',
      '威海火炬高技术产业开发区管理委员会',
      'inferred',
    ],
    [
      laoling,
      '371481-2018-plan',
      '乐陵市关于贯彻落实〈德州市法治政府建设实施纲要（2016—2020年）〉2018年度实施方案',
      'page',
      '乐陵市人民政府',
      'page',
    ],
    [
      chuanhui,
      '411602-2019',
      '周口市川汇区人民政府关于2019年度法治政府建设的工作报告',
      'page',
      '周口市川汇区人民政府',
      'document',
    ],
    [
      hebi,
      '410600-2017',
      '鹤壁市2017年法治政府建设工作情况报告',
      'editor',
      '鹤壁市人民政府',
      'inferred',
    ],
  ])('have id, title and issuer: %#', (report, id, title, titleBasis, issuer, issuerBasis) => {
    expect(report).toMatchObject({
      id,
      title,
      issuer,
      basis: { title: titleBasis, issuer: issuerBasis },
    });
  });

  it('name their places', () => {
    const places = [qiqihar, weihai, laoling, chuanhui, hebi].map(
      ({ region: { code, name, level } }) => [
        name,
        level,
        findRegion(vocabularies.regions, code)?.parent,
      ],
    );
    expect(places).toEqual([
      ['齐齐哈尔市', 'prefecture', '230000'],
      ['威海火炬高技术产业开发区', 'zone', '371000'],
      ['乐陵市', 'county', '371400'],
      ['川汇区', 'county', '411600'],
      ['鹤壁市', 'prefecture', '410000'],
    ]);
  });

  it.each([
    [qiqihar, { published: '2019-04-12', republished: null, signed: null }, 'late', 12],
    [weihai, { published: '2017-12-20', republished: null, signed: '2017-12-20' }, 'early', -101],
    [laoling, { published: null, republished: '2021-12-11', signed: null }, 'not-applicable', null],
    [chuanhui, { published: '2020-03-27', republished: null, signed: null }, 'on-time', -4],
    [hebi, { published: null, republished: null, signed: '2018-01-19' }, 'unknown', null],
  ])('have dates and are in time or not: %#', (report, dates, state, days) => {
    expect(report).toMatchObject({ ...dates, timeliness: { state, days } });
  });

  it('are addressed, copied and signed', () => {
    const ends = [qiqihar, weihai, laoling, chuanhui, hebi].map(
      ({ addressee, cc, signature, docNo }) => [addressee, cc, signature, docNo],
    );
    expect(ends).toEqual([
      [null, null, [], null],
      [null, null, ['高区政法委法制办'], null],
      [null, null, [], null],
      ['市政府', null, [], null],
      ['省政府', '市委，市人大常委会', [], null],
    ]);
    expect(chuanhui.altTitles).toEqual(['周口市川汇区人民政府关于2019年度法治政府建设工作报告']);
  });

  it('of 齐齐哈尔市 has eight run-in sections, 三 of two paragraphs, 四是 twice, two closing parts', () => {
    expect(printed(qiqihar)).toHaveLength(8);
    expect(styles(printed(qiqihar))).toEqual(new Set(['run-in']));
    expect(printed(qiqihar).map(({ paragraphs }) => paragraphs.length)).toEqual([
      1, 1, 2, 1, 1, 1, 1, 1,
    ]);
    expect(pointCounts(printed(qiqihar))).toEqual([4, 4, 4, 4, 2, 5, 3, 2]);
    expect(printed(qiqihar)[5]?.paragraphs[0]?.points.map(({ label }) => label)).toEqual([
      '一是',
      '二是',
      '三是',
      '四是',
      '四是',
    ]);
    expect(
      closing(qiqihar).map(({ id, paragraphs }) => [id, paragraphs.map((one) => one.id)]),
    ).toEqual([
      ['c1', ['p11']],
      ['c2', ['p12']],
    ]);
    expect(pointCounts(closing(qiqihar))).toEqual([2, 3]);
    expect(qiqihar.source.omitted.map(({ text: words }) => words)).toEqual([
      '市局动态',
      '当前位置:首页 > 市局动态',
      '2018年齐齐哈尔市法治政府建设工作',
      '发布时间:19-04-12',
      '发布人:▇▇▇',
      '单位:办公室',
      '浏览量: 70',
      '友情链接',
    ]);
  });

  it('of 威海火炬高技术产业开发区 has eight sections of their own line with 28 run-in ones', () => {
    const sections = printed(weihai);
    expect(styles(sections)).toEqual(new Set(['own-line']));
    expect(sections.map((section) => section.sections.length)).toEqual([6, 2, 2, 3, 4, 4, 3, 4]);
    expect(styles(sections.flatMap((section) => section.sections))).toEqual(new Set(['run-in']));
    expect(closing(weihai).map(({ paragraphs }) => paragraphs.map(({ id }) => id))).toEqual([
      ['p30'],
      ['p31'],
    ]);
    expect(pointCounts(walkSections(weihai.sections)).every((count) => count === 0)).toBe(true);
  });

  it('of 乐陵市 numbers 41 items on through its sections, without a 29', () => {
    const sections = printed(laoling);
    expect(sections.map((section) => section.sections.length)).toEqual([4, 7, 5]);
    const second = sections.slice(0, 2).flatMap((section) => section.sections);
    expect(styles(second)).toEqual(new Set(['own-line']));
    const items = walkSections(sections).filter(({ label }) => /^\d/.test(label ?? ''));
    expect(styles(items)).toEqual(new Set(['run-in']));
    const numbers = Array.from({ length: 42 }, (_, index) => index + 1).filter((n) => n !== 29);
    expect(items.map(({ number }) => number.at(-1))).toEqual(numbers);
    expect(items.find(({ label }) => label === '30.')).toMatchObject({
      id: 's2-6-30',
      paragraphs: [{ id: 'p34' }],
    });
    expect(items.find(({ label }) => label === '38.')?.id).toBe('s3-38');
    expect(closing(laoling).map(({ paragraphs }) => paragraphs.map(({ id }) => id))).toEqual([
      ['p47'],
    ]);
    expect(text(laoling)).toContain('（德政字〔2016〕18号）');
  });

  it('of 川汇区 has eight run-in sections under 一, and points in 二 and 三', () => {
    const sections = printed(chuanhui);
    expect(styles(sections)).toEqual(new Set(['own-line']));
    expect(sections.map((section) => section.sections.length)).toEqual([8, 0, 0]);
    expect(sections[0]?.sections[4]).toMatchObject({
      id: 's1-5',
      style: 'run-in',
      paragraphs: [{ id: 'p6' }],
    });
    expect(pointCounts(sections)).toEqual([0, 3, 7]);
    expect(closing(chuanhui)).toEqual([]);
    expect(text(chuanhui)).toContain('存在差异二是权力监督机制不够健全');
    expect(text(chuanhui)).toContain('“12.4”国家宪法日');
  });

  it('of 鹤壁市 has ten run-in sections of lead sentences and one closing part', () => {
    expect(printed(hebi)).toHaveLength(10);
    expect(styles(printed(hebi))).toEqual(new Set(['run-in']));
    expect(pointCounts(printed(hebi))).toEqual([3, 5, 3, 3, 3, 3, 2, 2, 5, 3]);
    const kinds = walkSections(hebi.sections).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ points }) => points.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(['lead']));
    expect(printed(hebi)[0]?.paragraphs[0]?.points[0]).toEqual({
      id: 's1-i1',
      kind: 'lead',
      label: '全面安排部署。',
      start: 0,
      end: 437,
    });
    expect(closing(hebi).map(({ paragraphs }) => paragraphs.map(({ id }) => id))).toEqual([
      ['p12'],
    ]);
    expect(text(hebi)).toContain('“互联网政务服务”平台');
  });

  it('leave nothing for an editor', async () => {
    for (const report of [qiqihar, weihai, laoling, chuanhui, hebi]) {
      const file = report.source.file.replace(/^sources/, 'reports').replace(/\.txt$/, '.md');
      const { frontmatter } = parseReportFile(
        await readFile(path.join(projectContent, file), 'utf8'),
        file,
      );
      expect(frontmatter.review).toEqual([]);
    }
  });
});
