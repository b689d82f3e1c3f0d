/** How a text calls its own place or office, by 我市, 全县, 我局. */
export interface SelfName {
  /** 市, 县, 镇, 局 … */
  readonly word: string;
  /** How often it says so. */
  readonly count: number;
  /** How the name of such a place ends. */
  readonly ending: RegExp;
  readonly what: 'place' | 'township' | 'office';
}

const WORDS: readonly (readonly [string, RegExp, SelfName['what']])[] = [
  ['省', /(?:省|自治区)$/u, 'place'],
  ['市', /市$/u, 'place'],
  ['县', /县$/u, 'place'],
  ['区', /(?:区|新城|园)$/u, 'place'],
  ['州', /州$/u, 'place'],
  ['旗', /旗$/u, 'place'],
  ['盟', /盟$/u, 'place'],
  ['镇', /镇$/u, 'township'],
  ['乡', /乡$/u, 'township'],
  ['街道', /街道$/u, 'township'],
  ['苏木', /苏木$/u, 'township'],
  ['办事处', /街道$/u, 'township'],
  ['局', /局$/u, 'office'],
  ['厅', /厅$/u, 'office'],
  ['委', /委(?:员会)?$/u, 'office'],
  ['办', /办(?:公室)?$/u, 'office'],
  ['中心', /中心$/u, 'office'],
  ['院', /院$/u, 'office'],
  ['司', /司$/u, 'office'],
];
/** Words that only begin like a self name: 我委员, 我办理. */
const RUNS_ON: Readonly<Record<string, string>> = { 委: '(?!员|托)', 办: '(?!理|结|事|案|法|公)' };

/** 全省率先 and 居全市第三 rank a place among others of the one above it. */
const OWN = [
  ['[我本]', ''],
  ['(?<![在居为列占获评较])全', '(?!率先|首|第|前列|先进|排名|领先|唯一|平均|优秀|示范|考核)'],
] as const;

/**
 * Finds how a text calls itself: by 我 and 本 before all, else by 全.
 *
 * @param text legible
 * @returns `undefined` where it never does
 */
export function selfName(text: string): SelfName | undefined {
  for (const [own, after] of OWN) {
    const found = WORDS.map(([word, ending, what]) => ({
      word,
      ending,
      what,
      count: countMatches(text, `${own}${word}${RUNS_ON[word] ?? ''}${after}`),
    })).sort((a, b) => b.count - a.count)[0];
    if (found !== undefined && found.count > 0) return found;
  }
  return undefined;
}

function countMatches(text: string, pattern: string): number {
  return text.match(new RegExp(pattern, 'gu'))?.length ?? 0;
}
