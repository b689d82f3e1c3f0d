/** Marks that readers and keyboards do not tell apart, each kind as the mark it folds to. */
const MARKS: Readonly<Record<string, string>> = {
  // Dashes and hyphens, the box-drawing lines that stand for them, and the minus sign.
  '-': '‐‑‒–—―⁃−➖⸺⸻─━﹘﹣－',
  // Brackets; those of titles, 《》 and 〈〉, are a kind of their own.
  '(': '[{〔【〖〘〚⟦⟨⦅（［｛｟❨❪❲❴﹙﹛﹝',
  ')': ']}〕】〗〙〛⟧⟩⦆）］｝｠❩❫❳❵﹚﹜﹞',
  '《': '〈«‹︽︿',
  '》': '〉»›︾﹀',
  // Quotation marks, which a keyboard writes without telling beginning from end.
  '"': "'`´‘’‚‛“”„‟′″‵‶「」『』〝〞〟❛❜❝❞＂＇｀｢｣﹁﹂﹃﹄",
  '·': '•‧∙⋅・･᛫⸱·',
  '~': '∼∽˜⁓〜～〰',
  // A round sign is written for the numeral of years: 二○一八.
  〇: '○◯⚪',
};

/**
 * Radicals as characters of their own, which some PDFs hold in place of the ideograph: the block
 * of supplements, for which NFKC does nothing. Each with its ideograph, a pair beside a pair.
 */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡' +
  '⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊' +
  '⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅' +
  '⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉' +
  '⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀';

/** The character that stands for each variant, by code point. */
export const CHARACTER_VARIANTS: ReadonlyMap<number, number> = new Map([
  ...Object.entries(MARKS).flatMap(([mark, variants]) =>
    Array.from(variants, (variant) => pairOf(variant, mark)),
  ),
  ...Array.from(RADICALS.matchAll(/(.)(.)/gu), ([, radical = '', ideograph = '']) =>
    pairOf(radical, ideograph),
  ),
]);

function pairOf(variant: string, standing: string): readonly [number, number] {
  return [variant.codePointAt(0) ?? 0, standing.codePointAt(0) ?? 0];
}
