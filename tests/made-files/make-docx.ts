import JSZip from 'jszip';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
const RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const PARTS = ['numbering', 'styles', 'footnotes', 'header']
  .map((part) => `<Relationship Id="${part}" Type="${OFFICE}/${part}" Target="${part}.xml"/>`)
  .join('');

/** The parts of a Word document, as XML below their root. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  /** A head that the document's section has. */
  readonly header?: string;
}

/** Pictures of a Word document by their names, which are the ids that its body refers to. */
export type DocxPictures = Readonly<Record<string, Uint8Array>>;

/** Makes a Word document for tests, as small as Word opens. */
export function makeDocx(
  { body, ...rest }: DocxParts,
  pictures: DocxPictures = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', TYPES);
  zip.file('_rels/.rels', RELATIONS);
  zip.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${PARTS}${Object.keys(pictures).map(pictureRelation).join('')}</Relationships>`,
  );
  for (const [name, bytes] of Object.entries(pictures)) zip.file(`word/media/${name}`, bytes);
  const section =
    rest.header === undefined
      ? ''
      : `<w:sectPr><w:headerReference r:id="header" xmlns:r="${OFFICE}"/></w:sectPr>`;
  zip.file(
    'word/document.xml',
    `<w:document ${WORD}><w:body>${body}${section}</w:body></w:document>`,
  );
  for (const [name, xml] of Object.entries(rest)) {
    const root = name === 'header' ? 'hdr' : name;
    zip.file(`word/${name}.xml`, `<w:${root} ${WORD}>${xml}</w:${root}>`);
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function pictureRelation(name: string): string {
  return `<Relationship Id="${name}" Type="${OFFICE}/image" Target="media/${name}"/>`;
}

/** A paragraph that is a picture, of a size in pixels. */
export function wordPicture(name: string, width: number, height: number): string {
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  return `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"><wp:extent cx="${width * 9525}" cy="${height * 9525}"/><a:blip xmlns:a="${drawing}/main" xmlns:r="${OFFICE}" r:embed="${name}"/></wp:inline></w:drawing></w:r></w:p>`;
}

/** A paragraph, numbered by the list and level given as `1.0`. */
export function wordParagraph(text: string, list?: string, style?: string): string {
  const [id, level] = list?.split('.') ?? [];
  const numbered =
    id === undefined
      ? ''
      : `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${id}"/></w:numPr>`;
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const runs = text.split('\n').map((line) => `<w:t xml:space="preserve">${line}</w:t>`);
  return `<w:p><w:pPr>${styled}${numbered}</w:pPr><w:r>${runs.join('<w:br/>')}</w:r></w:p>`;
}

/** A level of a list: its number's format and what is printed of it. */
export function wordLevel(level: number, format: string, text: string, rest = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** Numbering of one list `1` with these levels; `rest` stands before the list's own definition. */
export function wordList(levels: readonly string[], rest = ''): string {
  return `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum>${rest}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
}
