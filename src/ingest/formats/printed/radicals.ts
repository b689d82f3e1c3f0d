/** Radicals that Unicode does not equate with the characters they stand for, and those characters. */
const PAIRS =
  '⺟母 ⺠民 ⺧牛 ⺩王 ⺮竹 ⺷羊 ⺼月 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 ⼾户';

const CHARACTER_OF: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map(([radical = '', character = '']) => [radical, character]),
);

/**
 * Replace radicals by their characters (⻬ for 齐). A PDF's font gives either for one glyph;
 * with radicals a phrase would look right and never be found. So it is with the two long dashes.
 */
export function replaceRadicals(text: string): string {
  return text
    .replace(
      /[\u2e80-\u2fd5]/gu,
      (radical) => CHARACTER_OF.get(radical) ?? radical.normalize('NFKC'),
    )
    .replaceAll('\u2015', '—');
}
