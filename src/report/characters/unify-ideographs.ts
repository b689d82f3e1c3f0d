/**
 * The ideographs of the CJK Radicals Supplement from U+2E80 on, one a radical; what stands for
 * itself has none. Normalisation knows two of them only. Source: EquivalentUnifiedIdeograph.txt of
 * the Unicode Character Database, version 14; where that names a part of a character, what the part
 * stands for.
 */
const SUPPLEMENT = [
  ...[
    '⺀厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄心扌攵⺚旡日月歺母',
    '民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁冗网羊羊羊耂肀聿月𦥑艹艹',
    '艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食食飠',
    '饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
  ].join(''),
];
const FIRST = 0x2e80;
/**
 * Radicals that normalisation makes the traditional form of where fonts of the mainland, which draw
 * one glyph for both, have the simplified one.
 */
const MAINLAND: Readonly<Record<string, string>> = {
  '\u2f3e': '户',
  '\u2fad': '青',
  '\u2fc8': '黄',
};
const LOOK_ALIKE = /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/**
 * Replace radicals and compatibility ideographs with the ideographs they look like. PDFs are made
 * of them, and pages copied from PDFs; a phrase with one in it is found by nobody.
 *
 * @example unifyIdeographs('⻓期⼾籍') // '长期户籍'
 */
export function unifyIdeographs(text: string): string {
  return text.replace(
    LOOK_ALIKE,
    (character) =>
      MAINLAND[character] ??
      SUPPLEMENT[(character.codePointAt(0) ?? 0) - FIRST] ??
      character.normalize('NFKC'),
  );
}
