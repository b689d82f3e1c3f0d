import type { Random } from './random.ts';
import { CLOSINGS, OPENINGS, PLANS, PROBLEMS, TOPICS } from './sentences.ts';
import type { Subject } from './subject.ts';

/** How a text names its own place: often by name, seldom, or never. */
export type Naming = 'often' | 'seldom' | 'never';

export interface BodyOptions {
  readonly naming: Naming;
  /** How sub-headings and headings stand. */
  readonly style: 'run-in' | 'own-line' | 'two-level' | 'unnumbered';
}

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Writes the text of a made-up report, a paragraph a line. */
export function writeBody(random: Random, subject: Subject, options: BodyOptions): string[] {
  const fill = (template: string) => fillSentence(random, subject, options.naming, template);
  const opening = openingOf(random, subject, options.naming).map(fill);
  const topics = random.some(TOPICS, random.int(5, 9));
  const parts = topics.map(({ heading, sentences }) => ({
    heading: random.pick(heading),
    text: random.some(sentences, random.int(2, 5)).map(fill),
  }));
  const problems = random.some(PROBLEMS, 3).map(fill).join('');
  const plans = random.some(PLANS, 3).map(fill).join('');
  const next = random.chance(0.7) ? `${subject.year + 1}年` : '下一步';
  const ending = random.chance(0.2) ? [random.pick(CLOSINGS)] : [];
  const lines = { opening, parts, problems, plans, next, ending };
  if (options.style === 'two-level') return twoLevels(random, subject, lines);
  const heads = [
    ...parts,
    { heading: '存在的主要问题', text: [problems] },
    { heading: `${next}工作打算`, text: [plans] },
  ];
  const isHeaded = random.chance(0.7);
  const kept = isHeaded ? heads : parts;
  const tail = isHeaded
    ? []
    : [`${problems}`, `${next === '下一步' ? '下一步，' : `${next}，`}${plans}`];
  return [
    ...opening,
    ...kept.flatMap((part, at) => printPart(random, options.style, part, at)),
    ...tail,
    ...ending,
  ];
}

interface Part {
  readonly heading: string;
  readonly text: readonly string[];
}

function printPart(
  random: Random,
  style: BodyOptions['style'],
  { heading, text }: Part,
  at: number,
): string[] {
  const label = `${HAN[at] ?? at + 1}、`;
  if (style === 'unnumbered') return [heading, ...text];
  const points = random.chance(0.4) ? text.map((one, index) => `${HAN[index]}是${one}`) : text;
  if (style === 'run-in') return [`${label}${heading}。${points.join('')}`];
  return [`${label}${heading}`, random.chance(0.6) ? points.join('') : points.join('\n')].flatMap(
    (one) => one.split('\n'),
  );
}

function twoLevels(
  random: Random,
  { year }: Subject,
  {
    opening,
    parts,
    problems,
    plans,
    next,
    ending,
  }: {
    opening: string[];
    parts: Part[];
    problems: string;
    plans: string;
    next: string;
    ending: string[];
  },
): string[] {
  const isOwnLine = random.chance(0.5);
  const sub = parts.flatMap(({ heading, text }, at) => {
    const label = random.chance(0.05) ? `${HAN[at]}）` : `（${HAN[at]}）`;
    return isOwnLine
      ? [`${label}${heading}`, text.join('')]
      : [`${label}${heading}。${text.join('')}`];
  });
  const headed = random.chance(0.2) ? year - 1 : year;
  return [
    ...opening,
    random.chance(0.5) ? `一、${headed}年主要工作开展情况` : '一、主要做法和成效',
    ...sub,
    '二、存在的问题和不足',
    problems,
    `三、${next}工作安排`,
    plans,
    ...ending,
  ];
}

function openingOf(random: Random, { year }: Subject, naming: Naming): string[] {
  const list = OPENINGS.filter((one) => naming !== 'never' || !one.includes('{R}'));
  return [
    random.pick(list),
    ...(random.chance(0.3) ? [`现将${year}年度法治政府建设工作情况报告如下：`] : []),
  ];
}

/** Fills a template's slots: place, year, numbers, those above and below. */
function fillSentence(random: Random, subject: Subject, naming: Naming, template: string): string {
  const { above, year, region, township, word, kind } = subject;
  const own = kind === 'department' ? '我局' : `我${word}`;
  const all = kind === 'department' ? '全局系统' : `全${word}`;
  const named = township ?? (kind === 'department' ? subject.name : region.name);
  const name =
    naming === 'often'
      ? random.chance(0.5)
        ? named
        : own
      : naming === 'seldom' && random.chance(0.15)
        ? named
        : own;
  const up =
    naming === 'never' || random.chance(0.5)
      ? region.level === 'county'
        ? '市'
        : '省'
      : (above.at(-1) ?? '国家');
  return template
    .replaceAll('{R}', naming === 'never' ? own : named)
    .replaceAll('{S}', name)
    .replaceAll('{A}', all)
    .replaceAll('{U}', up)
    .replaceAll('{P}', naming === 'never' ? '省' : (above[0] ?? '国家'))
    .replaceAll('{Y}', String(year))
    .replaceAll('{Y-}', String(year - 1))
    .replaceAll('{Y+}', String(year + 1))
    .replaceAll('{W}', word)
    .replace(/\{N\}/g, () => String(random.int(2, 480)));
}
