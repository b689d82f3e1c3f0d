/** What symbol fonts show for a code, in the order of their codes: `a8□` is 0xA8. */
const FONTS: readonly (readonly [RegExp, string])[] = [
  [
    /^Wingdings$/i,
    '28☎ 4a☺ 6c● 6d❍ 6e■ 6f□ 70□ 71❑ 72❒ 74⬧ 75◆ 76❖ 77⬥ 80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ 8c❶ 8d❷ 8e❸ 8f❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9e· 9f• a1○ a3○ a7▪ a8□ ab★ b5✪ d8➢ df← e0→ e1↑ e2↓ ef⇦ f0⇨ fb✗ fc✓ fd☒ fe☑',
  ],
  [/^Wingdings 2$/i, '4f✗ 50✓ 51☒ 52☑ 53☒ 97● 98● 9b○ a1■ a3□ ea★'],
  [/^Webdings$/i, '61✔ 63□ 67■ 6e● 72✖'],
  [
    /^Symbol$/i,
    '25% 28( 29) 2b+ 2d− 2e. 2f/ 3a: 3b; 3c< 3d= 3e> 41Α 42Β 43Χ 44Δ 46Φ 47Γ 4cΛ 50Π 51Θ 53Σ 57Ω 61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6aϕ 6bκ 6cλ 6dμ 6eν 6fο 70π 71θ 72ρ 73σ 74τ 77ω 78ξ 7aζ a3≤ a5∞ abʹ ac← ad↑ ae→ af↓ b0° b1± b3≥ b4× b5∝ b7• b8÷ b9≠ ba≡ bb≈ bc… d6√ d7⋅ e5∑',
  ],
];
const TABLES = FONTS.map(([font, table]) => ({
  font,
  signs: new Map(
    table.split(' ').map((one) => [Number.parseInt(one.slice(0, 2), 16), one.slice(2)]),
  ),
}));

/**
 * Give the character that a symbol font shows for a code.
 *
 * @param code of the font, also from U+F000 on, where programs put such codes
 * @returns `undefined` where the font or its sign is not known
 */
export function wordSymbol(font: string, code: number): string | undefined {
  const table = TABLES.find((one) => one.font.test(font.trim()));
  if (table !== undefined) return table.signs.get(code & 0xff);
  const isOfFont = code >= 0xe000 && code <= 0xf8ff;
  return isOfFont || code < 0x20 ? undefined : String.fromCodePoint(code);
}
