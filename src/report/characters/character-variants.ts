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

/** The character that stands for each variant, by code point. */
export const CHARACTER_VARIANTS: ReadonlyMap<number, number> = new Map(
  Object.entries(MARKS).flatMap(([mark, variants]) =>
    Array.from(variants, (variant) => pairOf(variant, mark)),
  ),
);

function pairOf(variant: string, standing: string): readonly [number, number] {
  return [variant.codePointAt(0) ?? 0, standing.codePointAt(0) ?? 0];
}
