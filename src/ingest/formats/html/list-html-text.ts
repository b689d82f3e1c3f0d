import type { Element, Root, RootContent } from 'hast';
import type { InventoryPiece } from '../inventory.ts';
import { type PageStyles, readPageStyles } from './page-styles.ts';

/** Elements that hold no text of a page at all. */
const NO_TEXT = new Set(['script', 'style', 'template', 'title', 'head']);
/** Elements whose text is no text of a document: controls, and what is shown in place of something. */
const CONTROLS =
  /^(?:noscript|noframes|iframe|object|select|textarea|button|datalist|canvas|audio|video)$/;
const UNSEEN =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|line-through|opacity\s*:\s*0*(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)/i;

/** A node, and what holds of all that stands in it. */
interface Step {
  readonly node: Root | RootContent;
  readonly above: readonly Element[];
  readonly isContent: boolean;
  readonly kind: InventoryPiece['kind'];
}

/**
 * List every text node of a page, with those marked that the page hides or strikes out. It knows
 * nothing of lines, lists and tables: it is there to hold `readHtml` to what the page has.
 *
 * @param contents the elements that the document is in
 */
export function listHtmlText(page: Root, contents: ReadonlySet<Element>): InventoryPiece[] {
  const pieces: InventoryPiece[] = [];
  const styles = readPageStyles(page);
  const steps: Step[] = [{ node: page, above: [], isContent: false, kind: 'text' }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node, above } = step;
    if (node.type === 'text' && node.value.trim() !== '')
      pieces.push({
        ...{ where: step.isContent ? '正文' : '网页', text: node.value, kind: step.kind },
      });
    if (node.type !== 'element' && node.type !== 'root') continue;
    if (node.type === 'root') {
      for (const child of node.children.toReversed()) steps.push({ ...step, node: child });
      continue;
    }
    if (NO_TEXT.has(node.tagName)) continue;
    const below: Omit<Step, 'node'> = {
      above: [...above, node],
      isContent: step.isContent || contents.has(node),
      kind: step.kind === 'text' ? kindOf(node, step, styles) : step.kind,
    };
    for (const child of node.children.toReversed()) steps.push({ ...below, node: child });
  }
  return pieces;
}

function kindOf(
  element: Element,
  { above, isContent }: Step,
  styles: PageStyles,
): InventoryPiece['kind'] {
  const { tagName, properties } = element;
  if (tagName === 'rt' || tagName === 'rp') return 'repeated';
  if (CONTROLS.test(tagName) || /^(?:s|del|strike)$/.test(tagName)) return 'hidden';
  // A drawing inside the document has words that a reader sees.
  if (tagName === 'svg') return isContent ? 'text' : 'hidden';
  if (tagName === 'html') return 'text';
  const style = Object.entries(styles.of(element, above));
  const isUnseen =
    properties['hidden'] !== undefined || UNSEEN.test(style.map((one) => one.join(':')).join(';'));
  return isUnseen ? 'hidden' : 'text';
}
