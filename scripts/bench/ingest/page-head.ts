import type { Random } from './random.ts';

/** What a page says of its document around it. */
export interface HeadFacts {
  /** The title that the page prints, if it prints one. */
  readonly title: string | undefined;
  /** The place's name where the page's navigation gives it. */
  readonly site: string | undefined;
  readonly posted: string | undefined;
  /** A second date, of signing, beside the one of posting. */
  readonly signed: string | undefined;
  readonly issuer: string | undefined;
}

type Field = readonly [label: string, value: string];

/** Lines of navigation, as crawled pages begin with them; often none. */
export function navigationLines(random: Random, { site, title }: HeadFacts): string[] {
  const column = random.pick([
    '法治政府建设',
    '政务公开',
    '信息公开目录',
    '通知公告',
    '法治政府建设年度报告',
    '其他法定信息',
    '市局动态',
  ]);
  const arrow = random.pick(['>', ' > ', '>>', ' -> ', '-->', ' » ', '/', ' / ']);
  const last =
    title !== undefined && random.chance(0.2) ? [title] : random.chance(0.3) ? ['正文'] : [];
  const crumb = [
    '首页',
    random.pick(['政府信息公开', '政务公开', '专题专栏']),
    column,
    ...last,
  ].join(arrow);
  const place = random.pick([
    '当前位置：',
    '您所在的位置：',
    '您的位置: ',
    '当前位置:',
    '位置：',
    '您现在的位置：',
    '',
  ]);
  const today = random.pick([
    '今天是2031年5月6日 星期二',
    '今天是：2031年05月06日 星期二 欢迎您访问本网站',
    '2031年5月6日 星期二',
  ]);
  const forms: readonly (readonly [readonly string[], number])[] = [
    [[], 40],
    [[`${place}${crumb}`], 25],
    [['无障碍浏览', '|', '长者助手', `${place}${crumb}`], 4],
    [['首页', '政务公开', '政务服务', '互动交流', `${place}${crumb}`], 4],
    [[column, place === '' ? crumb : place, crumb], 5],
    [['网站支持IPv6', '登录', '个人中心', crumb], 3],
    [[today, crumb], 1.5],
    [[`${site ?? '本市'}人民政府门户网站`, crumb], site === undefined ? 0 : 6],
    [[`欢迎访问${site ?? ''}人民政府网站！`, today, crumb], site === undefined ? 0 : 1],
    [[`${column}`], 5],
    [['今天是:2031年10月31日 星期五 农历九月初一', '工作报告', '', `${place}${crumb}`], 2],
    [['请点击右上角 选择浏览器打开', '(欢迎您)注销'], 1],
    [['中国政府网|省人民政府网', '', `${place}${crumb}`], 2],
  ];
  return [...random.weighted(forms)];
}

/** The line under a title: when, from where, how often read. */
export function bylineLines(random: Random, { posted, issuer }: HeadFacts): string[] {
  const label = random.weighted([
    ['发布时间', 30],
    ['发布日期', 20],
    ['时间', 8],
    ['日期', 5],
    ['发表时间', 3],
    ['更新时间', 4],
    ['公开日期', 3],
    ['发稿时间', 2],
    ['', 12],
  ]);
  const mark = random.pick(['：', ':', ': ', '： ']);
  const when =
    posted === undefined
      ? random.chance(0.5)
        ? ''
        : `${label === '' ? '发布时间' : label}${mark}`
      : label === ''
        ? posted
        : `${label}${mark}${posted}`;
  const from = random.weighted([
    [issuer === undefined ? '来源：本站' : `来源${mark}${issuer}`, 30],
    [`信息来源${mark}办公室`, 8],
    [`文章来源：${issuer ?? '本站原创'}`, 6],
    ['来源：', 6],
    ['作者：佚名', 3],
    [`发布机构：${issuer ?? ''}`, 6],
    ['稿源：司法局', 3],
    ['', 20],
  ]);
  const count = random.weighted([
    [`浏览次数：${random.int(1, 9000)}`, 10],
    ['浏览次数：', 8],
    [`阅读：${random.int(1, 900)}次`, 4],
    ['点击数：', 4],
    ['浏览 人次', 2],
    [`访问量: ${random.int(1, 9000)}`, 4],
    [`阅读量（${random.int(1, 900)}）`, 2],
    ['', 30],
  ]);
  const size = random.weighted([
    ['字体：[大 中 小]', 6],
    ['【字体：大 中 小】', 8],
    ['字号：大 中 小', 5],
    ['【大 中 小】', 4],
    ['打印', 3],
    ['【打印】【关闭】', 3],
    ['分享到：', 4],
    ['扫一扫在手机打开当前页', 2],
    ['', 40],
  ]);
  const parts = (random.chance(0.3) ? [from, when, count, size] : [when, from, count, size]).filter(
    (one) => one !== '',
  );
  if (random.chance(0.2)) return parts;
  return parts.length === 0
    ? []
    : [parts.join(random.pick(['  ', '    ', ' | ', '\u3000', ' \u00a0 ']))];
}

/** The table of a page that files documents under an index number. */
export function recordLines(random: Random, facts: HeadFacts): string[] {
  const { title, posted, signed, issuer } = facts;
  const empty = (value: string | undefined) => (random.chance(0.07) ? '' : (value ?? ''));
  const all: Field[] = [
    [
      '索引号',
      `1141${random.int(1000, 9999)}MB0${random.int(1000, 9999)}/2024-000${random.int(10, 99)}`,
    ],
    ['主题分类', empty(random.pick(['司法', '综合政务', '政务公开', '司法、法治']))],
    [random.pick(['发文机关', '发布机构', '发文单位', '公开主体']), issuer ?? ''],
    ...(title === undefined ? [] : [[random.pick(['标题', '名称', '信息名称']), title] as const]),
    ...(signed === undefined
      ? []
      : [[random.pick(['成文日期', '生成日期', '成文时间']), signed] as const]),
    ...(posted === undefined
      ? []
      : [[random.pick(['发布日期', '发布时间', '公开日期']), posted] as const]),
    ['发文字号', empty(undefined)],
    ['有效性', empty('有效')],
    ['主题词', empty(undefined)],
  ];
  const fields = all.filter(
    ([label]) => !/有效性|主题词|发文字号/.test(label) || random.chance(0.5),
  );
  const spaced = (label: string) =>
    label.length < 4 && random.chance(0.5) ? [...label].join(' ') : label;
  const layout = random.weighted([
    ['list', 8],
    ['line', 6],
    ['table', 6],
    ['dash', 4],
    ['bracket', 5],
    ['rows', 6],
    ['below', 5],
    ['tabs', 5],
    ['spaced', 5],
  ] as const);
  const text = (mark: string) => fields.map(([label, value]) => `${spaced(label)}${mark}${value}`);
  if (layout === 'list') return text('：');
  if (layout === 'line') return [text('：').join('  ')];
  if (layout === 'spaced')
    return pairs(fields).map((row) => row.map(([label, value]) => `${label} ${value}`).join(' '));
  if (layout === 'dash') return text(':').map((one) => `- ${one}`);
  if (layout === 'bracket') return fields.map(([label, value]) => `[ ${label} ] ${value}`);
  if (layout === 'below')
    return fields.flatMap(([label, value]) => [`${label}：`, ...(value === '' ? [] : [value])]);
  if (layout === 'tabs')
    return pairs(fields).map((row) =>
      row.map(([label, value]) => `${spaced(label)}：\t${value}`).join('\t'),
    );
  if (layout === 'rows')
    return pairs(fields).map((row) =>
      row.map(([label, value]) => `${label}：${value}`).join('   '),
    );
  return pairs(fields).map(
    (row) => `| ${row.map(([label, value]) => `${label} | ${value}`).join(' | ')} |`,
  );
}

function pairs<T>(list: readonly T[]): T[][] {
  return list
    .flatMap((_, at) => (at % 2 === 0 ? [list.slice(at, at + 2)] : []))
    .filter((row) => row.length > 0);
}

/** Lines under the document: attachments, printing, neighbours, whose site it is. */
export function footLines(random: Random, { site }: HeadFacts): string[] {
  const blocks: readonly (readonly string[])[] = [
    ['扫一扫在手机打开当前页'],
    ['【打印本页】 【关闭窗口】'],
    ['打印', '关闭'],
    ['责任编辑：办公室'],
    ['上一篇：关于开展专项检查的公告', '下一篇：没有了'],
    ['分享到：', '微信', '微博'],
    ['相关信息', '关于做好防汛工作的通知'],
    ['友情链接', '中国政府网', '司法部'],
    ['附件：法治政府建设情况统计表.xls'],
    ['信息来源：本站'],
    [
      `主办：${site ?? '本地'}人民政府办公室  承办：${site ?? '本地'}政务服务和数据管理局`,
      '网站标识码：4106000001  京ICP备00000001号  京公网安备 11000000000001号',
    ],
    [`版权所有：${site ?? '本地'}人民政府`, '联系电话：000-0000000', '网站地图'],
    ['Copyright © 2024 All Rights Reserved', '建议使用1024×768分辨率浏览'],
  ];
  return random.chance(0.45) ? [] : random.some(blocks, random.int(1, 3)).flat();
}

/** A day, and how a page prints it. */
export interface PrintedDate {
  /** ISO. */
  readonly iso: string;
  readonly text: string;
}

const HAN = '〇一二三四五六七八九';
const two = (number: number) => String(number).padStart(2, '0');

/** Pick a day from one month to another of a year; month 13 is January of the next. */
export function pickDay(random: Random, year: number, from: number, to: number): Date {
  return new Date(Date.UTC(year, random.int(from, to) - 1, random.int(1, 28)));
}

/** Print a day as pages print when they were posted. */
export function printPosted(random: Random, day: Date): PrintedDate {
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const time = `${two(random.int(8, 18))}:${two(random.int(0, 59))}`;
  const text = random.weighted([
    [`${y}-${two(m)}-${two(d)}`, 30],
    [`${y}-${two(m)}-${two(d)} ${time}`, 20],
    [`${y}-${two(m)}-${two(d)} ${time}:${two(random.int(0, 59))}`, 12],
    [`${y}年${two(m)}月${two(d)}日`, 10],
    [`${y}年${m}月${d}日 ${time}`, 5],
    [`${y}/${m}/${d}`, 6],
    [`${y}/${two(m)}/${two(d)} ${time}`, 3],
    [`${y}.${two(m)}.${two(d)}`, 4],
    [`${two(y % 100)}-${two(m)}-${two(d)}`, 4],
    [`${d > 12 ? d : two(d)}.${two(m)}.${y}`, 2],
    [`${y}-${m}-${d}`, 4],
  ]);
  return { iso: iso(day), text };
}

/** Print a day as documents print when they were signed. */
export function printSigned(random: Random, day: Date): PrintedDate {
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const han = (zero: string) =>
    `${[...String(y)]
      .map((digit) => HAN[Number(digit)])
      .join('')
      .replaceAll('〇', zero)}年${hanNumber(m)}月${hanNumber(d)}日`;
  const text = random.weighted([
    [`${y}年${m}月${d}日`, 70],
    [`${y} 年 ${m} 月 ${d} 日`, 8],
    [`${y}年${two(m)}月${two(d)}日`, 6],
    [han('〇'), 6],
    [han('○'), 4],
    [`${y}.${m}.${d}`, 2],
    [`${y}-${two(m)}-${two(d)}`, 2],
  ]);
  return { iso: iso(day), text };
}

function iso(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : HAN[tens]}十`;
  return head + (ones === 0 ? '' : (HAN[ones] ?? ''));
}
