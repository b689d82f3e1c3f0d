import type { Paragraph } from '../../report/report.ts';

/** A stretch of a paragraph's text; together, in order, the stretches are the text. */
export interface ParagraphPiece {
  /** The point's address; `null` for text outside the points. */
  readonly id: string | null;
  /** The words that the eye looks for (一是, or the lead sentence); empty outside the points. */
  readonly label: string;
  readonly text: string;
}

/** Cuts a paragraph at its points, without a character changed or moved. */
export function paragraphPieces({ text, points }: Paragraph): ParagraphPiece[] {
  const pieces: ParagraphPiece[] = [];
  let at = 0;
  for (const { id, label, start, end } of points) {
    if (start > at) pieces.push({ id: null, label: '', text: text.slice(at, start) });
    const labelEnd = text.startsWith(label, start) ? start + label.length : start;
    pieces.push({ id, label: text.slice(start, labelEnd), text: text.slice(labelEnd, end) });
    at = end;
  }
  if (at < text.length) pieces.push({ id: null, label: '', text: text.slice(at) });
  return pieces;
}
