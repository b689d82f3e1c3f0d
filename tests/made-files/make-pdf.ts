/** A line of a made PDF: where it stands, from the left and from the foot, in points. */
export interface MadeLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** How the font of a made PDF tells its characters. */
export type MadeFont = 'told' | 'untold' | 'outside';

const SIZE = 16;

/**
 * Makes a PDF for tests, of pages of lines.
 *
 * @param font `told`: by a table of its own; `untold`: not at all; `outside`: by a character map
 *   that is not in the PDF
 * @param trailer more entries of the trailer
 */
export function makePdf(
  pages: readonly (readonly MadeLine[])[],
  { font = 'told', trailer = '' }: { readonly font?: MadeFont; readonly trailer?: string } = {},
): Uint8Array {
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    fontObject(font),
    stream(TO_UNICODE),
    ...pages.flatMap((lines, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${6 + at * 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      stream(lines.map((line) => show(line, font)).join('\n')),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

/** Says that each code is its character. */
const TO_UNICODE =
  '/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end';

function fontObject(font: MadeFont): string {
  const encoding = font === 'outside' ? 'UniGB-UCS2-H' : 'Identity-H';
  const table = font === 'told' ? '/ToUnicode 4 0 R' : '';
  const ordering = font === 'outside' ? 'GB1' : 'Identity';
  return `<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${encoding}${table}/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 800/StemV 80>>>>]>>`;
}

/** Glyphs that no table tells have whatever numbers the font gave them. */
const UNTOLD = -0x3000;

function show({ text, x, y }: MadeLine, font: MadeFont): string {
  const codes = [...text].map((one) =>
    ((one.codePointAt(0) ?? 0) + (font === 'untold' ? UNTOLD : 0)).toString(16).padStart(4, '0'),
  );
  return `BT /F ${SIZE} Tf ${x} ${y} Td <${codes.join('')}> Tj ET`;
}

function stream(text: string): string {
  return `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
}
