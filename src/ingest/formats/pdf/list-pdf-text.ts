import type { InventoryPiece } from '../inventory.ts';
import { dropRepeated } from '../printed/printed-lines.ts';
import { replaceTwins } from '../printed/replace-twins.ts';
import { isNear, turnBack } from './page-frames.ts';
import type { Pdfium, PdfiumCharacter } from './pdfium.ts';

/** What PDFium lists of a page. */
export interface PageInventory {
  readonly pieces: readonly InventoryPiece[];
  /** Texts that are on the page and that PDFium tells no character of. */
  readonly untold: number;
}

/**
 * List the text of a page by PDFium: no order, no layout, and nothing left out but what is printed
 * twice on one spot. The page is turned for each direction: PDFium finds no characters in upright
 * lines where their font is not in the file.
 */
export function listPdfText(pdf: Pdfium, number: number): PageInventory {
  const { angles } = pdf.withPage(number, (page) => page.drawing);
  const known = [...new Set(angles)].filter((angle, at, all) =>
    all.slice(0, at).every((before) => !isNear(before, angle)),
  );
  let untold = 0;
  const pieces = known.map((angle): InventoryPiece => {
    const characters = pdf.withPage(number, (page) => {
      if (angle !== 0) page.turn([...turnBack(angle), 0, 0]);
      const all = page.characters();
      untold = Math.max(untold, page.texts - new Set(all.map(({ object }) => object)).size);
      return all.filter((one) => isNear(one.angle, 0));
    });
    const text = dropRepeated(toGlyphs(characters)).map((glyph) => glyph.text);
    return { where: `第${number}页`, text: replaceTwins(text.join('')), kind: 'text' };
  });
  return { pieces, untold };
}

/**
 * Characters of two units, which PDFium gives one by one, are joined; so are those that one glyph of a
 * text stands for: a dash as wide as two is no dash printed twice.
 */
function toGlyphs(characters: readonly PdfiumCharacter[]) {
  let high = '';
  const glyphs: (Omit<PdfiumCharacter, 'code'> & { text: string })[] = [];
  for (const { code, ...position } of characters) {
    const unit = String.fromCodePoint(code);
    if (code >= 0xd800 && code < 0xdc00) {
      high = unit;
      continue;
    }
    const text = high + unit;
    high = '';
    if (code === 0 || /^[\p{Cc}\ufffe\uffff]$/u.test(text)) continue;
    const last = glyphs.at(-1);
    const { object, x, y } = position;
    if (last?.object === object && last.x === x && last.y === y) last.text += text;
    else glyphs.push({ ...position, text });
  }
  return glyphs;
}
