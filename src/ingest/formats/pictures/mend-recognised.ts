/** Marks that a program takes for others, where what stands beside them tells which they are. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // No Chinese line has blanks inside, and no mark has one beside it.
  [/(?<=[\p{Script=Han}\p{P}%])[ \t]+(?=[\p{Script=Han}\d\p{P}%])/gu, ''],
  [/(?<=\d)[ \t]+(?=[\p{Script=Han}，。、；：！？”’》〉）〕】;:,%)])/gu, ''],
  // Brackets, those of a document's number, and book marks.
  [/[(（〔[［]((?:19|20)\d\d)[)）〕\]］](?=\s*(?:第\s*)?\d+\s*号)/gu, '〔$1〕'],
  [/[(（](?=[\p{Script=Han}\d—–-])|(?<=\p{Script=Han})[(（]/gu, '（'],
  [/(?<=[\p{Script=Han}\d—–-])[)）]|[)）](?=[\p{Script=Han}，。；：、])/gu, '）'],
  [/<<|《《|〈〈/gu, '《'],
  [/>>|》》|〉〉/gu, '》'],
  // A stroke is 一 as a numeral and in words that have it; between years it is a dash.
  [/^[—–-](?=[、是])|(?<=（)[—–-](?=）)|(?<=[。；，：“])[—–](?=\p{Script=Han})/gu, '一'],
  [/(?<=[第统同唯专进万惟])[—–-](?=[\p{Script=Han}，。、；])/gu, '一'],
  [/(?<![\d—–-])[—–-](?=[批系次项个件体定步直旦致套所名线流季])/gu, '一'],
  [/(?<=\d{4}年?)\s*[一—–-]+\s*(?=(?:19|20)\d{2})/gu, '—'],
  // Half-width marks behind Han are the full ones.
  [/(?<=[\p{Script=Han}”’》）%]),|(?<=\d),(?!\d)/gu, '，'],
  [/(?<=[\p{Script=Han}\d”’》）%]);/gu, '；'],
  [/(?<=[\p{Script=Han}”’》）]):/gu, '：'],
  [/(?<=[\p{Script=Han}”’》）])[.．]$/gu, '。'],
  [/(?<=^[一二三四五六七八九十]{1,3})[.,，．]/gu, '、'],
];

/**
 * Mend the marks of a recognised line: blanks between characters, 一 and —, brackets, commas. Letters
 * and figures are left as they were recognised.
 *
 * @example mendRecognised('( 一 ) 收 集 意见 118 条 ; 2021 一 2025 年') // '（一）收集意见118条；2021—2025年'
 */
export function mendRecognised(line: string): string {
  const mended = RULES.reduce((text, [pattern, mark]) => text.replace(pattern, mark), line).trim();
  return pairQuotes(mended);
}

/** Quotes open and close in turn, where a line has a pair of each. */
function pairQuotes(line: string): string {
  const single = line.replace(/"?([“”])"?/gu, '$1');
  const count = single.match(/[“”"]/gu)?.length ?? 0;
  if (count % 2 !== 0 || !/[“”]/u.test(single)) return single;
  let isOpen = false;
  return single.replace(/[“”"]/gu, () => {
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}
