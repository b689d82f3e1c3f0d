/**
 * Words for whose figure it is. They count at the head of a clause: others are somebody else's
 * (在全省率先, 建设全市平台, 向市政府报备), and 市政府办公室 is an office.
 */
const SCOPE =
  /(?<=^|[，；：、）”]|对|目前|办理|[年月日底来])(?:全[省市县区州旗]|[省市县区州]政府(?!部门|办|网|门户|常务|令|、|文件)|各县（?市?）?、?区)|[省市县区州旗]本级|[市县区州][直级](?=各|部门|单位|行政)/g;
const PERIOD =
  /全年|上半年|下半年|今年以来|一年来|20\d\d年以来|[近五三两]年来|截[至止]到?[^，；]{0,12}?(?=，|共|累计)/g;

/**
 * Tells whose figure it is and of what time, in the text's own words.
 *
 * @param before the sentence up to the figure's end: what was said last holds
 */
export function figureContext(before: string): { scope: string | null; period: string | null } {
  return { scope: last(before, SCOPE), period: last(before, PERIOD) };
}

function last(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[0] ?? null;
}
