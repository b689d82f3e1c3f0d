import JSZip from 'jszip';

/** A text of a made OFD page; positions in millimetres, from the left and from above. */
export interface MadeOfdText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of its type; 5 where it is not given. */
  readonly size?: number;
  /** How far each character is from the one before; `g 3 5` is three times 5. */
  readonly delta?: string;
  readonly ctm?: string;
}

/**
 * Make an OFD file for tests, by the text of GB/T 33190-2016.
 *
 * @param extra what stands in each page beside its texts
 * @param parts more parts of the file, by their path
 */
export function makeOfd(
  pages: readonly (readonly MadeOfdText[])[],
  {
    extra = '',
    parts = {},
  }: {
    readonly extra?: string;
    readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  } = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  zip.file(
    'OFD.xml',
    `${head}<ofd:OFD ${space} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  );
  const list = pages.map(
    (_, at) => `<ofd:Page ID="${at + 2}" BaseLoc="Pages/Page_${at}/Content.xml"/>`,
  );
  const hasResources = parts['Doc_0/DocumentRes.xml'] !== undefined;
  const resources = hasResources ? '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>' : '';
  zip.file(
    'Doc_0/Document.xml',
    `${head}<ofd:Document ${space}><ofd:CommonData>${resources}<ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
  );
  for (const [at, texts] of pages.entries())
    zip.file(
      `Doc_0/Pages/Page_${at}/Content.xml`,
      `${head}<ofd:Page ${space}><ofd:Content><ofd:Layer ID="50">${texts.map(show).join('')}${extra}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  for (const [path, text] of Object.entries(parts)) zip.file(path, text);
  return zip.generateAsync({ type: 'uint8array' });
}

function show({ text, x, y, size = 5, delta, ctm }: MadeOfdText, at: number): string {
  const steps = delta ?? `g ${Math.max(0, [...text].length - 1)} ${size}`;
  const turned = ctm === undefined ? '' : ` CTM="${ctm}"`;
  return `<ofd:TextObject ID="${100 + at}" Boundary="${x} ${y - size} 190 ${size}" Font="1" Size="${size}"${turned}><ofd:TextCode X="0" Y="${size}" DeltaX="${steps}">${text}</ofd:TextCode></ofd:TextObject>`;
}
