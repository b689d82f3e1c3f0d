import type { Block } from '../line-writer.ts';
import { allBelow, alternatives, attributeOf, childrenOf, findBelow } from './word-xml.ts';

const EMU_PER_PIXEL = 9_525;
const PIXELS_PER_POINT = 96 / 72;

/** What a document knows of its drawings. */
export interface DrawingSource {
  /** Give the text in a diagram, by the id of its part. */
  readonly diagram: (relation: string) => readonly string[];
  /** Give the name of the part that a picture is. */
  readonly picture: (relation: string) => string | undefined;
  readonly doubt: (words: string, why: string) => void;
}

/** The same, and who reads the text in a box. */
export interface DrawingContext extends DrawingSource {
  readonly readBox: (content: Element) => readonly Block[];
}

/** Read a drawing of Word (DrawingML): boxes, diagrams, pictures. */
export function readDrawing(drawing: Element, context: DrawingContext): Block[] {
  return childrenOf(drawing).flatMap((frame): Block[] => {
    const about = findBelow(frame, 'docPr');
    const extent = findBelow(frame, 'extent');
    const pixels = (name: string) => {
      const size = Number(attributeOf(extent, name));
      return Number.isFinite(size) && size > 0 ? Math.round(size / EMU_PER_PIXEL) : null;
    };
    const alt = attributeOf(about, 'descr') ?? attributeOf(about, 'title') ?? '';
    const [blip] = allBelow(frame, 'blip');
    const hasPicture = blip !== undefined || allBelow(frame, 'chart').length > 0;
    const picture: Block = {
      kind: 'picture',
      picture: { alt, width: pixels('cx'), height: pixels('cy') },
      part: context.picture(attributeOf(blip, 'embed') ?? ''),
    };
    return [
      ...readBoxes(frame, context),
      ...readDiagrams(frame, context),
      ...(hasPicture ? [picture] : []),
    ];
  });
}

function readDiagrams(frame: Element, { diagram, doubt }: DrawingContext): Block[] {
  return allBelow(frame, 'relIds').flatMap((ids): Block[] => {
    const texts = diagram(attributeOf(ids, 'dm') ?? '');
    doubt(
      texts.join(' '),
      'a diagram stands here: its words are kept in the order of the file; compare them with the original',
    );
    return texts.map((text): Block => ({ kind: 'paragraph', text }));
  });
}

/** Read a drawing in the older markup (VML): boxes, words drawn as pictures, pictures, objects. */
export function readPict(pict: Element, context: DrawingContext): Block[] {
  const words = allBelow(pict, 'textpath').flatMap((path): Block[] => {
    const text = attributeOf(path, 'string') ?? '';
    return text.trim() === '' ? [] : [{ kind: 'paragraph', text }];
  });
  const pictures = allBelow(pict, 'imagedata').map((image): Block => {
    const shape = image.parentNode as Element;
    const style = attributeOf(shape, 'style') ?? '';
    const pixels = (name: string) => {
      const size = new RegExp(`(?:^|;)${name}:([\\d.]+)pt`).exec(style)?.[1];
      return size === undefined ? null : Math.round(Number(size) * PIXELS_PER_POINT);
    };
    const alt = attributeOf(shape, 'alt') ?? attributeOf(image, 'title') ?? '';
    return {
      kind: 'picture',
      picture: { alt, width: pixels('width'), height: pixels('height') },
      part: context.picture(attributeOf(image, 'id') ?? ''),
    };
  });
  return [...words, ...readBoxes(pict, context), ...pictures];
}

/** Read the boxes in a drawing, each once: a box is written in two ways for two programs. */
function readBoxes(drawing: Element, context: DrawingContext): Block[] {
  return childrenOf(drawing).flatMap((child): readonly Block[] => {
    if (child.localName === 'txbxContent') return context.readBox(child);
    if (child.localName === 'AlternateContent')
      return alternatives(child).flatMap((one) => readBoxes(one, context));
    return readBoxes(child, context);
  });
}
