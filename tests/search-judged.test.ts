import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRecords } from '../scripts/bench/search/records.ts';
import type { SearchAnswer } from '../src/search/client/contract.ts';
import { foldQuery } from '../src/search/client/fold-query.ts';
import { runSearch } from '../src/search/client/run-search.ts';
import { buildSearch } from '../src/search/index/build-search.ts';
import { keptArchive } from '../src/search/offline/kept-archive.ts';
import type { SearchLine, SearchRecord } from '../src/search/text/search-record.ts';

const PROVINCES: Readonly<Record<string, string>> = {
  41: '河南省',
  37: '山东省',
  23: '黑龙江省',
};
const REGIONS: readonly (readonly [code: string, name: string])[] = [
  ['410300', '洛阳市'],
  ['410600', '鹤壁市'],
  ['410621', '浚县'],
  ['411600', '周口市'],
  ['370300', '淄博市'],
  ['371000', '威海市'],
  ['371400', '德州市'],
  ['371482', '禹城市'],
  ['230200', '齐齐哈尔市'],
  ['230300', '鸡西市'],
];
const YEARS = [2019, 2020, 2021, 2022, 2023];

/** What one report treats under a heading of its own, and all others in passing. */
const MATTERS: readonly (readonly [id: string, matter: string])[] = [
  ['410300-2019', '行政复议'],
  ['410600-2020', '合法性审查'],
  ['411600-2021', '双随机'],
  ['370300-2022', '行政执法三项制度'],
  ['371000-2023', '营商环境'],
  ['371400-2019', '政务公开'],
  ['371482-2020', '负责人出庭应诉'],
  ['230200-2021', '规范性文件备案'],
  ['230300-2022', '权责清单'],
  ['410621-2023', '法治宣传教育'],
  ['410300-2022', '公共法律服务'],
  ['371000-2020', '重大行政决策'],
];

/** Sentences that stand in one report alone. */
const SENTENCES: readonly (readonly [id: string, sentence: string])[] = [
  ['410600-2019', '建成覆盖城乡的议事亭五百余处'],
  ['411600-2019', '推行“一企一档”包联走访'],
  ['370300-2019', '编印《窗口办事百问》手册'],
  ['371000-2019', '在渔港码头设立巡回调处点'],
  ['371482-2019', '聘请退休法官担任听证员'],
  ['230200-2019', '冬季供暖纠纷提前介入机制'],
  ['230300-2019', '矿区搬迁听证记录全部上网'],
  ['410621-2019', '庙会期间流动法律咨询车'],
  ['410300-2020', '牡丹节市场主体信用承诺'],
  ['371400-2020', '扒鸡老字号商标保护专班'],
];

/** A figure as printed, and as a reader types it. */
const FIGURES: readonly (readonly [id: string, printed: string, typed: string])[] = [
  ['410600-2021', '走访企业2,680家', '2680家'],
  ['411600-2022', '办结案件13456件', '13,456件'],
  ['370300-2020', '培训干部 3120 人次', '培训干部3120人次'],
  ['371400-2021', '印发德政〔2021〕18号文件', '[2021]18号'],
  ['371482-2021', '落实2021—2025年规划', '2021-2025年'],
  ['230200-2022', '办结率达到98.7％', '98.7%'],
  ['230300-2020', '受理１５３７件', '1,537件'],
  ['410621-2020', '清理证明事项 1204 项', '1,204项'],
];

/** Two parts that stand in one sentence of one report, and apart in others. */
const PAIRS: readonly (readonly [id: string, sentence: string, query: string])[] = [
  ['410300-2021', '把复议与调解衔接起来，化解纠纷', '复议 调解'],
  ['410600-2022', '以听证促进决策公开', '听证 决策'],
  ['411600-2020', '仲裁与信访联席会商', '仲裁 信访'],
  ['370300-2021', '培训与考试一并纳入考核', '培训 考试'],
  ['371000-2022', '监督平台归集处罚信息', '监督平台 处罚信息'],
  ['371400-2022', '清单之外不得许可', '清单 许可'],
  ['371482-2022', '罚没收入与执法经费脱钩', '经费 罚没'],
  ['230200-2020', '村规民约由律师审核', '律师 村规民约'],
  ['230300-2021', '诚信档案记入失信行为', '失信 档案'],
  ['410621-2021', '调查问卷反映群众满意', '满意 问卷'],
];

const of = <T extends readonly [string, ...unknown[]]>(rows: readonly T[], id: string): T[] =>
  rows.filter(([own]) => own === id);

function makeRecord(code: string, name: string, year: number): SearchRecord {
  const report = `${code}-${year}`;
  const title = `${name}${year}年法治政府建设年度报告`;
  const region = {
    code,
    name,
    path: [
      { code: `${code.slice(0, 2)}0000`, name: PROVINCES[code.slice(0, 2)] ?? '' },
      { code, name },
    ],
  };
  const others = REGIONS.filter(([other]) => other !== code).map(([, other]) => other);
  const passing = MATTERS.map(([, matter]) => `继续做好${matter}工作`);
  const apart = PAIRS.flatMap(([, , query]) => query.split(' '));
  const sections: string[][] = [
    [
      '一、主要工作',
      `${name}贯彻上级部署，学习${others.join('、')}的做法，并对照${YEARS.join('、')}各年要求。`,
    ],
    ...of(MATTERS, report).map(([, matter]) => [
      `二、全面加强${matter}`,
      `本年把${matter}摆在首位。${matter}有专人负责，${matter}有台账。`,
    ]),
    [
      '三、其他事项',
      `${passing.join('。')}。`,
      ...of(SENTENCES, report).map(([, one]) => `${one}。`),
    ],
    // The parts of each pair stand here one a sentence, before the sentence that has both.
    [
      '四、分项情况',
      `${apart.map((part) => `另行安排${part}事项，逐项列出时限，明确牵头单位和配合单位，按月通报进展，年底逐一验收`).join('。')}。`,
    ],
    [
      '五、数据',
      ...of(FIGURES, report).map(([, printed]) => `全年${printed}。`),
      '其余数据见附表。',
    ],
    [
      '六、机制',
      ...of(PAIRS, report).map(([, sentence]) => `注重实效，${sentence}。`),
      '机制运行平稳。',
    ],
  ];
  let paragraph = 0;
  const outside = {
    section: null,
    sectionHeading: null,
    paragraph: null,
    paragraphStart: 0,
    themes: [],
  };
  const lines: SearchLine[] = sections.flatMap(([heading = '', ...texts], i) => {
    const own = { section: `s${i + 1}`, sectionHeading: heading, paragraphStart: 0, themes: [] };
    return [
      { ...own, text: heading, paragraph: null },
      ...texts.map((text) => {
        paragraph += 1;
        return { ...own, text, paragraph: `p${paragraph}` };
      }),
    ];
  });
  const url = `/r/${code}/${year}/`;
  const about = {
    ...{ report, url, title, issuer: `${name}人民政府`, date: null },
    ...{ region, year, kind: 'annual', state: 'on-time' },
  };
  return { ...about, lines: [{ ...outside, text: title }, ...lines] };
}

const records = REGIONS.flatMap(([code, name]) =>
  YEARS.map((year) => makeRecord(code, name, year)),
);

/** What must come first, and what its first sentence must have. */
type Judged = readonly [query: string, first: string, words: readonly string[]];
const judged: readonly Judged[] = [
  ...REGIONS.map(([code, name], i): Judged => {
    const year = YEARS[i % YEARS.length] ?? 0;
    return [`${name} ${year}`, `${code}-${year}`, []];
  }),
  ['2021 鹤壁市', '410600-2021', []],
  ['鹤壁 2023', '410600-2023', []],
  ['洛阳市 2020年', '410300-2020', []],
  ['浚县 2022年度|2022', '410621-2022', []],
  ...REGIONS.map(([code, name], i): Judged => {
    const year = YEARS[(i + 2) % YEARS.length] ?? 0;
    return [`${name}${year}年法治政府建设年度报告`, `${code}-${year}`, []];
  }),
  ...MATTERS.map(([id, matter]): Judged => [matter, id, [matter]]),
  ...SENTENCES.map(([id, sentence]): Judged => [sentence.replaceAll(/[“”]/g, '"'), id, [sentence]]),
  ...FIGURES.map(([id, printed, typed]): Judged => [typed, id, [printed]]),
  ...PAIRS.map(([id, sentence, query]): Judged => [query, id, [sentence]]),
];

let folder = '';
let search: (query: string, options: object) => Promise<SearchAnswer>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'judged-'));
  const outDir = path.join(folder, 'site');
  const files = await writeRecords(records, path.join(folder, 'records'));
  await buildSearch({ ...files, outDir, cacheDir: path.join(folder, 'cache') });
  ({ search } = await import(pathToFileURL(path.join(outDir, 'search/client.js')).href));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what a reader means comes first', () => {
  it('is judged by sixty queries and more', () => {
    expect(new Set(judged.map(([query]) => query)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(judged)('%s: %s', async (query, first, words) => {
    const answer = await search(query, { syntax: 'query' });
    const [result] = answer.results;
    expect(result?.report).toBe(first);
    for (const one of words) {
      const [section] = result?.sections ?? [];
      expect(section?.excerpt).toContain(one);
    }
    const kept = keptArchive(records, {
      base: 'https://example.org/',
      basePath: '/',
      labels: { theme: {}, kind: {} },
    });
    const offline = await runSearch([kept], query, await foldQuery(query, 'query'), {});
    expect(offline.results).toEqual(answer.results);
  });
});
