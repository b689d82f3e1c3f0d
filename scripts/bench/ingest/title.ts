import type { Random } from './random.ts';
import type { Subject } from './subject.ts';

/** A made-up title: the bodies at its head, if they stand apart, and the rest. */
export interface MadeTitle {
  /** Printed on lines of their own where the title is broken. */
  readonly bodies: readonly string[];
  readonly rest: string;
}

/** Title forms by how they name their place; `{Y}` the year. */
const NAMED: readonly (readonly [string, number])[] = [
  ['{Y}年法治政府建设工作情况报告', 10],
  ['{Y}年度法治政府建设情况报告', 14],
  ['{Y}年法治政府建设工作报告', 8],
  ['{Y}年法治政府建设年度报告', 8],
  ['{Y}年法治政府建设报告', 4],
  ['{Y}年度法治政府建设工作报告', 8],
  ['{Y}年度法治政府建设年度报告', 3],
  ['{Y}年推进法治政府建设工作总结', 4],
  ['{Y}年法治政府建设工作总结', 5],
  ['{Y}年度推进法治政府建设工作情况报告', 4],
  ['法治政府建设年度报告（{Y}年）', 3],
  ['法治政府建设{Y}年度报告', 3],
  ['{Y}年度法治政府建设工作情况', 2],
  ['{Y}年度依法行政工作报告', 2],
  ['{Y}年依法行政和法治政府建设工作情况报告', 2],
  ['{Y}年度法治建设工作报告', 2],
  ['贯彻落实《法治政府建设实施纲要（2021—2025年）》{Y}年度工作报告', 1],
];
const OF_BODY: readonly (readonly [string, number])[] = [
  ['关于{Y}年度法治政府建设情况的报告', 12],
  ['关于{Y}年法治政府建设工作情况的报告', 10],
  ['关于{Y}年度法治政府建设工作的报告', 6],
  ['关于{Y}年度推进法治政府建设工作情况的报告', 4],
  ['关于报送{Y}年度法治政府建设工作情况的报告', 3],
  ['关于{Y}年度法治政府建设年度报告', 2],
  ['关于{Y}年法治政府建设情况的公告', 1],
  ['{Y}年法治政府建设工作报告', 4],
  ['{Y}年度法治政府建设情况报告', 4],
];
const PLANS: readonly (readonly [string, number])[] = [
  ['{Y}年法治政府建设工作计划', 3],
  ['{Y}年法治政府建设工作要点', 4],
  ['{Y}年度法治政府建设工作实施方案', 2],
  ['{Y}年度推进法治政府建设工作安排', 1],
  ['关于贯彻落实《法治政府建设实施纲要（2016—2020年）》{Y}年度实施方案', 2],
];
const UNNAMED: readonly (readonly [string, number])[] = [
  ['关于{Y}年法治政府建设情况的报告', 5],
  ['关于{Y}年度法治政府建设工作情况的报告', 5],
  ['{Y}年度法治政府建设工作情况报告', 5],
  ['{Y}年法治政府建设工作总结', 4],
  ['{Y}年法治政府建设情况', 2],
  ['{Y}年度法治政府建设年度报告', 3],
];
const ZERO = '〇一二三四五六七八九';

/** Word a title for a subject. */
export function makeTitle(random: Random, { kind, name, issuers, year }: Subject): MadeTitle {
  const say = (forms: readonly (readonly [string, number])[]) =>
    inYear(random, random.weighted(forms), year);
  if (kind === 'plan') return { bodies: [], rest: name + say(PLANS) };
  if (issuers.length > 1) return { bodies: issuers, rest: say(OF_BODY.slice(0, 6)) };
  if (kind === 'annual' && random.chance(0.4)) return { bodies: issuers, rest: say(OF_BODY) };
  if (kind === 'department' && random.chance(0.4)) return { bodies: [name], rest: say(OF_BODY) };
  if (kind === 'annual' && random.chance(0.05))
    return { bodies: [], rest: `关于${name}${say(NAMED.slice(0, 6))}` };
  return { bodies: [], rest: name + say(NAMED) };
}

/** Word a title that names neither place nor body. */
export function makeUnnamedTitle(random: Random, { year }: Subject): MadeTitle {
  return { bodies: [], rest: inYear(random, random.weighted(UNNAMED), year) };
}

/** The title on one line. */
export function wholeTitle({ bodies, rest }: MadeTitle): string {
  return bodies.join('') + rest;
}

/** Break a title over lines: its bodies apart, and the rest where it is long. */
export function breakTitle(random: Random, { bodies, rest }: MadeTitle): string[] {
  if (bodies.length > 0)
    return [...bodies, ...(rest.length > 20 && random.chance(0.2) ? halves(random, rest) : [rest])];
  return halves(random, rest);
}

/** Break before or after a word, as a typist does; never within a name in 《》 or a year. */
function halves(random: Random, text: string): string[] {
  const places = ['法治', '建设', '工作', '情况', '年度报告', '的报告', '报告', '总结', '推进']
    .map((word) => text.lastIndexOf(word))
    .filter((at) => at >= 6 && at < text.length - 1 && !isInside(text, at));
  if (places.length === 0) return [text];
  const at = random.pick(places);
  return [text.slice(0, at), text.slice(at)];
}

function isInside(text: string, at: number): boolean {
  return text.slice(0, at).split('《').length > text.slice(0, at).split('》').length;
}

function inYear(random: Random, form: string, year: number): string {
  const printed = random.weighted([
    [String(year), 92],
    [` ${year} `, 4],
    [[...String(year)].map((digit) => ZERO[Number(digit)]).join(''), 2],
    [
      [...String(year)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
      2,
    ],
  ]);
  return form.replaceAll('{Y}', printed);
}
